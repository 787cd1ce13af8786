"""Whether a password is in the leaks that everybody has. Asked by k-anonymity: five characters of a hash leave the house."""

from __future__ import annotations

import hashlib
import logging
from typing import Protocol

import requests
from django.conf import settings

from haat.core import outbound

log = logging.getLogger(__name__)
PREFIX_CHARACTERS = 5


class Breaches(Protocol):
    def count(self, password: str) -> int | None:
        """How often a password was leaked; None when nobody can say now."""


class RangeApi:
    """The range interface of Have I Been Pwned, also offered by others: GET <url><prefix> → lines of SUFFIX:COUNT."""

    def __init__(self, url: str) -> None:
        self.url = url

    def count(self, password: str) -> int | None:
        digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
        prefix, suffix = digest[:PREFIX_CHARACTERS], digest[PREFIX_CHARACTERS:]
        try:
            with outbound.session(private=True) as http:
                answer = http.get(f"{self.url}{prefix}", headers={"Add-Padding": "true"})
            answer.raise_for_status()
        except (OSError, requests.RequestException) as error:
            # The list of common passwords still holds; refusing every password while a stranger is out would not.
            log.warning("leaked passwords cannot be asked for: %s", type(error).__name__)
            return None
        lines = dict(line.strip().upper().partition(":")[::2] for line in answer.text.splitlines())
        found = lines.get(suffix, "0")
        return int(found) if found.isdecimal() else 0


class NotAsked:
    """No provider is set: the list of common passwords is all there is."""

    def count(self, password: str) -> int | None:  # noqa: ARG002 - the protocol's
        return None


def provider() -> Breaches:
    return RangeApi(settings.HAAT_BREACH_URL) if settings.HAAT_BREACH_URL else NotAsked()
