"""The authenticator as a page. It works without script; the script only keeps the codes fresh."""

from html import escape
from pathlib import Path
from string import Template
from typing import Any

from infra.inbox.page import policy

_HERE = Path(__file__).parent
_STYLE = (_HERE / "page.css").read_text(encoding="utf-8")
_SCRIPT = (_HERE / "authenticator.js").read_text(encoding="utf-8")
_PAGE = Template((_HERE / "authenticator.html").read_text(encoding="utf-8"))

CSP = policy(_SCRIPT)


def render(codes: list[dict[str, Any]], error: str = "") -> str:
    empty = (
        '<p class="empty">No key yet. Staff portals ask for an authenticator app at the first sign-in: '
        "choose it there, copy the key and paste it here. No phone is needed.</p>"
    )
    return _PAGE.substitute(
        style=_STYLE,
        script=_SCRIPT,
        cards="".join(_card(row) for row in codes) or empty,
        error=f'<p role="alert">{escape(error)}</p>' if error else "",
        focus="" if codes else " autofocus",
    )


def _card(row: dict[str, Any]) -> str:
    return (
        f'<article id="a{row["id"]}"><header><strong>{escape(row["label"])}</strong><time>{row["seconds_left"]} s</time></header>'
        f'<div class="line"><button class="code" data-code="{row["code"]}" title="Copy">{row["code"]}</button>'
        f'<form method="post" action="/authenticator"><input type="hidden" name="remove" value="{row["id"]}">'
        "<button>Remove</button></form></div></article>"
    )
