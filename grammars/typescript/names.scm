;; inherits: ecmascript

;;;; Signatures have parameters and no body; they must not declare these around themselves.

;; function read(path: string): Buffer;
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @function
(function_signature) @function

;; interface Store { read(path: string): Buffer }
;;                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ @function
(method_signature) @function
(abstract_method_signature) @function
(call_signature) @function
(construct_signature) @function

;; type Read = (path: string) => Buffer;
;;             ^^^^^^^^^^^^^^^^^^^^^^^^ @function
(function_type) @function
(constructor_type) @function

;;;; Names

;; function copy(fs: FileSystem) { … }
;;               ^^ @parameter
(required_parameter pattern: (identifier) @parameter)
(optional_parameter pattern: (identifier) @parameter)

;; abstract class Server { … }
;;                ^^^^^^ @named
(abstract_class_declaration name: (_) @named)
(enum_declaration name: (_) @named)

;; namespace fs { … }
;;           ^^ @named
(internal_module name: (identifier) @named)

;; import fs = require('fs')
;;        ^^ @imported
(import_require_clause (identifier) @imported)

;; class Store { private server = net.createServer() }
;;                       ^^^^^^ @field
(public_field_definition name: (_) @field)

;;;; Uses

;; copyFile!(from, to)
;; ^^^^^^^^ @called
(call_expression function: (non_null_expression (identifier) @called))
