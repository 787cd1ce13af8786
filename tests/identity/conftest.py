"""A phone with an authenticator app."""

from __future__ import annotations

import pytest

from tests.identity.signing_in import Phone


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    return Phone(monkeypatch)
