"""Identifiers: UUIDv7 keys that sort by time, and opaque tokens."""

import secrets
from uuid import UUID

import uuid6


def new_id() -> UUID:
    """A time-ordered UUID (RFC 9562, version 7)."""
    return UUID(int=uuid6.uuid7().int)


def new_token(bytes_count: int = 32) -> str:
    """An unguessable URL-safe token of 8 bits a byte."""
    return secrets.token_urlsafe(bytes_count)


def as_uuid(text: str) -> UUID | None:
    """The id that a text is; None for any other text."""
    try:
        return UUID(text)
    except ValueError:
        return None
