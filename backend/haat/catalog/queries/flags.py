"""What of a product deserves a second look before it is in the shop. Hints for people, never a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.catalog.models import Product

SHORT = 40  # signs of a description
FAR_BP = 7_000  # a price so far below its MRP that one of them is likely wrong
STOPS = ("category", "country of origin", "HSN code", "net quantity", "manufacturer or packer", "importer",
         "month of manufacture or import", "price")  # fmt: skip
CONTACT = re.compile(r"(\b[6-9]\d{9}\b|[\w.+-]+@[\w-]+\.\w+|https?://|www\.|whats ?app)", re.IGNORECASE)
CLAIM = re.compile(
    r"\b(100 ?% (cure|safe|natural)|cures?|guaranteed|miracle|no side effects|best in the world)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Flag:
    code: str
    sentence: str


def flags_of(product: Product, after: dict[str, Any] | None = None) -> list[Flag]:
    """`after` are values that a change would bring; without one the product itself is looked at."""
    return list(_flags(product, after or {}))


def _flags(product: Product, after: dict[str, Any]) -> Iterator[Flag]:
    lacking = [name for name in product.missing if name in STOPS or name.startswith("attribute: ")]
    if lacking:
        yield Flag("missing", f"Lacks: {', '.join(lacking)}.")
    yield from _of_texts(after.get("title", product.title), after.get("description", product.description))
    if not list(product.media.all()):
        yield Flag("picture", "Has no picture.")
    for offer in (one for variant in product.variants.all() for one in variant.offers.all()):
        if (offer.mrp_minor - offer.price_minor) * 10_000 // offer.mrp_minor > FAR_BP:
            yield Flag("price", f"A price is {100 - offer.price_minor * 100 // offer.mrp_minor} % below its MRP.")
            return


def _of_texts(title: str, description: str) -> Iterator[Flag]:
    if len(description.strip()) < SHORT:
        yield Flag("description", "The description is very short.")
    if CONTACT.search(f"{title} {description}"):
        yield Flag("contact", "The text names a phone, an address or a site: selling past the shop?")
    if CLAIM.search(f"{title} {description}"):
        yield Flag("claim", "The text promises something that has to be shown to be true.")
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) > 8 and sum(sign.isupper() for sign in letters) > len(letters) * 2 // 3:
        yield Flag("capitals", "The title is in capitals.")
