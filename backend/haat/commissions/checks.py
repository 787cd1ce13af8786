"""Rules that contradict themselves, or that are for somebody or something that this brand has not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from haat.catalog import queries as catalog
from haat.core.errors import InvalidInput
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from haat.commissions.types import RuleSpec

ON_GOODS = ("category_id", "product_id", "price_min_minor", "price_max_minor")


def check(spec: RuleSpec) -> None:
    """Raises InvalidInput with the fields; the database refuses the contradictions as well."""
    wrong = _contradictions(spec) or _missing(spec)
    if wrong:
        raise InvalidInput(" ".join(wrong.values()), details={name: [text] for name, text in wrong.items()})


def _contradictions(spec: RuleSpec) -> dict[str, str]:
    found = {}
    if spec.valid_to and spec.valid_to < spec.valid_from:  # ISO dates read in order
        found["valid_to"] = "The rule ends before it begins."
    if spec.floor_minor is not None and spec.cap_minor is not None and spec.cap_minor < spec.floor_minor:
        found["cap_minor"] = "The cap is below the least fee."
    band = (spec.price_min_minor, spec.price_max_minor)
    if band[0] is not None and band[1] is not None and band[1] < band[0]:
        found["price_max_minor"] = "The highest price is below the lowest."
    if spec.with_shipping and any(getattr(spec, name) is not None for name in ON_GOODS):
        found["with_shipping"] = (
            "A parcel's delivery is of all that is in it: a rule for some goods alone cannot be with shipping."
        )
    return found


def _missing(spec: RuleSpec) -> dict[str, str]:
    found = {}
    if spec.seller_id and not sellers.sellers([UUID(spec.seller_id)]):
        found["seller_id"] = "There is no such seller."
    if spec.seller_tier and spec.seller_tier not in sellers.tiers():
        found["seller_tier"] = f"No seller is in the tier “{spec.seller_tier}”. Put one into it first."
    if spec.category_id and spec.category_id not in {str(one.pk) for one in catalog.categories()}:
        found["category_id"] = "There is no such category."
    if spec.product_id and not catalog.known_products([UUID(spec.product_id)]):
        found["product_id"] = "There is no such product."
    return found
