"""Which limits a request counts against, and what happens while the counters are out (docs/adr/0021).

One request of a visitor counts once against each limit, however many calls its page makes in process.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import context, edge, limits
from haat.core.errors import TooManyRequests, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

SAFE = {"GET", "HEAD", "OPTIONS"}
ALONE = {"refresh"}  # a refresh carries a proof of its own and is no anonymous write
# While Valkey is out: these are refused, since the codes could not be sent either (the broker is the same server) …
REFUSED_WITHOUT_STORE = {"codes"}
# … these keep a fraction of their limit in each process, and reads go on under their whole limit.
LOCAL_SHARE = {"login": 5, "anonymous_writes": 4, "checkout": 4, "coupons": 4, "gift_codes": 4, "refresh": 1}


def charge(view: Any, request: Any) -> None:
    """Count this request; `view.rate` are the headers that say what is left. Raises TooManyRequests, Unavailable."""
    if _is_frame(view, request):
        return
    wanted = _limits(request, view.own_limit(request))
    seen: dict[str, limits.Verdict] = _counted(request)
    for known in seen.values():
        if known.refused:
            view.rate = known.headers()
            raise _refusal(known)
    new = [limit for limit in wanted if limit.name not in seen]
    if not new:
        return
    verdict = _take(new)
    seen.update(dict.fromkeys((limit.name for limit in new), verdict))
    view.rate = verdict.headers()
    if verdict.refused:
        raise _refusal(verdict)


def charge_kept(view: Any, request: Any) -> None:
    """Count an answer that is given from the cache: in this process only, so that it costs no round trip."""
    if _is_frame(view, request):
        return
    verdict = _count_kept()
    if verdict.refused:
        _counted(request)["kept_answers"] = verdict
        raise _refusal(verdict)


def is_too_many_kept() -> bool:
    """Count a kept answer that is given before its view is found."""
    return _count_kept().refused


def _count_kept() -> limits.Verdict:
    return limits.take_here(limits.named("kept_answers", edge.limit_key(context.current().address)))


def _is_frame(view: Any, request: Any) -> bool:
    raw = getattr(request, "_request", request)
    return bool(view.part_of_every_page and getattr(raw, "in_process", False))


def _counted(request: Any) -> dict[str, limits.Verdict]:
    """What this visitor's request was counted against; a page hands it on to the calls it makes."""
    raw = getattr(request, "_request", request)
    if not hasattr(raw, "counted"):
        raw.counted = {}
    found: dict[str, limits.Verdict] = raw.counted
    return found


def _limits(request: Any, own: str) -> list[limits.Limit]:
    raw = getattr(request, "_request", request)
    identity, brand = getattr(raw, "identity", None), getattr(raw, "brand", None)
    who = f"user:{identity.user.pk}" if identity else edge.limit_key(context.current().address)
    if request.method in SAFE:
        general = "signed_in_reads" if identity else "reads"
    else:
        general = "signed_in_writes" if identity else "anonymous_writes"
    names = [own] if own in ALONE else [general, own]
    found = [limits.named(name, who) for name in names if name]
    if brand is not None:
        quota = settings.HAAT_PLANS.get(brand.plan) or settings.HAAT_PLANS["standard"]
        found.append(limits.Limit("brand", str(brand.pk), quota, 60))
    return found


def _take(wanted: list[limits.Limit]) -> limits.Verdict:
    try:
        return limits.take(wanted)
    except limits.StoreOut:
        return _without_store(wanted)


def _without_store(wanted: Iterable[limits.Limit]) -> limits.Verdict:
    verdicts = []
    for limit in wanted:
        if limit.name in REFUSED_WITHOUT_STORE:
            raise Unavailable(_("Codes cannot be sent at the moment. Try again in a few minutes.")) from None
        share = max(1, limit.count // LOCAL_SHARE.get(limit.name, 1))
        verdicts.append(limits.take_here(replace(limit, count=share)))
    return min(verdicts, key=lambda verdict: verdict.left)


def _refusal(verdict: limits.Verdict) -> TooManyRequests:
    wait = max(verdict.wait, 1)
    when = (
        _("%(seconds)d seconds") % {"seconds": wait}
        if wait < 120
        else _("%(minutes)d minutes") % {"minutes": -(-wait // 60)}
    )
    if verdict.limit.name == "brand":
        sentence = _("This shop is busier than it can bear. Try again in %(when)s.")
    else:
        sentence = _("Too many requests came from you in a short time. Try again in %(when)s.")
    return TooManyRequests(sentence % {"when": when}, retry_after=wait)
