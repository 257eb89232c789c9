# Retries an interrupted call; a missing one ends the program.
import os

while True:
    try:
        data = os.getrandom(16)
        break
    except InterruptedError:
        continue
assert len(data) == 16
