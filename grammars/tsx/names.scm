;; inherits: typescript

;; <Button onClick={copyFile} />
;;                  ^^^^^^^^ @value
(jsx_expression (identifier) @value)
