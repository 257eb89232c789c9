// Does nothing: tells whether the runtime starts at all.
