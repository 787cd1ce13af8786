"""Scope objects of the staff portals: the membership that gives the right to be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core.errors import NotAllowed

if TYPE_CHECKING:
    from haat.identity.models import Membership


def brand_staff(request: Any, view: Any) -> Membership:
    return _staff(request, view, "brand", "You are not on the staff of this brand.")


def platform_staff(request: Any, view: Any) -> Membership:
    return _staff(request, view, "platform", "You are not on the staff of the platform.")


def _staff(request: Any, view: Any, scope: str, sentence: str) -> Membership:
    membership: Membership | None = request.auth.membership(scope) if request.auth else None
    if membership is None:
        raise NotAllowed(sentence)
    view.require(membership)
    return membership
