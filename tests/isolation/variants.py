"""Which things a call names: the owner's, a rival's, the neighbour brand's, nobody's, or a mixture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY
from tests.isolation.world.side import nothing_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.callers import Caller
    from tests.isolation.policy.line import Line
    from tests.isolation.world import World

OWNERS = {"customer": "asha", "seller": "ravi", "admin": "nia", "platform": "olga", "launch": "olga"}
RIVALS = {"asha": "ben", "ravi": "meera", "tara": "uma"}
LINKS = {
    f"{kind}.{place}" for kind in ("letter", "ticket") for place in ("seller", "brand", "platform", "customer", "admin")
}
OPEN_KINDS = {
    "offer", "product", "product.slug", "review.shown", "preview", "category", "category.slug", "collection.slug", "sitemap.number", "shop", "page", "file", "webhook", "payment.return", "code", "host", *LINKS,
}  # fmt: skip
PUBLIC = {"seller": {"category.slug", "sku.free", "file", "host", *LINKS}, "admin": {"file", "host", *LINKS}}
BODY_KINDS = {bodies.order: ("address",), bodies.order_form: ("address",)}


@dataclass(frozen=True)
class Variant:
    """`other` names the one kind that is exchanged; all of them where it is empty."""

    whose: str  # own | rival | neighbour | nobody
    other: str = ""

    def __str__(self) -> str:
        return f"{self.whose}'s {self.other or 'things'}"


OWN = Variant("own")


def owner_of(line: Line) -> str:
    return line.owner or OWNERS[line.portal]


def kinds_in_body(line: Line) -> tuple[str, ...]:
    if callable(line.body):
        return BODY_KINDS.get(line.body, ())
    values = (line.body or {}).values()
    return tuple(value[1:] for value in values if isinstance(value, str) and value.startswith("$"))


def kinds(line: Line) -> tuple[str, ...]:
    return (*line.names.values(), *kinds_in_body(line))


def is_open(line: Line, kind: str) -> bool:
    """A thing of this kind is the whole brand's to name on this portal."""
    return kind in PUBLIC.get(line.portal, OPEN_KINDS)


def is_own(kind: str) -> bool:
    """A thing of a person and not of what they work for: on every portal the person alone may name it."""
    return kind.startswith("own.")


def variants(line: Line, world: World, caller: Caller) -> Iterator[Variant]:
    """For everybody: all ids of the own, of the rival, of the neighbour, of nobody.

    Where everybody may read the own and nothing depends on who asks, three ask for the rest.
    """
    yield OWN
    is_public = line.who == ANYBODY and line.method == "GET" and all(is_open(line, kind) for kind in kinds(line))
    if not kinds(line) or line.brief or (is_public and caller.party not in {"", "asha", "nia"}):
        return
    if line.portal not in {"platform", "launch"}:
        yield Variant("neighbour")
    if caller.may(line) != "yes":
        return  # refused before anything is looked up
    rival = RIVALS.get(owner_of(line))
    private = [kind for kind in kinds(line) if not is_open(line, kind)]
    is_unknown = line.portal not in {"platform", "launch"}  # there nothing is foreign
    if (
        rival
        and private
        and (is_unknown or any(map(is_own, private)))
        and all(rival in world.aster.things[kind] for kind in private)
    ):
        yield Variant("rival")
    yield Variant("nobody")


def mixtures(line: Line, world: World) -> Iterator[Variant]:
    """For the owner alone: one id of somebody else among the own ones."""
    every = kinds(line)
    if len(every) < 2 and not kinds_in_body(line):
        return
    rival = RIVALS.get(owner_of(line))
    for kind in every[1:] if line.names else every:
        if line.portal == "platform":
            has_another = len(world.aster.things[kind]) > 1
        else:
            has_another = not is_open(line, kind) and rival in world.aster.things[kind]
        if has_another:
            yield Variant("rival", kind)
        if line.portal != "platform":
            yield Variant("neighbour", kind)
        yield Variant("nobody", kind)


def thing(line: Line, world: World, kind: str, variant: Variant) -> str:
    """The id that stands for this kind in this variant."""
    owner = owner_of(line)
    own = world.aster.thing(kind, owner) or world.aster.any_thing(kind)
    whose = variant.whose if not variant.other or variant.other == kind else "own"
    if whose == "own" or (whose == "rival" and is_open(line, kind)):
        return own
    if whose == "rival":
        rival = RIVALS.get(owner)
        return world.aster.things[kind][rival] if rival else list(world.aster.things[kind].values())[1]
    return world.birch.any_thing(kind) if whose == "neighbour" else nothing_like(own)
