"""What customers say about goods, what sellers answer, and the figures that follow."""

from haat.reviews.models.policy import Policy
from haat.reviews.models.ratings import Rating
from haat.reviews.models.readers import Report, Vote
from haat.reviews.models.reviews import Reply, Review

__all__ = ["Policy", "Rating", "Reply", "Report", "Review", "Vote"]
