"""Whose shop: the one seller that the caller works for on this brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core.errors import NotAllowed
from haat.sellers.models import Seller

if TYPE_CHECKING:
    from haat.identity.middleware import Identity


def load(request: Any, view: Any) -> Seller | None:
    """The caller's seller. None for somebody without one, where the view lets them in (they may apply)."""
    identity: Identity | None = request.auth
    if identity and identity.shop_refused:
        raise NotAllowed("You do not work for this shop. Choose one of yours.")
    membership = identity.membership("seller") if identity else None
    if membership is not None and membership.seller_id is not None:
        view.require(membership)
        return Seller.objects.get(pk=membership.seller_id)
    if view.seller_required:
        raise NotAllowed("You have no shop on this marketplace. Apply for one first.")
    return None
