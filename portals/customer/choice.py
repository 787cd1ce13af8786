"""Which variant of a product is looked at, what else could be chosen, and whose offer is in the buy box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

PLENTY = 10  # more than this many left is not mentioned, and not more are offered at once


class Choice:
    """`sku` comes from the address; without it the first variant that can be bought is shown.

    `pictures` are the product's: one that no variant claims is the first variant's own.
    """

    def __init__(self, variants: list[dict[str, Any]], sku: str, pictures: Sequence[str] = ()) -> None:
        self.variants = variants
        claimed = {picture(variant) for variant in variants}
        self.spare = next((address for address in pictures if address not in claimed), "")
        buyable = next((variant for variant in variants if is_buyable(variant)), variants[0] if variants else None)
        self.variant = next((variant for variant in variants if variant["sku"] == sku), buyable)

    @property
    def offer(self) -> dict[str, Any] | None:
        return boxed(self.variant) if self.variant else None

    @property
    def others(self) -> list[dict[str, Any]]:
        if not self.variant or not self.offer:
            return []
        return [offer for offer in self.variant["offers"] if offer["id"] != self.offer["id"]]

    @property
    def left(self) -> int:
        """Pieces that may be asked for; a number that the API keeps to itself counts as plenty."""
        if not self.offer or not self.offer["in_stock"]:
            return 0
        left = self.offer.get("left")
        return PLENTY if left is None else int(left)

    @property
    def most(self) -> int:
        """Pieces that one customer may have of these."""
        return min(self.left, PLENTY, int((self.offer or {}).get("per_customer") or PLENTY))

    @property
    def saving(self) -> int:
        """Whole per cent below MRP, 0 when there is nothing to speak of."""
        price, mrp = ((self.offer or {}).get(name) or {"minor": 0} for name in ("price", "mrp"))
        return int((mrp["minor"] - price["minor"]) * 100 // mrp["minor"]) if mrp["minor"] > price["minor"] else 0

    @property
    def is_low(self) -> bool:
        return 0 < self.left <= 5

    @property
    def axes(self) -> list[dict[str, Any]]:
        """Options with their values: chosen or not, sold out or not, and the variant each leads to."""
        names = dict.fromkeys(option["name"] for variant in self.variants for option in variant["options"])
        return [self._axis(name) for name in names]

    def _axis(self, name: str) -> dict[str, Any]:
        values = self._values(name)
        pictures = {value["image"] for value in values if value["image"]}
        has_pictures = 1 < len(pictures) == len(values)
        return {"name": name, "chosen": self._value(self.variant, name), "values": values, "has_pictures": has_pictures}

    def _values(self, name: str) -> list[dict[str, Any]]:
        values = dict.fromkeys(self._value(variant, name) for variant in self.variants)
        return [self._one(name, value) for value in values if value]

    def _one(self, name: str, value: str) -> dict[str, Any]:
        variant = self._nearest(name, value)
        return {
            "value": value,
            "sku": variant["sku"],
            "chosen": self._value(self.variant, name) == value,
            "sold_out": not is_buyable(variant),
            "image": self._picture(name, value),
        }

    def _picture(self, name: str, value: str) -> str:
        """A picture belongs to the first variant of its colour; the others of that colour are shown with it."""
        having = [variant for variant in self.variants if self._value(variant, name) == value]
        own = next((address for address in map(picture, having) if address), "")
        return own or (self.spare if self.variants[0] in having else "")

    @property
    def picture(self) -> str:
        """The picture to show first: the chosen variant's own, or that of its colour."""
        shown = (
            value["image"] for axis in self.axes if axis["has_pictures"] for value in axis["values"] if value["chosen"]
        )
        return (picture(self.variant) if self.variant else "") or next(shown, "")

    def _nearest(self, name: str, value: str) -> dict[str, Any]:
        """The variant with this value that agrees most with what is chosen now; buyable ones win a draw."""
        having = [variant for variant in self.variants if self._value(variant, name) == value]
        current = {option["name"]: option["value"] for option in (self.variant or {}).get("options", [])}

        def agreement(variant: dict[str, Any]) -> tuple[int, bool]:
            same = sum(current.get(option["name"]) == option["value"] for option in variant["options"])
            return same, is_buyable(variant)

        return max(having, key=agreement)

    @staticmethod
    def _value(variant: dict[str, Any] | None, name: str) -> str:
        options = variant["options"] if variant else []
        return next((str(option["value"]) for option in options if option["name"] == name), "")


def boxed(variant: dict[str, Any]) -> dict[str, Any] | None:
    """The offer that the API put into the buy box."""
    chosen = (variant.get("buy_box") or {}).get("offer_id")
    offers: list[dict[str, Any]] = variant["offers"]
    return next((offer for offer in offers if offer["id"] == chosen), offers[0] if offers else None)


def is_buyable(variant: dict[str, Any]) -> bool:
    return any(offer["in_stock"] for offer in variant["offers"])


def picture(variant: dict[str, Any]) -> str:
    image = variant.get("image")
    return str(image.get("url", "")) if isinstance(image, dict) else str(image or "")
