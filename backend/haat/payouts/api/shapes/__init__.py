"""How payouts look, without a role."""

from haat.payouts.api.shapes.explained import ExplainedOut
from haat.payouts.api.shapes.money import WayOut
from haat.payouts.api.shapes.payout import PayoutLineOut, PayoutRowOut

__all__ = ["ExplainedOut", "PayoutLineOut", "PayoutRowOut", "WayOut"]
