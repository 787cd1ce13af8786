"""Where a visitor goes after a step that came between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core import redirects

if TYPE_CHECKING:
    from django.http import QueryDict


def onward(form: QueryDict) -> str:
    """Where to go after signing in: a page of this shop, never another site."""
    return redirects.onward(form.get("next", ""), otherwise="/account")
