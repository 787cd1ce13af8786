"""What pages say about signing in at somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from portals.customer.page import AUTH

if TYPE_CHECKING:
    from django.http import QueryDict

    from portals.customer.page import Page


def ways(page: Page) -> dict[str, Any]:
    """The ways of signing in that this shop offers; the code is always one of them."""
    answer = page.get(f"{AUTH}options")
    return answer.data if answer.ok else {"code": True, "password": False, "providers": []}


def reason_in_words(asked: QueryDict) -> str:
    """Why nothing came of a visit to an issuer; empty when nothing went wrong."""
    if asked.get("provider") != "failed":
        return ""
    known = {
        "cancelled": _("You stopped the sign-in there. Choose a way to go on."),
        "expired": _("This sign-in took too long, or began in another browser. Try again."),
        "unverified": _("The other side has not verified your e-mail address. Sign in with a code."),
        "domain": _("Accounts with this e-mail address may not sign in here."),
        "taken": _("This account belongs to another person here."),
    }
    return known.get(asked.get("reason", ""), _("The sign-in did not work. Try again, or sign in with a code."))
