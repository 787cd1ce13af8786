"""A person's own ways to see a list: nobody else's, one to open with, and gone with the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.identity import services as identity
from haat.saved_views import services
from haat.saved_views.models import SavedView
from haat.tenancy.context import brand_scope, public_scope
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Iterable


def names(rows: Iterable[dict[str, Any]]) -> list[tuple[str, bool]]:
    return [(row["name"], row["is_default"]) for row in rows]


def test_views_are_a_persons_own_in_one_shop_and_portal(
    aster: Any, birch: Any, ravi: Any, meera: Any, nia: Any
) -> None:
    desk, rival, staff = (
        Api("seller", aster, ravi.user),
        Api("seller", aster, meera.user),
        Api("admin", aster, nia.user),
    )
    for who in (desk, rival, staff):
        made = who.post("views", {"place": "products", "name": "Drafts", "query": "status=draft&sort=-created"})
        assert who.status == 201, made
    own = desk.get("views", place="products")["data"]
    assert names(own) == [("Drafts", False)]
    path = f"views/{own[0]['id']}"
    for other in (rival, staff):
        assert other.patch(path, {"name": "Stolen"}) and other.status == 404
        assert other.delete(path) and other.status == 404
    with public_scope():
        identity.grant(user=ravi.user, scope="brand", role="owner", brand_id=birch.pk)
    assert Api("admin", birch, ravi.user).get("views", place="products")["data"] == []
    assert desk.patch(path, {"is_default": True, "name": "Open first"})["data"]["is_default"]
    desk.post("views", {"place": "products", "name": "Sold out", "query": "stock=none", "is_default": True})
    assert names(desk.get("views", place="products")["data"]) == [("Open first", False), ("Sold out", True)]
    assert desk.post("views", {"place": "products", "name": "Sold out"})["error"]["details"]["name"]
    assert desk.post("views", {"place": "elsewhere", "name": "X"}) and desk.status == 422
    assert desk.delete(path) and desk.status == 200
    assert names(desk.get("views", place="products")["data"]) == [("Sold out", True)]


def test_there_is_an_end_to_them_and_they_leave_with_the_person(aster: Any, nia: Any) -> None:
    with brand_scope(aster):
        for number in range(services.VIEWS_MAX):
            services.save(user_id=nia.user.pk, seller_id=None, place="products", name=f"View {number}", query="")
    desk = Api("admin", aster, nia.user)
    assert desk.post("views", {"place": "products", "name": "One more"})["error"]["code"] == "not_now"
    assert desk.post("views", {"place": "reviews", "name": "Another list"}) and desk.status == 201
    with brand_scope(aster):
        assert services.forget(user_ids=[nia.user.pk]) == services.VIEWS_MAX + 1
        assert not SavedView.objects.exists()
