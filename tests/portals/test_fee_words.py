"""Whatever explains a fee has words in the portals: readers of Hindi are told why, too."""

from __future__ import annotations

import re
from itertools import product
from types import SimpleNamespace
from typing import Any

from haat.commissions.fees import fee_of
from haat.commissions.models import CommissionRule
from haat.orders.models import Credit
from tests.portals.sources import PORTALS
from tests.portals.test_book_words import HAAT
from tests.portals.test_words import LIST, LISTED

WRITTEN = re.compile(r'"((?:No commission|The part)[\w ]*\.)"')


def said() -> set[str]:
    sold: Any = SimpleNamespace(taxable_minor=129_900, quantity=2, currency="INR")
    found = {fee_of(None, sold)[1]} | {f"{cause.label}: why" for cause in Credit.Cause}
    for fixed, floor, cap in product((0, 1_000), (None, 50_000), (None, 100, 45_000)):
        rule = CommissionRule(
            name="Odd: 5 % of it", version=2, percent_bp=1_250, fixed_minor=fixed, floor_minor=floor, cap_minor=cap
        )
        found.add(fee_of(rule, sold)[1])
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
