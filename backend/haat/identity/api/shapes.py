"""What the staff portals of every kind say to begin a borrowed view, and get back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.tenancy import hosts

if TYPE_CHECKING:
    from haat.identity.models import Viewing

HOST_PORTALS: dict[str, hosts.Portal] = {"seller": "seller", "customer": "customer", "admin": "admin"}


class ViewingIn(Strict):
    reason = serializers.CharField(max_length=500, help_text="The person you look at reads it")


class TicketOut(serializers.Serializer[Any]):
    """Where to go to begin looking. The ticket in the address works once, within two minutes."""

    url = serializers.CharField()
    expires_at = serializers.DateTimeField()


def ticket_out(viewing: Viewing, ticket: str, brand: Any) -> dict[str, Any]:
    """The address of the view, with its ticket in the fragment, which reaches no server and no log."""
    address = hosts.url(HOST_PORTALS[viewing.portal], brand, "/view-as")
    return {"url": f"{address}#{ticket}", "expires_at": viewing.expires_at}
