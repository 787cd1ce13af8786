"""The host alone decides brand and portal, and nothing that a client can write turns it into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client

from tests.isolation.world import marks
from tests.support import Api, host_of

if TYPE_CHECKING:
    from tests.isolation.world import World

pytestmark = pytest.mark.usefixtures("undone")
SHOP = "/api/v1/customer/storefront"
FORWARDED = [
    {"X-Forwarded-Host": "{birch}"}, {"X-Host": "{birch}"}, {"X-Original-Host": "{birch}"}, {"X-Forwarded-Server": "{birch}"},
    {"Forwarded": "for=1.2.3.4;host={birch};proto=https"}, {"X-Original-URL": "http://{birch}/"}, {"X-Rewrite-URL": "http://{birch}/"},
    {"X-HTTP-Host-Override": "{birch}"}, {"Origin": "http://{birch}"}, {"Referer": "http://{birch}/"}, {"X-Brand": "birch"}, {"X-Tenant": "birch"},
    {"X-Schema-Name": "birch"}, {"Via": "1.1 {birch}"},
]  # fmt: skip
SAME = ["{aster}:8000", "{ASTER}", " {aster} ", "{aster}:99999"]
NOBODYS = [
    "", "localhost", "127.0.0.1", "haat", "nobody.{platform}", "{aster}.", "{aster}:", "{aster}..", ".{aster}", "{aster}.evil.example", "evil.example",
    "{aster}@{birch}", "{birch}@{aster}", "{aster},{birch}", "{aster} {birch}", "{aster}/{birch}", "{aster}#{birch}", "{aster}?{birch}",
    "{aster}\\@{birch}", "{aster}%00.{birch}", "{aster}:80@{birch}", "[::1]", "xn--{aster}", "a.{aster}", "house.{platform}", "seller.{platform}",
    "{aster}:8000:8000x", "a" * 300 + ".{platform}", "%61ster.{platform}", "\u1d2cster.{platform}", "aster\t.{platform}",
]  # fmt: skip


def filled(text: str, world: World) -> str:
    aster, birch = host_of("customer", world.aster.brand), host_of("customer", world.birch.brand)
    platform = host_of("launch")
    return text.format(aster=aster, birch=birch, platform=platform, ASTER=aster.upper())


@pytest.mark.parametrize("forged", FORWARDED, ids=lambda forged: next(iter(forged)))
def test_a_header_beside_host_changes_nothing(world: World, forged: dict[str, str]) -> None:
    """ASVS item 32: forwarded host headers of clients are not read."""
    headers = {name: filled(value, world) for name, value in forged.items()}
    client = Client(HTTP_HOST=host_of("customer", world.aster.brand))
    for path in (SHOP, "/", "/sitemap.xml", "/robots.txt"):
        answer = client.get(path, headers=headers)
        connection.set_schema_to_public()
        assert answer.status_code == 200
        assert not marks.found(marks.brand_marks("birch"), answer.content)


@pytest.mark.parametrize("host", SAME)
def test_the_same_name_written_otherwise_is_the_same_shop(world: World, host: str) -> None:
    answer = Client(HTTP_HOST=filled(host, world)).get(SHOP)
    connection.set_schema_to_public()
    assert answer.status_code == 200
    assert answer.json()["data"]["brand"]["slug"] == "aster"


@pytest.mark.parametrize("host", NOBODYS)
def test_a_name_that_is_nobodys_is_no_shop(world: World, host: str) -> None:
    """There is no default brand: what is not exactly a known name is a 404 that names nobody."""
    answer = Client(HTTP_HOST=filled(host, world), raise_request_exception=False).get(SHOP)
    connection.set_schema_to_public()
    assert answer.status_code == 404, (host, answer.status_code, answer.content[:200])
    assert not marks.found(marks.brand_marks("birch") | marks.brand_marks("aster"), answer.content)


@pytest.mark.parametrize(
    "path", ["//{birch}/", "http://{birch}/", "/http://{birch}/api/v1/customer/storefront", "/\\{birch}/"]
)
def test_an_absolute_address_in_the_request_line_is_only_a_path(world: World, path: str) -> None:
    """The server may hand over `GET http://other/`; the Host header is what counts."""
    client = Client(HTTP_HOST=host_of("customer", world.aster.brand), raise_request_exception=False)
    answer = client.request(PATH_INFO=filled(path, world), RAW_URI=filled(path, world), REQUEST_URI=filled(path, world))
    connection.set_schema_to_public()
    assert answer.status_code < 500
    assert not marks.found(frozenset({marks.BRANDS["birch"]}), answer.content)
    where = answer.headers.get("Location", "")
    assert not where.startswith(("//", "http")), where


def test_the_portals_of_a_brand_answer_on_their_own_host_only(world: World) -> None:
    """A role's API does not exist on another portal's host, whatever the caller holds."""
    holders = {"customer": "asha", "seller": "ravi", "admin": "nia"}
    paths = {"customer": "profile", "seller": "shop", "admin": "orders", "platform": "brands"}
    for portal, party in holders.items():
        visitor = Api(portal, world.aster.brand, world.aster.people[party])
        for role, path in paths.items():
            visitor.call("GET", f"/api/v1/{role}/{path}")
            assert (visitor.status == 200) == (role == portal), (portal, role, visitor.status)
            assert visitor.status in {200, 404}


def test_a_picture_of_one_brand_is_not_there_on_the_others_hosts(world: World) -> None:
    """ASVS item 33: an address of a file names no brand, and the host's own folder is the only one that is looked into."""
    name = world.aster.things["file"]["nia"]
    theirs = world.birch.brand.schema_name
    for portal in ("customer", "seller", "admin"):
        own, other = (Client(HTTP_HOST=host_of(portal, side.brand)) for side in (world.aster, world.birch))
        assert own.get(f"/media/{name}").status_code == 200
        for path in (
            name,
            f"../{world.aster.brand.schema_name}/{name}",
            f"..%2f{world.aster.brand.schema_name}%2f{name}",
            f"{theirs}/{name}",
            f"./{name}/../{name}",
        ):
            assert other.get(f"/media/{path}").status_code == 404, (portal, path)
    connection.set_schema_to_public()
