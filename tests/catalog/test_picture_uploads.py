"""Uploads over the API: what is taken, what becomes of it, and what is refused with nothing left behind."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from haat.audit.models import AuditEntry
from haat.catalog.models import Media
from haat.catalog.services.pictures import BYTES_MAX, inspection
from haat.catalog.types import PICTURES_MAX
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.catalog.conftest import files_of
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from pathlib import Path

    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("stored")
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="400" height="400"/>'


def place(draft: dict[str, Any]) -> str:
    return f"products/{draft['id']}/pictures"


def first_sizes(shown: dict[str, Any]) -> list[str]:
    return [part.rpartition(" ")[2] for part in shown["sources"][0]["srcset"].split(", ")]


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "avif"])
def test_a_picture_gets_its_sizes(desk: Api, draft: dict[str, Any], aster: Brand, stored: Path, kind: str) -> None:
    taken = desk.upload(place(draft), pictures.picture(kind, (1000, 750)), alt="From above")["data"]
    assert desk.status == 201
    assert (taken["status"], taken["url"], taken["width"], taken["height"]) == ("processing", None, 1000, 750)
    run_jobs(aster, only="catalog.")
    (shown,) = desk.get(place(draft))["data"]
    assert (shown["status"], shown["alt"]) == ("ready", "From above")
    assert [source["type"] for source in shown["sources"]] == ["image/avif", "image/webp"]
    assert first_sizes(shown) == ["160w", "400w", "800w", "1000w"], "never wider than the original"
    folder = shown["url"].removeprefix("/media/").rpartition("/")[0]
    names = {f"{folder}/{width}.{end}" for width in (160, 400, 800, 1000) for end in ("avif", "webp")}
    assert set(files_of(stored / "media")) == names
    for name in names:
        answer = desk.client.get(f"/media/{name}")
        with Image.open(io.BytesIO(answer.content)) as image:
            assert image.size[0] == int(name.rpartition("/")[2].partition(".")[0])
            assert image.format == name.rpartition(".")[2].upper()
        assert answer.headers["Content-Type"] == f"image/{name.rpartition('.')[2]}"
        assert "immutable" in answer.headers["Cache-Control"]
        again = desk.client.get(f"/media/{name}", headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304


def test_nothing_of_the_photograph_but_the_picture(
    desk: Api, draft: dict[str, Any], aster: Brand, stored: Path
) -> None:
    taken = desk.upload(place(draft), pictures.with_secrets((640, 480)))["data"]
    assert (taken["width"], taken["height"]) == (480, 640), "as people hold it"
    run_jobs(aster, only="catalog.")
    files = [path for path in (stored / "media").rglob("*") if path.is_file()]
    assert len(files) == 6
    for path in files:
        assert pictures.SECRET.encode() not in path.read_bytes()
        with Image.open(path) as image:
            assert not image.getexif()
            assert "exif" not in image.info
            assert image.height > image.width
            right_top = image.convert("RGB").getpixel((image.width - 5, 5))
            assert isinstance(right_top, tuple)
            assert right_top[0] > 200, "the corner that was upper left is upper right now"


def test_the_original_is_kept_where_no_address_leads(
    desk: Api, draft: dict[str, Any], aster: Brand, stored: Path
) -> None:
    desk.upload(place(draft), pictures.with_secrets())
    run_jobs(aster, only="catalog.")
    (original,) = files_of(stored / "private")
    assert original.startswith("originals/")
    for address in (f"/media/{original}", f"/media/../private/{original}", f"/media/%2e%2e/private/{original}"):
        assert desk.client.get(address).status_code == 404
    assert pictures.SECRET not in str(desk.get(place(draft)))


def test_the_same_picture_twice_is_one(desk: Api, draft: dict[str, Any], aster: Brand, stored: Path) -> None:
    first = desk.upload(place(draft), pictures.picture())["data"]
    assert desk.upload(place(draft), pictures.picture(), name="other.png")["data"]["id"] == first["id"]
    run_jobs(aster, only="catalog.")
    before = sorted((path, path.stat().st_mtime_ns) for path in stored.rglob("*"))
    other = desk.post("products", {"title": "Other tumbler", "sku": "OT-1"})["data"]
    same = desk.upload(place(other), pictures.picture())["data"]
    assert same["status"] == "ready", "its sizes are there"
    assert sorted((path, path.stat().st_mtime_ns) for path in stored.rglob("*")) == before
    with brand_scope(aster):
        assert AuditEntry.objects.filter(action="product.picture_added").count() == 2


def test_a_job_that_comes_twice_works_once(desk: Api, draft: dict[str, Any], aster: Brand, stored: Path) -> None:
    from haat.catalog.services import pictures as verbs

    desk.upload(place(draft), pictures.picture())
    run_jobs(aster, only="catalog.")
    before = sorted((path, path.stat().st_mtime_ns) for path in stored.rglob("*"))
    with brand_scope(aster):
        row = Media.objects.get()
        verbs.process_picture(media_id=row.pk)
        assert Media.objects.get().updated_at == row.updated_at
    assert sorted((path, path.stat().st_mtime_ns) for path in stored.rglob("*")) == before


REFUSED = {
    "nothing": (b"", "empty"),
    "a page": (HTML, "whatever its name says"),
    "a drawing that can act": (SVG, "whatever its name says"),
    "a page that begins like a GIF": (b"GIF89a" + HTML, "whatever its name says"),
    "a page with a picture's first bytes": (b"\xff\xd8\xff\xe0" + HTML, "ends in the middle"),
    "a picture with a page behind it": (pictures.picture("jpeg") + HTML, "something else is hidden"),
    "a picture with an archive behind it": (pictures.picture("jpeg") + b"\0PK\x05\x06" + b"\0" * 18, "hidden"),
    "a drawing with something behind it": (pictures.picture("png") + b"x", "something else is hidden"),
    "half a JPEG": (pictures.picture("jpeg")[:-400], "ends in the middle"),
    "half a PNG": (pictures.picture("png")[:-20], "ends in the middle"),
    "half a WebP": (pictures.picture("webp")[:-20], "ends in the middle"),
    "half an AVIF": (pictures.picture("avif")[:-20], "ends in the middle"),
    "a film as WebP": (pictures.moving("webp"), "stands still"),
    "a film as PNG": (pictures.moving("png"), "stands still"),
    "a film as AVIF": (pictures.moving("avif"), "stands still"),
    "a bomb of pixels": (pictures.bomb(30_000, 30_000), "too many pixels"),
    "a long bomb": (pictures.bomb(12_001, 300), "too many pixels"),
    "a stamp": (pictures.picture("png", (199, 300)), "too small"),
    "a strip": (pictures.picture("png", (2000, 300)), "narrow strip"),
    "noise in a frame": (b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "ends in the middle"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_with_a_reason_and_nothing_is_kept(
    desk: Api, draft: dict[str, Any], aster: Brand, stored: Path, what: str
) -> None:
    """ASVS item 33."""
    content, sentence = REFUSED[what]
    answer = desk.upload(place(draft), content)
    assert (desk.status, answer["error"]["code"]) == (422, "picture_refused"), answer
    assert sentence in answer["error"]["details"]["file"][0]
    assert files_of(stored) == []
    with brand_scope(aster):
        assert not Media.objects.exists()


def test_too_large_is_said_before_it_is_read(desk: Api, draft: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspection, "BYTES_MAX", 10)
    assert desk.upload(place(draft), pictures.picture())["error"]["code"] == "picture_refused"
    answer = desk.upload(place(draft), b"\0" * (BYTES_MAX + 200_000))
    assert (desk.status, answer["error"]["code"]) == (413, "too_large")


def test_what_a_phone_puts_behind_a_photograph_is_left_out(
    desk: Api, draft: dict[str, Any], aster: Brand, stored: Path
) -> None:
    film = b"\0\0\0\x18ftypmp42" + SECRET_FILM
    desk.upload(place(draft), pictures.picture("jpeg") + film)
    assert desk.status == 201
    run_jobs(aster, only="catalog.")
    assert not any(SECRET_FILM in path.read_bytes() for path in stored.rglob("*") if path.is_file())


SECRET_FILM = b"what was said in the kitchen"


def test_pixels_that_cannot_be_read_fail_with_a_reason(
    desk: Api, draft: dict[str, Any], aster: Brand, stored: Path
) -> None:
    broken = pictures.bomb(600, 600)  # whole as a file, but it has not the pixels it says
    desk.upload(place(draft), broken)
    assert desk.status == 201
    run_jobs(aster, only="catalog.")
    (failed,) = desk.get(place(draft))["data"]
    assert (failed["status"], failed["url"], failed["sources"]) == ("failed", None, [])
    assert "damaged" in failed["problem"]
    assert files_of(stored / "media") == []
    assert desk.upload(place(draft), broken)["data"]["status"] == "processing", "it may be tried again"


def test_a_product_has_room_for_so_many(desk: Api, draft: dict[str, Any], aster: Brand, stored: Path) -> None:
    with brand_scope(aster):
        Media.objects.bulk_create(
            Media(product_id=draft["id"], path=f"theme/{number}.svg") for number in range(PICTURES_MAX)
        )
    assert desk.upload(place(draft), pictures.picture())["error"]["code"] == "too_many_pictures"
    assert files_of(stored) == []


def test_rivals_and_neighbours_reach_nothing(
    desk: Api, rival: Api, draft: dict[str, Any], aster: Brand, birch: Brand, stored: Path
) -> None:
    """ASVS item 33."""
    mine = desk.upload(place(draft), pictures.picture())["data"]
    run_jobs(aster, only="catalog.")
    address = desk.get(place(draft))["data"][0]["url"]
    for call in (
        lambda: rival.get(place(draft)),
        lambda: rival.upload(place(draft), pictures.picture()),
        lambda: rival.put(f"{place(draft)}/order", {"ids": [mine["id"]]}),
        lambda: rival.patch(f"{place(draft)}/{mine['id']}", {"alt": "Mine"}),
        lambda: rival.delete(f"{place(draft)}/{mine['id']}"),
    ):
        call()
        assert rival.status == 404
    assert Api("customer", birch).client.get(address).status_code == 404
    assert Api("customer", aster).client.get(address).status_code == 200


def test_the_brands_staff_add_pictures_too(desk: Api, staff: Api, draft: dict[str, Any], aster: Brand) -> None:
    assert staff.upload(place(draft), pictures.picture("webp"))["data"]["status"] == "processing"
    run_jobs(aster, only="catalog.")
    assert [row["status"] for row in staff.get(place(draft))["data"]] == ["ready"]
    assert len(desk.get(place(draft))["data"]) == 1
