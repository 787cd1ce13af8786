"""Where a visitor goes after a step that came between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django.http import QueryDict


def onward(form: QueryDict) -> str:
    """Where to go after signing in: a page of this shop, never another site."""
    goal = form.get("next", "")
    is_ours = goal.startswith("/") and url_has_allowed_host_and_scheme(goal, allowed_hosts=None)
    return goal if is_ours else "/account"
