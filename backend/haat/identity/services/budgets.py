"""Taking from budgets: all or nothing, and never two for the last one left."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from haat.core import crypto
from haat.core.db import connection
from haat.core.errors import DomainError, Unavailable
from haat.identity.models import DayCount, Use

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
KEPT = 2 * DAY  # longer than the longest window


class Spent(DomainError):
    """A budget is used up; `retry_after` says for how many seconds."""

    code = "too_many_requests"
    status = 429

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message, details={"retry_after": retry_after})
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `limits[n][0]` uses in `limits[n][1]`, for one subject."""

    scope: str
    subject: str
    limits: Sequence[tuple[int, timedelta]]
    sentence: str


def subject_of(value: str) -> str:
    """A keyed hash, so that the counters hold no phone number and no address."""
    return crypto.blind_index(value, purpose="budget")


def network_of(address: str) -> str:
    """What one caller can change at will counts as one: a /64 of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def take(budgets: Sequence[Budget], *, at: datetime) -> list[int]:
    """Use one unit of each budget, in one transaction. Raises Spent, and takes nothing then; Unavailable without a database.

    The locks are taken in the order of their keys, so two takers cannot wait for each other.
    """
    with readable(), transaction.atomic():
        rows = [_take(budget, at) for budget in sorted(budgets, key=lambda budget: (budget.scope, budget.subject))]
        return [row.pk for row in rows]


def give_back(taken: Sequence[int]) -> None:
    """Undo what `take` returned: the try was right and counts for nothing."""
    Use.objects.filter(pk__in=taken).delete()


def take_day(*, scope: str, subject: str, limit: int, at: datetime, sentence: str) -> int:
    """Use one unit of a day's budget; returns how many are used now. Raises Spent."""
    statement = (
        "INSERT INTO identity_daycount (scope, subject, day, used) VALUES (%s, %s, %s, 1) "
        "ON CONFLICT (scope, subject, day) DO UPDATE SET used = identity_daycount.used + 1 "
        "WHERE identity_daycount.used < %s RETURNING used"
    )
    with readable(), connection.cursor() as cursor:
        cursor.execute(statement, [scope, subject, at.date(), limit])
        row = cursor.fetchone() if limit > 0 else None
    if row is None:
        midnight = at.replace(hour=0, minute=0, second=0, microsecond=0) + DAY
        raise Spent(sentence, retry_after=int((midnight - at).total_seconds()) + 1)
    return int(row[0])


def forget(*, at: datetime) -> None:
    """Delete what no window reaches any more."""
    Use.objects.filter(at__lt=at - KEPT).delete()
    DayCount.objects.filter(day__lt=(at - KEPT).date()).delete()


@contextmanager
def readable() -> Iterator[None]:
    """Without its budgets nothing is sent and nothing compared: unreadable is not unlimited."""
    try:
        yield
    except DatabaseError as error:
        raise Unavailable(_("Sign-in is not available for a moment. Try again.")) from error


def _take(budget: Budget, at: datetime) -> Use:
    _lock(f"{budget.scope}:{budget.subject}")
    used = Use.objects.filter(scope=budget.scope, subject=budget.subject)
    for limit, window in budget.limits:
        recent = list(used.filter(at__gt=at - window).order_by("-at").values_list("at", flat=True)[:limit])
        if len(recent) >= limit:
            free_at = (recent[-1] if recent else at) + window
            raise Spent(budget.sentence, retry_after=max(1, int((free_at - at).total_seconds()) + 1))
    return Use.objects.create(scope=budget.scope, subject=budget.subject, at=at)


def _lock(key: str) -> None:
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
