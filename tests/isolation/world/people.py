"""Who is there: rivals, customers, the brand's staff of every role, the platform's, and the neighbour's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.customers import services as customers
from haat.customers.types import AddressSpec
from haat.identity import identifiers
from haat.identity import services as identity
from haat.identity.permissions import TABLE
from haat.sellers import services as sellers
from haat.sellers.models import Seller
from haat.sellers.types import OwnerSpec, SellerSpec
from haat.tenancy.context import brand_scope
from tests.isolation.world import marks
from tests.support import gstin_of

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

PANS = {
    ("aster", "ravi"): "AAPFR0001A",
    ("aster", "meera"): "AAPFM0002B",
    ("birch", "ravi"): "AAPFB0003C",
    ("birch", "meera"): "AAPFC0004D",
}
PLACES = {"aster": ("27", "400001"), "birch": ("29", "560001")}


def person(email: str, name: str) -> Any:
    return identity.person(identifier=identifiers.parse(email), name=name)[0]


def staff(side: Side, accounts: dict[tuple[str, str], str]) -> None:
    """Sellers, customers, and one member of the brand's staff for each role; `nia` is the owner."""
    slug = str(side.brand.slug)
    for party in marks.SELLERS:
        _seller(side, slug, party, accounts[slug, party])
    for party in marks.CUSTOMERS:
        _customer(side, slug, party)
    for role in TABLE["brand"]:
        one = person(f"{role}@staff.{slug}.example", f"Staff {role}")
        identity.grant(user=one, scope="brand", role=role, brand_id=side.brand.pk)
        side.people["nia" if role == "owner" else f"brand.{role}"] = one


def platform_staff() -> dict[str, Any]:
    """One person for each role of the platform; `olga` is its owner."""
    people = {}
    for role in TABLE["platform"]:
        one = person(f"{role}@platform.example", f"Platform {role}")
        identity.grant(user=one, scope="platform", role=role, brand_id=None)
        people["olga" if role == "owner" else f"platform.{role}"] = one
    return people


def seed(slug: str, party: str, pan: str) -> Seller:
    """A verified, active seller and its owner. Inside the brand."""
    shown, kept = marks.shown(slug, party), marks.kept(slug, party)
    state, pin = PLACES[slug]
    spec = SellerSpec(
        slug=f"{shown}-shop", name=f"{shown.title()} Shop", legal_name=f"{shown.title()} LLP", pan=pan, gstin=gstin_of(pan, state),
        state=state, address=f"4 {shown} Road", city=f"{shown} Town", pin=pin, bank_account=f"50100{hash_of(slug, party)}",
        ifsc="HDFC0001234", account_holder=f"{kept} LLP", owner=OwnerSpec(name=f"Owner {kept}", email=f"{kept}@example.com"),
        description=f"Wares of {shown}",
    )  # fmt: skip
    return sellers.seed_seller(spec=spec, at=clock.now())


def _seller(side: Side, slug: str, party: str, account: str) -> None:
    """A seller that can be paid, and a member of its staff for each role but the owner's."""
    kept = marks.kept(slug, party)
    with brand_scope(side.brand):
        seller = seed(slug, party, PANS[slug, party])
        Seller.objects.filter(pk=seller.pk).update(linked_account_id=account, linked_account_status="activated")
        seller.refresh_from_db()
    side.people[party] = person(f"{kept}@example.com", "")
    side.keep("seller", party, seller.pk)
    side.keep("shop", party, seller.slug)
    side.keep("entity", party, seller.entity_id)
    for role in TABLE["seller"]:
        if role != "owner":
            one = person(f"{role}.{kept}@example.com", f"{role} {kept}")
            identity.grant(user=one, scope="seller", role=role, brand_id=side.brand.pk, seller_id=seller.pk)
            side.people[f"{party}.{role}"] = one


def _customer(side: Side, slug: str, party: str) -> None:
    kept = marks.kept(slug, party)
    state, pin = PLACES[slug]
    user = person(f"{kept}@example.com", f"Person {kept}")
    home = AddressSpec(
        name=f"Person {kept}", phone=f"98{hash_of(slug, party)[:8]}", line1=f"12 {kept} Lane", line2=f"near {kept}", city=f"{kept} City",
        state=state, pin=pin, is_default=True,
    )  # fmt: skip
    with brand_scope(side.brand):
        customer = customers.join(user=user, at=clock.now())
        address = customers.add_address(customer=customer, spec=home)
    side.people[party] = user
    side.keep("customer", party, customer.pk)
    side.keep("address", party, address.pk)


def hash_of(slug: str, party: str) -> str:
    """Nine digits that only this party has."""
    return f"{sum(ord(letter) * 7919**place for place, letter in enumerate(slug + party, 1)) % 10**9:09d}"
