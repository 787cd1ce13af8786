"""What delivery costs where, as the brand's staff set it and try it."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.fields import money_dict
from haat.core.api.operation import operation
from haat.shipping import queries, services
from haat.shipping.api.shapes import RatesIn, TariffOut, TrialIn, TrialOut, rates_of, rates_shape, zone_of, zone_shape


class Tariff(AdminAPI):
    permission = "settings.edit"

    @operation("What delivery costs where", output=TariffOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return self.shown(self.brand)

    @operation("Replace what delivery costs where", input=RatesIn, output=TariffOut, step_up=True)
    def put(self, _request: Any) -> dict[str, Any]:
        elsewhere = self.input["elsewhere"]
        brand = services.set_rates(
            brand=self.brand, zones=[zone_of(row) for row in self.input["zones"]],
            elsewhere=rates_of(elsewhere) if elsewhere else None, seen=self.input["version"], at=self.at,
        )  # fmt: skip
        return self.shown(brand)

    def shown(self, brand: Any) -> dict[str, Any]:
        rates, own = queries.tariff(brand), queries.has_own(brand)
        country = rates.country
        return {
            "version": brand.shipping.get("version", 0), "currency": brand.currency, "takes_cash": bool(brand.policy("cod")),
            "has_post_codes": country.has_post_codes, "region_word": country.region_word,
            "regions": [{"code": code, "name": name} for code, name in country.regions.items()],
            "zones": [zone_shape(zone) for zone in queries.zones_of(rates)],
            "elsewhere": rates_shape(rates.elsewhere) if own else None,
            "standing": rates_shape(queries.of_policies(brand.settings.get("policies", {}))),
        }  # fmt: skip


class Trial(AdminAPI):
    permission = "settings.edit"

    @operation("What one parcel would cost", input=TrialIn, output=TrialOut)
    def post(self, _request: Any) -> dict[str, Any]:
        found = queries.trial(
            self.brand, pin=self.input["pin"], region=self.input["region"], weight_g=self.input["weight_g"],
            goods_minor=self.input["goods_minor"],
        )  # fmt: skip
        return {
            "delivers": found.delivers, "cash": found.cash and bool(self.brand.policy("cod")), "sentence": found.fee.reason,
            "fee": money_dict(found.fee.minor, self.brand.currency),
        }  # fmt: skip


urlpatterns = [path("settings/shipping", Tariff.as_view()), path("settings/shipping/trial", Trial.as_view())]
