"""Payouts as the brand's finance people work them off."""

from haat.payouts.api.admin import adjustments, bank, cash, holds, payouts, plans, runs

urlpatterns = [
    route
    for module in (payouts, runs, plans, holds, adjustments, cash, bank)
    for route in module.urlpatterns
]  # fmt: skip
