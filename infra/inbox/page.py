"""The inbox as a page. It works without script; the script only fetches the list again and copies codes."""

import base64
import hashlib
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlencode

_HERE = Path(__file__).parent
_STYLE = (_HERE / "page.css").read_text(encoding="utf-8")
_SCRIPT = (_HERE / "page.js").read_text(encoding="utf-8")
_PAGE = Template((_HERE / "page.html").read_text(encoding="utf-8"))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(script: str) -> str:
    """HTML mail is shown in a frame without any right; this policy covers what the frame would load, too."""
    return (
        f"default-src 'none'; connect-src 'self'; script-src {_hash(script)}; style-src 'unsafe-inline'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


CSP = policy(_SCRIPT)


def render(messages: list[dict[str, Any]], recipients: list[str], to: str | None) -> str:
    cards = "".join(_card(message) for message in messages)
    options = "".join(
        f'<option value="{escape(name)}"{" selected" if name == to else ""}>{escape(name)}</option>'
        for name in ([to] if to and to not in recipients else []) + recipients
    )
    empty = (
        '<p class="empty">Nothing here yet. Log in somewhere or place an order: '
        "what Haat sends by e-mail and SMS appears within a second.</p>"
    )
    return _PAGE.substitute(style=_STYLE, script=_SCRIPT, options=options, cards=cards or empty)


def _card(message: dict[str, Any]) -> str:
    code = message["code"]
    button = f'<button class="code" data-code="{code}" title="Copy">{code}</button>' if code else ""
    kind = "E-mail" if message["channel"] == "email" else "SMS"
    at = datetime.fromisoformat(message["received_at"]).astimezone()
    title = f"<h2>{escape(message['subject'])}</h2>" if message["subject"] else ""
    html = (
        f'<details><summary>As designed</summary><iframe sandbox srcdoc="{escape(message["html"])}"'
        f' title="{escape(message["subject"])}" loading="lazy"></iframe></details>'
        if message["html"]
        else ""
    )
    return (
        f'<article id="m{message["id"]}"><header><span class="kind {message["channel"]}">{kind}</span>'
        f'<a href="?{urlencode({"to": message["to"]})}">{escape(message["to"])}</a>'
        f'<time datetime="{message["received_at"]}">{at:%d %b %H:%M:%S}</time></header>'
        f"{title}{button}<pre>{escape(message['text'])}</pre>{html}"
        f"<footer>from {escape(message['from']) or 'unknown'}</footer></article>"
    )
