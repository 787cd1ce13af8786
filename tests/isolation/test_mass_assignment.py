"""Every column of every table, posted to every address that takes a body: none is set that is not offered."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import connection, transaction
from rest_framework import serializers

from haat.core.api import lending
from haat.customers.api.customer import ProfileIn
from haat.tenancy.context import brand_scope
from tests.isolation import policy, tally, variants
from tests.isolation.calls import Call, Desk
from tests.isolation.statements import tables
from tests.isolation.test_browser import owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.policy import Line
    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread

pytestmark = pytest.mark.usefixtures("undone")
WORD = "massassigned"
NEVER = {
    "role", "permissions", "is_staff", "is_active", "is_superuser", "security_version", "scope", "seller", "seller_id", "customer", "customer_id", "user_id",
    "owner", "brand_id", "schema_name", "entity_id", "entity_status", "linked_account_id", "score", "fee_minor", "net_minor", "amount_minor", "total_minor",
    "unit_minor", "paid_at", "placed_at", "decided_by", "waived_by", "principal",
}  # fmt: skip
OFFERED = {  # what a body may name although its name is one of the guarded ones
    ("POST", "api/v1/admin/commission/rules"): {"seller_id"},  # the brand says whose rule it is
    ("POST", "api/v1/admin/exports"): {"seller"},  # whose goods are wanted
    ("POST", "api/v1/admin/seller-orders/<str:number>/goodwill"): {"amount_minor"},  # how much staff gives back
    ("POST", "api/v1/admin/payout-holds"): {"seller_id"},  # whose payouts wait
    ("POST", "api/v1/admin/payout-adjustments"): {"seller_id", "amount_minor"},  # to whom, and how much
    ("POST", "api/v1/admin/gift-cards"): {"amount_minor"},  # what staff put on the card
    ("POST", "api/v1/admin/cash-remittances"): {"amount_minor"},  # what the courier brought, compared with the parcels
    ("POST", "api/v1/admin/tax-deposits"): {"amount_minor"},  # what was paid, at most what the month owes
    **{
        ("POST", f"api/v1/{portal}/promotions{path}"): {"amount_minor"}  # what a promotion takes off
        for portal in ("seller", "admin")
        for path in ("", "/preview")
    },
    **{
        (method, f"api/v1/{portal}/team/{path}"): {"role"}  # who may, and how much, is refused by the service
        for portal in ("seller", "admin", "platform")
        for method, path in (("POST", "invitations"), ("PATCH", "members/<uuid:member_id>"))
    },
}


def columns() -> set[str]:
    """Names of all columns and of the serializers' own words for them."""
    models = [
        model for config in apps.get_app_configs() if config.name.startswith("haat.") for model in config.get_models()
    ]
    fields = {name for model in models for field in model._meta.concrete_fields for name in (field.name, field.attname)}
    return fields | NEVER


def written_somewhere(world: World) -> Iterator[str]:
    """Tables of the brand and of the platform in which the word stands now."""
    with brand_scope(world.aster.brand), connection.cursor() as cursor:
        for table, _ in tables(world.aster.brand.schema_name):
            cursor.execute(f"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%{WORD}%'")
            if cursor.fetchone()[0]:
                yield table
    with connection.cursor() as cursor:
        for table in {name for name, _ in tables("public")} - {"core_idempotencykey"}:
            cursor.execute(f"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%{WORD}%'")
            if cursor.fetchone()[0]:
                yield table


@pytest.fixture
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("_quiet")
def test_no_column_is_set_that_is_not_offered(world: World, provider: InThread) -> None:
    """ASVS items 4 and 5: price, status, owner, role and the rest, beside a body that would be taken."""
    desk, wrong, extra = Desk(world, provider), [], dict.fromkeys(sorted(columns()), WORD)
    assert len(extra) > 150
    for line in policy.lines():
        if (
            line.method in {"POST", "PATCH", "DELETE"}
            and not line.form
            and not line.raw
            and line.path.startswith("api/")
            and line.path != "api/v1/auth/logout"
        ):
            wrong += list(tried(desk, line, extra, world))
    assert wrong == [], "\n".join(wrong)


def tried(desk: Desk, line: Line, extra: dict[str, str], world: World) -> Iterator[str]:
    call = Call(desk, line, owner(line), variants.OWN)
    visitor = desk.visitor(call.caller, line.portal)
    name = f"{line.method} {line.portal} /{line.path}"
    with transaction.atomic():
        answer = visitor.call(line.method, call.path(), extra | call.body(), key=call.key)
        connection.set_schema_to_public()
        tally.add("mass assignments", len(extra))
        if visitor.status == 422 and (line.body or "details" in str(answer)):
            taken = set(extra) - set(answer["error"]["details"])
            yield from (
                f"{name} takes {field}" for field in (taken & NEVER) - OFFERED.get((line.method, line.path), set())
            )
        elif visitor.status < 300:
            yield from (f"{name} wrote what was posted into {table}" for table in written_somewhere(world))
        elif visitor.status >= 500:
            yield f"{name}: {visitor.status}"
        transaction.set_rollback(True)


@pytest.mark.usefixtures("_quiet")
def test_a_planted_field_is_found(world: World, provider: InThread, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ProfileIn._declared_fields, "user_id", serializers.CharField(required=False))
    line = next(line for line in policy.lines() if line.key == ("customer", "api/v1/customer/profile", "PATCH"))
    lending.forget()
    try:
        found = list(tried(Desk(world, provider), line, dict.fromkeys(sorted(columns()), WORD), world))
    finally:
        lending.forget()
    assert found == ["PATCH customer /api/v1/customer/profile takes user_id"]
