;; Everything that may be a call of an Api, or a reference to one.

;; os.memfd_create("x")    open("f")
;; ^^^^^^^^^^^^^^^         ^^^^ @callee
(call function: (identifier) @callee)
(call function: (attribute) @callee)

;; libc["memfd_create"](b"x", 0)
;; ^^^^^^^^^^^^^^^^^^^^ @callee
(call function: (subscript) @callee)

;; getattr(os, "memfd_create")("x")
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^ @callee
(call
	function: (call function: (identifier) @_getattr) @callee
	(#eq? @_getattr "getattr"))

;; executor.submit(os.sendfile, out, source)    [os.sendfile, os.splice]
;;                 ^^^^^^^^^^^                   ^^^^^^^^^^^  ^^^^^^^^^ @reference
(argument_list (attribute) @reference)
(list (attribute) @reference)
(tuple (attribute) @reference)
(expression_list (attribute) @reference)

;; Thread(target=os.sync)    {"sync": os.sync}
;;               ^^^^^^^              ^^^^^^^ @reference
(keyword_argument value: (attribute) @reference)
(pair value: (attribute) @reference)

;; def wait(seconds, sleep=time.sleep): ...
;;                         ^^^^^^^^^^ @reference
(default_parameter value: (attribute) @reference)
(typed_default_parameter value: (attribute) @reference)

;; create = os.memfd_create
;;          ^^^^^^^^^^^^^^^ @reference
(assignment right: (attribute) @reference)
(conditional_expression (attribute) @reference)

;; return os.memfd_create    lambda: os.memfd_create
;;        ^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^ @reference
(return_statement (attribute) @reference)
(lambda body: (attribute) @reference)

;; executor.submit(sendfile, out, source)    Thread(target=sync)    create = memfd_create
;;                 ^^^^^^^^                                ^^^^              ^^^^^^^^^^^^ @reference.name
(argument_list (identifier) @reference.name)
(keyword_argument value: (identifier) @reference.name)
(assignment right: (identifier) @reference.name)
