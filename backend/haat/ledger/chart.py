"""The chart of accounts: what each code is and on which side it grows. A code is `name` or `name:owner`."""

from __future__ import annotations

from typing import Literal

Kind = Literal["asset", "liability", "income", "expense"]

CHART: dict[str, Kind] = {
    "gateway_clearing": "asset",  # money at the payment provider
    "bank": "asset",
    "cod_receivable": "asset",  # cash that a seller's courier collected
    "disputed": "asset",  # taken by customers' banks; who bears it is not decided yet
    "gst_input_credit": "asset",  # GST inside the provider's fees
    "order_holding": "liability",  # paid by customers, not delivered yet
    "seller_payable": "liability",  # earned by a seller; negative when the seller owes us
    "payout_in_transit": "liability",
    "seller_reserve": "liability",  # kept back out of payouts for some days
    "refund_payable": "liability",
    "gift_card_liability": "liability",  # what is on gift cards, and what unpaid orders hold of it
    "gst_output": "liability",  # GST on the brand's own fees
    "vat_output": "liability",  # the same where the tax is VAT
    "tcs_payable": "liability",  # CGST Act s.52
    "tds_payable": "liability",  # Income-tax Act 2025 s.393
    "suspense": "liability",  # money without an order, on its way back
    "commission_revenue": "income",
    "cod_fee_income": "income",
    "breakage_income": "income",  # gift cards that ended unspent
    "gateway_fee": "expense",
    "route_fee": "expense",
    "chargeback_loss": "expense",  # lost disputes that the brand bears
    "bad_debt": "expense",  # what sellers owed and nobody will get
    "promo_expense": "expense",  # discounts that the brand pays for
    "seller_adjustments": "expense",  # given to sellers by hand, less what was taken
    "goodwill_expense": "expense",  # what the brand gives a customer back out of its own pocket
}
GROWS_BY_DEBIT = frozenset({"asset", "expense"})


def kind_of(code: str) -> Kind:
    """Raises KeyError for a name that is not in the chart: a typo must not open an account."""
    return CHART[code.partition(":")[0]]


def seller_payable(seller_id: object) -> str:
    return f"seller_payable:{seller_id}"


def seller_reserve(seller_id: object) -> str:
    return f"seller_reserve:{seller_id}"


def payout_in_transit(seller_id: object) -> str:
    return f"payout_in_transit:{seller_id}"


GIFT_CARDS = "gift_card_liability"
GATEWAY, BANK = "gateway_clearing:razorpay", "bank"
PAYABLE, RESERVE = "seller_payable:", "seller_reserve:"
