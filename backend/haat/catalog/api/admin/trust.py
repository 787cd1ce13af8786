"""Sellers whose goods and edits need no look, or always need one."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries, services
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.sellers import queries as sellers


class TrustOut(serializers.Serializer[Any]):
    """`is_trusted` is null where the brand's own rule counts, which is `by_default`."""

    seller_id = serializers.UUIDField()
    name = serializers.CharField()
    is_trusted = serializers.BooleanField(allow_null=True)
    by_default = serializers.BooleanField()


class TrustIn(Strict):
    is_trusted = serializers.BooleanField(allow_null=True)


class TrustView(AdminAPI):
    permission = "products.read"
    permissions_by_method = {"PUT": "products.decide"}

    def row(self, seller: Any) -> dict[str, Any]:
        by_default = bool(self.brand.policy("auto_approve_products", default=False))
        known = queries.trust().get(seller.pk)
        return {"seller_id": seller.pk, "name": seller.name, "is_trusted": known, "by_default": by_default}


class Trust(TrustView):
    @operation("Whom the brand trusts", output=TrustOut, many=True)
    def get(self, _request: Any) -> Any:
        return tuple(self.row(seller) for seller in self.page_of(sellers.active_sellers()))


class TrustPage(TrustView):
    @operation("Trust a seller, look at each of its goods, or follow the brand's rule", input=TrustIn, output=TrustOut)
    def put(self, _request: Any, seller_id: Any) -> Any:
        seller = sellers.seller(seller_id=seller_id)
        services.set_trust(seller=seller, is_trusted=self.input["is_trusted"])
        return self.row(seller)
