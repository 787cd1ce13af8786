"""Razorpay's error envelope. Descriptions marked "literal" in the docs are copied word for word; the rest are ours."""

from typing import Any


class ApiError(Exception):
    """What the API answers instead of an entity. `status` is the HTTP status."""

    def __init__(
        self,
        description: str,
        *,
        status: int = 400,
        code: str = "BAD_REQUEST_ERROR",
        field: str | None = None,
        reason: str = "input_validation_failed",
        source: str = "business",
        step: str = "payment_initiation",
        metadata: dict[str, str] | None = None,
    ) -> None:
        super().__init__(description)
        self.status = status
        self.error: dict[str, Any] = {
            "code": code,
            "description": description,
            "source": source,
            "step": step,
            "reason": reason,
            "metadata": metadata or {},
        }
        if field:
            self.error["field"] = field

    def envelope(self) -> dict[str, Any]:
        return {"error": self.error}


def _plain(description: str, status: int = 400, code: str = "BAD_REQUEST_ERROR") -> ApiError:
    return ApiError(description, status=status, code=code, source="NA", step="NA", reason="NA")


def unauthorized(description: str) -> ApiError:
    return _plain(description, 401)


def unknown_path() -> ApiError:
    return _plain("The requested URL was not found on the server.")


def unknown_id() -> ApiError:
    """One text for ids that never existed and ids of another merchant: nobody learns which."""
    return _plain("The id provided does not exist")


def malformed_id(entity_id: str) -> ApiError:
    return _plain(f"{entity_id} is not a valid id")


def key_reused() -> ApiError:
    return _plain("Different request with the same idempotency key has already been processed.")


def in_progress() -> ApiError:
    return _plain("Another request with the same idempotency key is being processed.", 409)


def throttled() -> ApiError:
    return _plain("Too many requests", 429)


def server_error() -> ApiError:
    return _plain("We are facing some trouble completing your request at the moment.", 500, "SERVER_ERROR")
