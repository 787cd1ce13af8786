"""The database wall: raw SQL from inside aster, on everything that is not aster's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection, transaction

from haat.core import clock, jobs
from haat.core.models import IdempotencyKey, Job
from haat.tenancy.context import brand_scope, public_scope
from tests.isolation import statements, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haat.tenancy.models import Brand

REFUSED = ("permission denied", "must be owner", "must be superuser", "permission to", "must be able to SET ROLE")


def not_refused(brand: Brand, asked: Iterable[tuple[str, str]], kind: str = "") -> list[str]:
    """Statements that the database carried out, or refused for another reason than rights."""
    wrong = []
    with brand_scope(brand):
        for name, statement in asked:
            said = statements.attempt(statement)
            is_refused = said.startswith(REFUSED)
            if kind:
                tally.cell("wall", kind, "refused" if is_refused else "carried out")
            if not is_refused:
                wrong.append(f"{name}: {said or 'was carried out'}")
    return wrong


@pytest.mark.parametrize("direction", ["aster → birch", "birch → aster"])
def test_every_table_of_another_brand_is_refused(direction: str, aster: Brand, birch: Brand) -> None:
    """ASVS item 1: SELECT, INSERT, UPDATE and DELETE on each table that the catalogue knows."""
    here, there = (aster, birch) if direction.startswith("aster") else (birch, aster)
    asked = list(statements.on_every_table(there))
    assert len(asked) > 4 * 35
    assert not_refused(here, asked, "tables of another brand") == []


def test_the_own_tables_are_not_refused(aster: Brand) -> None:
    """What the refusals prove, they prove because the same statement works at home."""
    own = [entry for entry in statements.on_every_table(aster) if entry[0].startswith("SELECT")]
    assert len(not_refused(aster, own)) == len(own)


def test_every_shared_table_is_refused(aster: Brand) -> None:
    """People, sessions, codes, tokens, memberships, brands, domains, legal entities."""
    asked = list(statements.on_shared_tables())
    named = {name.split()[-1] for name, _ in asked}
    assert {f"public.{table}" for table in ("identity_user", "identity_membership", "django_session", "tenancy_brand", "verification_sellerentity")} <= named  # fmt: skip
    assert not_refused(aster, asked, "people, sessions, codes, brands") == []


def test_what_else_the_database_can_do_is_refused(aster: Brand, birch: Brand, owner_url: str) -> None:
    names = {"own": aster.schema_name, "other": birch.schema_name, "owner": urlsplit(owner_url).username}
    asked = {name: text.format(**names) for name, text in statements.DATABASE.items()}
    assert not_refused(aster, asked.items(), "everything else of the database") == []


def test_without_its_role_the_connection_may_nothing(aster: Brand, birch: Brand) -> None:
    """RESET ROLE leads to the login, which owns nothing and inherits nothing."""
    with brand_scope(aster):
        for table in (
            f'"{aster.schema_name}".catalog_product',
            f'"{birch.schema_name}".catalog_product',
            "public.identity_user",
        ):
            said = statements.attempt(f"RESET ROLE; SELECT * FROM {table}")
            assert said.startswith("permission denied"), said
        assert statements.attempt("SELECT 1 FROM catalog_product") == ""


def test_what_the_wall_does_not_stop_is_what_the_documents_say(aster: Brand, birch: Brand) -> None:
    """SQL of an attacker's own may become another brand; names in the catalogue and LISTEN are shared (docs/security.md)."""
    from haat.tenancy.postgresql.base import role_name

    role = role_name(settings.DATABASES["default"]["NAME"], birch.schema_name)
    with brand_scope(aster):
        assert (
            statements.attempt(
                f"SELECT set_config('role', '{role}', true); SELECT * FROM \"{birch.schema_name}\".catalog_product"
            )
            == ""
        )
        assert (
            statements.attempt(
                f"SELECT relname FROM pg_class WHERE relnamespace = '\"{birch.schema_name}\"'::regnamespace"
            )
            == ""
        )
        assert statements.attempt("LISTEN anything") == ""
    words = (settings.BASE_DIR / "docs/security.md").read_text(encoding="utf-8")
    assert "set_config('role', …)" in words
    assert "LISTEN/NOTIFY is shared" in words
    assert "Large objects" in words


def test_a_large_object_is_its_makers_alone(aster: Brand, birch: Brand) -> None:
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute("SELECT lo_from_bytea(0, 'qorvex')")
        number = cursor.fetchone()[0]
    with brand_scope(birch):
        assert statements.attempt(f"SELECT lo_get({number})").startswith("permission denied")
        assert statements.attempt(f"SELECT lo_unlink({number})").startswith("must be owner")


def test_rows_of_shared_tables_are_the_writers_alone(aster: Brand, birch: Brand) -> None:
    with brand_scope(birch):
        jobs.enqueue("test.secret", note="birch only")
        IdempotencyKey.objects.create(scope="s", key="k", body_hash="", started_at=clock.now(), brand_id=birch.pk)
        principal = Job.objects.filter(name="test.secret").values_list("principal", flat=True).get()
    with brand_scope(aster):
        for table in statements.SHARED:
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM public.{table} WHERE principal <> current_user")
                assert cursor.fetchone() == (0,)
                cursor.execute(f"UPDATE public.{table} SET brand_id = NULL WHERE principal = %s", [principal])
                assert cursor.rowcount == 0
                cursor.execute(f"DELETE FROM public.{table} WHERE principal = %s", [principal])
                assert cursor.rowcount == 0
        jobs.enqueue("test.own")
        said = statements.attempt(f"UPDATE public.core_job SET principal = '{principal}' WHERE name = 'test.own'")
        assert "row-level security" in said
    with brand_scope(birch):
        assert Job.objects.filter(name="test.secret", brand_id=birch.pk).exists()


def test_a_job_that_names_another_brand_does_nothing_there(aster: Brand, birch: Brand, monkeypatch: Any) -> None:
    """Whatever a brand writes into its outbox, the row can only be run by its own role."""
    ran: list[str] = []
    monkeypatch.setitem(
        jobs.handlers, "test.act", jobs.Handler(lambda: ran.append("ran"), external=False, platform=False)
    )
    with brand_scope(aster), transaction.atomic():
        row = Job.objects.create(
            brand_id=birch.pk, name="test.act", payload={}, actor={"kind": "system"}, available_at=clock.now()
        )
        envelope = jobs.envelope_of(row)
    with public_scope():
        jobs.execute("test.act", row.pk, envelope)
    assert ran == []
    with public_scope():
        jobs.execute("test.act", row.pk, envelope | {"brand": str(aster.pk)})
    assert ran == ["ran"]
