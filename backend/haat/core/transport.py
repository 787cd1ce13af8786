"""Carrying a message to a person: mail over SMTP, SMS over the provider's HTTP. What is said is composed elsewhere.

Errors never carry the address or the text: they end in logs and in the outbox.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from email.utils import formataddr
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from haat.core import sms
from haat.core.jobs import RetryLater

log = logging.getLogger(__name__)
registered = sms.registered


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one address; `template_id` is the kind whose wording is registered for SMS (TRAI DLT)."""

    channel: str  # email | sms
    to: str
    sender: str
    text: str
    subject: str = ""
    html: str = ""
    template_id: str = ""


def send(message: Message) -> None:
    """Hand a message to its provider. Raises RetryLater when the provider does not take it now.

    What can never be delivered, such as an unregistered wording, is an error for us to mend and not a reason to repeat.
    """
    try:
        (_send_mail if message.channel == "email" else _send_sms)(message)
    except sms.Undeliverable as error:
        log.error("a %s message (%s) was refused for good: %s", message.channel, message.template_id, error)


def _send_mail(message: Message) -> None:
    name = _one_line(message.sender)  # brands and sellers choose it: no second address and no header hides in it
    sender = formataddr((name, settings.DEFAULT_FROM_EMAIL)) if name else settings.DEFAULT_FROM_EMAIL
    mail = EmailMultiAlternatives(_one_line(message.subject), message.text, sender, [message.to])
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    try:
        mail.send()
    except (OSError, SMTPException) as error:
        # Servers repeat the address in their refusals, so neither they nor the chain of causes are kept.
        raise RetryLater(f"email provider: {type(error).__name__}") from None


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _send_sms(message: Message) -> None:
    sms.send(kind=message.template_id, to=message.to, sender=message.sender, text=message.text)
