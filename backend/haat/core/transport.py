"""Carrying a message to a person: mail over SMTP, SMS over the provider's HTTP. What is said is composed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import formataddr
from smtplib import SMTPException

import requests
from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from haat.core.jobs import RetryLater

TIMEOUT_SECONDS = (3, 10)


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one address; `template_id` is the registered SMS template (TRAI DLT)."""

    channel: str  # email | sms
    to: str
    sender: str
    text: str
    subject: str = ""
    html: str = ""
    template_id: str = ""


def send(message: Message) -> None:
    """Hand a message to its provider. Raises RetryLater when the provider does not take it now."""
    try:
        (_send_mail if message.channel == "email" else _send_sms)(message)
    except (OSError, SMTPException, requests.RequestException) as error:
        raise RetryLater(f"{message.channel} provider: {error}") from error


def _send_mail(message: Message) -> None:
    name = _one_line(message.sender)  # brands and sellers choose it: no second address and no header hides in it
    sender = formataddr((name, settings.DEFAULT_FROM_EMAIL)) if name else settings.DEFAULT_FROM_EMAIL
    mail = EmailMultiAlternatives(_one_line(message.subject), message.text, sender, [message.to])
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    mail.send()


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _send_sms(message: Message) -> None:
    if not settings.SMS_URL:
        raise RetryLater("No SMS provider is configured: set SMS_URL.")
    body = {"to": message.to, "from": message.sender, "body": message.text, "template_id": message.template_id}
    requests.post(settings.SMS_URL, json=body, timeout=TIMEOUT_SECONDS).raise_for_status()
