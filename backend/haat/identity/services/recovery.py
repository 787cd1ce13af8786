"""Recovery codes: ten, shown once, kept as slow hashes, each good for one sign-in."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from django.db import transaction

from haat.identity.models import RecoveryCode, User

if TYPE_CHECKING:
    from datetime import datetime

CODES = 10
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike: 5 bits each
LENGTH = 12
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)  # OWASP's first choice for Argon2id
_NOBODYS = _hasher.hash("nobody's code")


def renew_recovery_codes(*, user: User) -> list[str]:
    """Ten new codes; the old ones stop working. The only time that anybody sees them.

    Each begins with a letter of its own, so that one comparison is enough to check a typed one.
    """
    letters = secrets.SystemRandom().sample(LETTERS, CODES)
    codes = [letter + "".join(secrets.choice(LETTERS) for _ in range(LENGTH - 1)) for letter in letters]
    rows = [RecoveryCode(user=user, letter=code[0], code_hash=_hasher.hash(code)) for code in codes]
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        RecoveryCode.objects.filter(user=user).delete()
        RecoveryCode.objects.bulk_create(rows)
    return ["-".join(code[part : part + 4] for part in range(0, LENGTH, 4)) for code in codes]


def is_right_recovery_code(*, user: User, code: str, at: datetime) -> bool:
    """Use a code up. Call it within `attempt`, which lets one through at a time."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    row = RecoveryCode.objects.select_for_update().filter(user=user, letter=plain[:1], used_at=None).first()
    if not _matches(row.code_hash if row else _NOBODYS, plain) or row is None:
        return False
    row.used_at = at
    row.save(update_fields=["used_at", "updated_at"])
    return True


def _matches(code_hash: str, plain: str) -> bool:
    try:
        return _hasher.verify(code_hash, plain)
    except VerifyMismatchError:
        return False
