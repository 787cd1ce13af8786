"""Apps, models, jobs and reactions fit together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, models
from django.test.utils import isolate_apps

from haat.core import events, jobs
from haat.core.models import Entity, IdempotencyKey, InsertOnly, Job, RowOwner
from haat.identity.models import LoginChallenge, User
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.models import SchemaScript
from tests.architecture import registry
from tests.architecture.sources import Source, read

SOURCES = [source for source in read() if source.name.startswith("backend/haat/")]
BRAND_MODELS = registry.models_of(settings.TENANT_APPS)
HANDLERS = {name: handler.run for name, handler in jobs.handlers.items()}


@dataclass(frozen=True, slots=True)
class Happened(events.Event):
    thing_id: str
    reason: str = ""


def test_every_app_is_shared_or_per_brand() -> None:
    assert not list(registry.shared_and_tenant(settings.SHARED_APPS, settings.TENANT_APPS))
    assert list(registry.shared_and_tenant(["haat.core", "haat.audit"], ["haat.audit"]))


def test_every_app_of_ours_is_placed() -> None:
    placed = {
        *settings.SHARED_APPS,
        *settings.TENANT_APPS,
        "haat.urls",
        "haat.management",
        "haat.manifests",
        "haat.templates",
    }
    folders = {f"haat.{source.parts[2]}" for source in SOURCES if len(source.parts) > 3}
    assert folders <= placed, folders - placed


def test_brands_keep_no_database_key_into_shared_tables() -> None:
    complaints = list(registry.keys_out_of_the_brand(BRAND_MODELS))
    assert not complaints, "\n".join(complaints)


@isolate_apps("haat.orders")
def test_a_planted_key_into_a_shared_table_is_found() -> None:
    class Planted(models.Model):
        buyer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
        seller = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_constraint=False)

        class Meta:
            app_label = "orders"

    assert [text.split()[0] for text in registry.keys_out_of_the_brand([Planted])] == ["Planted.buyer"]


def test_tables_say_when_they_never_change() -> None:
    known = {Job, IdempotencyKey, SchemaScript}  # rows of the machinery, kept and thrown away by it
    found = [model for model in BRAND_MODELS + registry.models_of(settings.SHARED_APPS) if model not in known]
    complaints = list(registry.rows_that_never_change(found))
    assert not complaints, "\n".join(complaints)
    assert list(registry.rows_that_never_change([Job]))


def _may_change(schema: str, role_of: str, tables: list[str]) -> list[str]:
    """The tables of a schema that its own role may update or delete from."""
    from haat.tenancy import wall

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM unnest(%s::text[]) AS name WHERE has_table_privilege(%s, format('%%I.%%I', %s::text, name), 'UPDATE, DELETE')",
            [tables, wall.role(role_of), schema],
        )
        return [name for (name,) in cursor.fetchall()]


def test_the_wall_lets_nobody_change_insert_only_rows(aster: Any) -> None:
    tables = [model._meta.db_table for model in BRAND_MODELS if issubclass(model, InsertOnly)]
    assert len(tables) > 5
    with brand_scope(aster):
        assert _may_change(aster.schema_name, aster.schema_name, tables) == []
        assert _may_change(aster.schema_name, aster.schema_name, ["cart_cart", *tables]) == ["cart_cart"]


def test_the_wall_lets_the_platform_change_no_insert_only_rows(db: None) -> None:
    tables = [
        model._meta.db_table for model in registry.models_of(settings.SHARED_APPS) if issubclass(model, InsertOnly)
    ]
    with public_scope():
        assert _may_change("public", "public", tables) == []
        assert _may_change("public", "public", [LoginChallenge._meta.db_table]) != []


def test_a_brand_may_use_every_table_of_its_own_and_two_of_the_platform(aster: Any) -> None:
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', %s) AND has_table_privilege(format('%%I.%%I', schemaname, tablename), 'SELECT')",
            [aster.schema_name],
        )
        readable = set(cursor.fetchall())
    assert {name for schema, name in readable if schema == "public"} == {
        model._meta.db_table for model in registry.models_of(settings.SHARED_APPS) if issubclass(model, RowOwner)
    }
    assert {model._meta.db_table for model in BRAND_MODELS} <= {name for schema, name in readable if schema != "public"}


def test_every_job_has_one_handler() -> None:
    complaints = list(registry.repeated_jobs(SOURCES)) + list(registry.misnamed_jobs(SOURCES))
    assert not complaints, "\n".join(complaints)


def test_planted_job_names_are_found() -> None:
    one = Source("backend/haat/orders/tasks.py", '@job("orders.act")\ndef act(): ...')
    two = Source("backend/haat/cart/tasks.py", '@shared_task(name="orders.act")\ndef act(): ...')
    assert len(list(registry.repeated_jobs([one, two]))) == 1
    assert len(list(registry.misnamed_jobs([one, two]))) == 1
    assert not list(registry.repeated_jobs([one]))


def test_every_reaction_can_run() -> None:
    assert len(events._reactions) > 10
    complaints = list(registry.reactions_that_cannot_run(events._reactions, HANDLERS))
    assert not complaints, "\n".join(complaints)


def _takes_nothing() -> None: ...
def _takes_another(thing: str) -> None: ...
def _takes_too_little(thing_id: str) -> None: ...
def _takes_too_much(thing_id: str, reason: str, more: str) -> None: ...
def _takes_it(thing_id: str, reason: str = "") -> None: ...


@pytest.mark.parametrize("handler", [_takes_nothing, _takes_another, _takes_too_little, _takes_too_much])
def test_a_planted_reaction_that_cannot_run_is_found(handler: Any) -> None:
    assert len(list(registry.reactions_that_cannot_run({Happened: ["planted.act"]}, {"planted.act": handler}))) == 1


def test_a_reaction_without_a_handler_is_found() -> None:
    assert list(registry.reactions_that_cannot_run({Happened: ["planted.nobody"]}, {}))
    assert not list(registry.reactions_that_cannot_run({Happened: ["a.b"]}, {"a.b": _takes_it}))


@isolate_apps("haat.orders")
def test_a_planted_table_without_time_of_change_is_found() -> None:
    class Bare(models.Model):
        created_at = models.DateTimeField(auto_now_add=True)

        class Meta:
            app_label = "orders"

    class Kept(InsertOnly):
        class Meta:
            app_label = "orders"

    class Living(Entity):
        class Meta:
            app_label = "orders"

    assert [text.split()[0] for text in registry.rows_that_never_change([Bare, Kept, Living])] == ["Bare"]
