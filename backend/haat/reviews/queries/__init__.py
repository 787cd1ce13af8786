"""Reads of reviews, and the doors to rows of a customer, a seller and the brand's staff."""

from haat.reviews.queries.desk import brand_review, brand_reviews, waiting
from haat.reviews.queries.figures import figures, figures_of, policy
from haat.reviews.queries.own import Purchase, exported, own_review, purchases, unreviewed
from haat.reviews.queries.shop import Standing, seller_review, seller_reviews, standing
from haat.reviews.queries.shown import SORTS, helped, one, shown, shown_review

__all__ = [
    "SORTS",
    "Purchase",
    "Standing",
    "brand_review",
    "brand_reviews",
    "exported",
    "figures",
    "figures_of",
    "helped",
    "one",
    "own_review",
    "policy",
    "purchases",
    "seller_review",
    "seller_reviews",
    "shown",
    "shown_review",
    "standing",
    "unreviewed",
    "waiting",
]
