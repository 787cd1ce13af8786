"""Facts about reviews, and figures as others read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from haat.core.events import Event

if TYPE_CHECKING:
    from collections.abc import Mapping

STARS = (5, 4, 3, 2, 1)
TITLE_MAX, TEXT_MAX, AUTHOR_MAX, REPLY_MAX = 120, 4_000, 60, 2_000
CAUSES = ("not_about_product", "abusive", "personal_data", "advertising", "untrue", "other")  # of reports
REASONS = (*CAUSES[:-1], "seller_only", "other")  # of hiding
AT_ONCE, APPROVAL = "at_once", "approval"  # what the brand wants with new ones
PRIOR_COUNT, PRIOR_STARS_TENTHS = 10, 35  # each product begins as if ten people had given 3.5 stars


@dataclass(frozen=True, slots=True)
class RatingChanged(Event):
    """The figures of a product are other ones now."""

    topic: ClassVar[str] = "reviews.rating_changed"
    product_id: str


@dataclass(frozen=True, slots=True)
class ReviewPublished(Event):
    """Readers see it for the first time."""

    topic: ClassVar[str] = "reviews.published"
    review_id: str


@dataclass(frozen=True, slots=True)
class ReviewHidden(Event):
    topic: ClassVar[str] = "reviews.hidden"
    review_id: str


@dataclass(frozen=True, slots=True)
class ReviewAnswered(Event):
    topic: ClassVar[str] = "reviews.answered"
    review_id: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one product. `rank` is the Bayesian average in thousandths of a star: few reviews say little."""

    by_stars: Mapping[int, int]
    worded: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_stars.values())

    @property
    def sum(self) -> int:
        return sum(stars * number for stars, number in self.by_stars.items())

    @property
    def tenths(self) -> int:
        """The average in tenths of a star, rounded half up; 0 without reviews."""
        return (self.sum * 20 + self.total) // (2 * self.total) if self.total else 0

    @property
    def average(self) -> str:
        return f"{self.tenths // 10}.{self.tenths % 10}" if self.total else ""

    @property
    def rank(self) -> int:
        return bayesian(self.sum, self.total)


def bayesian(stars: int, number: int) -> int:
    """In thousandths of a star."""
    return (PRIOR_COUNT * PRIOR_STARS_TENTHS * 100 + stars * 1000) // (PRIOR_COUNT + number)


NOTHING = Figures({})
UNRATED = NOTHING.rank
