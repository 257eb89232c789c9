;; int (*call)(…) = openat2;
;;                  ^^^^^^^ @reference
(init_declarator value: (identifier) @reference)

;; call = openat2;
;;        ^^^^^^^ @reference
(assignment_expression right: (identifier) @reference)

;; { .call = openat2 }
;;           ^^^^^^^ @reference
(initializer_pair value: (identifier) @reference)

;; { "openat2", openat2 }
;;              ^^^^^^^ @reference
(initializer_list (identifier) @reference)

;; run(openat2)
;;     ^^^^^^^ @reference
(argument_list (identifier) @reference)

;; &openat2
;;  ^^^^^^^ @reference
(pointer_expression operator: "&" argument: (identifier) @reference)

;; (void *)openat2
;;         ^^^^^^^ @reference
(cast_expression value: (identifier) @reference)
