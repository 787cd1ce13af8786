"""Jobs of sellers."""

from django.conf import settings

from haat.core import clock
from haat.core.jobs import RetryLater, job
from haat.payments import services as payments
from haat.sellers import queries, services
from haat.sellers.services.linked_accounts import create_linked_account as open_account


@job("sellers.follow_entity")
def follow_entity(entity_id: str) -> None:
    """An entity changed: bring the brand's copy in line."""
    services.follow_entity(entity_id=entity_id)


@job("sellers.freeze_after_contact_change")
def freeze_after_contact_change(seller_id: str) -> None:
    seller = queries.seller(seller_id)
    services.freeze_payouts(seller=seller, reason=seller.FrozenBy.CONTACT, at=clock.now())


@job("sellers.freeze_after_bank_change")
def freeze_after_bank_change(entity_id: str) -> None:
    services.freeze_by_entity(entity_id=entity_id, reason=queries.BANK_CHANGED, at=clock.now())


@job("sellers.create_linked_account", external=True)
def create_linked_account(seller_id: str) -> None:
    """Open the seller's account at the payment provider, or go on where it stopped."""
    client = payments.client()
    if settings.RAZORPAY_SIMULATOR and client.key_id == settings.RAZORPAY_KEY_ID:
        raise RetryLater("The brand's own account at the simulator is not open yet.")
    open_account(seller_id=seller_id, gateway=client)
