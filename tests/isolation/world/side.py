"""One of the two brands: its people, and a thing of each kind for each party."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from haat.tenancy.models import Brand

NOTHING = {"number": "NIL-26-999999", "slug": "no-such-thing", "name": "no-such/file.png"}


@dataclass
class Side:
    """`things[kind][party]` is what stands in an address: an id, a number or a slug. `people[name]` is an identity."""

    brand: Brand
    people: dict[str, Any] = field(default_factory=dict)
    things: dict[str, dict[str, str]] = field(default_factory=dict)

    def keep(self, kind: str, party: str, thing: Any) -> None:
        self.things.setdefault(kind, {})[party] = str(thing)

    def thing(self, kind: str, party: str) -> str | None:
        """A thing of this party; of whoever has one, where the party is the brand or the platform itself."""
        owned = self.things[kind]
        return owned.get(party) or (next(iter(owned.values())) if party in {"nia", "olga"} else None)

    def any_thing(self, kind: str) -> str:
        """Somebody's thing of this kind; of this family of kinds, where the state does not matter."""
        family = kind.partition(".")[0]
        near = [owned for name, owned in self.things.items() if name.partition(".")[0] == family]
        return next(iter(self.things.get(kind, near[0] if near else {}).values()))


def nothing_like(thing: str) -> str:
    """An id of the same form that nobody has."""
    try:
        uuid.UUID(thing)
    except ValueError:
        if thing.isdecimal():
            return "999999999"
        is_number = thing[:1].isupper() and "-" in thing
        return NOTHING["number"] if is_number else NOTHING["name" if "/" in thing else "slug"]
    return str(uuid.uuid4())
