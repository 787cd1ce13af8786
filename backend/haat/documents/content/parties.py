"""Who supplies and who receives, as they are on the day of the document."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from haat.core import countries
from haat.orders import queries as orders

if TYPE_CHECKING:
    from haat.orders.models import Order
    from haat.sellers.models import Seller
    from haat.tenancy.models import Brand


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    lines: list[str] = field(default_factory=list)  # of the address, without region and country
    region: str = ""  # code in the tax law
    region_name: str = ""
    country: str = ""
    tax_number_name: str = ""
    tax_number: str = ""
    trade_name: str = ""
    phone: str = ""
    is_person: bool = False  # erased when the person asks for it

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def without_person(self) -> dict[str, Any]:
        """What is part of the tax record although it is a person's: where, and the number of a business; not who."""
        return self.as_data() | {"name": "", "lines": [], "phone": ""}

    @property
    def person(self) -> dict[str, Any]:
        return {"name": self.name, "lines": self.lines, "phone": self.phone}


def of_seller(seller: Seller, country: str) -> Party:
    land = countries.country(country)
    return Party(
        name=seller.legal_name or seller.name, trade_name=seller.name if seller.name != seller.legal_name else "",
        lines=_lines(seller.address, _town(seller.city, seller.pin)), region=seller.state,
        region_name=land.region_name(seller.state), country=land.name, tax_number_name=land.tax_number_name, tax_number=seller.gstin,
    )  # fmt: skip


def of_brand(brand: Brand) -> Party:
    land, contact = countries.country(brand.country), brand.settings.get("contact", {})
    return Party(
        name=brand.legal_name or brand.name, trade_name=brand.name if brand.name != brand.legal_name else "",
        lines=_lines(contact.get("address", ""), _town(contact.get("city", ""), contact.get("pin", ""))), region=brand.home_state,
        region_name=land.region_name(brand.home_state), country=land.name, tax_number_name=land.tax_number_name,
        tax_number=brand.gstin, phone=contact.get("phone", ""),
    )  # fmt: skip


def of_customer(order: Order) -> Party:
    """Sold to and delivered to are one: an order has one address. A business is named first, then who receives for it."""
    receiver, business = delivered_to(order), orders.address_of(order)["business_name"]
    if not order.buyer_tax_number:
        return receiver
    lines = _lines(receiver.name, *receiver.lines[1:]) if business else receiver.lines
    return replace(
        receiver, name=business or receiver.name, lines=lines, tax_number=order.buyer_tax_number,
        tax_number_name=countries.country(order.country).buyer_number_name,
    )  # fmt: skip


def delivered_to(order: Order) -> Party:
    """Whom the courier looks for, the name of a business above the street."""
    address = orders.address_of(order)
    land = countries.country(address.get("country") or order.country)
    region = address.get("state", "")
    return Party(
        name=address.get("name") or order.contact_name, is_person=True, region=region, region_name=land.region_name(region), country=land.name,
        lines=_lines(
            address["business_name"], address.get("line1", ""), address.get("line2", ""),
            _town(address.get("city", ""), address.get("pin", "")),
        ),
        phone=address.get("phone") or order.contact_phone,
    )  # fmt: skip


def key_of(party: Party, otherwise: str) -> str:
    """Whose series it is: the tax number, or who it is where there is none."""
    return party.tax_number or otherwise


def _town(city: str, pin: str) -> str:
    return f"{city} {pin}".strip()


def _lines(*texts: str) -> list[str]:
    return [text for text in texts if text]
