"""Whatever is booked, or written into the history of an order, has words in the portals: nobody reads a bare code."""

from __future__ import annotations

import re
from pathlib import Path

from haat.ledger.chart import CHART
from haat.orders.models import Credit
from haat.payouts.types import LEFT_OUT
from tests.portals import histories
from tests.portals.sources import PORTALS
from tests.portals.test_words import LIST, LISTED

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


def test_each_account_has_words() -> None:
    table = (PORTALS / "kit/src/ui/account-words.ts").read_text(encoding="utf-8")
    assert {name for name in CHART if f'  {name}: t("' not in table} == set()


def test_each_reason_not_to_pay_has_words() -> None:
    table = (PORTALS / "admin/src/features/payouts/words.ts").read_text(encoding="utf-8")
    assert {why for why, said in LEFT_OUT.items() if f'{why}: t("{said}")' not in table} == set()


def test_the_portals_know_what_the_history_of_an_order_says() -> None:
    table = (PORTALS / "kit/src/ui/happening-words.ts").read_text(encoding="utf-8")
    known = {re.sub(r"\{\w+\}", histories.GAP, one) for body in LIST.findall(table) for one in LISTED.findall(body)}
    assert known == histories.written()
