;; inherits: ecmascript

;; function copy(fs) { … }
;;               ^^ @parameter
(formal_parameters (identifier) @parameter)

;; class Store { server = net.createServer() }
;;               ^^^^^^ @field
(field_definition property: (_) @field)

;; <Button onClick={copyFile} />
;;                  ^^^^^^^^ @value
(jsx_expression (identifier) @value)
