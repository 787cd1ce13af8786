"""A cart priced at a place: facts are gathered here, the quote itself is pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from haat.cart import services as carts
from haat.catalog import queries as catalog
from haat.checkout.gift import with_card
from haat.checkout.quote import ONLINE, Line, Place, Quote, quote
from haat.core.errors import DomainError, NotFound
from haat.giftcards import queries as cards
from haat.orders import queries as orders
from haat.promotions import queries as promotions
from haat.shipping import queries as shipping
from haat.shipping.types import Where
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.cart.models import Cart
    from haat.cart.queries import CartView
    from haat.catalog.models import Offer
    from haat.customers.models import Address, Customer
    from haat.promotions.types import Rule
    from haat.tenancy.models import Brand


class EmptyCart(DomainError):
    code = "cart_empty"


class CodeRefused(DomainError):
    """A code that does not apply; `details.reason` says why for programs, `missing_minor` how much is left to spend."""

    code = "code_refused"
    status = 422


def price(
    *,
    brand: Brand,
    view: CartView,
    customer: Customer | None,
    region: str,
    where: Where | None,
    method: str,
    at: datetime,
) -> Quote:
    """What the cart costs in this region, with the codes it holds, sent to this place. Raises EmptyCart."""
    if not view.lines:
        raise EmptyCart("Your cart is empty.")
    rules, unknown = promotions.rules(codes=view.codes, at=at)
    is_known = customer is not None and any(rule.first_order_only for rule in rules)
    shopper = promotions.shopper(
        customer_id=customer.pk if customer else None,
        has_ordered=is_known and customer is not None and orders.has_ordered(customer_id=customer.pk),
        rules=rules,
    )
    found = quote(
        lines=lines_of([Picked(line.offer, line.quantity) for line in view.lines], rules), place=Place(region, regime(brand.country), where), policies=brand.settings.get("policies", {}),
        method=method, currency=brand.currency, at=at, rules=rules, unknown_codes=unknown, shopper=shopper,
        tariff=shipping.tariff(brand),
    )  # fmt: skip
    problems = [f"{line.offer.variant.product.title}: {line.problem}" for line in view.lines if line.problem]
    return replace(found, problems=[*problems, *found.problems])


def at_address(
    *, brand: Brand, view: CartView, customer: Customer, address: Address, method: str, at: datetime
) -> Quote:
    """What the cart costs at an address of the brand's own country."""
    where = Where(address.pin, address.state)
    found = price(brand=brand, view=view, customer=customer, region=address.state, where=where, method=method, at=at)
    found = with_card(found, cards.usable(view.gift_card_id, code_at=view.gift_card_at, at=at))
    if address.country == brand.country:
        return found
    return replace(found, problems=["We do not deliver to this country. Choose another address.", *found.problems])


def estimate(
    *, brand: Brand, view: CartView, customer: Customer | None, at: datetime, where: Where | None = None
) -> Quote:
    """The cart before an address is known, paid online: inclusive prices are the same everywhere, what keeps it from
    a certain place is told at checkout. Delivery is the least it can be, or that of a place which was named.
    """
    found = price(brand=brand, view=view, customer=customer, region=brand.home_state, where=where, method=ONLINE, at=at)
    return replace(found, problems=[])


def enter_code(
    *, brand: Brand, cart: Cart | None, view: CartView, customer: Customer | None, code: str, at: datetime
) -> Quote:
    """Keep a code with the cart and say what it does. Raises EmptyCart, CodeRefused; then the cart is as it was."""
    wanted = promotions.normal_code(code)
    found = estimate(
        brand=brand, view=replace(view, codes=[*view.codes, wanted][-carts.CODES_MAX :]), customer=customer, at=at
    )
    refusal = next((one for one in found.refusals if one.code == wanted), None)
    if refusal is not None:
        details = {"code": [refusal.sentence], "reason": refusal.reason, "missing_minor": refusal.missing_minor}
        raise CodeRefused(refusal.sentence, details=details)
    assert cart is not None  # noqa: S101 - a view with lines has a cart
    carts.add_code(cart=cart, code=wanted)
    return found


def remove_code(*, cart: Cart | None, code: str) -> None:
    """Raises NotFound without a cart; a code that is not there is no error."""
    if cart is None:
        raise NotFound("There is no cart.")
    carts.remove_code(cart=cart, code=promotions.normal_code(code))


@dataclass(frozen=True, slots=True)
class Picked:
    """An offer and how many of it."""

    offer: Offer
    quantity: int


def lines_of(picked: Sequence[Picked], rules: Sequence[Rule]) -> list[Line]:
    """The facts of offers, for a quote by these rules; the tree of categories is read where one of them asks for it."""
    ids = {view.offer.variant.product.category_id for view in picked}
    is_asked = any(rule.category_ids for rule in rules)
    paths = catalog.category_paths(ids) if is_asked else dict.fromkeys(ids, frozenset[UUID]())
    return [
        Line(
            offer_id=view.offer.pk, product_id=view.offer.variant.product_id, category_ids=paths[view.offer.variant.product.category_id],
            seller_id=view.offer.seller_id, seller_name=view.offer.seller.name, seller_region=view.offer.seller.state,
            seller_status=view.offer.seller.gst_status, title=view.offer.variant.product.title, hsn=view.offer.variant.hsn,
            unit_minor=view.offer.price_minor, quantity=view.quantity, weight_g=view.offer.variant.weight_g or 0,
            seller_is_own=view.offer.seller.is_own,
        )
        for view in picked
    ]  # fmt: skip
