"""Two people of the brand's staff, who are told apart where a second one is needed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import NAMESPACE_DNS, UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterator


def id_of(name: str) -> UUID:
    return uuid5(NAMESPACE_DNS, f"{name}.haat.invalid")


@contextmanager
def as_staff(name: str) -> Iterator[None]:
    from haat.core.context import Actor, Context, use

    who = Actor(kind="staff", user_id=str(id_of(name)), name=name.title(), role="finance")
    with use(Context(actor=who)):
        yield
