"""Remembering, step by step, how far an entity's account at the payment provider has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.verification.models import LinkedAccount

if TYPE_CHECKING:
    from uuid import UUID


def linked_account(*, entity_id: UUID, gateway_account: str) -> LinkedAccount:
    """The row of this entity under this merchant; made empty when there is none."""
    row, _ = LinkedAccount.objects.get_or_create(entity_id=entity_id, gateway_account=gateway_account)
    return row


def note_step(*, row: LinkedAccount, **found: str) -> LinkedAccount:
    """Keep what the provider answered, before the next question is asked."""
    for name, value in found.items():
        setattr(row, name, value)
    row.save(update_fields=[*found, "updated_at"])
    return row
