# Does nothing: tells whether the interpreter starts at all.
