"""What a person has of themselves: sign-ins, factors, connected accounts, copies, documents, joined accounts."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from allauth.socialaccount.models import SocialAccount
from django.core.files.base import ContentFile

from haat.core import clock
from haat.customers import services as customers
from haat.identity import services as identity
from haat.identity.models import Authenticator, FactorReset, Passkey, TokenFamily
from haat.privacy import files
from haat.privacy.models import Erasure, Export, Merge
from haat.tenancy import private
from haat.tenancy.context import brand_scope, public_scope
from tests.isolation.world import marks
from tests.isolation.world.people import person

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

PORTALS = {"asha": "customer", "ben": "customer", "ravi": "seller", "meera": "seller", "nia": "admin"}
LATER = timedelta(hours=2)  # the world stands longer than some of what lies in it


def settle(side: Side, platform: dict[str, Any]) -> None:
    slug = str(side.brand.slug)
    for party in PORTALS:
        _has(side, side.people[party], slug, party, side.brand)
    if slug == "aster":
        _has(side, platform["olga"], slug, "olga", None)
    _keyed(side, slug, "wanda")
    _keyed(side, slug, "yael")
    with public_scope():
        _leaving(side, platform["olga"])


def _has(side: Side, user: Any, slug: str, party: str, brand: Any) -> None:
    word = marks.kept(slug, party)
    with public_scope():
        family = _sign_in(user, PORTALS.get(party, "platform"), brand)
        side.keep("own.session", party, family.pk)
        account = SocialAccount.objects.create(
            user=user, provider="google", uid=word, extra_data={"email": f"{word}@example.com"}
        )
        side.keep("own.connection", party, account.pk)
        side.keep("own.export", party, _copy(user, brand, word).pk)
        side.keep("own.merge", party, _merge(user, brand, slug, party).pk)
        if brand is None:
            side.keep("own.document", party, _document(user, word))
    if brand is not None:
        with brand_scope(brand):
            side.keep("own.document", party, _document(user, word))


def _sign_in(user: Any, portal: str, brand: Any) -> Any:
    known = set(TokenFamily.objects.filter(user=user).values_list("pk", flat=True))
    at, brand_id = clock.now(), brand.pk if brand else None
    identity.issue(user=user, portal=portal, brand_id=brand_id, methods=["otp", "totp"], user_agent="world", at=at)
    return TokenFamily.objects.filter(user=user).exclude(pk__in=known).get()


def _copy(user: Any, brand: Any, word: str) -> Any:
    at = clock.now()
    made = Export.objects.create(
        user=user, brand_id=brand.pk if brand else None, status="ready", asked_at=at, ready_at=at, expires_at=at + LATER * 12, size=9,
    )  # fmt: skip
    files.write(made, word.encode())
    return made


def _merge(user: Any, brand: Any, slug: str, party: str) -> Any:
    twin = person(f"twin.{marks.kept(slug, party)}@example.com", "Twin")
    return Merge.objects.create(
        source=twin, target=user, began_at=clock.now() + LATER, needs=["target"], portal=PORTALS.get(party, "launch"),
        brand_id=brand.pk if brand else None,
    )  # fmt: skip


def _document(user: Any, word: str) -> str:
    name = private.storage().put("proof.txt", ContentFile(word.encode()))
    return private.link(name=name, user_id=user.pk, at=clock.now() + LATER).removeprefix("/api/v1/private/")


def _keyed(side: Side, slug: str, party: str) -> None:
    """Somebody with an authenticator app and a passkey; support was asked to take away Yael's."""
    word = marks.kept(slug, party)
    user = side.people[party] = person(f"{word}@example.com", f"Person {word}")
    with brand_scope(side.brand):
        customers.join(user=user, at=clock.now())
    with public_scope():
        app = Authenticator.objects.create(user=user, name=f"App {word}", confirmed=True)
        key = Passkey.objects.create(
            user=user, credential_id=f"credential-{word}", credential=os.urandom(32), rp_id="haat.localhost", name=word
        )
    side.keep("own.authenticator", party, app.pk)
    side.keep("own.passkey", party, key.pk)
    side.keep("person", party, user.pk)
    side.keep("contact", party, user.email)


def _leaving(side: Side, support: Any) -> None:
    """Yael has asked the brand and the platform to forget her, and support to take her factors away."""
    user, at = side.people["yael"], clock.now()
    for brand_id in (side.brand.pk, None):
        Erasure.objects.create(user=user, brand_id=brand_id, asked_at=at, due_at=at + LATER * 24)
    FactorReset.objects.create(user=user, asked_by=support, reason="She called from abroad", due_at=at + LATER * 24)
    side.keep("person.reset", "yael", user.pk)
