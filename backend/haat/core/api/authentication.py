"""What DRF is told about the caller."""

from typing import Any

from rest_framework.authentication import BaseAuthentication


class EdgeAuthentication(BaseAuthentication):
    """Who calls was found out by the middleware, before the brand was activated; DRF only learns of it."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        identity = getattr(request._request, "identity", None)
        return (identity.user, identity) if identity is not None else None

    def authenticate_header(self, request: Any) -> str:  # noqa: ARG002 - DRF's signature
        return 'Bearer realm="haat"'
