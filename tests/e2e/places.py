"""Who is where on the demo stack: hosts of a brand's portals, and the people of its manifest."""

from __future__ import annotations

import tomllib
from typing import Any

from infra.local.checkout import ROOT

BRAND, NEIGHBOUR = "rangoori", "nilkaanch"


def shop(stack: dict[str, Any], slug: str = BRAND) -> str:
    return str(next(row for row in stack["brands"] if row["slug"] == slug)["host"])


def portal(stack: dict[str, Any], name: str, slug: str = BRAND) -> str:
    """The host of the seller or admin portal of a brand."""
    first, _, rest = shop(stack, slug).partition(".")
    return f"{first}.{name}.{rest}"


def platform(stack: dict[str, Any]) -> str:
    return f"admin.{stack['platform']['host']}"


def login(stack: dict[str, Any], role: str, slug: str | None = BRAND) -> str:
    """The first demo login of a role."""
    return str(next(row for row in stack["logins"] if row["role"] == role and row["brand"] == slug)["identifier"])


def owner_of(seller: str, slug: str = BRAND) -> str:
    """The mail address of the person behind a seller's shop name."""
    manifest = tomllib.loads((ROOT / "tenants" / slug / "brand.toml").read_text())
    return str(next(row for row in manifest["sellers"] if row["name"] == seller)["owner"]["email"])
