"""The seller's account at the payment provider (Route): four calls, each kept before the next is made.

Calls happen outside transactions. When it is not known whether a call took effect, the provider is asked first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from haat.audit import services as audit
from haat.core.db import connection
from haat.core.jobs import RetryLater
from haat.payments.services import GatewayRefused, GatewayUnknown
from haat.sellers import queries, route
from haat.sellers.models import Seller
from haat.tenancy.context import public_scope
from haat.verification import queries as verification_queries
from haat.verification import services as verification_services

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from haat.verification.models import LinkedAccount
    from haat.verification.types import AccountDetails

REFUSED = "refused"
KNOWN = re.compile(r"already exists for account - (\w+)")


class Gateway(Protocol):
    """One merchant account at the provider (`payments.services.client()`)."""

    key_id: str

    def call(self, ask: Callable[[Any], Any]) -> Any: ...


def create_linked_account(*, seller_id: UUID | str, gateway: Gateway) -> None:
    """Open the account or go on where it stopped. Raises RetryLater while the provider is out or still reviewing."""
    seller = queries.seller(seller_id)
    if seller.entity_status != "verified":
        return
    with public_scope():
        row = verification_services.linked_account(entity_id=seller.entity_id, gateway_account=gateway.key_id)
        details = verification_queries.account_details(seller.entity_id)
    try:
        _open(row, details, gateway)
    except GatewayUnknown as error:
        raise RetryLater(error.message) from error
    except GatewayRefused as error:
        if error.status == 403:  # Route is not open to this account yet, which says nothing about the seller
            raise RetryLater(str(error)) from error
        _note(row, status=REFUSED, reason=error.description or str(error))
    finally:
        _copy(seller, row)
    if row.status in {"requested", "under_review"}:
        raise RetryLater("The payment provider is still looking at the account.")


def _open(row: LinkedAccount, details: AccountDetails, gateway: Gateway) -> None:
    if not row.account_id:
        _note(row, account_id=_account(row, details, gateway))
    account = row.account_id
    if not row.stakeholder_id:
        _note(row, stakeholder_id=_stakeholder(account, details, gateway))
    if not row.product_id:
        found = gateway.call(lambda sdk: sdk.product.requestProductConfiguration(account, route.product()))
        _note(row, product_id=found["id"])
    product = gateway.call(lambda sdk: sdk.product.fetch(account, row.product_id))
    if product["activation_status"] in {"requested", "needs_clarification"}:
        product = gateway.call(lambda sdk: sdk.product.edit(account, row.product_id, route.settlement(details)))
    asked = ", ".join(str(item.get("field_reference", "")) for item in product.get("requirements") or [])
    _note(row, status=product["activation_status"], reason=asked and f"The payment provider asks for: {asked}.")


def _account(row: LinkedAccount, details: AccountDetails, gateway: Gateway) -> str:
    """Create the account; one that a lost answer left behind is recognised by our reference."""
    body = route.account(details, reference=_reference(row), phone=details.phone or _brand_phone())
    try:
        return str(gateway.call(lambda sdk: sdk.account.create(body))["id"])
    except GatewayRefused as error:
        known = KNOWN.search(error.description)
        if known is None:
            raise
        account_id = f"acc_{known[1].removeprefix('acc_')}"
        if gateway.call(lambda sdk: sdk.account.fetch(account_id)).get("reference_id") != _reference(row):
            raise
        return account_id


def _stakeholder(account: str, details: AccountDetails, gateway: Gateway) -> str:
    known = gateway.call(lambda sdk: sdk.stakeholder.all(account)).get("items") or []
    if known:
        return str(known[0]["id"])
    return str(gateway.call(lambda sdk: sdk.stakeholder.create(account, route.stakeholder(details)))["id"])


def _reference(row: LinkedAccount) -> str:
    return row.entity_id.hex[-20:]  # the random end of a UUIDv7; the provider takes 20 characters


def _note(row: LinkedAccount, **found: str) -> None:
    with public_scope():
        verification_services.note_step(row=row, **found)


def _copy(seller: Seller, row: LinkedAccount) -> None:
    before = {"status": seller.linked_account_status, "account": seller.linked_account_id}
    after = {"status": row.status, "account": row.account_id}
    if before != after:
        audit.record("seller.linked_account_changed", seller, before=before, after=after, reason=row.reason)
    Seller.objects.filter(pk=seller.pk).update(
        linked_account_id=row.account_id, linked_account_status=row.status, linked_account_reason=row.reason
    )


def _brand_phone() -> str:
    return str(connection.tenant.settings.get("contact", {}).get("phone", ""))
