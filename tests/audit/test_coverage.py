"""Every role, price, payout, refund, verification and login change leaves an entry that says what was before and after.

ASVS item 38.
"""

from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLResolver, get_resolver

from haat.audit import queries
from haat.audit import services as audit
from haat.audit.models import AuditEntry
from haat.core import clock
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.audit.coverage import ELSEWHERE, EXEMPT, OPERATIONS
from tests.support import Api, run_jobs

SOURCES = Path(__file__).resolve().parents[2] / "backend" / "haat"
UNSAFE = ("post", "put", "patch", "delete")


def operations(portal: str) -> set[str]:
    """Every operation of a portal's role API that changes something, read from its URL table."""
    found: set[str] = set()

    def walk(patterns: list[Any], prefix: str) -> None:
        for entry in patterns:
            route = prefix + str(entry.pattern)
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, route)
            elif route.startswith(f"api/v1/{portal}/") and (view := getattr(entry.callback, "view_class", None)):
                path = route.removeprefix(f"api/v1/{portal}/")
                found.update(f"{method.upper()} {path}" for method in UNSAFE if hasattr(view, method))

    walk(get_resolver(f"haat.urls.{portal}").url_patterns, "")
    return found


def written_actions() -> set[str]:
    """Every action that the code writes: the literals of audit.record, note and their kin, and the tables they use."""
    found: set[str] = set()
    for file in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                found.add(f"{node.values[0].value}*")
    return found


@pytest.mark.parametrize("portal", ["seller", "admin", "platform"])
def test_every_operation_of_staff_has_its_entry_or_a_reason(portal: str) -> None:
    table = OPERATIONS[portal]
    assert operations(portal) == set(table) | {one for one in operations(portal) if one in EXEMPT}


def test_every_promised_action_is_written_somewhere() -> None:
    promised = ELSEWHERE | {action for table in OPERATIONS.values() for action in table.values()}
    written = written_actions()
    prefixes = tuple(one[:-1] for one in written if one.endswith("*") and "." in one)
    missing = {action for action in promised if action not in written and not action.startswith(prefixes)}
    assert not missing


def test_the_portal_has_words_for_every_promised_action() -> None:
    folder = SOURCES.parents[1] / "portals/admin/src/features/audit"
    words = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*words.ts"))
    promised = ELSEWHERE | {action for table in OPERATIONS.values() for action in table.values()}
    assert not {action for action in promised if f'"{action}"' not in words}


def log(brand: Any, *actions: str) -> dict[str, Any]:
    """The newest entry of each action, all of which must be there, with the names that are shown."""
    run_jobs(only="audit.")
    with brand_scope(brand):
        found = queries.with_names(AuditEntry.objects.filter(action__in=actions).order_by("at"))
        rows = {row.action: row for row in found}
    assert set(rows) == set(actions)
    return rows


def _offer(brand: Any, seller: Any) -> Any:
    from haat.catalog.services import OfferSpec, ProductSpec, VariantSpec, draft_product

    spec = VariantSpec(sku="AUD-1", hsn="33049990", net_quantity="1 N", weight_g=100, offer=OfferSpec(50_000, 60_000))
    with brand_scope(brand):
        _, offers = draft_product(seller=seller, spec=ProductSpec(title="Serum", variants=[spec]), currency="INR")
        return offers[0]


def test_a_price_and_a_stock_count_say_what_they_were(aster: Any, ravi: Any) -> None:
    offer = _offer(aster, ravi.seller)
    seller = Api("seller", aster, ravi.user)
    seller.patch(f"offers/{offer.pk}", {"price_minor": 45_000})
    assert seller.status == 200
    seller.post(f"offers/{offer.pk}/stock-adjustments", {"on_hand": 7, "reason": "corrected"}, key="k1")
    assert seller.status in {200, 201}
    rows = log(aster, "offer.made", "offer.repriced", "stock.adjusted")
    assert (rows["offer.repriced"].before, rows["offer.repriced"].after) == (
        {"price_minor": 50_000},
        {"price_minor": 45_000},
    )
    assert rows["offer.repriced"].object_label == "AUD-1 · Ravi Traders"
    assert (rows["stock.adjusted"].before, rows["stock.adjusted"].after) == (
        {"on_hand": 0}, {"on_hand": 7, "why": "corrected"},
    )  # fmt: skip
    assert {row.actor_kind for row in (rows["offer.repriced"], rows["stock.adjusted"])} == {"seller"}


def test_a_rule_of_commission_says_what_it_was(aster: Any, nia: Any) -> None:
    from haat.commissions import services
    from haat.commissions.types import RuleSpec

    def spec(percent: int) -> RuleSpec:
        return RuleSpec(name="All", percent_bp=percent, valid_from="2026-01-01")

    with brand_scope(aster):
        services.add_rule(spec=spec(1000), position=None, at=clock.now())
        rule = services.add_rule(spec=spec(1250), position=None, at=clock.now())
        services.archive_rule(rule=rule, at=clock.now())
    rows = log(aster, "commission.rule_written", "commission.rule_archived")
    assert rows["commission.rule_written"].before["percent_bp"] == 1000
    assert rows["commission.rule_written"].after["percent_bp"] == 1250
    assert rows["commission.rule_archived"].before["percent_bp"] == 1250


def test_a_payout_run_is_noted_also_when_nothing_was_due(aster: Any, nia: Any) -> None:
    staff = Api("admin", aster, nia.user)
    staff.post("payout-runs", {}, key="run-1")
    assert staff.status == 201
    entry = log(aster, "payout.run")["payout.run"]
    assert (entry.shown_actor, entry.after) == ("Nia", {"started": 0, "run": None})


