# Through the standard library, which falls back.
import secrets

assert len(secrets.token_bytes(16)) == 16
