"""Looking as somebody else, from the button to the open portal."""

from __future__ import annotations

from typing import Any

from haat.audit.models import AuditEntry
from haat.audit.queries import with_names
from haat.core import clock
from haat.identity import services
from haat.identity.models import Membership, User
from haat.identity.types import Subject
from haat.tenancy.context import brand_scope
from tests.identity.teams import person, proven
from tests.support import Api, run_jobs

REASON = {"reason": "The seller asks why an order is missing."}


def begin(owner: Api, path: str) -> str:
    """The ticket that a member of staff gets."""
    body = owner.post(path, REASON)
    assert owner.status == 201, body
    address, _, ticket = body["data"]["url"].partition("#")
    assert address.endswith("/view-as")
    return str(ticket)


def opened(ticket: str, portal: str, brand: Any) -> Api:
    visitor = Api(portal, brand)
    body = visitor.post("/api/v1/auth/viewings", {"ticket": ticket})
    assert visitor.status == 200, body
    if body["data"]["access"]:
        visitor.headers["Authorization"] = f"Bearer {body['data']['access']}"
    return visitor


def log_of(brand: Any, action: str) -> list[Any]:
    run_jobs(only="audit.")
    with brand_scope(brand):
        return list(with_names(AuditEntry.objects.filter(action=action).order_by("at")))


def look_at(portal: str, brand: Any, owner: Api, ravi: Any, asha: Any) -> Api:
    if portal == "seller":
        return opened(begin(owner, f"sellers/{ravi.seller.pk}/viewings"), "seller", brand)
    if portal == "customer":
        return as_customer(brand, asha.user, owner)
    olga = person("olga@example.com", "Olga")
    services.grant(user=olga, scope="platform", role="owner")
    return opened(begin(proven(Api("platform", user=olga)), "brands/aster/viewings"), "admin", brand)


def as_customer(brand: Any, user: User, owner: Api) -> Api:
    by = Membership.objects.get(user__email="nia@example.com")
    subject = Subject(portal="customer", brand_id=brand.pk, id=user.pk, name=user.name)
    del owner
    _, ticket = services.start_viewing(by=by, subject=subject, reason=REASON["reason"], at=clock.now())
    return opened(ticket, "customer", brand)
