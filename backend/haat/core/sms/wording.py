"""The wordings that are registered for SMS: operators drop a text that differs from its wording by one letter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from django.conf import settings

from haat.core.sms.message import Undeliverable

GAP = re.compile(r"\{(\w+)\}")


def registered(kind: str, words: Mapping[str, object]) -> str:
    """The registered wording of a kind with its gaps filled."""
    return str(settings.HAAT_SMS_WORDINGS[kind].format(**words))


def variables_of(kind: str, text: str) -> dict[str, str]:
    """What stands in the gaps of a text. Raises Undeliverable when the text is not the registered wording of its kind."""
    wording = settings.HAAT_SMS_WORDINGS.get(kind)
    if wording is None:
        raise Undeliverable(f"“{kind}” has no registered wording.")
    found = _pattern(wording).fullmatch(text)
    if found is None:
        raise Undeliverable(f"The text is not the registered wording of “{kind}”.")
    return found.groupdict()


@lru_cache(maxsize=64)
def _pattern(wording: str) -> re.Pattern[str]:
    parts = GAP.split(wording)  # fixed text and names of gaps by turns
    gaps = [rf"(?P<{part}>.+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts)]
    return re.compile("".join(gaps), re.DOTALL)
