;; memfd_create("x", 0)
;; ^^^^^^^^^^^^ @callee
(call_expression function: (identifier) @callee)

;; (open)(path, 0)
;;  ^^^^ @callee
(call_expression function: (parenthesized_expression (identifier) @callee))

;; int open(const char *path) { … }    int read = 0;    void f(int *time);    int (*stat)(void);
;;     ^^^^ @declarator                    ^^^^ @declarator        ^^^^ @declarator
(_ declarator: (identifier) @declarator)

;; int (open)(const char *path) { … }
;;      ^^^^ @declarator
(parenthesized_declarator (identifier) @declarator)

;; enum { read, write };
;;        ^^^^ @constant
(enumerator name: (identifier) @constant)

;; int main(void) { … }
;; ^^^^^^^^^^^^^^^^^^^^ @function
(function_definition) @function

;; __attribute__((access(read_only, 1)))
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @attribute
(attribute_specifier) @attribute
