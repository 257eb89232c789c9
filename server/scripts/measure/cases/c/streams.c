// Streams of stdio.

int fd = file();
fopen("f", "r");                                        //: r != 0
fopen("f", "we");                                       //: r != 0
fopen64("f", "r");                                      //: r != 0
fdopen(fd, "r");                                        //: r != 0
dprintf(fd, "x");                                       //:

int fd = file();
FILE *f = fopen("f", "r+");
freopen("f", "r", f);                                   //: r != 0
freopen64("f", "r", f);                                 //: r != 0
fclose(f);                                              //:
fread(bytes, 1, 8, f);                                  //: r == 8
fread_unlocked(bytes, 1, 8, f);                         //: r == 8
fgets(bytes, 8, f);                                     //: r != 0
fgets_unlocked(bytes, 8, f);                            //: r != 0
fgetc(f);                                               //:
fgetc_unlocked(f);                                      //:
getc(f);                                                //:
getc_unlocked(f);                                       //:
getw(f);                                                //: of getw, 1
fscanf(f, "%c", bytes);                                 //:
getline((char **)(bytes + 100), (size_t *)(bytes + 200), f); //:
getdelim((char **)(bytes + 100), (size_t *)(bytes + 200), 'w', f); //:
fwrite("x", 1, 1, f);                                   //: r == 1
fputs("x", f);                                          //:
fputc('x', f);                                          //:
fprintf(f, "x");                                        //:
fseek(f, 0, SEEK_END);                                  //:
fseeko(f, 0, SEEK_END);                                 //:
fseeko64(f, 0, SEEK_END);                               //:
ftell(f);                                               //:
ftello(f);                                              //:
ftello64(f);                                            //:
rewind(f);                                              //: void
fgetpos(f, (fpos_t *)bytes);                            //:
fgetwc(f);                                              //:
getwc(f);                                               //:
fgetws((wchar_t *)bytes, 8, f);                         //: r != 0
setvbuf(f, NULL, _IONBF, 0);                            //: of setvbuf
ungetc(65, f);                                          //: of ungetc
fileno(f);                                              //: of fileno

int fd = file();
FILE *f = fopen("f", "r+");
fputs("x", f);
fflush(f);                                              //:
fflush_unlocked(f);                                     //:
fcloseall();                                            //:

perror("x");                                            //: void
psignal(SIGINT, "x");                                   //: void
tmpfile();                                              //: r != 0
tmpfile64();                                            //: r != 0
popen("true", "r");                                     //: r != 0
popen("true", "re");                                    //: r != 0
fmemopen(bytes, 8, "r");                                //: of fmemopen, r != 0
open_memstream((char **)bytes, (size_t *)(bytes + 8));  //: of open_memstream, r != 0

setbuf(stdout, NULL);
printf("x");                                            //:
puts("");                                               //:
putchar('x');                                           //:
putchar_unlocked('x');                                  //:
putc('x', stdout);                                      //:
vprintf("x", (va_list){});                              //: of vprintf
wprintf(L"x");                                          //:
putwchar(L'x');                                         //:

FILE *f = popen("true", "r");
pclose(f);                                              //:
