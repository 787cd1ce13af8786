"""Which papers a sale has, when, and what stands on them."""

from __future__ import annotations

import json
import os
import re
from calendar import month_name
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from haat.books.papers import paper_checks
from haat.core import clock
from haat.core.ids import new_id
from haat.documents import queries, services
from haat.documents.models import Addressee, Document, Series
from haat.orders import services as orders
from haat.orders.types import Taken
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.books.conftest import part_of
from tests.documents.conftest import deliver, give_back, papers, verified
from tests.documents.pdf_text import text_of
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.books.conftest import Account
    from tests.checkout.conftest import Shop

GOLDEN = Path(__file__).parent / "golden" / "month.json"


def plain(row: Document) -> dict[str, Any]:
    """The content without what differs from run to run."""
    text = json.dumps(queries.whole(row), ensure_ascii=False, sort_keys=True)
    text = re.sub(r"\d{4}-\d{2}-\d{2}", "DAY", re.sub(r"\d{2} [A-Z][a-z]{2} \d{4}", "DAY", text))
    text = re.sub(r"SKU-\d+", "SKU", text)
    text = re.sub(
        r"[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}", "ID", re.sub(rf"({'|'.join(month_name[1:])}) 20\d\d", "MONTH", text)
    )
    return dict(json.loads(re.sub(r"AST-\d\d-", "AST-YY-", text)))


def test_a_month_with_a_return_reads_as_it_was_signed_off(shop: Shop, ravi: Any, meera: Any) -> None:
    """Both rivals sell, Ravi's goods come back in part, then the month ends."""
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    give_back(shop, number, ravi, 1, "one")
    give_back(shop, number, ravi, 0, "less", amount=5_000)
    with time_machine.travel(timezone.now() + timedelta(days=32), tick=True):
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
        "commission_credit_note",
    ]  # fmt: skip


def test_a_parcel_that_is_called_off_after_packing_has_its_invoice_taken_back(
    shop: Shop, account: Account, ravi: Any, nia: Any
) -> None:
    account.top_up(1_000_000)
    number = shop.paid()
    seller = Api("seller", shop.brand, ravi.user)
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
    for step in ("acceptance", "packing"):
        seller.post(f"orders/{part.number}/{step}")
        assert seller.status == 200
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        services.invoice_part(part_id=part.pk, at=clock.now())
    admin = Api("admin", shop.brand, nia.user)
    admin.post(f"orders/{number}/cancellation", {"reason": "Broken"}, key="cancel")
    assert admin.status == 200, admin.response.content
    run_jobs(shop.brand)
    assert [row.kind for row in papers(shop.brand)] == ["tax_invoice", "credit_note"], papers(shop.brand)
    invoice, note = papers(shop.brand)
    assert (invoice.kind, note.kind, note.original_id) == ("tax_invoice", "credit_note", invoice.pk)
    assert (note.total_minor, note.content["reason"]) == (invoice.total_minor, "Broken")
    with brand_scope(shop.brand):  # the rival's part was never packed: it has no paper, and gets none any more
        other = part_of(number, Seller.objects.exclude(pk=ravi.seller.pk).get(name__startswith="Meera"))
        assert services.invoice_part(part_id=other.pk, at=clock.now()) is None
    assert verified(shop.brand).faults == []


def test_a_seller_without_tax_number_issues_a_bill_of_supply(shop: Shop, ravi: Any) -> None:
    with brand_scope(shop.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(gst_status="unregistered", gstin="")
    number = shop.paid()
    deliver(shop, number, ravi)
    give_back(shop, number, ravi, 1, "one")
    bill, note = papers(shop.brand)
    assert (bill.kind, bill.number[:3], bill.content["title"]) == ("bill_of_supply", "ASB", "Bill of supply")
    assert bill.supplier_key == f"seller:{ravi.seller.pk}"
    assert (bill.tax_minor, note.tax_minor, note.total_minor) == (0, 0, 49_900)
    assert verified(shop.brand).faults == []


def test_cash_on_delivery_has_the_brands_own_invoice(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    number = shop.order("cod")["data"]["order"]["number"]
    run_jobs(shop.brand)
    deliver(shop, number, ravi)
    (fee,) = papers(shop.brand, part=None)
    assert (fee.total_minor, fee.seller_id, fee.supplier_key) == (4_900, None, shop.brand.gstin)
    assert fee.content["supplier"]["name"] == "Aster Retail Pvt Ltd"
    assert fee.tax_minor + fee.rounding_minor == 747


def test_in_the_emirates_an_invoice_has_trn_and_vat_and_nothing_indian(dubai: Shop, ravi: Any) -> None:
    with brand_scope(dubai.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(gstin="100123456700003")
    dubai.fill(dubai.serum)
    number = dubai.order("cod")["data"]["order"]["number"]
    run_jobs(dubai.brand)
    deliver(dubai, number, ravi)
    give_back(dubai, number, ravi, 1, "one")
    invoice, fee, note = papers(dubai.brand)
    assert (invoice.kind, note.content["title"], fee.seller_id) == ("tax_invoice", "Tax credit note", None)
    assert invoice.vat_minor > 0 == invoice.cgst_minor + invoice.igst_minor
    assert invoice.number == f"ASI/{invoice.issued_on.year}/000001"
    with brand_scope(dubai.brand):
        text = text_of(services.pdf(invoice))
    assert invoice.content["in_words"].startswith("Dirhams ")
    assert [word for word in ("TRN", "100123456700003", "VAT", "AED") if word not in text] == []
    assert [word for word in ("GST", "HSN/SAC", "Reverse charge", "₹") if word in text] == []
    assert verified(dubai.brand).faults == []


def test_nothing_is_changed_and_every_planted_fault_is_found(shop: Shop, ravi: Any, meera: Any) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    give_back(shop, number, ravi, 1, "one")
    assert verified(shop.brand).faults == []
    invoice, *_, note = papers(shop.brand)
    with brand_scope(shop.brand), pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=invoice.pk).update(total_minor=1)
    planted = (
        (lambda: Series.objects.filter(pk=invoice.series_id).update(last_serial=F("last_serial") + 1), f"has no {invoice.number[:-1]}2"),
        (lambda: again(note, total_minor=note.total_minor + 80_000, taxable_minor=note.taxable_minor + 80_000), "credited with too much of"),
        (lambda: again(invoice, total_minor=invoice.total_minor + 1, taxable_minor=invoice.taxable_minor + 1), "it says 107701"),
        (lambda: again(invoice, content=invoice.content | {"reason": "Other"}), "differs in content"),
        (lambda: Addressee.objects.filter(pk=invoice.pk).update(person=json.dumps({"name": "Mallory"})), "differs in recipient"),
        (lambda: later(part_of(number, meera.seller)), "lacks its paper: it was taken back without a credit note"),
    )  # fmt: skip
    for plant, told in planted:
        with brand_scope(shop.brand), transaction.atomic():
            plant()
            faults = "\n".join(check for check in faults_now())
            transaction.set_rollback(True)
        assert told in faults, (told, faults)
    assert verified(shop.brand).faults == []


def again(row: Document, **more: Any) -> None:
    """Somebody who may only insert writes another document of the series."""
    fields = {field.attname: getattr(row, field.attname) for field in Document._meta.concrete_fields}
    serial = Document.objects.filter(series=row.series_id).count() + 1
    new = {"id": new_id(), "key": f"planted:{row.key}", "serial": serial, "number": f"{row.number[:-1]}{serial}"}
    Document.objects.create(**fields | new | more)
    Series.objects.filter(pk=row.series_id).update(last_serial=serial)


def later(part: Any) -> None:
    orders.credit_part(
        part=part, lines=[Taken(part.lines.get().pk, 1)], cause="return", reason="x", key="late", at=clock.now()
    )


def faults_now() -> list[str]:
    before = clock.now() + timedelta(hours=1)
    return [fault for check in paper_checks(before=before) for fault in check.faults]
