"""All addresses of products, for the sitemap."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.operation import operation
from haat.search import queries


class AddressOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    updated_at = serializers.DateTimeField()


class Addresses(Cached, CustomerAPI):
    login_required = False

    @operation("Slugs of all products in the shop, 5,000 a page", output=AddressOut, many=True)
    def get(self, _request: Any) -> Any:
        page, _ = self.asked_page()
        rows = queries.addresses(page)
        self.meta |= {"page": page, "limit": queries.ADDRESSES_A_PAGE, "total": len(rows)}
        return tuple(rows)
