"""What a customer is asked, in the words they read. A changed text is a new version: old consents keep theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Notice:
    """One purpose: what for, with which data, and the version of these words."""

    version: str
    title: _StrPromise
    text: _StrPromise
    channel: str  # email | sms


NOTICES = {
    "marketing_email": Notice(
        "2026-11",
        _("Offers and news by e-mail"),
        _(
            "We write to your e-mail address about offers and new things in this shop. We use your name, your address and "
            "what you bought here. No other shop gets them. You can stop it here at any time, with the same switch."
        ),
        "email",
    ),
    "marketing_sms": Notice(
        "2026-11",
        _("Offers by SMS"),
        _(
            "We send offers of this shop to your mobile number, at most once a week. We use your number and what you bought "
            "here. No other shop gets them. You can stop it here at any time, with the same switch."
        ),
        "sms",
    ),
}
