"""Wrong codes of one person are counted, over all portals, and cool down; nobody is locked out for good."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.core.errors import DomainError
from haat.identity.models import FactorFailure, User

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

WRONG_PER_HOUR_MAX = 10
WRONG_PER_DAY_MAX = 20
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class TooManyTries(DomainError):
    code = "too_many_tries"
    status = 429


def attempt(*, user: User, check: Callable[[], bool], at: datetime) -> bool:
    """Compare one code while nobody else compares one of this person. Raises TooManyTries.

    The person's row is locked from counting to writing the failure down, so that parallel guesses cannot race it;
    a passkey is not guessed and stays a way in while codes cool down.
    """
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        _refuse_when_hot(user, at)
        right = check()
        if not right:
            FactorFailure.objects.filter(user=user, at__lte=at - DAY).delete()
            FactorFailure.objects.create(user=user, at=at)
    return right


def _refuse_when_hot(user: User, at: datetime) -> None:
    wrong = list(FactorFailure.objects.filter(user=user, at__gt=at - DAY).order_by("-at").values_list("at", flat=True))
    ends = [
        wrong[most - 1] + span
        for most, span in ((WRONG_PER_HOUR_MAX, HOUR), (WRONG_PER_DAY_MAX, DAY))
        if len(wrong) >= most and wrong[most - 1] + span > at
    ]
    if ends:
        minutes = int((max(ends) - at).total_seconds() // 60) + 1
        raise TooManyTries(
            f"Too many wrong codes. Try again in {minutes} minutes, or use a passkey.",
            details={"minutes": [str(minutes)]},
        )
