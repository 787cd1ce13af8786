"""Verbs of returns. Each locks the part first, then the return."""

from haat.returns.services.answer import approve, reject
from haat.returns.services.ask import NotReturnable, ask
from haat.returns.services.escalate import answer_overdue, escalate
from haat.returns.services.exchange import send_replacement
from haat.returns.services.goodwill import give
from haat.returns.services.moving import WrongStep
from haat.returns.services.people import erase
from haat.returns.services.receive import receive
from haat.returns.services.undelivered import come_back
from haat.returns.services.way import pick_up, withdraw

__all__ = [
    "NotReturnable", "WrongStep", "answer_overdue", "approve", "ask", "come_back", "erase", "escalate", "give", "pick_up", "receive", "reject",
    "send_replacement", "withdraw",
]  # fmt: skip
