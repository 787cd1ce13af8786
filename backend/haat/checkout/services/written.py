"""A quote as an order keeps it: parts, lines, discounts with who pays them, and what is taken from budgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.orders.types import NewLine, NewPart
from haat.promotions.types import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from haat.cart.queries import CartView
    from haat.checkout.figures import Package, Part, QuotedLine, Saving
    from haat.checkout.quote import Quote


def parts(found: Quote, view: CartView) -> list[NewPart]:
    offers = {line.offer.pk: line.offer for line in view.lines}
    by_card = found.gift.by_seller if found.gift else {}
    return [_part(package, offers, by_card.get(package.seller_id, 0)) for package in found.packages]


def discounts(found: Quote) -> list[dict[str, Any]]:
    """Each promotion over the whole order, in the words the customer saw."""
    return [_words(saving) | {"sentence": saving.sentence} for saving in found.savings]


def claims(found: Quote) -> list[Claim]:
    return [
        Claim(one.rule.id, one.rule.ticket.id if one.rule.ticket else None, one.minor, one.brand_minor)
        for one in found.savings
    ]


def _part(package: Package, offers: Mapping[UUID, Any], by_card: int) -> NewPart:
    return NewPart(
        seller=offers[package.lines[0].line.offer_id].seller, goods_minor=package.goods_minor, shipping_minor=package.shipping_minor,
        shipping_taxable_minor=package.shipping_tax.taxable_minor, shipping_rate_bp=package.shipping_tax.rate_bp,
        shipping_discount_minor=package.shipping_discount_minor,
        shipping_brand_discount_minor=package.shipping_brand_discount_minor, shipping_discounts=_each(package.shipping_parts),
        gift_card_minor=by_card,
        lines=[_line(item, offers[item.line.offer_id]) for item in package.lines],
    )  # fmt: skip


def _line(item: QuotedLine, offer: Any) -> NewLine:
    product, tax = offer.variant.product, item.tax
    return NewLine(
        offer_id=offer.pk, product_id=product.pk, category_id=product.category_id, title=product.title, slug=product.slug,
        sku=offer.variant.sku, options=offer.variant.options, image=offer.image_url or "", hsn=offer.variant.hsn,
        quantity=item.line.quantity, unit_minor=item.line.unit_minor, gross_minor=item.line.gross_minor,
        discount_minor=item.discount_minor, brand_discount_minor=item.brand_discount_minor, discounts=_each(item.parts),
        taxable_minor=tax.taxable_minor, rate_bp=tax.rate_bp, rate_source=item.rate_source, cgst_minor=tax.cgst_minor,
        sgst_minor=tax.sgst_minor, igst_minor=tax.igst_minor, vat_minor=tax.vat_minor,
    )  # fmt: skip


def _each(taken: Sequence[Part]) -> list[dict[str, Any]]:
    return [_words(part) for part in taken]


def _words(one: Part | Saving) -> dict[str, Any]:
    code = one.rule.ticket.code if one.rule.ticket else ""
    return {
        "promotion": str(one.rule.id), "name": one.rule.name, "code": code, "minor": one.minor, "brand_minor": one.brand_minor,
    }  # fmt: skip
