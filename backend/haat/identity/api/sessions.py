"""Where I am signed in, and signing out there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from haat.core.api.operation import operation
from haat.identity import queries, services
from haat.identity.api.entering import AuthAPI
from haat.identity.devices import device_name, masked_address
from haat.tenancy import queries as tenancy

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import TokenFamily


PORTAL_NAMES = {
    "customer": _("Shop"),
    "seller": _("Seller portal"),
    "admin": _("Brand admin"),
    "platform": _("Platform"),
    "launch": "Haat",
}


class SignInOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    device = serializers.CharField(help_text="Empty when the device did not say")
    place = serializers.CharField(help_text="The IP address, half of it hidden")
    portal = serializers.ChoiceField(["customer", "launch", "seller", "admin", "platform"])
    portal_name = serializers.CharField()
    brand = serializers.CharField(help_text="Name of the brand; empty for the platform's own hosts")
    since = serializers.DateTimeField()
    last_seen = serializers.DateTimeField()
    is_current = serializers.BooleanField()


class OwnSignInsAPI(AuthAPI):
    """Runs outside the brand, for a person who is signed in."""

    login_required = True

    def sign_ins(self) -> list[TokenFamily]:
        return queries.sign_ins(user=self.identity.user, portal=self.portal, brand_id=self.brand_id, at=self.at)

    def shown(self) -> list[dict[str, Any]]:
        rows = self.sign_ins()
        names = tenancy.brand_names([row.brand_id for row in rows if row.brand_id])
        current = self.identity.family.pk if self.identity.family else None
        return [
            {
                "id": row.pk, "device": device_name(row.user_agent), "place": masked_address(row.address), "portal": row.portal,
                "portal_name": str(PORTAL_NAMES[row.portal]),
                "brand": names.get(row.brand_id, "") if row.brand_id else "", "since": row.began_at,
                "last_seen": row.last_seen_at, "is_current": row.pk == current,
            }
            for row in rows
        ]  # fmt: skip


class SignIns(OwnSignInsAPI):
    @operation("Where I am signed in; on a brand's host, at this brand", output=SignInOut, many=True)
    def get(self, _request: Any) -> list[dict[str, Any]]:
        return self.shown()

    @operation("Sign out everywhere but here, on every brand and portal", fresh=True)
    def delete(self, _request: Any) -> None:
        services.end_others(user=self.identity.user, keep=self.identity.family, at=self.at)
        services.note("session.others_ended", user=self.identity.user, brand_id=self.brand_id)


class OneSignIn(OwnSignInsAPI):
    @operation("Sign out there")
    def delete(self, _request: Any, sign_in_id: UUID) -> None:
        services.end_sign_in(among=self.sign_ins(), family_id=sign_in_id, brand_id=self.brand_id, at=self.at)
