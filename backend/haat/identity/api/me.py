"""Who am I, and what may I do on this portal."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import HaatAPI
from haat.core.api.operation import operation
from haat.identity.api.entering import UserOut


class BrandOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    currency = serializers.CharField()
    theme = serializers.SerializerMethodField(
        help_text="primary and on_primary, so that staff see whose house they are in"
    )

    def get_theme(self, brand: Any) -> dict[str, str]:
        theme = brand.presentation.get("theme") or {}
        return {name: theme[name] for name in ("primary", "on_primary") if name in theme}


class ViewingOut(serializers.Serializer[Any]):
    subject = serializers.CharField(source="subject_name")
    reason = serializers.CharField()
    expires_at = serializers.DateTimeField()


class MeOut(serializers.Serializer[Any]):
    user = UserOut()
    portal = serializers.CharField()
    brand = BrandOut(allow_null=True)
    role = serializers.CharField(allow_null=True)
    seller_id = serializers.CharField(allow_null=True)
    permissions = serializers.ListField(child=serializers.CharField())
    shops = serializers.ListField(child=serializers.CharField(), help_text="Sellers of this brand that they work for")
    viewing = ViewingOut(allow_null=True, help_text="Set while staff look as somebody else")


class Me(HaatAPI):
    @operation("The signed-in person, their role here and its permissions", output=MeOut)
    def get(self, request: Any) -> dict[str, Any]:
        membership = self.identity.memberships[0] if self.identity.memberships else None
        return {
            "user": self.identity.user,
            "portal": request.portal,
            "brand": self.brand,
            "role": membership.role if membership else None,
            "seller_id": str(membership.seller_id) if membership and membership.seller_id else None,
            "permissions": sorted(membership.permissions) if membership else [],
            "shops": [str(row.seller_id) for row in self.identity.memberships if row.seller_id],
            "viewing": self.identity.viewing,
        }


class PortalOut(serializers.Serializer[Any]):
    portal = serializers.CharField()
    brand = BrandOut(allow_null=True)


class Portal(HaatAPI):
    """What a sign-in page shows before anybody is known."""

    login_required = False

    @operation("Which portal of which brand this host is", output=PortalOut)
    def get(self, request: Any) -> dict[str, Any]:
        return {"portal": request.portal, "brand": self.brand}
