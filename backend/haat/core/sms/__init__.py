"""SMS: the provider is named by the scheme of `SMS_URL`; the words are the registered ones (TRAI DLT)."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings

from haat.core.jobs import RetryLater
from haat.core.sms.inbox import Inbox
from haat.core.sms.message import Sms, Undeliverable
from haat.core.sms.msg91 import Msg91
from haat.core.sms.wording import registered, variables_of


class Provider(Protocol):
    """Hands one SMS over. Raises RetryLater when it is not taken now, Undeliverable when it never will be."""

    def send(self, sms: Sms) -> None: ...


def provider() -> Provider:
    """The provider that is configured. Raises RetryLater without one: messages wait in the outbox."""
    url = settings.SMS_URL
    if not url:
        raise RetryLater("No SMS provider is configured: set SMS_URL.")
    return Msg91(url) if urlsplit(url).scheme in {"msg91", "msg91+http"} else Inbox(url)


def send(*, kind: str, to: str, sender: str, text: str) -> None:
    """Send a text of a registered kind. Raises RetryLater, Undeliverable."""
    found = provider()
    own_id, dlt_id = settings.HAAT_SMS_TEMPLATES.get(kind, ("", ""))
    found.send(Sms(kind, to, sender, text, variables_of(kind, text), own_id, dlt_id))


__all__ = ["Inbox", "Msg91", "Provider", "Sms", "Undeliverable", "provider", "registered", "send", "variables_of"]
