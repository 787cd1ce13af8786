"""The development inbox: takes the whole text, so that people can read it."""

from __future__ import annotations

import requests
from django.conf import settings

from haat.core import outbound
from haat.core.jobs import RetryLater
from haat.core.sms.message import Sms


class Inbox:
    def __init__(self, url: str) -> None:
        self.url = url

    def send(self, sms: Sms) -> None:
        body = {
            "to": sms.to, "from": sms.sender, "body": sms.text, "template_id": sms.dlt_template or sms.kind,
            "entity_id": settings.HAAT_DLT_ENTITY_ID,
        }  # fmt: skip
        try:
            with outbound.session(private=True) as http:
                http.post(self.url, json=body).raise_for_status()
        except (OSError, requests.RequestException) as error:
            raise RetryLater(f"sms provider: {type(error).__name__}") from None
