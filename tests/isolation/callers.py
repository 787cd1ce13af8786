"""Who knocks: nine kinds of people and a few more, each signed in on the very portal that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.identity.permissions import TABLE, permissions_of
from tests.isolation.policy.line import ANYBODY, MEMBER, SIGNED_IN, Line

if TYPE_CHECKING:
    from tests.isolation.world import World

SCOPES = {"seller": "seller", "admin": "brand", "platform": "platform"}
WITHOUT = "?"  # a member of the staff whose role lacks the right that is asked for


@dataclass(frozen=True)
class Caller:
    """`party` is the name in the table of people; `slug` is where they belong."""

    name: str
    slug: str = ""
    party: str = ""

    def user(self, world: World) -> Any:
        if not self.slug:
            return None
        return (world.platform if self.slug == "platform" else world.side(self.slug).people)[self.party]

    @property
    def family(self) -> str:
        """The party whose things count as the caller's own: `ravi` for his finance staff."""
        return self.party.partition(".")[0]

    def role(self, portal: str) -> str | None:
        """The role that the caller holds on this portal of aster, None for a stranger."""
        home, dot, role = self.party.partition(".")
        place = {"seller": "aster", "admin": "aster", "platform": "platform"}.get(portal)
        if place is None or self.slug != place:
            return None
        fits = {
            "seller": home in {"ravi", "meera", "tara", "uma"}, "admin": home in {"nia", "brand"}, "platform": home in {"olga", "platform"},
        }  # fmt: skip
        return (role if dot else "owner") if fits[portal] else None

    def may(self, line: Line) -> str:
        """`yes`, or why not: `no login`, `stranger`, `not allowed`."""
        if line.who == ANYBODY or (line.who == SIGNED_IN and self.slug):
            return "yes"
        if not self.slug:
            return "no login"
        role = self.role(line.portal)
        if role is None:
            return "stranger"
        allowed = line.who == MEMBER or line.who in permissions_of(SCOPES[line.portal], role)
        return "yes" if allowed else "not allowed"


CALLERS = (
    Caller("anonymous"),
    Caller("customer", "aster", "asha"),
    Caller("other customer", "aster", "ben"),
    Caller("seller", "aster", "ravi"),
    Caller("rival seller", "aster", "meera"),
    Caller("seller's staff without the right", "aster", f"ravi.{WITHOUT}"),
    Caller("brand staff without the right", "aster", f"brand.{WITHOUT}"),
    Caller("brand owner", "aster", "nia"),
    Caller("owner of another brand", "birch", "nia"),
    Caller("seller of another brand", "birch", "ravi"),
    Caller("customer of another brand", "birch", "asha"),
    Caller("platform staff", "platform", "olga"),
    Caller("platform staff without the right", "platform", f"platform.{WITHOUT}"),
)


def callers_for(line: Line) -> list[Caller]:
    """All of them, with the roles that lack this line's right, and the line's own owner."""
    found = [placed for one in CALLERS if (placed := _placed(one, line)) is not None]
    known = {(one.slug, one.party) for one in found}
    if line.owner and ("aster", line.owner) not in known:
        found.append(Caller("applicant", "aster", line.owner))
    if line.alike:
        wanted = {("", ""), ("aster", "asha"), ("birch", "nia"), _owner(line)}
        found = [one for one in found if (one.slug, one.party) in wanted]
    return found[:2] if line.brief else found


def _owner(line: Line) -> tuple[str, str]:
    homes = {"customer": "ben", "seller": "ravi", "admin": "nia"}
    return ("aster", line.owner or homes[line.portal]) if line.owner or line.portal in homes else ("platform", "olga")


def _placed(caller: Caller, line: Line) -> Caller | None:
    home, _, role = caller.party.partition(".")
    if role != WITHOUT:
        return caller
    scope = {"ravi": "seller"}.get(home, home)
    lacking = [name for name in TABLE[scope] if name != "owner"]
    if SCOPES.get(line.portal) == scope and line.who not in {ANYBODY, SIGNED_IN}:
        lacking = [name for name in lacking if line.who != MEMBER and line.who not in permissions_of(scope, name)]
    return Caller(caller.name, caller.slug, f"{home}.{lacking[0]}") if lacking else None
