"""Reviews as the product's page shows them: the figures, one page of words, and links that change what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.http import QueryDict

    from portals.customer.page import Page

PER_PAGE = 8
SORTS = {
    "helpful": _("Most helpful"), "newest": _("Newest"), "highest": _("Best first"), "lowest": _("Worst first"),
}  # fmt: skip
NOTES = {
    "published": _("Thank you. Your review is shown below."),
    "pending": _("Thank you. The shop looks at your review before it is shown."),
    "removed": _("Your review was taken back."),
    "helped": _("Thank you. We count that it helped you."),
    "reported": _("Thank you. The shop will look at this review."),
}


def section_of(page: Page, product: dict[str, Any]) -> dict[str, Any]:
    """Nothing is asked of the API for what nobody has rated."""
    asked = page.request.GET
    number = asked.get("rpage", "")
    here = max(1, int(number)) if number.isdecimal() and len(number) < 5 else 1
    sort = asked.get("rsort") if asked.get("rsort") in SORTS else "helpful"
    stars = asked.get("rstars") if asked.get("rstars") in {"1", "2", "3", "4", "5"} else ""
    found: dict[str, Any] = {
        "note": NOTES.get(asked.get("said", ""), ""), "rating": None, "rows": [], "stars": stars, "total": 0,
    }  # fmt: skip
    if not product.get("rating"):
        return found
    params = {"page": here, "limit": PER_PAGE, "sort": sort} | ({"stars": stars} if stars else {})
    answer = page.get(f"products/{product['id']}/reviews", params)
    if not answer.ok:
        return found
    total = answer.meta["total"]
    kept = asked.copy()
    for name in ("rpage", "said"):
        kept.pop(name, None)
    return found | {
        "rating": answer.meta["rating"],
        "bars": [row | {"link": _link(kept, rstars=str(row["stars"]))} for row in answer.meta["rating"]["histogram"]],
        "all": _link(kept, rstars=""),
        "sorts": [
            {"label": label, "chosen": name == sort, "link": _link(kept, rsort=name)} for name, label in SORTS.items()
        ],
        "rows": answer.data,
        "total": total,
        "older": _link(kept, rpage=str(here + 1)) if here * PER_PAGE < total else "",
        "newer": _link(kept, rpage=str(here - 1)) if here > 1 else "",
        "back": _link(kept, rpage=str(here)),
    }


def _link(kept: QueryDict, **changes: str) -> str:
    query = kept.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value:
            query[name] = value
    return f"?{query.urlencode()}#reviews"
