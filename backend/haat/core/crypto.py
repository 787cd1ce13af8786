"""Personal data and secrets at rest: AES-256-GCM with a key id, and a blind index for look-up."""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE_BYTES = 12


def encrypt(plain: str, *, purpose: str) -> str:
    """`key id.nonce+ciphertext` in base64; `purpose` is bound as associated data, so values cannot change places."""
    key_id, key = next(iter(settings.HAAT_DATA_KEYS.items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = nonce + AESGCM(key).encrypt(nonce, plain.encode(), purpose.encode())
    return f"{key_id}.{base64.urlsafe_b64encode(sealed).decode()}"


def decrypt(sealed: str, *, purpose: str) -> str:
    """The plain text. Raises KeyError for an unknown key and InvalidTag for a tampered or misplaced value."""
    key_id, _, body = sealed.partition(".")
    raw = base64.urlsafe_b64decode(body)
    return (
        AESGCM(settings.HAAT_DATA_KEYS[key_id]).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode()).decode()
    )


def blind_index(plain: str, *, purpose: str) -> str:
    """A keyed hash by which an encrypted value can be found without being read."""
    message = f"{purpose}:{plain.strip().lower()}".encode()
    return hmac.new(settings.HAAT_INDEX_KEY, message, hashlib.sha256).hexdigest()


def derive_key(label: str) -> bytes:
    """A 256-bit key for one purpose from the installation's secret."""
    return hmac.new(settings.SECRET_KEY.encode(), label.encode(), hashlib.sha256).digest()


class EncryptedTextField(models.TextField[str, str]):
    """Text that is encrypted in the column and plain in Python. It cannot be filtered: keep a blind index beside it."""

    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value: str | None) -> str | None:
        return encrypt(value, purpose=self._purpose()) if value else value

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        return decrypt(value, purpose=self._purpose()) if value else value
