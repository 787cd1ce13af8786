"""Saving, renaming and removing views; one of a list may be the one that it opens with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from haat.core.errors import InvalidInput, NotNow
from haat.saved_views import queries
from haat.saved_views.models import SavedView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

VIEWS_MAX = 20  # of one list


def save(
    *, user_id: UUID, seller_id: UUID | None, place: str, name: str, query: str, is_default: bool = False
) -> SavedView:
    """Keep a list as it is now under a name. Raises InvalidInput for a name that is taken, NotNow at the limit."""
    own = queries.views(user_id=user_id, seller_id=seller_id, place=place)
    if own.count() >= VIEWS_MAX:
        raise NotNow(f"You have {VIEWS_MAX} views of this list; delete one first.")
    last = own.aggregate(last=Max("position"))["last"] or 0
    row = SavedView(user_id=user_id, seller_id=seller_id, place=place, name=name, query=query, position=last + 1)
    return _written(row, {"is_default": is_default})


def change(*, view: SavedView, changes: Mapping[str, Any]) -> SavedView:
    """Another name, another state, or whether the list opens with it. Raises InvalidInput for a name that is taken."""
    return _written(view, changes)


def remove(*, view: SavedView) -> None:
    view.delete()


def forget(*, user_ids: list[UUID]) -> int:
    """Of somebody who leaves."""
    return SavedView.objects.filter(user_id__in=user_ids).delete()[0]


def _written(row: SavedView, changes: Mapping[str, Any]) -> SavedView:
    for name, value in changes.items():
        setattr(row, name, value)
    others = SavedView.objects.filter(user_id=row.user_id, seller_id=row.seller_id, place=row.place).exclude(pk=row.pk)
    try:
        with transaction.atomic():
            if row.is_default:
                others.filter(is_default=True).update(is_default=False)
            row.save()
    except IntegrityError:
        sentence = f"You have a view “{row.name}” of this list already."
        raise InvalidInput(sentence, details={"name": [sentence]}) from None
    return row
