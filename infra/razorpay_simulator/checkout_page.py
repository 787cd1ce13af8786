"""The pages of the hosted checkout. Every value is escaped here, and only here."""

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse

from .entities import Entity

PAGES = Path(__file__).parent / "pages"
STYLE = (PAGES / "style.css").read_text()
CHECKOUT = Template((PAGES / "checkout.html").read_text())
RETURN = Template((PAGES / "return.html").read_text())
SUBMIT = "document.getElementById('back').submit()"
TICK, CROSS = '<path d="M7.5 12.5l3 3 6-6.5"/>', '<path d="M8.5 8.5l7 7M15.5 8.5l-7 7"/>'


def _hash(content: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


# No form-action: browsers apply it to redirects too, and the shop answers our form with one to its own host.
POLICY = (
    f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SUBMIT)}; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def rupees(paise: int) -> str:
    """₹1,23,456.00: Indian grouping, the last three digits and then pairs."""
    whole, rest = divmod(paise, 100)
    head, tail = str(whole)[:-3], str(whole)[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return f"₹{','.join([*pairs, tail])}.{rest:02d}"


def _sum(minor: int, currency: str) -> str:
    return rupees(minor) if currency == "INR" else f"{currency} {rupees(minor).removeprefix('₹')}"


def choose(order: Entity, *, merchant: str, payer: list[str], action: str, failure: str = "") -> HTMLResponse:
    alert = ""
    if failure:
        alert = f'<div class="alert" role="alert"><strong>Payment failed</strong>{escape(failure)}</div>'
    page = CHECKOUT.substitute(
        style=STYLE,
        amount=escape(_sum(order["amount"], order["currency"])),
        merchant=escape(merchant),
        receipt=escape(order["receipt"] or "none"),
        order_id=escape(order.id),
        payer=f"<dt>Paying as</dt><dd>{'<br>'.join(map(escape, payer))}</dd>" if payer else "",
        action=escape(action),
        alert=alert,
    )
    return HTMLResponse(page, headers=HEADERS)


def hand_back(callback_url: str, posted: Mapping[str, str]) -> HTMLResponse:
    """The cross-site form POST of the real hosted checkout, sent by a script or by the visible button."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in posted.items()
    )
    form = (
        f'<form id="back" method="post" action="{escape(callback_url)}">{hidden}'
        '<button class="go">Continue to the shop</button></form>'
    )
    return message("Payment successful", "Taking you back to the shop…", next_step=form, script=True)


def message(heading: str, words: str, *, next_step: str = "", good: bool = True, script: bool = False) -> HTMLResponse:
    """`next_step` is HTML made by this module; heading and words are text."""
    page = RETURN.substitute(
        style=STYLE,
        heading=escape(heading),
        words=escape(words),
        next=next_step,
        mood="" if good else "sad",
        sign=TICK if good else CROSS,
        script=f"<script>{SUBMIT}</script>" if script else "",
    )
    return HTMLResponse(page, status_code=200 if good else 400, headers=HEADERS)


def link(url: str, words: str) -> str:
    return f'<a class="button quiet" href="{escape(url)}">{escape(words)}</a>' if url else ""
