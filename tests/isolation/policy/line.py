"""One line of the table: a route and a method, who may, and what its parameters and its body name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ANYBODY = "anybody"
SIGNED_IN = "signed in"
MEMBER = "member"  # of the portal's scope, whatever the role
OK = (200, 201, 204)
AWAY = (302, 303)  # a page that sends its visitor on


@dataclass(frozen=True)
class Line:
    """`who` is one of the words above or a permission. `names` gives a kind of thing for each parameter of the path.

    In `body` (a query, for GET) `$kind` stands for a thing of that kind; a callable makes the body from the call. `own` is the answer to
    whoever may and names what is theirs, `foreign` the answer to naming another's. `owner` is the party whose things
    are meant, where it is not the portal's first.
    """

    portal: str
    path: str
    method: str
    who: str
    names: dict[str, str] = field(default_factory=dict)
    body: Any = None
    own: tuple[int, ...] = OK
    foreign: tuple[int, ...] = (404,)
    owner: str = ""
    form: bool = False  # a page's form, not JSON
    done: str = ""  # where a success sends to, when a refusal sends somewhere too
    step_up: bool = False  # refused with 403 without a proof of the last minutes
    stranger: tuple[int, ...] = (403,)  # to somebody signed in without a membership
    fresh: bool = False  # refused with 403 without a sign-in of the last minutes
    notes: bool = False  # a GET that writes down that it happened
    others: tuple[int, ...] = ()  # to whoever may and has nothing of it, where that is not the owner's answer
    tells: tuple[str, ...] = ()  # parties whose own words it says to whoever may
    brief: bool = False  # costly and the same for all: asked once
    alike: bool = False  # the same on every host and for every role: fewer kinds of people ask
    raw: bool = False  # the body is a file, so it has no fields
    why: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.portal, self.path, self.method

    @property
    def is_page(self) -> bool:
        return not self.path.startswith("api/")


class Table:
    """Collects the lines of one portal: `table("GET", "orders", SIGNED_IN)`."""

    def __init__(self, portal: str, prefix: str = "") -> None:
        self.portal, self.prefix = portal, prefix
        self.lines: list[Line] = []

    def __call__(
        self, method: str, path: str, who: str, names: dict[str, str] | None = None, body: Any = None, **more: Any
    ) -> None:
        self.lines.append(Line(self.portal, f"{self.prefix}{path}", method, who, names or {}, body, **more))
