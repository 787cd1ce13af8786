"""What was looked at, in which brand, and which words stood there."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.isolation.world import marks


@dataclass(frozen=True)
class Sight:
    """`surface` is the kind of place, `where` the place itself."""

    surface: str
    where: str
    brand: str
    content: bytes = field(repr=False)

    @property
    def foreign(self) -> set[str]:
        other = next(slug for slug in marks.BRANDS if slug != self.brand)
        return marks.found(marks.brand_marks(other), self.content)

    @property
    def own(self) -> bool:
        return marks.BRANDS[self.brand].encode() in self.content.lower()


def sight(surface: str, where: str, brand: str, content: str | bytes) -> Sight:
    return Sight(surface, where, brand, content.encode() if isinstance(content, str) else content)
