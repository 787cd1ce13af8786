"""Entering and leaving a brand. `with brand:` of django-tenants is not thread-safe and is banned (docs/adr/0002)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from haat.core.db import connection
from haat.core.errors import NotFound
from haat.tenancy.models import Brand

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def brand_scope(brand: Brand | UUID | str) -> Iterator[Brand]:
    """Run inside one brand: its schema, its database role. Raises NotFound for a brand that is not running."""
    found = brand if isinstance(brand, Brand) else _load(brand)
    with _tenant(found):
        yield found


@contextmanager
def public_scope() -> Iterator[None]:
    """Step out of the brand, to identity and the list of brands, and back in."""
    with _tenant(None):
        yield


@contextmanager
def _tenant(brand: Brand | None) -> Iterator[None]:
    before = connection.tenant
    _switch(brand)
    try:
        yield
        _settle()
    finally:
        _switch(before if getattr(before, "id", None) else None)


def _switch(brand: Any) -> None:
    if brand is None:
        connection.set_schema_to_public()
    else:
        connection.set_tenant(brand)


def _settle() -> None:
    """Deferred constraints are checked in the brand that caused them, not in whichever is active at commit.

    One message for both statements: every scope ends with this. After the last check nothing can wait for one unless
    something was said to the database since.
    """
    if connection.in_atomic_block and not connection.needs_rollback and connection.is_unsettled:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        connection.is_unsettled = False


def _load(brand_id: UUID | str) -> Brand:
    with _tenant(None):
        found = Brand.objects.filter(pk=brand_id).exclude(status=Brand.Status.SPARE).first()
    if found is None:
        raise NotFound(f"There is no brand {brand_id}.")
    return found


def active_brand() -> Brand:
    """The brand that this code runs in. Raises RuntimeError outside of one."""
    brand = connection.tenant
    if not isinstance(brand, Brand):
        raise RuntimeError("No brand is active here.")  # noqa: TRY004 - a state, not a type
    return brand
