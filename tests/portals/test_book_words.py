"""Whatever is booked, and each step of an order, has words in the portals: nobody reads a bare code."""

from __future__ import annotations

import re
from pathlib import Path

from haat.orders.models import Credit
from haat.orders.services.progress import STEPS
from tests.portals.sources import PORTALS

HAAT = Path(__file__).resolve().parents[2] / "backend" / "haat"
POSTED = re.compile(r'ledger\.post\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?code=f?"([^"]+)"')
PAID_OUT = {"payout.bounced", "payout.returned"}  # chosen by how the money came back
OF_DISPUTES = {"dispute.chargeback", "dispute.chargeback-back"}


def booked() -> set[str]:
    codes = {code for file in HAAT.rglob("*.py") for code in POSTED.findall(file.read_text(encoding="utf-8"))}
    assert {"payment.captured", "gift_card.spent", "credit.{credit.cause}", "dispute.{word}"} <= codes
    plain = {code for code in codes if "{" not in code}
    return plain | {f"credit.{cause}" for cause in Credit.Cause.values} | PAID_OUT | OF_DISPUTES


def test_each_kind_of_entry_has_words() -> None:
    table = (PORTALS / "admin/src/api/book-text.ts").read_text(encoding="utf-8")
    assert {code for code in booked() if f'"{code}": t("' not in table} == set()


def test_each_step_of_an_order_has_words() -> None:
    known = (PORTALS / "kit/src/ui/happening-words.ts").read_text(encoding="utf-8")
    assert {said for _, _, said in STEPS.values() if f'"{said}",' not in known} == set()
