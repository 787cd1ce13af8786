"""Guessing: how often a proof may be tried for one account, and from one connection, before everybody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import context
from haat.identity.services.budgets import DAY, HOUR, Budget, network_of, subject_of, take

if TYPE_CHECKING:
    from datetime import datetime


def count_try(kind: str, identifier: str, *, at: datetime) -> list[int]:
    """Count one try for an address, before it is compared; give it back if it was right. Raises Spent.

    A cool-down, never a lock: the oldest try leaves the window again. Kinds are counted apart, so that guessing at a
    password cannot keep its owner from signing in by code.
    """
    sentence = _("Too many tries. Wait, or sign in another way.")
    limits = [(settings.HAAT_TRIES_PER_HOUR, HOUR), (settings.HAAT_TRIES_PER_DAY, DAY)]
    budgets = [Budget(f"try.{kind}", subject_of(identifier), limits, sentence)]
    if address := context.current().address:
        limits = [(settings.HAAT_TRIES_PER_ADDRESS_HOUR, HOUR)]
        budgets.append(Budget(f"try.{kind}.from", subject_of(network_of(address)), limits, sentence))
    return take(budgets, at=at)
