"""Razorpay through its own SDK, made safe: timeouts, own certificates, status and body kept, no blind retry.

The SDK has no timeout, retries POSTs when told to retry, ships certificates of 2015 and drops the HTTP status
of errors; each of that is taken care of here (docs/adr/0008).
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import certifi
import razorpay
import requests
from django.conf import settings
from razorpay import errors as sdk_errors
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies

from haat.core import outbound
from haat.core.errors import Unavailable
from haat.core.rows import row
from haat.payments import circuit
from haat.payments.models import GatewayAccount

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = (3.0, 10.0)  # to connect, and for the next byte
WHOLE_SECONDS = 15.0
ANSWER_BYTES_MAX = 10_000_000  # a day's report has a thousand items on a page
PROVIDER = "razorpay"
OVERLAP = timedelta(days=1)  # the provider repeats a message for that long


class GatewayRefused(Exception):
    """The provider understood and said no: nothing happened there. Carries status, code, sentence and field."""

    def __init__(self, status: int, error: dict[str, Any]) -> None:
        self.status = status
        self.code = str(error.get("code", ""))
        self.description = str(error.get("description", ""))
        self.field = error.get("field")
        super().__init__(f"{status} {self.code}: {self.description}")


class GatewayUnknown(Unavailable):
    """No clear answer: it may have happened. Ask before doing it again."""

    code = "payment_provider_unavailable"


class GatewayDown(GatewayUnknown):
    """It was not asked: it did not answer several times in a row. Nothing happened there."""

    code = "payment_provider_down"

    def __init__(self) -> None:
        super().__init__("Online payment is not available at the moment. Try again in a minute.")


class KeysRefused(GatewayDown):
    """It does not know the account's keys, so it said nothing about what it was asked; what waits is done once they are right."""


class _Adapter(HTTPAdapter):
    """A wait for the next byte has an end, and so has the whole answer: a byte a second would never be too late."""

    def send(self, request: Any, **kwargs: Any) -> Any:  # type: ignore[override]  # the SDK never passes a timeout
        kwargs["timeout"] = kwargs.get("timeout") or TIMEOUT_SECONDS
        answer = super().send(request, **kwargs | {"stream": True})
        answer._content = outbound.bounded(answer, seconds=WHOLE_SECONDS, bytes_max=ANSWER_BYTES_MAX)
        return answer


@cache
def _version() -> str:
    """Of the SDK, which says it with each call and would look it up on disk each time."""
    return version("razorpay")


class _Client(razorpay.Client):
    def _get_version(self) -> str:
        return _version()


class Gateway:
    """One account at the provider. Not shared between threads: the SDK's session is not made for it."""

    def __init__(self, key_id: str, key_secret: str) -> None:
        self.key_id, self.key_secret = key_id, key_secret
        self.sdk = _Client(auth=(key_id, key_secret), base_url=settings.RAZORPAY_BASE_URL)
        self.sdk.cert_path = certifi.where()
        # What the environment says of proxies is read here, not at each call: that costs as much as the call itself.
        self.sdk.session.proxies = get_environ_proxies(settings.RAZORPAY_BASE_URL)
        self.sdk.session.trust_env = False
        self.sdk.session.mount("http://", _Adapter())
        self.sdk.session.mount("https://", _Adapter())
        self.sdk.session.hooks["response"].append(self._keep)
        self.last: requests.Response | None = None

    def call(self, ask: Callable[[Any], Any]) -> Any:
        """Run `ask(sdk)` and return its JSON. Raises GatewayRefused for a clear no, GatewayUnknown otherwise."""
        if not circuit.may_ask(self.key_id):
            raise GatewayDown
        self.last = None
        try:
            answer = ask(self.sdk)
        except (
            sdk_errors.BadRequestError,
            sdk_errors.GatewayError,
            sdk_errors.ServerError,
            requests.RequestException,
            ValueError,
        ) as error:
            said = self._translate(error)
            self._count(is_there=isinstance(said, GatewayRefused | KeysRefused) or self._was_busy())
            raise said from error
        self._count(is_there=True)
        if not isinstance(answer, dict):
            raise GatewayUnknown("The payment provider gave an answer that we do not understand.")
        return answer

    def _count(self, *, is_there: bool) -> None:
        """An answer of any kind proves that somebody is there."""
        if is_there and circuit.answered(self.key_id):
            log.warning("the payment provider answers account %s again", self.key_id)
        elif not is_there and circuit.failed(self.key_id):
            log.error("the payment provider is out for account %s: asking it only now and then", self.key_id)

    def _was_busy(self) -> bool:
        """Another call with the same key is under way (409), which is no outage. Too many requests (429) is one."""
        return self.last is not None and self.last.status_code == 409

    def _keep(self, response: requests.Response, *_: Any, **__: Any) -> None:
        self.last = response

    def _translate(self, error: Exception) -> Exception:
        if self.last is None or self.last.status_code >= 500 or self.last.status_code in {409, 429}:
            return GatewayUnknown("The payment provider does not answer at the moment. Try again in a minute.")
        if self.last.status_code == HTTPStatus.UNAUTHORIZED:
            log.error("the payment provider does not know the keys of account %s", self.key_id)
            return KeysRefused()
        try:
            body = self.last.json()
        except (ValueError, requests.RequestException):
            return GatewayUnknown("The payment provider gave an answer that we do not understand.")
        found = body.get("error") if isinstance(body, dict) else None
        if 400 <= self.last.status_code < 500 and isinstance(found, dict):
            return GatewayRefused(self.last.status_code, found)
        return GatewayUnknown(f"The payment provider failed: {type(error).__name__}.")


_local = threading.local()


def client() -> Gateway:
    """The gateway of the active brand, one a thread and account. Reads the account: call it outside transactions."""
    key_id, secret = _keys()
    held: dict[tuple[str, str, str], Gateway] = _local.__dict__.setdefault("gateways", {})
    name = (key_id, secret, settings.RAZORPAY_BASE_URL)
    if name not in held:
        held[name] = Gateway(key_id, secret)
    return held[name]


def webhook_secrets(*, at: datetime) -> list[str]:
    """The current secret and, for a day after a rotation, the one before."""
    account = GatewayAccount.objects.filter(provider=PROVIDER).first()
    if account is None:
        return [secret for secret in [settings.RAZORPAY_WEBHOOK_SECRET] if secret]
    until = previous_until(account)
    return [account.webhook_secret, *([account.previous_webhook_secret] if until and at < until else [])]


def previous_until(account: GatewayAccount) -> datetime | None:
    """Until when the webhook secret before is taken as well."""
    changed = account.webhook_secret_changed_at
    return changed + OVERLAP if changed and account.previous_webhook_secret else None


def _keys() -> tuple[str, str]:
    account = row(GatewayAccount, "one.provider = %s", PROVIDER)
    return (account.key_id, account.key_secret) if account else (settings.RAZORPAY_KEY_ID, settings.RAZORPAY_KEY_SECRET)
