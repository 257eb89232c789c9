;; memfd_create("x", 0)
;; ^^^^^^^^^^^^ @callee
(call_expression function: (identifier) @callee)

;; (open)(path, 0)
;;  ^^^^ @callee
(call_expression function: (parenthesized_expression (identifier) @callee))
