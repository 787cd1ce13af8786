"""What a promotion would do to a sample cart, before it is launched. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.checkout.quote import ONLINE, Place, Quote, quote
from haat.checkout.services.price import Picked, lines_of
from haat.promotions import services as promotions
from haat.shipping import queries as shipping
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.promotions.types import Rule
    from haat.sellers.models import Seller
    from haat.tenancy.models import Brand

SAMPLE_LINES, SAMPLE_PIECES, LOOK_AT_MAX = 3, 2, 200


@dataclass(frozen=True, slots=True)
class Preview:
    """A cart as it is, and with the promotion."""

    before: Quote
    after: Quote

    @property
    def currency(self) -> str:
        return self.after.currency

    @property
    def brand_pays_minor(self) -> int:
        return sum(package.brand_discount_minor for package in self.after.packages)

    @property
    def sellers_pay_minor(self) -> int:
        return self.after.discount_minor - self.brand_pays_minor


def preview(*, brand: Brand, spec: promotions.Spec, at: datetime, seller: Seller | None = None) -> Preview | None:
    """The promotion on two pieces each of goods that it covers; None while the shop has no goods. Raises InvalidInput."""
    rule = promotions.reckon(spec=spec, currency=brand.currency, seller=seller)
    lines = lines_of([Picked(offer, SAMPLE_PIECES) for offer in _offers(spec.product_ids, seller)], [rule])
    if not lines:
        return None
    place, policies = Place(brand.home_state, regime(brand.country)), brand.settings.get("policies", {})
    covered = [line for line in lines if rule.covers(line.as_goods)][:SAMPLE_LINES] or lines[:SAMPLE_LINES]
    when, tariff = max(at, spec.starts_at), shipping.tariff(brand)

    def priced(rules: list[Rule]) -> Quote:
        return quote(
            lines=covered, place=place, policies=policies, method=ONLINE, currency=brand.currency, at=when, rules=rules,
            tariff=tariff,
        )  # fmt: skip

    return Preview(priced([]), priced([rule]))


def _offers(product_ids: Sequence[UUID], seller: Seller | None) -> list[Offer]:
    """One offer a product, the cheapest, of the named products or of the newest."""
    if seller is not None:
        wanted: Sequence[UUID] = product_ids or catalog.products_offered_by(seller.pk)[:LOOK_AT_MAX]
    else:
        wanted = product_ids or [row.pk for row in catalog.products(status="published")[:LOOK_AT_MAX]]
    offers = [one for one in catalog.offers_of_products(wanted) if seller is None or one.seller_id == seller.pk]
    return list({one.variant.product_id: one for one in reversed(offers)}.values())
