"""Who shops: the brand's customer behind the caller, who joins on first need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.customers import queries, services

if TYPE_CHECKING:
    from haat.customers.models import Customer


def load(request: Any, view: Any) -> Customer | None:
    """The caller as a customer of this brand; None for a guest, where the view lets guests in."""
    if request.auth is None:
        return None
    if request.auth.viewing is not None:
        return queries.customer_of_user(request.auth.viewing.subject_id)
    return services.join(user=request.auth.user, at=view.at)
