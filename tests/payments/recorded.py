"""A provider that answers with what its documentation shows, and with nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

if TYPE_CHECKING:
    from collections.abc import Mapping


class Recorded(BaseAdapter):
    """Answers by path, a status beside a body; what it was asked is kept. A list is given as the provider gives lists."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        super().__init__()
        self.answers, self.asked = answers, list[tuple[str, str]]()

    def send(self, request: Any, **_: Any) -> requests.Response:  # type: ignore[override]  # as requests calls it
        path = urlsplit(request.url).path
        self.asked.append((request.method, path))
        status, body = _whole(self.answers[path])
        answer = requests.Response()
        answer.status_code, answer.request, answer.url = status, request, request.url
        answer._content = json.dumps(body).encode()
        return answer

    def close(self) -> None:
        """Nothing is open."""


def _whole(answer: Any) -> tuple[int, Any]:
    if isinstance(answer, tuple):
        status, body = answer
        return status, body
    if isinstance(answer, list):
        return 200, {"entity": "collection", "count": len(answer), "items": answer}
    return 200, answer
