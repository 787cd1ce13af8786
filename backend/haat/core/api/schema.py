"""OpenAPI as it is really answered: every 2xx in the envelope, every refusal in one shape."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

REFUSALS = {
    "400": "Not readable as JSON", "401": "Not signed in", "403": "Not allowed", "404": "Not there, or not yours",
    "406": "Only JSON is spoken", "409": "Not now", "415": "Only JSON is understood", "422": "Bad input, with a field map",
    "429": "Too many requests; Retry-After says when to come back", "503": "A provider or the shop is out for now",
}  # fmt: skip
ERROR = {
    "type": "object",
    "required": ["status", "error", "meta"],
    "properties": {
        "status": {"type": "string", "enum": ["error"]},
        "error": {
            "type": "object",
            "required": ["code", "message", "details"],
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "string"},
                "details": {"type": "object", "additionalProperties": True},
            },
        },
        "meta": {"type": "object", "required": ["request_id"], "properties": {"request_id": {"type": "string"}}},
    },
}
RETRY_AFTER = {"Retry-After": {"description": "Seconds to wait", "schema": {"type": "string"}}}
META = {
    "version": {"type": "string"},
    "request_id": {"type": "string"},
    "timestamp": {"type": "string", "format": "date-time"},
}
PAGE = {name: {"type": "integer"} for name in ("page", "limit", "total")}


def add_error_component(result: Any, **_: Any) -> Any:
    """drf-spectacular's post-processing: the shape of refusals, written once."""
    result.setdefault("components", {}).setdefault("schemas", {})["ErrorEnvelope"] = ERROR
    return result


class BearerScheme(OpenApiAuthenticationExtension):
    """API clients send the access token; storefront pages use their session."""

    target_class = "haat.core.api.authentication.EdgeAuthentication"
    name = "bearer"

    def get_security_definition(self, _auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class EnvelopeSchema(AutoSchema):
    def get_operation_id(self) -> str:
        return (
            "_".join(
                part
                for part in self.path.split("/api/v1/")[-1]
                .replace("{", "by/")
                .replace("}", "")
                .replace("-", "_")
                .split("/")
                if part
            )
            + f"_{self.method.lower()}"
        )

    def _get_serializer_name(self, serializer: Any, direction: Any, bypass_extensions: bool = False) -> str:  # noqa: FBT001, FBT002 - the parent's
        """Component names carry their app: two apps may both have an `OptionOut`."""
        name: str = super()._get_serializer_name(serializer, direction, bypass_extensions)
        root, _, rest = type(serializer).__module__.partition(".")
        app = rest.partition(".")[0]
        return f"{app.title()}{name}" if root == "haat" and app != "core" else name

    def _get_response_bodies(self, direction: Any = "response") -> Any:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorEnvelope"}}}
        refusals = {code: {"description": text, "content": content} for code, text in REFUSALS.items()}
        for code in ("429", "503"):
            refusals[code]["headers"] = RETRY_AFTER
        return bodies | refusals

    def _get_response_for_code(
        self, serializer: Any, status_code: Any, media_types: Any = None, direction: str = "response"
    ) -> Any:
        response: dict[str, Any] = super()._get_response_for_code(serializer, status_code, media_types, direction)
        if media_types and "application/json" not in media_types:
            return response  # a file comes without an envelope
        many = getattr(serializer, "many", False) or hasattr(serializer, "child")
        schemas = [body["schema"] for body in response.get("content", {}).values()]
        data = schemas[0] if schemas else {"nullable": True, "type": "object"}
        meta: dict[str, Any] = {"type": "object", "properties": META, "required": ["version", "request_id"]}
        if many:
            facets = {"facets": {"type": "object", "additionalProperties": True}}
            meta = {"type": "object", "properties": META | PAGE | facets, "required": ["version", "request_id", *PAGE]}
        envelope = {
            "type": "object",
            "required": ["status", "data", "meta"],
            "properties": {"status": {"type": "string", "enum": ["success"]}, "data": data, "meta": meta},
        }
        return {"description": response.get("description", ""), "content": {"application/json": {"schema": envelope}}}
