"""Which papers a sale has, when, and what stands on them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from haat.core import clock
from haat.documents import queries, services
from haat.documents.models import Document
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.books.conftest import part_of
from tests.documents.conftest import deliver, give_back, papers, verified
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

GOLDEN = Path(__file__).parent / "golden" / "month.json"
CHANGING = ("hash",)


def plain(row: Document) -> dict[str, Any]:
    """The content without what differs from run to run."""
    text = json.dumps(queries.whole(row), ensure_ascii=False, sort_keys=True)
    text = re.sub(r"\d{4}-\d{2}-\d{2}", "DAY", re.sub(r"\d{2} [A-Z][a-z]{2} \d{4}", "DAY", text))
    text = re.sub(r"[A-Z][a-z]+ 20\d\d", "MONTH", re.sub(r"[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text))
    return dict(json.loads(re.sub(r"AST-\d\d-", "AST-YY-", text)))


def test_a_month_with_a_return_reads_as_it_was_signed_off(shop: Shop, ravi: Any, meera: Any) -> None:
    """Both rivals sell, Ravi's goods come back in part, then the month ends."""
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    give_back(shop, number, ravi, 1, "one")
    give_back(shop, number, ravi, 0, "less", amount=5_000)
    with time_machine.travel(timezone.now() + timezone.timedelta(days=32), tick=True):
        with brand_scope(shop.brand):
            services.close_months(at=clock.now())
            assert services.close_months(at=clock.now()) == 0
        rows = papers(shop.brand)
        with brand_scope(shop.brand):
            found = [plain(row) for row in rows]
    year = rows[0].content["year"]
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True).replace(year, "YEAR")
    text = re.sub(r"/\d{4}/", "/YYYY/", text) + "\n"
    if os.environ.get("HAAT_WRITE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), "the papers differ: read them before you keep them"
    assert [row.kind for row in rows] == [
        "tax_invoice", "tax_invoice", "credit_note", "credit_note", "commission_invoice", "commission_invoice",
    ]  # fmt: skip
