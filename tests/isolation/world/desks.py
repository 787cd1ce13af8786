"""What teams have in common: members, invitations, borrowed views, domains, issuers, promotions, words of the search."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.giftcards.models import GiftCard
from haat.identity import identifiers, queries
from haat.identity import services as identity
from haat.identity.models import IdentityProvider, Invitation, Viewing
from haat.identity.services.invitations import token_of
from haat.identity.types import Place, Subject
from haat.promotions import services as promotions
from haat.promotions.services import Spec
from haat.search import services as search
from haat.sellers.models import Seller
from haat.tenancy import domains
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.models import Domain
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

LATER = timedelta(hours=2)
REASON = "They asked why it looks like this"


def _cards(side: Side) -> None:
    """Two gift cards, of which one is blocked."""
    at = clock.now()
    for kind, status in (("card", "active"), ("card.blocked", "blocked")):
        row = GiftCard.objects.create(
            code_hash=f"{kind}-{side.brand.slug}", last4="AB23", status=status, currency="INR", amount_minor=1_000,
            balance_minor=1_000, funding="promo", issued_at=at, expires_at=at + timedelta(days=90),
            message=marks.kept(str(side.brand.slug), "staff"),
        )  # fmt: skip
        side.keep(kind, "nia", row.pk)


def open_up(side: Side, platform: dict[str, Any]) -> None:
    slug, brand = str(side.brand.slug), side.brand
    with public_scope():
        for party in marks.SELLERS:
            place = Place("seller", brand.pk, side.things["seller"][party], f"Shop of {marks.shown(slug, party)}")
            _team(side, place, party, side.people[party], f"{party}.finance")
        _team(side, Place("brand", brand.pk, None, brand.name), "nia", side.people["nia"], "brand.finance")
        if slug == "aster":
            place = Place("platform", None, None, "Haat")
            _team(side, place, "olga", platform["olga"], platform["platform.finance"])
        _views(side, platform)
        _doors(side, marks.BRANDS[slug])
    with brand_scope(brand):
        _offers(side, marks.BRANDS[slug])


def _team(side: Side, place: Place, party: str, leader: Any, member: Any) -> None:
    """Somebody to give another role, somebody invited, and Vera, who is invited everywhere."""
    by = queries.membership_of(leader, place.scope, place.brand_id, place.seller_id)
    user = side.people[member] if isinstance(member, str) else member
    known = queries.membership_of(user, place.scope, place.brand_id, place.seller_id)
    assert by and known
    side.keep(f"member.{place.scope}", party, known.pk)
    guest = "vera" if party != "meera" else "uma"
    invitation = identity.invite(
        place=place, by=by, identifier=identifiers.parse(side.people[guest].email), role="finance", at=clock.now()
    )
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=clock.now() - LATER)
    side.keep(f"invitation.{place.scope}", party, invitation.pk)
    side.keep(f"own.invitation.{place.scope}", guest, invitation.pk)
    side.keep(f"letter.{place.scope}", party, token_of(invitation))


def _views(side: Side, platform: dict[str, Any]) -> None:
    """Staff are about to look at a shop, at a customer's page, and at the brand's portal; nobody has begun."""
    brand, slug = side.brand, str(side.brand.slug)
    support = platform["olga" if slug == "aster" else "platform.support"]
    looks = (
        ("seller", side.people["nia"], "brand", side.things["seller"]["ravi"], marks.shown(slug, "ravi")),
        ("customer", side.people["brand.support"], "brand", side.people["asha"].pk, f"Person {marks.kept(slug, 'asha')}"),
        ("admin", support, "platform", brand.pk, brand.name),
    )  # fmt: skip
    for portal, staff, scope, subject_id, name in looks:
        by = queries.membership_of(staff, scope, brand.pk if scope == "brand" else None, None)
        assert by
        subject = Subject(portal=portal, brand_id=brand.pk, id=subject_id, name=name)
        viewing, ticket = identity.start_viewing(by=by, subject=subject, reason=REASON, at=clock.now())
        Viewing.objects.filter(pk=viewing.pk).update(
            ticket_expires_at=clock.now() + LATER, expires_at=clock.now() + LATER
        )
        side.keep(f"ticket.{portal}", "nia", ticket)


def _doors(side: Side, mark: str) -> None:
    at = clock.now()
    side.keep("domain", "nia", domains.add(brand=side.brand, name=f"shop.{mark}.in", at=at).pk)
    live = domains.add(brand=side.brand, name=f"www.{mark}.in", at=at)
    Domain.objects.filter(pk=live.pk).update(status="live", verified_at=at, live_at=at)
    side.keep("domain.live", "nia", live.pk)
    side.keep("host", "nia", f"www.{mark}.in")
    issuer = IdentityProvider.objects.create(
        brand_id=side.brand.pk,
        name=f"Desk of {mark}",
        issuer=f"https://id.{mark}.in",
        client_id=mark,
        portals=["admin"],
    )
    side.keep("issuer", "nia", issuer.pk)


def _offers(side: Side, mark: str) -> None:
    terms: dict[str, Any] = {"benefit": "percent", "percent_bp": 100, "starts_at": clock.now(), "needs_code": True}
    _cards(side)
    promotion = promotions.draft(spec=Spec(name=f"Feast of {mark}", **terms), currency="INR")
    promotions.add_coupon(promotion=promotion, code=f"{mark}-one")
    batch = promotions.make_batch(promotion=promotion, name=f"Cards of {mark}", size=2)
    side.keep("promotion", "nia", promotion.pk)
    side.keep("coupon", "nia", f"{mark}-one".upper())
    side.keep("batch", "nia", batch.pk)
    live = promotions.draft(spec=Spec(name=f"Fair of {mark}", **terms), currency="INR")
    promotions.add_coupon(promotion=live, code=f"{mark}-live")
    promotions.move(promotion=live, verb="launch", at=clock.now())
    side.keep("code", "nia", f"{mark}-live".upper())
    for party in marks.SELLERS:
        seller = Seller.objects.get(pk=side.things["seller"][party])
        word = marks.kept(str(side.brand.slug), party)
        own = promotions.draft(spec=Spec(name=f"Sale of {word}", **terms), currency="INR", seller=seller)
        promotions.add_coupon(promotion=own, code=f"{party}-{mark}")
        side.keep("promotion.own", party, own.pk)
    side.keep("synonym", "nia", search.save_synonym(words=[f"{mark} dish", f"{mark} plate"], one_way=False).pk)
    pinned = search.curate(question=f"{mark} dish", product_id=side.things["product"]["ravi"], position=1)
    side.keep("curated", "nia", pinned.pk)
