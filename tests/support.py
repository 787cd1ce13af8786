"""Helpers of the suite: calling role APIs as somebody, and doing the work that the worker would do."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from haat.core import clock, jobs
from haat.core.models import Job
from haat.tenancy.context import brand_scope, public_scope


def host_of(portal: str, brand: Any = None) -> str:
    domain = settings.HAAT_PLATFORM_DOMAIN
    slug = brand.slug if brand else ""
    return {
        "launch": domain, "platform": f"admin.{domain}", "customer": f"{slug}.{domain}",
        "seller": f"{slug}.seller.{domain}", "admin": f"{slug}.admin.{domain}",
    }[portal]  # fmt: skip


STAFF_PORTALS = {"seller", "admin", "platform"}


def sign_in(user: Any, portal: str, brand: Any = None, *, proved: bool | None = None) -> str:
    """An access token for a person on a portal: of staff, as after a second factor, unless `proved` says otherwise."""
    from haat.identity import services

    proved = portal in STAFF_PORTALS if proved is None else proved

    with public_scope():
        pair = services.issue(
            user=user,
            portal=portal,
            brand_id=brand.pk if brand else None,
            methods=["otp", "email", *(["totp"] if proved or portal in {"admin", "platform"} else [])],
            user_agent="tests",
            at=clock.now(),
            proved_at=clock.now() if proved else None,
        )
    return pair.access


class Api:
    """One visitor of one portal. Answers are the decoded bodies; `status` is that of the last call."""

    def __init__(self, portal: str, brand: Any = None, user: Any = None, *, proved: bool | None = None) -> None:
        self.client = Client(HTTP_HOST=host_of(portal, brand))
        self.base = f"/api/v1/{portal}/"
        self.headers: dict[str, str] = {}
        self.status = 0
        self.response: Any = None
        self.renew: Any = None
        if user is not None:
            self.renew = lambda: f"Bearer {sign_in(user, portal, brand, proved=proved)}"
            self.headers["Authorization"] = self.renew()

    def call(self, method: str, path: str, body: Any = None, *, key: str | None = None, **params: Any) -> Any:
        """One call. A token whose roles changed is renewed once, as the portals do."""
        answer = self.once(method, path, body, key=key, **params)
        if self.status == 401 and self.renew and answer["error"]["code"] == "token_outdated":
            self.headers["Authorization"] = self.renew()
            answer = self.once(method, path, body, key=key, **params)
        return answer

    def once(self, method: str, path: str, body: Any = None, *, key: str | None = None, **params: Any) -> Any:
        headers = self.headers | ({"Idempotency-Key": key} if key else {}) | {"Sec-Fetch-Site": "same-origin"}
        url = path if path.startswith("/") else self.base + path
        before = connection.tenant
        if method == "GET":
            self.response = self.client.get(url, params, headers=headers)
        else:
            data = json.dumps(body if body is not None else {})
            self.response = self.client.generic(method, url, data, content_type="application/json", headers=headers)
        connection.set_tenant(before)
        self.status = self.response.status_code
        is_json = self.response.headers.get("Content-Type", "").startswith("application/json")
        return json.loads(self.response.content) if is_json and self.response.content else None

    def get(self, path: str, **params: Any) -> Any:
        return self.call("GET", path, **params)

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Any:
        return self.call("POST", path, body, key=key)

    def patch(self, path: str, body: Any = None) -> Any:
        return self.call("PATCH", path, body)

    def put(self, path: str, body: Any = None) -> Any:
        return self.call("PUT", path, body)

    def delete(self, path: str) -> Any:
        return self.call("DELETE", path)


def run_jobs(brand: Any = None, *, only: str = "", rounds: int = 20) -> list[str]:
    """Do what relay and worker would: run the due jobs of a brand (or of the platform) until none is left.

    A job that fails stays in the outbox; its error is raised here, so that no test passes over it.
    """
    done: list[str] = []
    for _ in range(rounds):
        with brand_scope(brand) if brand else public_scope():
            due = Job.objects.filter(
                done_at=None, failed_at=None, available_at__lte=clock.now(), name__startswith=only
            ).order_by("id")
            rows = [(row.pk, row.name, jobs.envelope_of(row)) for row in due]
        if not rows:
            return done
        for pk, name, envelope in rows:
            with public_scope():
                jobs.execute(name, pk, envelope)
            with brand_scope(brand) if brand else public_scope():
                row = Job.objects.get(pk=pk)
                assert row.done_at is not None, f"{name} failed: {row.last_error}"
            done.append(name)
    raise AssertionError(f"jobs do not come to an end: {done[-10:]}")


def gstin_of(pan: str, state: str) -> str:
    """A GSTIN with the right check digit, for a PAN in a state."""
    from stdnum import luhn

    body = f"{state}{pan}1Z"
    return body + luhn.calc_check_digit(body, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def make_seller(brand: Any, *, slug: str, pan: str, state: str, pin: str) -> tuple[Any, Any]:
    """A verified, active seller of a brand that can be paid; returns its owner and itself."""
    from haat.identity import identifiers
    from haat.identity import services as identity
    from haat.sellers import services as sellers
    from haat.sellers.models import Seller
    from haat.sellers.types import OwnerSpec, SellerSpec

    name, email = slug.replace("-", " ").title(), f"{slug.partition('-')[0]}@example.com"
    spec = SellerSpec(
        slug=slug, name=name, legal_name=f"{name} LLP", pan=pan, gstin=gstin_of(pan, state), state=state,
        address="4 Market Road", city="Town", pin=pin, bank_account=f"50100{int(pin):09d}", ifsc="HDFC0001234",
        account_holder=f"{name} LLP", owner=OwnerSpec(name=name.split()[0], email=email),
    )  # fmt: skip
    with brand_scope(brand):
        seller = sellers.seed_seller(spec=spec, at=clock.now())
        # The provider is not there in most tests: its answer is written down instead of asked for.
        Job.objects.filter(name="sellers.create_linked_account", done_at=None).delete()
        account = {"linked_account_id": f"acc_{slug.replace('-', ''):0<14.14}", "linked_account_status": "activated"}
        Seller.objects.filter(pk=seller.pk).update(**account)
        seller.refresh_from_db()
    with public_scope():
        owner, _ = identity.person(identifier=identifiers.parse(email))
    return owner, seller
