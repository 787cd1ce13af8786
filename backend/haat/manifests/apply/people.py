"""Staff, sellers and a demo customer of a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.customers import services as customers
from haat.identity import identifiers
from haat.identity import services as identity
from haat.sellers import services as sellers_services
from haat.sellers.types import OwnerSpec, SellerSpec
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import User
    from haat.manifests.manifest import Manifest
    from haat.sellers.models import Seller
    from haat.tenancy.models import Brand


def demo_customer(slug: str) -> str:
    """The address of the customer that every demo brand has outside production."""
    return f"customer@{slug}.example"


def put_customer(brand: Brand, at: datetime) -> None:
    user = _person(demo_customer(str(brand.slug)), "Asha Kulkarni")
    with brand_scope(brand):
        customers.join(user=user, at=at)


def put_staff(manifest: Manifest, brand: Brand) -> None:
    """Give the roles of the manifest; one that somebody else gave stays."""
    for member in manifest.data["staff"]:
        user = _person(member["email"], member["name"])
        identity.grant(user=user, scope="brand", role=member["role"], brand_id=brand.pk)


def put_sellers(manifest: Manifest, at: datetime) -> dict[str, Seller]:
    """Active sellers with a verified entity and an owner, by slug."""
    found = {}
    for row in manifest.data["sellers"]:
        owner = OwnerSpec(**row["owner"])
        words = {name: value for name, value in row.items() if name != "owner"}
        found[row["slug"]] = sellers_services.seed_seller(spec=SellerSpec(**words, owner=owner), at=at)
    return found


def put_platform_staff(members: list[dict[str, str]]) -> None:
    for member in members:
        identity.grant(user=_person(member["email"], member["name"]), scope="platform", role=member["role"])


def _person(email: str, name: str) -> User:
    return identity.person(identifier=identifiers.parse(email), name=name)[0]
