"""Asking the DNS, over HTTPS: the proof of a brand's domain must not hang on whoever runs our network's resolver."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import requests
from django.conf import settings

TIMEOUT_SECONDS = (3, 5)
ANSWER_BYTES_MAX = 65_536
NO_ERROR, NO_SUCH_NAME = 0, 3
TYPES = {"A": 1, "TXT": 16, "AAAA": 28}


class DnsOut(Exception):
    """No answer that says yes or no; ask later and conclude nothing."""


def texts(name: str) -> set[str]:
    """The TXT records of a name. Raises DnsOut."""
    return {"".join(_pieces(record)) for record in _ask(name, "TXT")}


def addresses(name: str) -> set[str]:
    """The IPv4 and IPv6 addresses of a name, through its aliases. Raises DnsOut."""
    return set(_ask(name, "A")) | set(_ask(name, "AAAA"))


def _ask(name: str, kind: str) -> list[str]:
    try:
        with contextlib.closing(
            requests.get(
                settings.HAAT_DNS_URL,
                params={"name": name, "type": kind},
                headers={"Accept": "application/dns-json"},
                timeout=TIMEOUT_SECONDS,
                allow_redirects=False,
                stream=True,
            )
        ) as response:
            response.raise_for_status()
            raw = response.raw.read(ANSWER_BYTES_MAX + 1, decode_content=True)
        if response.status_code != 200 or len(raw) > ANSWER_BYTES_MAX:
            raise DnsOut(f"{settings.HAAT_DNS_URL} answered {response.status_code} with {len(raw)} bytes")
        told: dict[str, Any] = json.loads(raw)
        if told["Status"] not in {NO_ERROR, NO_SUCH_NAME}:
            raise DnsOut(f"the resolver answered with code {told['Status']}")
        return [str(row["data"]) for row in told.get("Answer", []) if row["type"] == TYPES[kind]]
    except (requests.RequestException, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DnsOut(f"{type(error).__name__}: {error}") from error


def _pieces(record: str) -> list[str]:
    """A TXT record comes as one or more quoted pieces of at most 255 characters."""
    if not record.startswith('"'):
        return [record]
    return [piece for number, piece in enumerate(record.split('"')) if number % 2]
