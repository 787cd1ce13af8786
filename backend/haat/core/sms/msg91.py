"""MSG91's Flow API: a template chosen by its id, variables by name.

POST /api/v5/flow with header `authkey`: {template_id, sender, short_url, recipients: [{mobiles, NAME: value}]}.
It answers {"type": "success", "message": <request id>} or {"type": "error", "message", "code"?}, also with status 200.
The DLT ids of entity and template are kept at MSG91 with the template; ours are checked to be there before we send.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlsplit

import requests
from django.conf import settings

from haat.core import outbound
from haat.core.jobs import RetryLater
from haat.core.sms.message import Sms, Undeliverable

log = logging.getLogger(__name__)
HOST = "control.msg91.com"
PATH = "/api/v5/flow"
# Ours to mend, and worth repeating until somebody has: our key, our balance, our allowed addresses, their limits.
MENDABLE = frozenset({"201", "207", "301", "302", "303", "418", "601"})
MENDABLE_STATUS = frozenset({401, 402, 403, 408, 425, 429})


class Msg91:
    """`msg91://<authkey>@control.msg91.com`; `msg91+http` for a stand-in on the machine, refused in production."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if settings.PRODUCTION and parts.scheme != "msg91":
            raise Undeliverable("MSG91 is only asked over https in production.")
        host = parts.netloc.rpartition("@")[2] or HOST
        self.address = f"{'https' if parts.scheme == 'msg91' else 'http'}://{host}{PATH}"
        self.key = unquote(parts.username or "")

    def send(self, sms: Sms) -> None:
        if not (self.key and settings.HAAT_SMS_HEADER and sms.template and sms.dlt_template):
            raise Undeliverable(
                f"“{sms.kind}” has no ids in HAAT_SMS_TEMPLATES, or the key or HAAT_SMS_HEADER is missing."
            )
        body = {
            "template_id": sms.template, "sender": settings.HAAT_SMS_HEADER, "short_url": "0",
            "recipients": [{"mobiles": sms.to.removeprefix("+"), **sms.variables}],
        }  # fmt: skip
        try:
            with outbound.session(private=True) as http:
                answer = http.post(self.address, json=body, headers={"authkey": self.key})
        except (OSError, requests.RequestException) as error:
            raise RetryLater(f"sms provider: {type(error).__name__}") from None
        _judge(answer)


def _judge(answer: requests.Response) -> None:
    """A clear yes returns; a clear no is final; anything else is tried again. Their sentences may name the number."""
    said = _json(answer)
    code = str(said.get("code", ""))[:8]
    if answer.status_code == HTTPStatus.OK and said.get("type") == "success":
        log.info("sms taken by the provider, request %s", str(said.get("message", ""))[:40])
        return
    reason = f"sms provider: status {answer.status_code}, code {code or '–'}"
    final = said.get("type") == "error" and answer.status_code < 500 and answer.status_code not in MENDABLE_STATUS
    if final and code not in MENDABLE:
        raise Undeliverable(reason)
    raise RetryLater(reason)


def _json(answer: requests.Response) -> dict[str, Any]:
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
