# The standard library falls back.
import shutil
import tempfile

with tempfile.NamedTemporaryFile() as source, tempfile.NamedTemporaryFile() as target:
    source.write(b"proof")
    source.flush()
    shutil.copyfile(source.name, target.name)
    assert target.read() == b"proof"
