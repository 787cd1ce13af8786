"""Every refusal of the API in one shape, and no 500 for anything a client can send."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response

from haat.core import context
from haat.core.errors import DomainError

CODES = {
    400: "bad_request", 401: "not_authenticated", 403: "not_allowed", 404: "not_found", 405: "method_not_allowed",
    406: "not_acceptable", 415: "unsupported_media_type", 422: "invalid", 429: "too_many_requests",
}  # fmt: skip


def handle(error: Exception, _: dict[str, Any]) -> Response | None:
    """DRF's exception handler: domain refusals, validation, HTTP errors. Anything else is ours and becomes a 500."""
    if isinstance(error, DomainError):
        refusal = answer(error.status, error.code, error.message, error.details)
        if seconds := getattr(error, "retry_after", None):
            refusal["Retry-After"] = str(seconds)
        return refusal
    if isinstance(error, exceptions.ValidationError):
        details = _field_map(error.detail)
        return answer(422, "invalid", _first_sentence(details), details)
    if isinstance(error, Http404):
        return answer(404, "not_found", "There is nothing here, or it is not yours.")
    if isinstance(error, PermissionDenied):
        return answer(403, "not_allowed", "You are not allowed to do this.")
    if isinstance(error, exceptions.APIException):
        code = status.HTTP_400_BAD_REQUEST if error.status_code == 400 else error.status_code
        response = answer(code, CODES.get(code, "refused"), str(error.detail))
        if header := getattr(error, "auth_header", None):
            response["WWW-Authenticate"] = header
        if wait := getattr(error, "wait", None):
            response["Retry-After"] = str(int(wait) + 1)
        return response
    return None


def body(code: str, message: str, details: Any = None) -> dict[str, Any]:
    return {
        "status": "error",
        "error": {"code": code, "message": message, "details": details or {}},
        "meta": {"request_id": context.current().request_id},
    }


def answer(status_code: int, code: str, message: str, details: Any = None) -> Response:
    return Response(body(code, message, details), status=status_code)


def _field_map(detail: Any) -> dict[str, Any]:
    if isinstance(detail, dict):
        return {field: _field_map(value) if isinstance(value, dict) else value for field, value in detail.items()}
    return {"non_field_errors": detail if isinstance(detail, list) else [detail]}


def _first_sentence(details: Any) -> str:
    """The sentence shown when a client shows only one: the field and what is wrong with it."""
    if isinstance(details, dict):
        for field, value in details.items():
            sentence = _first_sentence(value)
            return sentence if field == "non_field_errors" or ":" in sentence else f"{field}: {sentence}"
    if isinstance(details, list):
        return next((_first_sentence(item) for item in details if item), "This input is not valid.")
    return str(details)
