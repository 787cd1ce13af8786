"""`Idempotency-Key`: the same request takes effect once and gets the same answer again."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core.adding import add_unless_there
from haat.core.crypto import SEALED, seal, unseal
from haat.core.db import run
from haat.core.errors import DomainError, InvalidInput
from haat.core.jobs import current_brand_id
from haat.core.models import IdempotencyKey

if TYPE_CHECKING:
    from datetime import datetime

ABANDONED_AFTER = timedelta(minutes=1)  # a process that died in the middle does not block the retry for longer
KEY_LENGTH_MAX = 100
FINISH = "UPDATE core_idempotencykey SET status = %s, answer = %s::jsonb WHERE id = %s"
PURPOSE = "core.idempotencykey.answer"
SCOPE_LENGTH_MAX = 200


class KeyReused(DomainError):
    code = "idempotency_key_reused"


class StillRunning(DomainError):
    code = "request_in_progress"


def body_hash(body: Any) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()


def begin(*, scope: str, key: str, body: Any, at: datetime) -> IdempotencyKey:
    """Claim the key. The returned row has a status when the request was answered before.

    Raises InvalidInput without a usable key, KeyReused for another body, StillRunning while a twin runs.
    """
    if not key or len(key) > KEY_LENGTH_MAX or not key.isprintable():
        raise InvalidInput(
            f"Send an Idempotency-Key header of 1 to {KEY_LENGTH_MAX} printable characters, so that a repeated request cannot act twice.",
            details={"Idempotency-Key": ["This header is required."]},
        )
    digest = body_hash(body)
    if len(scope) > SCOPE_LENGTH_MAX:  # an endless path; what it names is not there, and that must be said
        scope = hashlib.sha256(scope.encode()).hexdigest()
    row = IdempotencyKey(scope=scope, key=key, body_hash=digest, started_at=at, brand_id=current_brand_id())
    if add_unless_there(row):
        return row
    row = IdempotencyKey.objects.get(scope=scope, key=key)
    if row.body_hash != digest:
        raise KeyReused("This Idempotency-Key was already used for a different request. Use a new key.")
    if row.status is None:
        stale = IdempotencyKey.objects.filter(pk=row.pk, status=None, started_at__lt=at - ABANDONED_AFTER)
        if not stale.update(started_at=at):
            raise StillRunning("The same request is still being worked on. Try again in a moment.")
    return row


def finish(row: IdempotencyKey, *, status: int, answer: Any) -> None:
    """Keep the answer, sealed: it may hold an address or a name."""
    run(FINISH, status, json.dumps(seal(answer, purpose=PURPOSE)), row.pk)


def answer_of(row: IdempotencyKey) -> Any:
    """The answer that was given; one from before answers were sealed is still plain."""
    is_sealed = isinstance(row.answer, dict) and set(row.answer) == {SEALED}
    return unseal(row.answer, purpose=PURPOSE) if is_sealed else row.answer


def give_up(row: IdempotencyKey) -> None:
    """The request was refused and changed nothing: the key may be used again."""
    IdempotencyKey.objects.filter(pk=row.pk, status=None).delete()
