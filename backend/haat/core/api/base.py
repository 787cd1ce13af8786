"""The four role APIs. Each base fixes authentication, audience, permission and paging, and hands over one scope object.

An endpoint cannot be written without its scope: `self.customer`, `self.seller`, `self.staff` are loaded here,
through the functions that `settings.HAAT_SCOPES` names, so that this module stays below all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.paginator import Paginator
from django.utils.module_loading import import_string
from rest_framework.exceptions import NotAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from haat.core import clock, context
from haat.core.api import limiting
from haat.core.api.authentication import EdgeAuthentication
from haat.core.errors import InvalidInput, NotAllowed

if TYPE_CHECKING:
    from haat.core.context import Actor

LIMIT_DEFAULT = 20
LIMIT_MAX = 100
COOKIE_SECONDS = 90 * 24 * 3600


class HaatAPI(APIView):
    """What every endpoint has: envelope, paging, the caller and the clock."""

    authentication_classes = [EdgeAuthentication]
    login_required: ClassVar[bool] = True
    sorts: ClassVar[dict[str, str]] = {}  # public name → model field
    cacheable: ClassVar[bool] = False
    part_of_every_page: ClassVar[bool] = False  # a page's own call is not counted, so that a refusal has its frame
    write_limit: ClassVar[str] = ""  # a limit of its own beside the general one

    input: Any
    filters: Any
    idempotency_key: str = ""

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.meta: dict[str, Any] = {}
        self.cookies: dict[str, str] = {}
        self.rate: dict[str, str] = {}
        self.at = clock.now()
        limiting.charge(self, request)
        if self.login_required and self.identity is None:
            raise NotAuthenticated("Sign in to do this.")
        if self.identity is not None:  # pages call in here too, past the middleware
            self.identity.require_own_eyes(request.method, request.path)
        self.enter()

    def own_limit(self, request: Any) -> str:
        """The name of the limit that this request counts against besides the general one, or nothing."""
        return "" if request.method in limiting.SAFE else self.write_limit

    def enter(self) -> None:
        """Load the scope object of the role; refuse the caller who has none."""

    @property
    def identity(self) -> Any:
        return self.request.auth

    @property
    def brand(self) -> Any:
        return getattr(self.request, "brand", None)

    @property
    def actor(self) -> Actor:
        return context.current().actor

    def caller_key(self) -> str:
        """Who the caller is, for idempotency: the person, or the guest's own token."""
        if self.identity is not None:
            return str(self.identity.user.pk)
        return f"guest:{self.request.COOKIES.get(settings.HAAT_GUEST_COOKIE, '')}"

    def get_serializer_context(self) -> dict[str, Any]:
        return {"view": self, "request": self.request, "brand": self.brand}

    def page_of(self, rows: Any) -> Any:
        """The asked page of a queryset or list, sorted as asked; `meta` says page, limit and total."""
        page, limit = self.asked_page()
        rows = self._sorted(rows)
        paginator = Paginator(rows, limit)
        self.meta |= {"page": page, "limit": limit, "total": paginator.count}
        return list(paginator.page(page).object_list) if page <= paginator.num_pages else []

    def all_of(self, rows: Any) -> tuple[Any, ...]:
        """Every row as one page, for lists that are short by nature."""
        found = tuple(rows)
        self.meta |= {"page": 1, "limit": len(found), "total": len(found)}
        return found

    def asked_page(self) -> tuple[int, int]:
        """The number of the page, from 1, and how many rows it has."""
        return self._number("page", 1, None), self._number("limit", LIMIT_DEFAULT, LIMIT_MAX)

    def _sorted(self, rows: Any) -> Any:
        name = self.request.query_params.get("sort")
        if not name or not self.sorts:
            return rows
        if name not in self.sorts:
            raise InvalidInput(
                f"Sort by one of {', '.join(self.sorts)}.", details={"sort": [f"“{name}” is not sortable."]}
            )
        down = self.request.query_params.get("order") == "desc"
        field = self.sorts[name]
        return rows.order_by(f"-{field}" if down else field, "pk")

    def _number(self, name: str, default: int, maximum: int | None) -> int:
        text = self.request.query_params.get(name)
        if text is None:
            return default
        if not text.isdecimal() or len(text) > 9 or int(text) < 1:
            raise InvalidInput(f"{name} must be a whole number from 1.", details={name: ["Not a whole number from 1."]})
        return min(int(text), maximum) if maximum else int(text)

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(response, Response) and not self._enveloped(response.data):
            meta = {"version": "v1", "request_id": context.current().request_id, **getattr(self, "meta", {})}
            if not self.cacheable:
                meta["timestamp"] = clock.now().isoformat()
            response.data = {"status": "success", "data": response.data, "meta": meta}
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in getattr(self, "rate", {}).items():
            final.headers.setdefault(name, value)
        for name, value in getattr(self, "cookies", {}).items():
            final.set_cookie(name, value, max_age=COOKIE_SECONDS, secure=True, httponly=True, samesite="Lax", path="/")
        if not self.cacheable or request.identity is not None:
            final.headers.setdefault("Cache-Control", "private, no-store")
        return final

    @staticmethod
    def _enveloped(data: Any) -> bool:
        return isinstance(data, dict) and data.get("status") == "error" and "error" in data


class RoleAPI(HaatAPI):
    role: ClassVar[str]
    permission: ClassVar[str | None] = None
    permissions_by_method: ClassVar[dict[str, str]] = {}

    def enter(self) -> None:
        self.scope = import_string(settings.HAAT_SCOPES[self.role])(self.request, self)

    def require(self, membership: Any) -> None:
        """Refuse a member whose role lacks this endpoint's permission. Raises NotAllowed."""
        needed = self.permissions_by_method.get(self.request.method or "", self.permission)
        if needed and needed not in membership.permissions:
            raise NotAllowed(f"Your role “{membership.role}” may not do this; it needs “{needed}”.")


class CustomerAPI(RoleAPI):
    """A shopper of one brand. `self.customer` is None for a guest, where `login_required` allows one."""

    role = "customer"

    @property
    def customer(self) -> Any:
        return self.scope


class SellerAPI(RoleAPI):
    """Staff of one seller on one brand; `self.seller` is the only seller they can reach."""

    role = "seller"
    seller_required: ClassVar[bool] = True

    @property
    def seller(self) -> Any:
        return self.scope


class AdminAPI(RoleAPI):
    """Staff of one brand; `self.staff` is the membership."""

    role = "admin"

    @property
    def staff(self) -> Any:
        return self.scope


class PlatformAPI(RoleAPI):
    """Staff of the platform, on the platform's own host."""

    role = "platform"

    @property
    def staff(self) -> Any:
        return self.scope
