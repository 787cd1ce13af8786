"""Personal data and secrets at rest: AES-256-GCM with a key id, and a blind index for look-up."""

import base64
import hashlib
import hmac
import json
import os
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE_BYTES = 12
SEALED = "sealed"
SEALED_FORM = re.compile(r"[a-z0-9]{1,16}\.[A-Za-z0-9_-]{38,}={0,2}")


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


def key_of(sealed: str) -> str:
    """The id of the key that a value was encrypted with."""
    return sealed.partition(".")[0]


def is_sealed(value: str) -> bool:
    return SEALED_FORM.fullmatch(value) is not None


def seal(data: Any, *, purpose: str) -> dict[str, str]:
    """Any JSON as an object that says nothing: `{"sealed": …}`."""
    return {SEALED: encrypt(json.dumps(data, default=str), purpose=purpose)}


def unseal(box: Mapping[str, Any], *, purpose: str) -> Any:
    return json.loads(decrypt(box[SEALED], purpose=purpose))


def blind_index(plain: str, *, purpose: str) -> str:
    """A keyed hash by which an encrypted value can be found without being read."""
    return blind_indexes(plain, purpose=purpose)[0]


def blind_indexes(plain: str, *, purpose: str) -> list[str]:
    """What the index may be while a key is being changed: under the current key and under those before."""
    return [_hash(key, plain, purpose) for key in settings.HAAT_INDEX_KEYS.values()]


def _hash(key: bytes, plain: str, purpose: str) -> str:
    return hmac.new(key, f"{purpose}:{plain.strip().lower()}".encode(), hashlib.sha256).hexdigest()


class BlindIndex(NamedTuple):
    """How an index column follows from its row, for when the index key changes."""

    model: str  # app.Model
    column: str
    of: Callable[[Any], str]


indexes: list[BlindIndex] = []  # each app names its own


def derive_key(label: str) -> bytes:
    """A 256-bit key for one purpose from the installation's secret."""
    return hmac.new(settings.SECRET_KEY.encode(), label.encode(), hashlib.sha256).digest()


class EncryptedTextField(models.TextField[str, str]):
    """Text that is encrypted in the column and plain in Python. It cannot be filtered: keep a blind index beside it.

    `was_plain` reads what was written before the column was encrypted, until `keys rotate` has been there.
    """

    was_plain = False

    def __init__(self, *args: Any, was_plain: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_plain = was_plain

    def _purpose(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"

    def get_prep_value(self, value: str | None) -> str | None:
        return encrypt(value, purpose=self._purpose()) if value else value

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        if not value or (self.was_plain and not is_sealed(value)):
            return value
        return decrypt(value, purpose=self._purpose())