def test_a_brand_is_suspended_with_its_state_before_and_after(birch: Any) -> None:
    from haat.identity import services as identity
    from tests.identity.teams import person

    olga = person("olga@example.com", "Olga")
    identity.grant(user=olga, scope="platform", role="owner")
    visitor = Api("platform", user=olga)
    visitor.post("brands/birch/suspension", {"reason": "Unpaid."})
    assert visitor.status == 200
    entry = log(house(), "brand.suspended")["brand.suspended"]
    assert (entry.before, entry.after, entry.reason) == ({"status": "active"}, {"status": "suspended"}, "Unpaid.")
    assert (entry.shown_actor, entry.address) == ("Olga", "127.0.0.1")


def test_signing_in_failing_to_and_signing_out_are_noted(aster: Any, asha: Any) -> None:
    visitor = Api("customer", aster)
    challenge = visitor.post("/api/v1/auth/login", {"identifier": "asha@example.com"})["data"]["challenge_id"]
    visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": "x"})
    assert visitor.status == 422
    from haat.identity.models import LoginChallenge
    from haat.identity.services.challenges import code_of

    code = code_of(LoginChallenge.objects.get(pk=challenge))
    found = visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code})
    visitor.headers["Authorization"] = f"Bearer {found['data']['access']}"
    visitor.post("/api/v1/auth/logout")
    rows = log(aster, "login.failed", "login.succeeded", "login.ended")
    assert rows["login.failed"].object_id == str(asha.user.pk)
    assert rows["login.failed"].shown_label == "Asha"
    assert rows["login.failed"].after == {"method": "otp"}
    assert {row.address for row in rows.values()} == {"127.0.0.1"}


def test_refunds_say_how_they_went_on(aster: Any) -> None:
    from haat.payments.models import Payment, Refund
    from haat.payments.services import refunds

    with brand_scope(aster):
        payment = Payment.objects.create(
            reference=aster.pk, reference_number="AST-26-000001", provider="razorpay", amount_minor=1000, currency="INR",
            status="captured", captured_at=clock.now(),
        )  # fmt: skip
        refund = refunds.request_refund(payment=payment, amount_minor=400, key="k", reason="Broken")
        refunds._record(refund, {"id": "rfnd_1", "status": "processed"}, clock.now())
        assert Refund.objects.get().status == "processed"
    rows = log(aster, "refund.requested", "refund.processed")
    assert rows["refund.requested"].after["amount_minor"] == 400
    assert (rows["refund.processed"].before, rows["refund.processed"].after) == (
        {"status": "pending"}, {"status": "processed"},
    )  # fmt: skip
    assert rows["refund.processed"].object_label == "AST-26-000001"


def test_the_log_is_searched_by_each_of_its_filters(aster: Any, nia: Any, ravi: Any) -> None:
    staff = Api("admin", aster, nia.user)
    staff.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Parcels came late."})
    request_id = staff.response.headers["X-Request-Id"]
    today = clock.now().date()
    for filters, hit in (
        ({"q": "came late"}, True),
        ({"q": "RAVI TRAD"}, True),
        ({"q": "meera"}, False),
        ({"actor": "Nia"}, True),
        ({"actor": "Olga"}, False),
        ({"actor_id": str(nia.user.pk)}, True),
        ({"actor_id": str(ravi.user.pk)}, False),
        ({"request_id": request_id}, True),
        ({"object_id": str(ravi.seller.pk), "action": "seller.susp"}, True),
        ({"since": str(today + timedelta(days=2))}, False),
        ({"since": str(today - timedelta(days=1)), "until": str(today + timedelta(days=1))}, True),
        ({"until": str(today - timedelta(days=2))}, False),
    ):
        rows = staff.get("audit", **filters)["data"]
        assert ("seller.suspended" in {row["action"] for row in rows}) is hit, filters
    staff.get("audit", q="ab")
    assert staff.status == 422
    staff.get("audit", since="yesterday")
    assert staff.status == 422


def test_the_portal_learns_what_is_sealed_and_when_it_was_proved(aster: Any, nia: Any, ravi: Any) -> None:
    staff = Api("admin", aster, nia.user)
    assert {row["sealed"] for row in staff.get("audit")["data"]} == {False}
    with brand_scope(aster):
        audit.seal()
        audit.prove(at=clock.now())
    assert {row["sealed"] for row in staff.get("audit")["data"]} == {True}
    standing = staff.get("audit/standing")["data"]
    assert standing["sealed"] == standing["verified"] > 0
    assert standing["faults"] == []
    assert standing["verified_at"]


def test_a_file_of_the_log_runs_no_formula_and_is_noted(aster: Any, nia: Any, ravi: Any) -> None:
    """ASVS item 34."""
    from haat.identity.models import TokenFamily

    staff = Api("admin", aster, nia.user, proved=False)
    answer = staff.post("audit/exports", {})
    assert (staff.status, answer["error"]["code"]) == (403, "factor_required")
    TokenFamily.objects.update(proved_at=clock.now())
    with brand_scope(aster):
        audit.record("test.formula", aster, reason='=HYPERLINK("http://evil")', label="+cmd", after={"n": -1})
    file = staff.post("audit/exports", {"action": "test."})["data"]
    assert (file["rows"], file["is_cut"]) == (1, False)
    line = file["csv"].lstrip("\ufeff").splitlines()[1]
    assert "'=HYPERLINK" in line
    assert "'+cmd" in line
    entry = log(aster, "audit.exported")["audit.exported"]
    assert entry.after == {"action": "test.", "rows": 1}
    staff.post("audit/exports", {"surprise": 1})
    assert staff.status == 422
