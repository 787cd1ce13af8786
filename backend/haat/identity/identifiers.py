"""What people type to say who they are: an e-mail address or a phone number."""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from haat.core.errors import InvalidInput

HOME_REGION = "IN"
INDIAN_MOBILE = re.compile(r"^\+91[6-9][0-9]{9}$")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A canonical address: lower-case e-mail or E.164 phone."""

    value: str
    channel: str  # email | sms

    @property
    def masked(self) -> str:
        """Enough to recognise one's own, too little to learn another's."""
        if self.channel == "sms":
            return f"{self.value[:3]} ••••• ••{self.value[-3:]}"
        name, _, domain = self.value.partition("@")
        return f"{name[0]}•••@{domain}"


def parse(text: str) -> Identifier:
    """Raises InvalidInput with a sentence for what is neither a mail address nor a phone number."""
    cleaned = text.strip()
    if "@" in cleaned:
        try:
            validate_email(cleaned)
        except ValidationError:
            raise _invalid("This is not an e-mail address. It looks like name@example.com.") from None
        return Identifier(cleaned.lower(), "email")
    try:
        number = phonenumbers.parse(cleaned, HOME_REGION)
    except phonenumbers.NumberParseException:
        raise _invalid("Enter a phone number of 10 digits or an e-mail address.") from None
    canonical = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(number) or (canonical.startswith("+91") and not INDIAN_MOBILE.match(canonical)):
        raise _invalid("This phone number does not exist. Check the digits.")
    return Identifier(canonical, "sms")


def _invalid(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"identifier": [sentence]})
