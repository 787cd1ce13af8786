"""Composing messages and handing them to the transport, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q

from haat.core import jobs, transport
from haat.core.crypto import blind_index
from haat.customers import queries as customers
from haat.notifications.models import Notification
from haat.notifications.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


def tell(
    *, template: str, fact: str, audience: str, owner_id: UUID | None, contacts: list[dict[str, str]], words: Mapping[str, Any], sms: bool = False,
) -> None:  # fmt: skip
    """Write the messages of a fact to some people and send them after the commit. A second call tells nobody again."""
    found = TEMPLATES[template]
    subject, email, text = (str(part) % words if part else "" for part in (found.subject, found.email, found.sms))
    for contact in contacts:
        for channel, body in (("email", email), ("sms", text if sms or not contact.get("email") else "")):
            address = contact.get("email" if channel == "email" else "phone", "")
            if found.is_marketing and not (
                audience == "customer" and customers.may_market(customer_id=owner_id, channel=channel)
            ):
                continue
            if address and body:
                _write(
                    f"{fact}:{template}:{channel}:{address_index(address)[:16]}"[:160],
                    template,
                    audience,
                    owner_id,
                    channel,
                    address,
                    subject,
                    body,
                )


def send(*, notification_id: UUID | str, sender: str, at: datetime) -> None:
    """Hand one message to its provider. Raises RetryLater when it is out."""
    row = Notification.objects.get(pk=notification_id)
    if row.sent_at is not None:
        return
    transport.send(
        transport.Message(
            channel=row.channel, to=row.address, sender=sender, subject=row.subject, text=row.text, template_id=row.template,
        ),
    )  # fmt: skip
    Notification.objects.filter(pk=row.pk).update(sent_at=at)


def _write(
    key: str, template: str, audience: str, owner_id: UUID | None, channel: str, address: str, subject: str, text: str
) -> None:
    row, is_new = Notification.objects.get_or_create(
        key=key,
        defaults={
            "template": template, "audience": audience, "owner_id": owner_id, "channel": channel, "address": address,
            "address_index": address_index(address),
            "subject": subject[:200], "text": text,
        },
    )  # fmt: skip
    if is_new:
        jobs.enqueue("notifications.send", notification_id=row.pk)


def address_index(address: str) -> str:
    """By this the messages to an address are found, and they say nothing of it."""
    return blind_index(address, purpose="notifications.address")


def forget(*, owner_ids: list[UUID], addresses: list[str]) -> int:
    """Blank every message to these people; that something was sent, when and about what stays."""
    about = Q(owner_id__in=owner_ids, audience="customer") | Q(
        address_index__in=[address_index(one) for one in addresses]
    )
    return Notification.objects.filter(about).update(address="", address_index="", subject="", text="")


def hand_over(*, source_id: UUID, target_id: UUID) -> int:
    """The messages of one customer are another's: the two are one person."""
    return Notification.objects.filter(owner_id=source_id, audience="customer").update(owner_id=target_id)
