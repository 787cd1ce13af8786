"""Verbs of disputes: follow what the provider says, gather proof, answer, and say who bears a lost one."""

from haat.disputes.services.answering import answer, write_words
from haat.disputes.services.bearing import bear, charge_part
from haat.disputes.services.booking import book_covering
from haat.disputes.services.dividing import divide
from haat.disputes.services.following import follow
from haat.disputes.services.papers import FILE_BYTES_MAX, add_paper, drop_paper
from haat.disputes.services.sending import ask, carry_out

__all__ = [
    "FILE_BYTES_MAX",
    "add_paper", "answer", "ask", "bear", "book_covering", "carry_out", "charge_part", "divide", "drop_paper", "follow",
    "write_words",
]  # fmt: skip
