"""What differs from country to country in money, addresses and numbers. A brand sells in one; the rest follows from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import phonenumbers

from haat.core import emirates, india


@dataclass(frozen=True, slots=True)
class Country:
    """`regions` are what the tax law tells apart inside it; `place_problem(post_code, region)` is a sentence or empty.

    `buyer_problem(number, region)` is the same of a business's tax number on an invoice for goods that go to a region;
    None where invoices name no such number.
    """

    code: str  # ISO 3166-1
    name: str
    currency: str
    timezone: ZoneInfo
    region_word: str
    regions: Mapping[str, str]
    has_post_codes: bool
    place_problem: Callable[[str, str], str]
    mobile: re.Pattern[str]
    tax_number_name: str
    tax_number: re.Pattern[str]
    buyer_problem: Callable[[str, str], str] | None = None

    def region_name(self, code: str) -> str:
        return self.regions.get(code, "")

    @property
    def buyer_number_name(self) -> str:
        """What a business that buys has its tax number called; empty where invoices name none."""
        return self.tax_number_name if self.buyer_problem else ""

    def phone(self, text: str) -> str:
        """A phone number of any country in E.164, read as a local one without a prefix. Raises ValueError with a sentence."""
        try:
            number = phonenumbers.parse(text, self.code)
        except phonenumbers.NumberParseException:
            raise ValueError(f"“{text}” is not a phone number.") from None
        found: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        home = phonenumbers.country_code_for_region(self.code)
        if not phonenumbers.is_valid_number(number) or (number.country_code == home and not self.mobile.match(found)):
            raise ValueError(f"“{text}” is not a mobile phone number. Check its digits.")
        return found


INDIA = Country(
    code="IN", name="India", currency="INR", timezone=ZoneInfo("Asia/Kolkata"), region_word="state", regions=india.STATES,
    has_post_codes=True, place_problem=india.pin_problem, mobile=re.compile(r"^\+91[6-9][0-9]{9}$"), tax_number_name="GSTIN",
    tax_number=india.GSTIN, buyer_problem=india.buyer_problem,
)  # fmt: skip
UAE = Country(
    code="AE", name="United Arab Emirates", currency="AED", timezone=ZoneInfo("Asia/Dubai"), region_word="emirate",
    regions=emirates.EMIRATES, has_post_codes=False, place_problem=emirates.address_problem, mobile=emirates.MOBILE,
    tax_number_name="TRN", tax_number=emirates.TRN, buyer_problem=emirates.buyer_problem,
)  # fmt: skip
COUNTRIES = {country.code: country for country in (INDIA, UAE)}


def country(code: str) -> Country:
    """Raises KeyError for a country in which no brand can sell yet."""
    return COUNTRIES[code]
