"""Numbers under competition: many threads, transactions that fail, two brands; no gap and no number twice."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from haat.core import clock
from haat.documents import queries, services
from haat.documents.content.draft import Draft
from haat.documents.content.line import Line
from haat.documents.content.parties import Party
from haat.documents.models import Document, Series
from haat.documents.services import NoDocumentCode, numbering
from haat.tax.queries import papers
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.committed import empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

THREADS, EACH = 8, 12


class Planned(Exception):
    """A fault of the test."""


def draft(key: str, **more: Any) -> Draft:
    fields = {
        "country": "IN",
        "currency": "INR",
        "tax_name": "GST",
        "title": "Payout statement",
        "kind": "payout_statement",
    }
    line = Line("Payout", "", 1, "", taxable_minor=100, rate_bp=0)
    supplier, recipient = Party("Aster Retail", tax_number="27AAPFU0939F1ZV"), Party("Ravi Traders")
    return Draft(key=key, supplier=supplier, recipient=recipient, lines=[line], **fields | more)


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[list[Brand]]:
    """Both brands; what was written is removed by the owner afterwards."""
    with django_db_blocker.unblock():
        brands = [brand_by_slug(slug) for slug in ("aster", "birch")]
        yield brands
        connection.close()
        for brand in brands:
            empty(owner_url, brand)


def test_eight_threads_with_failures_leave_no_gap_and_no_double(committed: list[Brand]) -> None:
    def work(thread: int) -> Counter[str]:
        luck, done = random.Random(thread), Counter[str]()
        for turn in range(EACH):
            brand = luck.choice(committed)
            fails = luck.random() < 0.3
            key = f"{thread if luck.random() < 0.7 else 'same'}:{turn}"  # some facts come from several threads at once
            try:
                with brand_scope(brand), transaction.atomic():
                    services.issue(draft=draft(key), at=clock.now())
                    if fails:
                        raise Planned
                done[f"{brand.slug} {key}"] += 1
            except (Planned, IntegrityError):
                pass
        connection.close()
        return done

    with ThreadPoolExecutor(THREADS) as pool:
        done = sum(pool.map(work, range(THREADS)), Counter[str]())
    for brand in committed:
        with brand_scope(brand):
            serials = list(Document.objects.order_by("serial").values_list("serial", flat=True))
            keys = {key for key in done if key.startswith(str(brand.slug))}
            assert serials == list(range(1, len(keys) + 1)), brand.slug
            assert Series.objects.get().last_serial == len(serials)
            assert [row.holds for row in queries.series()] == [True]
            assert {number[:2] for number in Document.objects.values_list("number", flat=True)} == {brand.document_code}


def test_dates_of_a_series_never_go_back_and_years_begin_anew(aster: Brand) -> None:
    with brand_scope(aster):
        days = [date(2027, 3, 31), date(2027, 3, 30), date(2027, 4, 1), date(2027, 3, 31)]
        found = [numbering.take(brand=aster, supplier_key="x", kind="tax_invoice", on=day) for day in days]
    assert [one.text for one in found] == ["ASI/2627/000001", "ASI/2627/000002", "ASI/2728/000001", "ASI/2627/000003"]
    assert [one.on for one in found] == [date(2027, 3, 31), date(2027, 3, 31), date(2027, 4, 1), date(2027, 3, 31)]


def test_the_last_number_has_sixteen_characters_and_the_next_is_refused(aster: Brand) -> None:
    facts = {"brand": aster, "supplier_key": "x", "kind": "tax_invoice", "on": date(2026, 11, 21)}
    with brand_scope(aster):
        numbering.take(**facts)
        Series.objects.update(last_serial=9_999_998)
        assert numbering.take(**facts).text == "ASI/2627/9999999"
        with pytest.raises(IntegrityError), transaction.atomic():
            numbering.take(**facts)
        aster.document_code, before = None, aster.document_code
        with pytest.raises(NoDocumentCode, match="no document code"):
            numbering.take(**facts)
        aster.document_code = before


@given(st.dates(date(2017, 1, 1), date(2100, 12, 31)), st.sampled_from(["IN", "AE"]))
def test_a_year_holds_its_days_and_its_code_is_four_digits(day: date, country: str) -> None:
    law = papers(country)
    year, code = law.year_of(day), law.year_code(law.year_of(day))
    assert len(code) == 4 and code.isdecimal()
    first = date(year, law.year_begins_in, 1)
    assert first <= day < date(year + 1, law.year_begins_in, 1)
    assert law.year_of(first - timedelta(days=1)) == year - 1


@given(st.integers(0, 10**12), st.sampled_from(["27", "29"]), st.sampled_from(["IN", "AE"]))
def test_tax_is_split_without_losing_a_paisa(minor: int, destination: str, country: str) -> None:
    taxes, rounding = papers(country).split(minor, origin="27", destination=destination)
    assert sum(taxes.values()) + rounding == minor
    assert taxes.get("cgst_minor") == taxes.get("sgst_minor") and rounding in {0, 1}
