"""The team of a seller."""

from __future__ import annotations

from haat.core.api.base import SellerAPI
from haat.identity.api import team
from haat.identity.types import Place


class SellerTeam(SellerAPI):
    @property
    def place(self) -> Place:
        return Place("seller", self.brand.pk, self.seller.pk, self.seller.name)


urlpatterns = team.urls(SellerTeam)
