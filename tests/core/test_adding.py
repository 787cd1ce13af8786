"""Rows are written as Django would write them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from haat.core import adding, jobs
from haat.core.models import IdempotencyKey, Job
from haat.ledger.models import Account
from haat.tenancy.context import brand_scope


def account(code: str) -> Account:
    return Account(code=code, kind="asset", currency="INR")


def test_a_row_has_what_save_would_have_given_it(aster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "ROWS_MAX", 2)
    with brand_scope(aster):
        made = adding.add_all(account(f"tests-{number}") for number in range(5))
        read = {row.code: row for row in Account.objects.filter(code__startswith="tests-")}
    assert len(read) == 5
    for row in made:
        kept = read[row.code]
        assert (kept.pk, kept.created_at, kept.kind) == (row.pk, row.created_at, row.kind)
        assert not row._state.adding


def test_the_database_names_who_writes(aster: Any) -> None:
    with brand_scope(aster):
        jobs.enqueue("tests.added", note={"a": [1]})
        row = Job.objects.get(name="tests.added")
        assert row.payload == {"note": {"a": [1]}}
        assert row.principal.endswith(aster.schema_name)
        assert row.address == ""


def test_what_is_there_is_kept_or_refused(aster: Any) -> None:
    with brand_scope(aster):
        adding.add(account("tests-once"))
        assert len(adding.add_all([account("tests-once"), account("tests-new")], unless_there=True)) == 2
        assert Account.objects.filter(code__in=["tests-once", "tests-new"]).count() == 2
        with pytest.raises(IntegrityError), transaction.atomic():
            adding.add(account("tests-once"))
        assert adding.add_all(list[IdempotencyKey]()) == []
