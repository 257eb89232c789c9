;; What JavaScript and TypeScript have in common: where names live, which names are declared or assigned, and where an Api
;; may be used. All in one file, since each query is a walk over the whole tree. What it means is in
;; core/languages/node.

;;;; Scopes

;; import …
;; ^^^^^^^^^^ @file
(program) @file

;; function read(path) { … }
;; ^^^^^^^^^^^^^^^^^^^^^^^^^ @function
(function_declaration) @function
(generator_function_declaration) @function

;; const read = function (path) { … }
;;              ^^^^^^^^^^^^^^^^^^^^^ @function
(function_expression) @function
(generator_function) @function

;; path => read(path)
;; ^^^^^^^^^^^^^^^^^^ @function
(arrow_function) @function

;; class Store { read(path) { … } }
;;               ^^^^^^^^^^^^^^^^ @function
(method_definition) @function

;; class Store { static { … } }
;;               ^^^^^^^^^^^^ @function
(class_static_block) @function

;; class Store { … }
;;             ^^^^^ @class
(class_body) @class

;; if (ready) { … }
;;            ^^^^^ @block
(statement_block) @block

;; switch (kind) { … }
;;               ^^^^^ @block
(switch_body) @block

;; for (const name of names) …
;; ^^^^^^^^^^^^^^^^^^^^^^^^^^^ @block
(for_in_statement) @block
(for_statement) @block

;; try { … } catch (err) { … }
;;           ^^^^^^^^^^^^^^^^^ @block
(catch_clause) @block

;;;; Names. Only what can hold an Api or hide one matters, but hiding needs them all.

;; const fs = require('fs')
;;       ^^ @variable
(variable_declarator name: (identifier) @variable)

;; var { copyFile } = fs
;;     ^^^^^^^^^^^^ @hoisted
(variable_declaration (variable_declarator name: (_) @hoisted))

;; const { copyFile, fsync = noop } = fs
;;         ^^^^^^^^ @piece
;;                   ^^^^^ @piece
(shorthand_property_identifier_pattern) @piece

;; const { copyFile: copy } = fs
;;                   ^^^^ @piece
(pair_pattern value: (identifier) @piece)

;; const { copyFile: copy = noop } = fs
;;                   ^^^^ @piece
(assignment_pattern left: (identifier) @piece)

;; const [first, ...others] = list
;;        ^^^^^ @piece
;;                  ^^^^^^ @piece
(array_pattern (identifier) @piece)
(rest_pattern (identifier) @piece)

;; ({ copyFile } = fs)
;;  ^^^^^^^^^^^^ @reassigned
(assignment_expression left: [(object_pattern) (array_pattern)] @reassigned)

;; fs = require('graceful-fs')
;; ^^ @assigned
(assignment_expression left: (identifier) @assigned)
(augmented_assignment_expression left: (identifier) @assigned)

;; fs => fs.copyFile
;; ^^ @parameter
(arrow_function parameter: (identifier) @parameter)

;; catch (err) { … }
;;        ^^^ @parameter
(catch_clause parameter: (identifier) @parameter)

;; for (const fs of systems) …
;;            ^^ @parameter
(for_in_statement left: (identifier) @parameter)

;; function copyFile() { … }
;;          ^^^^^^^^ @declared
(function_declaration name: (_) @declared)
(generator_function_declaration name: (_) @declared)

;; class Server { … }
;;       ^^^^^^ @named
(class_declaration name: (_) @named)

;; const read = function open() { … }
;;                       ^^^^ @named
(function_expression name: (_) @named)

;; import fs from 'fs'
;;        ^^ @imported
(import_clause (identifier) @imported)

;; import * as fs from 'fs'
;;             ^^ @imported
(namespace_import (identifier) @imported)

;; import { copyFile } from 'fs'
;;          ^^^^^^^^ @imported
(import_specifier !alias name: (identifier) @imported)

;; import { copyFile as copy } from 'fs'
;;                      ^^^^ @imported
(import_specifier alias: (identifier) @imported)

;; this.server = net.createServer()
;;      ^^^^^^ @field
(assignment_expression left: (member_expression object: (this) property: (_) @field))

;; open(path).then((handle) => handle.sync())
;;                 ^^^^^^^^^^^^^^^^^^^^^^^^^ @resolved
(call_expression
	function: (member_expression property: (property_identifier) @_then)
	arguments: (arguments . [(arrow_function) (function_expression)] @resolved)
	(#eq? @_then "then"))

;; net.createServer((socket) => socket.write(text))
;;                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @resolved
;; server.on('connection', (socket) => socket.write(text))
;;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @resolved
;; createPlainServer((socket) => socket.write(text))
;;                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ @resolved
(call_expression
	function: [(identifier) @_listens (member_expression property: (property_identifier) @_listens)]
	arguments: (arguments [(arrow_function) (function_expression)] @resolved)
	(#match? @_listens "Server$|^(on|once|addListener)$"))

;;;; Places where an Api may be called, or handed on as a value.

;; fs.copyFile(from, to)
;;    ^^^^^^^^ @property
(member_expression property: (property_identifier) @property)

;; fs['copyFile'](from, to)
;;    ^^^^^^^^^^ @key
(subscript_expression index: (string) @key)

;; copyFile(from, to)
;; ^^^^^^^^ @called
(call_expression function: (identifier) @called)

;; new Worker(file)
;;     ^^^^^^ @called
(new_expression constructor: (identifier) @called)

;; (0, copyFile)(from, to)
;;     ^^^^^^^^ @called
(call_expression function: (parenthesized_expression (sequence_expression (identifier) @called .)))

;; pipe(copyFile)
;;      ^^^^^^^^ @value
(arguments (identifier) @value)

;; [copyFile, fsync]
;;  ^^^^^^^^ @value
(array (identifier) @value)

;; { copy: copyFile }
;;         ^^^^^^^^ @value
(pair value: (identifier) @value)

;; { copyFile }
;;   ^^^^^^^^ @value
(shorthand_property_identifier) @value

;; module.exports.copy = copyFile
;;                       ^^^^^^^^ @value
(assignment_expression left: (member_expression) right: (identifier) @value)

;; return copyFile
;;        ^^^^^^^^ @value
(return_statement (identifier) @value)

;; export default copyFile
;;                ^^^^^^^^ @value
(export_statement value: (identifier) @value)

;; () => copyFile
;;       ^^^^^^^^ @value
(arrow_function body: (identifier) @value)

;; reflink ? copyFile : rename
;;           ^^^^^^^^ @value
(ternary_expression consequence: (identifier) @value)
(ternary_expression alternative: (identifier) @value)
