"""Whatever explains a fee has words in the portals: readers of Hindi are told why, too."""

from __future__ import annotations

import re
from itertools import product
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from haat.commissions.fees import Delivery, fee_of, fee_of_delivery
from haat.commissions.models import CommissionRule
from haat.orders.models import Credit
from tests.portals.sources import PORTALS
from tests.portals.test_book_words import HAAT
from tests.portals.test_words import LIST, LISTED

WRITTEN = re.compile(r'"((?:No commission|The part)[\w ]*\.)"')
ANY = UUID(int=1)
SCOPES: tuple[dict[str, Any], ...] = (
    {},
    {"seller_id": ANY, "category_id": ANY, "product_id": ANY, "payment": "cod", "price_min_minor": 1},
    {"seller_tier": "gold", "payment": "prepaid", "basis": "gross"},
)


def said() -> set[str]:
    """Every sentence, each reason of a rule by itself."""
    sold: Any = SimpleNamespace(
        taxable_minor=129_900, value_minor=150_000, unit_minor=70_000, quantity=2, currency="INR"
    )
    found = {fee_of(None, sold)[1]} | {f"{cause.label}: why" for cause in Credit.Cause}
    for fixed, floor, cap, scope in product((0, 1_000), (None, 50_000), (None, 100, 45_000), SCOPES):
        rule = CommissionRule(
            name="Odd: 5 % of it", version=2, percent_bp=1_250, fixed_minor=fixed, floor_minor=floor, cap_minor=cap, **scope
        )  # fmt: skip
        words, _, reasons = fee_of(rule, sold)[1].partition(" For: ")
        found |= {words, *reasons.removesuffix(".").split(", ")} - {""}
    found.add(fee_of_delivery(CommissionRule(name="Parcels", percent_bp=900), Delivery(4_000, 4_720, "INR"))[1])
    for file in (HAAT / "commissions").rglob("*.py"):
        found |= set(WRITTEN.findall(file.read_text(encoding="utf-8")))
    return found


def test_the_portals_know_what_explains_a_fee() -> None:
    table = (PORTALS / "kit/src/ui/fee-words.ts").read_text(encoding="utf-8")
    known = [one for body in LIST.findall(table) for one in LISTED.findall(body)]
    forms = {
        one: re.sub(r"\\\{(\w+)\\\}", lambda gap: r"\S+" if gap[1] == "number" else ".+?", re.escape(one))
        for one in known
    }
    fits = {text: next((one for one in known if re.fullmatch(forms[one], text)), None) for text in said()}
    assert [text for text, form in fits.items() if form is None] == []
    assert set(known) == set(fits.values())
