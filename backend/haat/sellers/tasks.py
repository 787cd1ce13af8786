"""Jobs of sellers."""

from haat.core.jobs import job
from haat.payments import gateway
from haat.sellers import services
from haat.sellers.services.linked_accounts import create_linked_account as open_account


@job("sellers.follow_entity")
def follow_entity(entity_id: str) -> None:
    """An entity changed: bring the brand's copy in line."""
    services.follow_entity(entity_id=entity_id)


@job("sellers.create_linked_account", external=True)
def create_linked_account(seller_id: str) -> None:
    """Open the seller's account at the payment provider, or go on where it stopped."""
    open_account(seller_id=seller_id, gateway=gateway.client())
