"""The team of a brand."""

from __future__ import annotations

from haat.core.api.base import AdminAPI
from haat.identity.api import team
from haat.identity.types import Place


class BrandTeam(AdminAPI):
    @property
    def place(self) -> Place:
        return Place("brand", self.brand.pk, None, self.brand.name)


urlpatterns = team.urls(BrandTeam)
