"""The doors to cases: whose they are decides what is found."""

from haat.disputes.queries.cases import case, case_of, cases, counts, locked_case, one_case, waiting_since
from haat.disputes.queries.sellers import seller_case, seller_cases, seller_share

__all__ = [
    "case", "case_of", "cases", "counts", "locked_case", "one_case", "seller_case", "seller_cases", "seller_share",
    "waiting_since",
]  # fmt: skip
