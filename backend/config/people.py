"""How long things of people last: sign-ins on each portal, links to undo a change, waits before what cannot be undone."""

from datetime import timedelta
from typing import NamedTuple

from config.environment import env


class Life(NamedTuple):
    """A sign-in ends when it was not used for `idle`, and `absolute` after it began in any case."""

    idle: timedelta
    absolute: timedelta


_BUYER = Life(idle=timedelta(days=14), absolute=timedelta(days=90))
_STAFF = Life(idle=timedelta(minutes=30), absolute=timedelta(hours=12))
HAAT_SIGN_IN_LIFE = {
    "customer": _BUYER,
    "launch": _BUYER,
    "seller": Life(idle=timedelta(days=7), absolute=timedelta(days=30)),
    "admin": _STAFF,
    "platform": _STAFF,
}
HAAT_CONTACT_UNDO = timedelta(hours=env.int("HAAT_CONTACT_UNDO_HOURS", default=72))
HAAT_PAYOUT_FREEZE = timedelta(hours=env.int("HAAT_PAYOUT_FREEZE_HOURS", default=72))
HAAT_ERASURE_WAIT = timedelta(days=env.int("HAAT_ERASURE_WAIT_DAYS", default=7))
HAAT_EXPORT_LIFE = timedelta(days=env.int("HAAT_EXPORT_DAYS", default=7))
