;; int open(const char *path) { … }    int read = 0;    void f(int *time);    int (*stat)(void);
;;     ^^^^ @declarator                    ^^^^ @declarator        ^^^^ @declarator
(_ declarator: (identifier) @declarator)

;; int (open)(const char *path) { … }
;;      ^^^^ @declarator
(parenthesized_declarator (identifier) @declarator)

;; enum { read, write };
;;        ^^^^ @constant
(enumerator name: (identifier) @constant)
