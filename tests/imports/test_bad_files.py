"""Files that lie, break or are far too large: refused with a sentence, nothing half-written, nothing crashes."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

import pytest

from haat.catalog.models import Product
from haat.imports import limits, services
from haat.imports.models import Import
from haat.imports.services.upload import TooLarge
from haat.tenancy.context import brand_scope
from tests.goods import make_category
from tests.imports.files import HEADER, brought, csv_of, line, rows_of, send, xlsx_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ONE = csv_of([line()])


@pytest.fixture
def shop(aster: Any, ravi: Any, api: Any) -> Any:
    with brand_scope(aster):
        make_category("bottles")
    return api("seller", aster, ravi.user)


def repacked(change: Any) -> bytes:
    """A workbook whose parts went through `change(name, content)`; None drops the part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_of([line()]))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
    return out.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    body = io.BytesIO(xlsx_of([line()]))
    with zipfile.ZipFile(body, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return body.getvalue()


def bomb() -> bytes:
    """A sheet of 300 MB of spaces behind some hundred kilobytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1024 * 1024)
    return out.getvalue()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY l0 "lol">{entities}]>'.encode()
    return repacked(lambda name, old: head + old if "sheet1" in name else old)


def small_lie() -> bytes:
    """The directory says that the sheet has ten bytes; it has thousands."""
    body = bytearray(xlsx_of([line()]))
    at = body.rfind(b"xl/worksheets/sheet1.xml") - 46
    struct.pack_into("<I", body, at + 24, 10)
    return bytes(body)


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b"\r\n \r\n\t", "empty"),
    "a picture called csv": (b"\x89PNG\r\n\x1a\n" + zlib.compress(b"x" * 5000), "PNG picture"),
    "noise": (bytes(range(256)) * 40, "no text"),
    "pdf": (b"%PDF-1.7\n", "PDF document"),
    "gzip": (b"\x1f\x8b\x08\x00rest", "unpack it first"),
    "a web page": (b"<!DOCTYPE html><p>sku</p>", "web page"),
    "header alone": (HEADER.encode(), "nothing below"),
    "old excel": (OLE, "old .xls form"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "macros": (with_part("xl/vbaProject.bin", b"x"), "macros"),
    "binary workbook": (with_part("xl/workbook.bin", b"x"), "binary workbook"),
    "a zip": (repacked(lambda name, old: None if name == "xl/workbook.xml" else old), "an archive, not a spreadsheet"),
    "word": (with_part("word/document.xml", b"x"), "Word document"),
    "cut off": (xlsx_of([line()])[:2000], "damaged"),
    "bomb": (bomb(), "unpacks to far more"),
    "laughs": (laughs(), "damaged"),
    "no xml": (repacked(lambda name, old: b"<sheet" if "sheet1" in name else old), "damaged"),
    "size is a lie": (small_lie(), "damaged"),
    "ten thousand columns": (
        (",".join(f"c{n}" for n in range(10_000)) + "\n" + "1," * 9_999).encode(),
        "10,000 columns",
    ),
    "bad bytes": (ONE + b"x,\x81\x8d\n", "line 3"),
    "half utf-16": (b"\xff\xfe" + "sku,title\nA,B\n".encode("utf-16-le") + b"\x00", "UTF-16"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(aster: Any, shop: Any, name: str) -> None:
    body, words = REFUSED[name]
    answer = send(shop, body)
    assert shop.status == 422, answer
    assert words in answer["error"]["message"]
    with brand_scope(aster):
        assert not Import.objects.exists()


def test_quotes_that_never_close_are_refused_at_once_or_fail_the_check(aster: Any, shop: Any) -> None:
    broken = b'bottle,"Copper,bottles,CB-9,,,1,1,1,,,\n' + b"x,y\n" * 100_000
    answer = send(shop, ONE + broken)
    assert (shop.status, "opens in line 3 is never closed" in answer["error"]["message"]) == (422, True)
    many = [line(handle=f"h{n}", sku=f"S{n}") for n in range(40)]
    row = brought(shop, aster, csv_of(many) + broken, until="check")
    assert row["status"] == "failed"
    assert "opens in line 42 is never closed" in row["failure"]


class Endless:
    """A body that goes on and on; it counts how much was taken."""

    taken = 0

    def read(self, size: int, /) -> bytes:
        self.taken += size
        return b"a," * (size // 2)


def test_a_gigabyte_is_refused_while_it_comes(aster: Any, ravi: Any) -> None:
    source = Endless()
    words: dict[str, Any] = {"name": "big.csv", "seller": ravi.seller, "user_id": ravi.user.pk, "at": None}
    with brand_scope(aster):
        with pytest.raises(TooLarge):
            services.begin(source=source, announced=1024**3, **words)
        assert source.taken == 0
        with pytest.raises(TooLarge):
            services.begin(source=source, announced=0, **words)
        assert source.taken <= limits.FILE_BYTES_MAX + 2 * limits.UPLOAD_PIECE_BYTES


CELLS = {
    "negative": ({"price": "-5"}, "price", "not above zero"),
    "nothing": ({"price": "0"}, "price", "not above zero"),
    "huge": ({"price": "99999999999"}, "price", "one crore"),
    "absurd": ({"price": "9" * 40}, "price", "not a price"),
    "fractions of a paisa": ({"price": "10.999"}, "price", "smaller than a paisa"),
    "european": ({"price": "1.299,00"}, "price", "Write it with a point"),
    "words": ({"price": "on request"}, "price", "not a price"),
    "above mrp": ({"price": "1000"}, "mrp", "MRP may not be below"),
    "no sku": ({"sku": ""}, "sku", "no SKU"),
    "long sku": ({"sku": "S" * 65}, "sku", "at most 64"),
    "no title": ({"title": "", "handle": "other"}, "title", "no title"),
    "half a unit": ({"stock": "1.5"}, "stock", "whole number"),
    "category": ({"category": "Nowhere"}, "category", "no category “Nowhere”"),
    "hsn": ({"hsn": "741"}, "hsn", "4, 6 or 8 digits"),
    "country": ({"country_of_origin": "Atlantis"}, "country_of_origin", "no country"),
    "formula": ({"stock": "=1+1"}, "stock", "This is a formula"),
    "nul": ({"title": "Copper\x00bottle"}, "title", "NUL byte"),
    "long title": ({"title": "x" * 251}, "title", "at most 250"),
    "long cell": ({"description": "x" * 40_000}, "description", "32,767"),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_wrong_cell_refuses_its_row_alone(aster: Any, shop: Any, name: str) -> None:
    cells, column, words = CELLS[name]
    good = line(handle="good", sku="GOOD", title="Good bottle")
    row = brought(shop, aster, csv_of([line(**cells), good]))
    assert row["done"] == {"create": 1, "change": 0, "unchanged": 0, "refused": 1}
    (refused,) = rows_of(shop, row, outcome="refused")
    assert (refused["line"], refused["column"]) == (2, column)
    assert words in refused["message"]
    assert all(part["code"] for part in refused["told"]), "portals can say it in Hindi"
    with brand_scope(aster):
        assert list(Product.objects.values_list("title", flat=True)) == ["Good bottle"]


def test_formulas_of_a_sheet_are_reported_and_not_worked_out(aster: Any, shop: Any) -> None:
    row = brought(shop, aster, xlsx_of([line(price="=1+1"), line(sku="CB-2")]))
    (refused,) = rows_of(shop, row, outcome="refused")
    assert (refused["line"], refused["column"]) == (2, "price")
    assert "Formulas are not worked out" in refused["message"]


def test_a_sku_that_comes_twice_is_refused_the_second_time(aster: Any, shop: Any) -> None:
    far = [line(handle=f"h{n}", sku=f"S{n}") for n in range(400)]
    row = brought(shop, aster, csv_of([line(), *far, line(price="1", mrp="2")]))
    (refused,) = rows_of(shop, row, outcome="refused")
    assert (refused["line"], refused["message"]) == (
        403,
        "The SKU “CB-1” came before in line 2. Keep one of the two rows.",
    )


def test_a_row_with_too_many_cells_is_refused(aster: Any, shop: Any) -> None:
    row = brought(shop, aster, csv_of([line(), [*line(sku="CB-2"), "more"]]))
    (refused,) = rows_of(shop, row, outcome="refused")
    assert "13 cells, the header has 12" in refused["message"]


def test_pictures_are_not_fetched_and_that_is_said(aster: Any, shop: Any) -> None:
    body = csv_of([[*line(), "http://127.0.0.1:1/x.jpg"]], f"{HEADER},image src")
    row = brought(shop, aster, body)
    (made,) = rows_of(shop, row)
    assert (made["outcome"], "not fetched" in made["message"]) == ("create", True)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_told_and_read(aster: Any, shop: Any, codec: str) -> None:
    text = csv_of([line(title="Crème brûlée dish")]).decode()
    answer = send(shop, text.encode(codec))["data"]
    assert answer["preview"][0][1] == "Crème brûlée dish"
    told = {"cp1252": "Windows-1252", "utf-16-le": "without its mark"}.get(codec)
    assert bool(answer["notes"]) == bool(told)
    assert not told or told in answer["notes"][0]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_delimiters_are_found(aster: Any, shop: Any, sign: str) -> None:
    answer = send(shop, csv_of([line(description="One, two; three")], delimiter=sign))["data"]
    assert (answer["layout"]["delimiter"], answer["columns"]) == (sign, HEADER.split(","))
