"""What other apps learn of customers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """Name and addresses of a customer at this brand; an address that is unknown is empty."""

    name: str
    email: str
    phone: str
    language: str


@dataclass(frozen=True, slots=True)
class AddressSpec:
    """An address as somebody gives it; `state` is a region of its country, `phone` any writing of a number."""

    name: str
    phone: str
    line1: str
    city: str
    state: str
    pin: str  # empty where there are no postal codes
    line2: str = ""
    is_default: bool = False
    business_name: str = ""  # of who buys for a business: as it is registered, for its invoices
    tax_number: str = ""  # and its number there, in any writing
