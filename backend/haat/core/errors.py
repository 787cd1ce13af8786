"""Refusals with a code and a sentence. The API turns each into its status."""

from collections.abc import Mapping
from typing import Any, ClassVar


class DomainError(Exception):
    """A refusal that a person can read: what happened, to which thing, what to do."""

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409

    def __init__(self, message: str, *, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.details = dict(details or {})


class InvalidInput(DomainError):
    """Input that can never be right; `details` maps field → sentences."""

    code = "invalid"
    status = 422


class NotFound(DomainError):
    """Not there, or not yours: the answer is the same."""

    code = "not_found"
    status = 404


class NotAllowed(DomainError):
    code = "not_allowed"
    status = 403


class NotNow(DomainError):
    """Right in another state; wrong in this one."""

    code = "not_now"
    status = 409


class TooManyRequests(DomainError):
    """A limit is used up; `retry_after` says for how many seconds."""

    code = "too_many_requests"
    status = 429

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Unavailable(DomainError):
    """A provider or a store that we need does not answer; trying again may help."""

    code = "unavailable"
    status = 503
    retry_after: ClassVar[int] = 30
