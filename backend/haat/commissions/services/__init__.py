"""Verbs of commission."""

from haat.commissions.services.compute import compute, reverse
from haat.commissions.services.credited import credit
from haat.commissions.services.recognise import recognise
from haat.commissions.services.rules import add_rule, archive_rule, set_rules
from haat.commissions.whatif import Replay, what_if

__all__ = ["Replay", "add_rule", "archive_rule", "compute", "credit", "recognise", "reverse", "set_rules", "what_if"]
