"""The verbs of reviews."""

from haat.reviews.services.moderation import VERBS, Outcome, decide
from haat.reviews.services.people import erase, hand_over
from haat.reviews.services.policies import set_policy
from haat.reviews.services.readers import report, take_vote_back, vote
from haat.reviews.services.replies import answer
from haat.reviews.services.scores import score_of, score_sellers
from haat.reviews.services.writing import NotBought, OwnGoods, Words, withdraw, write

__all__ = [
    "VERBS",
    "NotBought",
    "Outcome",
    "OwnGoods",
    "Words",
    "answer",
    "decide",
    "erase",
    "hand_over",
    "report",
    "score_of",
    "score_sellers",
    "set_policy",
    "take_vote_back",
    "vote",
    "withdraw",
    "write",
]
