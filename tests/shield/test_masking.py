"""PAN and bank numbers are shown by their last characters, whoever looks. ASVS item 37."""

from __future__ import annotations

from typing import Any

from django.db import connection

from tests.support import Api, gstin_of, run_jobs

PAN, BANK = "AAPFR0001A", "50100000400001"


def test_nobody_is_shown_a_whole_pan_or_bank_number(aster: Any, ravi: Any, nia: Any, om: Any) -> None:
    """ASVS item 37: seller, brand's staff and verifier, in answers and audit logs. A GSTIN, which is public, holds a PAN."""
    seller, admin, platform = (
        Api("seller", aster, ravi.user),
        Api("admin", aster, nia.user),
        Api("platform", user=om.user),
    )
    run_jobs(only="audit.")
    (entity, *_) = platform.get("seller-entities")["data"]
    pages = [
        *(
            (seller, path)
            for path in ("application", "shop", "overview", "balance", "statement", "payouts", "/api/v1/me")
        ),
        *((admin, path) for path in (f"sellers/{ravi.seller.pk}", "sellers", "audit", "overview", "payouts")),
        *((platform, path) for path in (f"seller-entities/{entity['id']}", "seller-entities", "audit", "overview")),
    ]
    shown = 0
    for person, path in pages:
        person.get(path)
        text = person.response.content.decode().replace(gstin_of(PAN, "27"), "")
        shown += person.status == 200
        assert not [word for word in (PAN, BANK) if word in text], (person.base, path)
    assert shown >= 12


def test_they_are_in_no_table_in_clear(ravi: Any) -> None:
    """ASVS item 37."""
    assert ravi
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT replace(row_to_json(verification_sellerentity)::text, gstin, '') FROM verification_sellerentity"
        )
        rows = [row[0] for row in cursor.fetchall()]
    assert rows
    assert not [row for row in rows if PAN in row or BANK in row]
