"""What it costs to send a code: to the person over all brands, the device, the connection, the brand, the platform."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import context
from haat.core.errors import InvalidInput
from haat.identity.services.budgets import DAY, HOUR, Budget, network_of, subject_of, take, take_day
from haat.identity.services.notes import alarm

if TYPE_CHECKING:
    from haat.identity.identifiers import Identifier
    from haat.identity.models import User

log = logging.getLogger(__name__)
ALARM_PERCENT = 80
PLATFORM = "platform"


def check_country(found: Identifier, brand: Any) -> None:
    """Codes by SMS go to India unless platform or brand opened another country: pumping SMS abroad is a business.

    Raises InvalidInput, for known and unknown people alike.
    """
    allowed = (*settings.HAAT_SMS_COUNTRIES, *(brand.policy("sms_countries", []) if brand else ()))
    if found.channel == "sms" and not found.value.startswith(tuple(f"+{code}" for code in allowed)):
        sentence = _("We cannot send an SMS to this country. Use an e-mail address.")
        raise InvalidInput(sentence, details={"identifier": [sentence]})


def codes_reach(user: User) -> bool:
    """Whether this person can always sign in by code: a mail address, or a phone in a country that the platform serves."""
    home = tuple(f"+{code}" for code in settings.HAAT_SMS_COUNTRIES)
    return bool(user.email) or (user.phone or "").startswith(home)


def pay_for_code(*, identifier: str, device: str, brand: Any, at: datetime) -> None:
    """Take one code from every budget, or raise Spent and take none. Call it inside the transaction that writes the code."""
    gap = [(1, timedelta(seconds=settings.HAAT_CODE_GAP_SECONDS))] if settings.HAAT_CODE_GAP_SECONDS else []
    person = [*gap, (settings.HAAT_CODES_PER_HOUR, HOUR), (settings.HAAT_CODES_PER_DAY, DAY)]
    budgets = [
        Budget(
            "code.person",
            subject_of(identifier),
            person,
            _("Too many codes were sent to you. Wait before the next one."),
        )
    ]
    if device:
        limits = [(settings.HAAT_CODES_PER_DEVICE_HOUR, HOUR)]
        budgets.append(Budget("code.device", device, limits, _("Too many codes were asked for here. Try again later.")))
    if address := context.current().address:
        limits = [(settings.HAAT_CODES_PER_ADDRESS_HOUR, HOUR)]
        sentence = _("Too many codes were asked for from this connection. Try again in an hour.")
        budgets.append(Budget("code.address", subject_of(network_of(address)), limits, sentence))
    take(budgets, at=at)
    # The rows that everybody shares are locked last, and so for the shortest time.
    if brand:
        _pay_day(str(brand.pk), settings.HAAT_CODES_PER_BRAND_DAY, at, brand.pk)
    _pay_day(PLATFORM, settings.HAAT_CODES_PER_PLATFORM_DAY, at, None)


def _pay_day(subject: str, limit: int, at: datetime, brand_id: Any) -> None:
    sentence = _("No more codes can be sent today. Use a password or another way, or try tomorrow.")
    used = take_day(scope="code", subject=subject, limit=limit, at=at, sentence=sentence)
    if used in {limit, max(1, limit * ALARM_PERCENT // 100)}:
        log.error("codes of today: %s of %s are used (%s)", used, limit, subject)
        alarm("codes.budget", brand_id=brand_id, after={"used": used, "limit": limit, "day": at.date().isoformat()})
