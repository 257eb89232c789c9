;; Scopes, and everything that gives a name a meaning.

;; def f(a, *, b: int = 0, *rest, **options): ...
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @scope.function
;;       ^     ^            ^^^^    ^^^^^^^ @parameter
(function_definition) @scope.function
(parameters (identifier) @parameter)
(parameters (typed_parameter (identifier) @parameter))
(parameters (default_parameter name: (identifier) @parameter))
(parameters (typed_default_parameter name: (identifier) @parameter))
(parameters (tuple_pattern (identifier) @parameter))
(list_splat_pattern (identifier) @parameter)
(dictionary_splat_pattern (identifier) @parameter)

;; lambda os: os.open
;; ^^^^^^^^^^^^^^^^^^ @scope.lambda
;;        ^^ @parameter
(lambda) @scope.lambda
(lambda_parameters (identifier) @parameter)
(lambda_parameters (default_parameter name: (identifier) @parameter))

;; class Server(Base): ...
;; ^^^^^^^^^^^^^^^^^^^^^^^ @scope.class
(class_definition) @scope.class

;; [open(path) for path in paths]
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @scope.comprehension
[
	(list_comprehension)
	(set_comprehension)
	(dictionary_comprehension)
	(generator_expression)
] @scope.comprehension

;; import os.path, socket as s
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^ @import
(import_statement) @import

;; from os import memfd_create as mc
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @import.from
(import_from_statement) @import.from

;; sock = socket.socket()
;; ^^^^ @target
(assignment left: (identifier) @target)

;; path /= "x"
;; ^^^^ @target
(augmented_assignment left: (identifier) @target)

;; self.sock = socket.socket()
;; ^^^^^^^^^ @target.attribute
(assignment left: (attribute object: (identifier) attribute: (identifier)) @target.attribute)

;; with socket.socket() as self.sock: ...
;;                         ^^^^^^^^^ @target.attribute
(as_pattern_target (attribute object: (identifier) attribute: (identifier)) @target.attribute)

;; a, (b, [c]) = pair
;; ^   ^   ^ @target
(pattern_list (identifier) @target)
(assignment left: (tuple_pattern (identifier) @target))
(pattern_list (tuple_pattern (identifier) @target))
(for_statement left: (tuple_pattern (identifier) @target))
(for_in_clause left: (tuple_pattern (identifier) @target))
(list_pattern (identifier) @target)

;; for entry in os.scandir(): ...
;;     ^^^^^ @target
(for_statement left: (identifier) @target)
(for_in_clause left: (identifier) @target)

;; with open(path) as file: ...
;;                    ^^^^ @target
(as_pattern_target (identifier) @target)
(as_pattern_target (tuple (identifier) @target))

;; while (chunk := read()): ...
;;        ^^^^^ @target
(named_expression name: (identifier) @target)

;; case Point(x) as os: ...
;;            ^     ^^ @target
(case_pattern (dotted_name . (identifier) @target .))
(as_pattern (case_pattern) (identifier) @target)

;; global libc
;;        ^^^^ @global
(global_statement (identifier) @global)

;; nonlocal libc
;;          ^^^^ @nonlocal
(nonlocal_statement (identifier) @nonlocal)
