"""Who is acting, for which brand, in which request: set at the edge, carried by jobs, read by logs and audit."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from haat.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something: a person in a role, or the system itself."""

    kind: str  # customer | seller | staff | platform | system | anonymous
    user_id: str | None = None
    name: str = ""
    role: str = ""
    on_behalf_of: str = ""  # whose view a member of staff has borrowed (docs/adr/0019)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


SYSTEM = Actor(kind="system", name="Haat")
ANONYMOUS = Actor(kind="anonymous")


@dataclass(frozen=True, slots=True)
class Context:
    request_id: str = field(default_factory=lambda: new_id().hex)
    actor: Actor = ANONYMOUS
    address: str = ""  # the caller's IP address


_current: ContextVar[Context | None] = ContextVar("haat_context", default=None)


def current() -> Context:
    """The context of this request or job; outside of both the system acts."""
    return _current.get() or Context(request_id="", actor=SYSTEM)


@contextmanager
def use(context: Context) -> Iterator[Context]:
    """Set the context and always put the previous one back."""
    token = _current.set(context)
    try:
        yield context
    finally:
        _current.reset(token)


def act_as(actor: Actor) -> None:
    """Name the actor of the running request once the edge has found out who it is."""
    before = current()
    _current.set(Context(request_id=before.request_id, actor=actor, address=before.address))
