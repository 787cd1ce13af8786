"""Asking the registers: a KYC provider behind one small interface, named by settings.HAAT_KYC_PROVIDER."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, cast

import requests
from django.conf import settings
from django.utils.module_loading import import_string

from haat.core.jobs import RetryLater

TIMEOUT_SECONDS = (3, 10)
ANSWERS = {"valid", "invalid", "mismatch"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a register says: valid; invalid (no such number); mismatch (it is somebody else's, `name`)."""

    status: str
    name: str
    details: dict[str, Any]


class KycProvider(Protocol):
    """Each question raises RetryLater when there is no answer now; no answer is never taken for a no."""

    def pan(self, *, number: str, name: str) -> Answer: ...

    def gstin(self, *, number: str, name: str) -> Answer: ...

    def bank(self, *, account: str, ifsc: str, name: str) -> Answer: ...


class HttpKyc:
    """Plain JSON over HTTP with the gateway's key, as the simulator speaks it."""

    def pan(self, *, number: str, name: str) -> Answer:
        return self._ask("pan", pan=number, name=name)

    def gstin(self, *, number: str, name: str) -> Answer:
        return self._ask("gstin", gstin=number, name=name)

    def bank(self, *, account: str, ifsc: str, name: str) -> Answer:
        return self._ask("bank", account_number=account, ifsc=ifsc, name=name)

    def _ask(self, question: str, **body: str) -> Answer:
        if not settings.RAZORPAY_KEY_ID:
            raise RetryLater("No verification provider is configured: set RAZORPAY_KEY_ID.")
        try:
            response = requests.post(
                f"{settings.RAZORPAY_BASE_URL}/_verify/{question}",
                json=body,
                auth=(settings.RAZORPAY_KEY_ID, settings.RAZORPAY_KEY_SECRET),
                timeout=TIMEOUT_SECONDS,
                allow_redirects=False,
            )
            found = response.json()
        except (requests.RequestException, ValueError) as error:
            raise RetryLater(f"The verification provider does not answer: {type(error).__name__}.") from error
        if response.status_code != 200 or not isinstance(found, dict) or found.get("status") not in ANSWERS:
            raise RetryLater(f"The verification provider answered {response.status_code}.")
        return Answer(found["status"], str(found.get("name") or ""), found)


def provider() -> KycProvider:
    return cast("KycProvider", import_string(settings.HAAT_KYC_PROVIDER)())
