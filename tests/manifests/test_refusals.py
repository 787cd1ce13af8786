"""A manifest with anything wrong in it is refused whole, naming file, line and field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from haat.manifests.contrast import contrast
from haat.manifests.manifest import read, read_all
from haat.manifests.problems import Problem, Refused
from tests.manifests.folder import HEADER, PAGE, ROWS, TOML, write_brand

if TYPE_CHECKING:
    from pathlib import Path


def _problems(folder: Path) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        read(folder)
    return refused.value.problems


def _line_of(text: str) -> int:
    return TOML[: TOML.index(text)].count("\n") + 1


def test_a_right_folder_is_read(tmp_path: Path) -> None:
    manifest = read(write_brand(tmp_path))
    assert (manifest.slug, len(manifest.rows), manifest.pages[0].title) == ("cedar", 4, "About us")
    assert manifest.data["policies"]["cod_fee"] == 3500
    assert manifest.data["commission_rules"][1] | {"name": ""} == {
        "name": "", "category": None, "seller": None, "percent": 1250, "fixed": 0, "floor": None, "cap": 45_000,
        "valid_from": "2026-04-01", "valid_to": None, "tier": "", "product": None, "payment": "",
            "price_from": None, "price_to": None, "basis": "taxable", "with_shipping": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "field", "words"),
    [
        ('order_prefix = "CDR"', 'order_prefix = "cdr"', "brand.order_prefix", "Three capital letters"),
        ('home_state = "27"', 'home_state = "99"', "brand.home_state", "state code"),
        ('slug = "cedar"', 'slug = "admin"', "brand.slug", "reserved"),
        ('gstin = "29AAPFM6174K1ZW"', 'gstin = "27AAPFM6174K1ZW"', "sellers[2].gstin", "state code and the PAN"),
        (
            'pan = "AAPFM6174K"\ngstin = "29AAPFM6174K1ZW"',
            'pan = "AAPFR6174K"\ngstin = ""',
            "sellers[2].pan",
            "Another seller",
        ),
        ('pin = "560001"', 'pin = "110001"', "sellers[2].pin", "not in Karnataka"),
        ('email = "meera@cedar.example" }', 'email = "meera" }', "sellers[2].owner.email", "not an e-mail"),
        ('parent = "glass"', 'parent = "gloss"', "categories[2].parent", "above this one"),
        ('cod_fee = "35.00"', "cod_fee = 35", "policies.cod_fee", "rupees"),
        ('cod_fee = "35.00"', 'cod_fee = "35.005"', "policies.cod_fee", "decimals"),
        ('percent = "12.50"', 'percent = "112.50"', "commission_rules[2].percent", "at most 100"),
        (
            'name = "Glass"\ncategory = "glass"',
            'name = "Glass"\ncategory = "steel"',
            "commission_rules[1].category",
            "steel",
        ),
        ('cap = "450.00"', 'cap = "4"\nfloor = "5"', "commission_rules[2].cap", "below floor"),
        ('cap = "450.00"', 'price_from = "5"\nprice_to = "4"', "commission_rules[2].price_to", "below price_from"),
        (
            'category = "glass"\npercent',
            'category = "glass"\nwith_shipping = true\npercent',
            "commission_rules[1].with_shipping",
            "some goods",
        ),
        ('cap = "450.00"', 'product = "bucket"', "commission_rules[2].product", "bucket"),
        ('cap = "450.00"', 'tier = "Gold!"', "commission_rules[2].tier", "small letters"),
        ('muted = "#555555"', 'muted = "#eeeeee"', "theme.muted", "contrast"),
        ('border = "#dddddd"', 'border = "grey"', "theme.border", "#rrggbb"),
        ('logo = "theme/logo.svg"', 'logo = "../secret.svg"', "theme.logo", "no file"),
        ('page = "about"', 'page = "terms"', "navigation.footer[1].page", "terms"),
        ('role = "owner"', 'role = "king"', "staff[1].role", "one of"),
        ("cod = true", "cod = 1", "policies.cod", "true or false"),
        ('free_above = "699.00"', "", "shipping.free_above", "missing"),
        ("cod = true", "cod = true\ncolour = 1", "policies.colour", "not known"),
    ],
)
def test_toml(tmp_path: Path, right: str, wrong: str, field: str, words: str) -> None:
    folder = write_brand(tmp_path, toml=TOML.replace(right, wrong, 1))
    found = next(problem for problem in _problems(folder) if problem.field == field)
    assert words in found.sentence
    assert found.file.name == "brand.toml"
    assert abs(found.line - _line_of(right)) <= 2
    assert str(found).startswith(f"{folder}/brand.toml:{found.line}: {field}: ")


def test_the_exact_line_of_a_key(tmp_path: Path) -> None:
    folder = write_brand(tmp_path, toml=TOML.replace('ifsc = "HDFC0004218"', 'ifsc = "HDFC"'))
    assert [problem.line for problem in _problems(folder)] == [
        number for number, line in enumerate(TOML.splitlines(), 1) if line.startswith("ifsc")
    ]


def test_what_is_not_toml_at_all(tmp_path: Path) -> None:
    (problem,) = _problems(write_brand(tmp_path, toml=TOML.replace("[contact]", "[contact", 1)))
    assert (problem.field, problem.line) == ("TOML", _line_of("[contact]"))


def test_all_problems_of_all_brands_at_once(tmp_path: Path) -> None:
    one = write_brand(tmp_path / "one", toml=TOML.replace('"27"', '"00"'))
    two = write_brand(tmp_path / "two", rows=["broken"])
    with pytest.raises(Refused) as refused:
        read_all([one, two, tmp_path / "three"])
    assert {problem.file.parent.name for problem in refused.value.problems} == {"one", "two", "three"}


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        ("390.00", "free", "price", "not an amount"),
        ("390.00", "460.00", "mrp", "below the price"),
        ("70133700", "7013", "", ""),
        ("70133700", "701", "hsn", "4, 6 or 8"),
        (",IN,", ",India,", "country_of_origin", "two capital"),
        ("tumblers", "spoons", "category", "spoons"),
        ("ravi-glass", "ben-glass", "seller", "ben-glass"),
        ("products/tumbler.svg", "products/none.svg", "image", "no file"),
        ("Capacity=300 ml", "Capacity", "specifications", "name=value"),
        (",12,", ",some,", "stock", "whole number"),
        ("Pack,Set of 2,,", "Pack,,,", "option1_value", "both name and value"),
        (",560,", ",560,560,", "row", "22 cells"),
    ],
)
def test_csv(tmp_path: Path, old: str, new: str, column: str, words: str) -> None:
    folder = write_brand(tmp_path, rows=[ROWS[1], ROWS[0].replace(old, new, 1), *ROWS[2:]])
    if not column:
        assert read(folder).rows
        return
    found = next(problem for problem in _problems(folder) if problem.field == column)
    assert words in found.sentence
    assert (found.file.name, found.line) == ("catalogue.csv", 4)  # the row before has a line break inside


def test_a_sku_of_two_products_and_an_offer_twice(tmp_path: Path) -> None:
    rows = [*ROWS, ROWS[0], ROWS[3].replace("PT-1", "RT-6")]
    assert [problem.field for problem in _problems(write_brand(tmp_path, rows=rows))] == ["sku", "sku"]


def test_a_wrong_header_and_a_wrong_encoding(tmp_path: Path) -> None:
    folder = write_brand(tmp_path)
    (folder / "catalogue.csv").write_text(HEADER.replace("price,mrp", "mrp,price"), encoding="utf-8")
    assert _problems(folder)[0].field == "header"
    (folder / "catalogue.csv").write_bytes(f"{HEADER}\nfine\n".encode() + b"caf\xe9\n")
    (problem,) = _problems(folder)
    assert (problem.field, problem.line) == ("encoding", 3)


def test_a_page_without_its_title(tmp_path: Path) -> None:
    (problem,) = _problems(write_brand(tmp_path, page=PAGE.replace("title: About us", "name: About")))
    assert (problem.file.name, problem.field) == ("about.md", "title")


def test_contrast() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")
