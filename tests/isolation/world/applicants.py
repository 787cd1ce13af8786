"""People on their way in: one with an unsent application, one whose shop waits for the brand, one suspended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope, public_scope
from haat.verification.models import Requirement, SellerEntity
from tests.isolation.world import marks
from tests.isolation.world.people import PLACES, hash_of, person, seed
from tests.support import Api, gstin_of

if TYPE_CHECKING:
    from tests.isolation.world.side import Side


def arrive(side: Side) -> None:
    slug = str(side.brand.slug)
    for number, party in enumerate(("tara", "uma")):
        kept = marks.kept(slug, party)
        user = person(f"{kept}@example.com", f"Person {kept}")
        visitor = Api("seller", side.brand, user)
        visitor.post("application", claims(slug, party, number))
        assert visitor.status == 201, visitor.response.content
        side.people[party] = user
        with brand_scope(side.brand):
            seller = Seller.objects.get(name__icontains=marks.shown(slug, party))
        side.keep("application", party, seller.pk)
    side.people["vera"] = person(f"{marks.kept(slug, 'vera')}@example.com", "Vera")
    with brand_scope(side.brand):
        _waiting(side)


def claims(slug: str, party: str, number: int) -> dict[str, Any]:
    """A whole application of somebody nobody knows yet."""
    state, pin = PLACES[slug]
    kept = marks.kept(slug, party)
    pan = f"ABCPT{1234 + number + 10 * len(slug) * ord(slug[0]):04d}"[:9] + "A"
    return {
        "shop_name": f"{marks.shown(slug, party)} Weaves", "description": f"Saris of {kept}", "legal_name": f"{kept} Rao", "pan": pan,
        "gstin": gstin_of(pan, state), "state": state, "address": f"4 {kept} Road", "city": f"{kept} Town", "pin": pin,
        "account_holder": f"{kept} Rao", "bank_account": f"123{hash_of(slug, party)}", "ifsc": "HDFC0001234",
    }  # fmt: skip


def _waiting(side: Side) -> None:
    """Shops in the states that the brand's staff decide about; the entity of one is before the verifier."""
    slug = str(side.brand.slug)
    for number, status in enumerate(("applied", "suspended", "active")):
        seller = seed(slug, status, f"AAP{'FGH'[number]}{slug[0].upper()}000{number}E"[:10])
        approved = None if status == "applied" else clock.now()
        Seller.objects.filter(pk=seller.pk).update(status=status, approved_at=approved, decision_reason="")
        side.keep(f"seller.{status}", "nia", seller.pk)
        with public_scope():
            SellerEntity.objects.filter(pk=seller.entity_id).update(status="in_review")
            row = Requirement.objects.filter(entity_id=seller.entity_id, kind="gstin")
            row.update(status="pending")
            side.keep("entity.review", status, seller.entity_id)
            side.keep("requirement", status, row.get().pk)
