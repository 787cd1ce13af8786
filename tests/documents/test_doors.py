"""Who may see and save which paper, and how it is handed over."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from haat.audit.models import AuditEntry
from haat.core import clock
from haat.documents import queries, services
from haat.documents.models import Addressee
from haat.identity import services as identity
from haat.tenancy.context import brand_scope
from tests.conftest import _staff
from tests.documents.conftest import deliver, give_back, papers, pay_out, verified
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


@pytest.fixture
def sold(shop: Shop, ravi: Any, meera: Any) -> str:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    give_back(shop, number, ravi, 1, "one")
    return number


def saved(api: Api, path: str) -> bytes:
    api.get(path)
    assert api.status == 200, (path, api.response.content)
    headers = api.response.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private, no-store"
    return bytes(api.response.content)


def test_asha_finds_her_papers_with_her_order_and_nobody_else_does(
    shop: Shop, sold: str, ben: Any, meera: Any, birch: Any, nia: Any
) -> None:
    rows = shop.asha.get(f"orders/{sold}/documents")["data"]
    assert [row["kind"] for row in rows] == ["tax_invoice", "tax_invoice", "credit_note"]
    assert rows[2]["corrects"] == rows[0]["number"]
    one = rows[0]["id"]
    assert saved(shop.asha, f"documents/{one}/file").startswith(b"%PDF-")
    assert 'attachment; filename="ASI-' in shop.asha.response.headers["Content-Disposition"]
    saved(shop.asha, f"documents/{one}/file?view=true")
    assert shop.asha.response.headers["Content-Disposition"].startswith("inline")
    assert shop.asha.get(f"documents/{one}")["data"]["content"]["recipient"]["name"] == "Asha"
    page = shop.asha.client.get(f"/orders/{sold}", headers=shop.asha.headers)
    assert rows[0]["number"] in page.content.decode() or page.status_code == 302
    others = (
        (Api("customer", shop.brand, ben.user), ("documents/{}", "documents/{}/file", f"orders/{sold}/documents")),
        (Api("seller", shop.brand, meera.user), ("documents/{}", "documents/{}/file")),
        (Api("admin", birch, _staff("bo@example.com", "Bo", "brand", "owner", birch).user), ("documents/{}", "documents/{}/file")),
    )  # fmt: skip
    for api, paths in others:
        for path in paths:
            api.get(path.format(one))
            assert api.status == 404, path
    assert Api("customer", shop.brand).get(f"documents/{one}/file")["error"]["code"] == "not_authenticated"
    by_number = Api("seller", shop.brand, meera.user).get("documents", q=rows[0]["number"])["data"]
    assert {row["supplier"] for row in by_number} <= {"Meera Crafts LLP"}


def test_a_seller_has_its_own_papers_a_month_as_zip_and_slips_for_several_parcels(
    shop: Shop, sold: str, ravi: Any, meera: Any
) -> None:
    api, month = Api("seller", shop.brand, ravi.user), f"{timezone.localtime(clock.now()):%Y-%m}"
    rows = api.get("documents", month=month)["data"]
    assert {row["kind"] for row in rows} == {"tax_invoice", "credit_note"}
    assert api.get("documents", kind="credit_note")["meta"]["total"] == 1
    assert api.get("documents", month="2019-01")["data"] == []
    api.get("documents/archive", month=month)
    archive = zipfile.ZipFile(io.BytesIO(b"".join(api.response.streaming_content)))
    assert archive.testzip() is None
    assert {name.partition("/")[0] for name in archive.namelist()} == {"tax_invoice", "credit_note"}
    mine, theirs = (Api("seller", shop.brand, who.user).get("orders")["data"][0]["number"] for who in (ravi, meera))
    assert saved(api, f"packing-slips?parts={mine}").startswith(b"%PDF-")
    api.get("packing-slips", parts=f"{mine},{theirs}")
    assert api.status == 404


def test_who_packs_sees_no_paper_of_the_sellers_own_money(shop: Shop, sold: str, ravi: Any, nia: Any) -> None:
    pay_out(shop, clock.now() + timedelta(days=9))
    statement = next(
        row for row in papers(shop.brand) if row.kind == "payout_statement" and row.seller_id == ravi.seller.pk
    )
    packer = _user_of(shop, ravi, "fulfilment")
    assert Api("seller", shop.brand, ravi.user).get(f"documents/{statement.pk}")["data"]["number"] == statement.number
    api = Api("seller", shop.brand, packer)
    assert {row["kind"] for row in api.get("documents")["data"]} == {"tax_invoice", "credit_note"}
    api.get(f"documents/{statement.pk}/file")
    assert api.status == 404


def test_the_brand_reads_its_register_and_what_it_takes_is_noted(shop: Shop, sold: str, nia: Any) -> None:
    api, month = Api("admin", shop.brand, nia.user), f"{timezone.localtime(clock.now()):%Y-%m}"
    rows = api.get("documents", q=sold)["data"]
    assert len(rows) == 3
    saved(api, f"documents/{rows[0]['id']}/file")
    assert all(row["holds"] and not row["missing"] for row in api.get("documents/series")["data"])
    file = api.post("documents/register", {"month": month})["data"]
    assert file["rows"] == 3
    assert "-499.00" in file["csv"]
    assert "Asha" not in file["csv"]
    with brand_scope(shop.brand):
        assert AuditEntry.objects.filter(action__in=["document.taken", "document.register_exported"]).count() == 2


def test_a_person_who_is_forgotten_is_gone_from_paper_and_the_figures_stay(shop: Shop, sold: str, asha: Any) -> None:
    before = [(row.number, row.content_hash) for row in papers(shop.brand)]
    with brand_scope(shop.brand):
        order_ids = {row.order_id for row in papers(shop.brand)}
        assert services.erase_people(order_ids=order_ids, at=clock.now()) == 3
        assert services.erase_people(order_ids=order_ids, at=clock.now()) == 0
        assert set(Addressee.objects.values_list("person", flat=True)) == {""}
        row = papers(shop.brand)[0]
        shown = queries.whole(row)["recipient"]
        assert (shown["name"], shown["region_name"]) == ("Erased on request", "Maharashtra")
        assert services.pdf(row).startswith(b"%PDF-")
    assert [(row.number, row.content_hash) for row in papers(shop.brand)] == before
    assert verified(shop.brand).faults == []


def _user_of(shop: Shop, person: Any, role: str) -> Any:
    from tests.conftest import _user

    user = _user(f"{role}@example.com", role.title())
    identity.grant(user=user, scope="seller", role=role, brand_id=shop.brand.pk, seller_id=person.seller.pk)
    run_jobs(shop.brand)
    return user
