"""The counter rows of what is left of a line or of a part's shipping."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db.models import F

from haat.orders.models import CreditLine, Remainder
from haat.orders.portions import Figures
from haat.tax.queries import regime

if TYPE_CHECKING:
    from haat.orders.models import OrderLine, SellerOrder

SHIPPING_QUANTITY = 0


def open_remainder(part: SellerOrder, line: OrderLine | None) -> Remainder:
    """The row, locked; made whole by the first who asks. The part is locked before."""
    found = Remainder.objects.select_for_update().filter(part=part, order_line=line).first()
    if found is not None:
        return found
    whole = figures_of(line) if line else figures_of_shipping(part)
    return Remainder.objects.create(
        part=part, order_line=line, quantity=line.quantity if line else SHIPPING_QUANTITY, customer_minor=whole.paid, **_columns(whole)
    )  # fmt: skip


def take(left: Remainder, figures: Figures, *, quantity: int, gift: int = 0) -> CreditLine:
    """Bring what is left along; returns the credit's line. A gift that was given before is taken back only as far as needed."""
    owed = left.customer_minor - gift
    goodwill = gift or min(0, owed - figures.paid)
    columns = _columns(figures)
    Remainder.objects.filter(pk=left.pk).update(
        quantity=F("quantity") - quantity, customer_minor=F("customer_minor") - figures.paid - goodwill,
        **{name: F(name) - minor for name, minor in columns.items()},
    )  # fmt: skip
    line = left.order_line
    rate_bp = line.rate_bp if line else left.part.shipping_rate_bp
    return CreditLine(order_line=line, quantity=quantity, rate_bp=rate_bp, goodwill_minor=goodwill, **columns)


def figures_of(line: OrderLine) -> Figures:
    return Figures(**{name.removesuffix("_minor"): getattr(line, name) for name in _columns(Figures())})


def figures_of_shipping(part: SellerOrder) -> Figures:
    """The tax inside of a delivery is reckoned as it was for the order."""
    tax = regime(part.order.country).inside(
        part.shipping_value_minor,
        part.shipping_rate_bp,
        origin=part.seller.state,
        destination=part.order.place_of_supply,
    )
    return Figures(
        gross=part.shipping_minor, discount=part.shipping_discount_minor, brand_discount=part.shipping_brand_discount_minor,
        taxable=tax.taxable_minor, cgst=tax.cgst_minor, sgst=tax.sgst_minor, igst=tax.igst_minor, vat=tax.vat_minor,
    )  # fmt: skip


def _columns(figures: Figures) -> dict[str, int]:
    return {f"{name}_minor": minor for name, minor in asdict(figures).items()}
