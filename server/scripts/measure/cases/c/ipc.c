// Shared memory, semaphores and message queues, of System V and of POSIX.

shmget(IPC_PRIVATE, 4096, 0600);                        //:
semget(IPC_PRIVATE, 1, 0600);                           //:
msgget(IPC_PRIVATE, 0600);                              //:

int id = shmget(IPC_PRIVATE, 4096, 0600);
void *at = shmat(id, NULL, 0);
int removed = shmctl(id, IPC_RMID, NULL);
shmat(id, NULL, 0);                                     //: r != -1
shmdt(at);                                              //:

int id = shmget(IPC_PRIVATE, 4096, 0600);
shmctl(id, IPC_RMID, NULL);                             //:

int id = semget(IPC_PRIVATE, 1, 0600);
struct sembuf up = {0, 1, 0};
semop(id, &up, 1);                                      //:
semtimedop(id, &up, 1, &no_time);                       //:
semctl(id, 0, IPC_RMID);                                //:

int id = msgget(IPC_PRIVATE, 0600);
struct { long type; char text[8]; } one = {1, "x"};
int sent = msgsnd(id, &one, 8, 0);
msgsnd(id, &one, 8, 0);                                 //:
msgrcv(id, &one, 8, 0, IPC_NOWAIT);                     //:
msgctl(id, IPC_RMID, NULL);                             //:

struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 16};
mq_open(unique(), O_CREAT | O_RDWR, 0600, &attributes); //:

mqd_t q = queue();
struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 16};
struct sigevent none = {.sigev_notify = SIGEV_NONE};
int sent = mq_send(q, "x", 1, 0);
mq_close(q);                                            //:
mq_send(q, "x", 1, 0);                                  //:
mq_timedsend(q, "x", 1, 0, NULL);                       //:
mq_receive(q, bytes, 16, NULL);                         //:
mq_timedreceive(q, bytes, 16, NULL, NULL);              //:
mq_getattr(q, &attributes);                             //:
mq_setattr(q, &attributes, NULL);                       //:
mq_notify(q, &none);                                    //:
mq_unlink(unique_name);                                 //:
