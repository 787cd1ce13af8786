"""The demo brands are data that a reader could take for a real shop: complete, lawful, consistent."""

import csv
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from stdnum.in_ import gstin, pan

from infra.art.colour import contrast
from infra.art.picture import draw
from infra.art.scene import compose

TENANTS = Path(__file__).resolve().parents[2] / "tenants"
BRANDS = sorted(path.parent.name for path in TENANTS.glob("*/brand.toml"))
PAGES = {"about", "shipping", "returns", "privacy", "terms", "contact"}
EXPECTED_HSN = {
    "lips": ("3304",),
    "nails": ("3304",),
    "soaps": ("3401", "3307"),
    "stemware": ("7013",),
    "rugs-throws": ("57", "63", "46"),
}


class BrandFolder:
    def __init__(self, slug: str) -> None:
        self.path = TENANTS / slug
        self.manifest: dict[str, Any] = tomllib.loads((self.path / "brand.toml").read_text(encoding="utf-8"))
        with (self.path / "catalogue.csv").open(encoding="utf-8", newline="") as rows:
            self.rows = list(csv.DictReader(rows))
        self.sellers = {seller["slug"]: seller for seller in self.manifest["sellers"]}
        self.categories = {category["slug"]: category for category in self.manifest["categories"]}


@pytest.fixture(params=BRANDS)
def brand(request: pytest.FixtureRequest) -> BrandFolder:
    return BrandFolder(request.param)


def test_there_are_two_brands() -> None:
    assert len(BRANDS) >= 2


def test_each_is_large_enough_to_browse(brand: BrandFolder) -> None:
    leaves = {row["category"] for row in brand.rows}
    assert len({row["handle"] for row in brand.rows}) >= 80
    assert len(leaves) >= 8
    assert any(category.get("parent") for category in brand.categories.values())
    assert {row["seller"] for row in brand.rows} == set(brand.sellers)
    assert len(brand.sellers) >= 3


def test_tax_numbers_are_valid_and_agree(brand: BrandFolder) -> None:
    house = brand.manifest["brand"]
    parties = [*brand.sellers.values(), house | {"state": house["home_state"]}]
    for party in parties:
        assert gstin.is_valid(party["gstin"]), party["slug"]
        assert pan.is_valid(party["pan"]), party["slug"]
        assert gstin.to_pan(party["gstin"]) == party["pan"]
        assert party["gstin"][:2] == party["state"]


def test_bank_details_have_the_right_form(brand: BrandFolder) -> None:
    for seller in brand.sellers.values():
        assert re.fullmatch(r"[A-Z]{4}0[A-Z0-9]{6}", seller["ifsc"])
        assert re.fullmatch(r"\d{9,18}", seller["bank_account"])
        assert re.fullmatch(r"[1-9]\d{5}", seller["pin"])


def test_every_person_is_someone_else(brand: BrandFolder) -> None:
    people = [seller["owner"] for seller in brand.sellers.values()] + brand.manifest["staff"]
    for key in ("email", "phone"):
        assert len({person[key] for person in people}) == len(people)


def test_a_sku_means_one_thing(brand: BrandFolder) -> None:
    offers = [(row["sku"], row["seller"]) for row in brand.rows]
    assert len(set(offers)) == len(offers)
    meaning: dict[str, tuple[str, str, str]] = {}
    for row in brand.rows:
        variant = (row["handle"], row["option1_value"], row["option2_value"])
        assert meaning.setdefault(row["sku"], variant) == variant
    assert len(set(meaning.values())) == len(meaning)


def test_some_skus_are_sold_by_two_sellers_at_different_prices(brand: BrandFolder) -> None:
    prices: dict[str, set[str]] = {}
    for row in brand.rows:
        prices.setdefault(row["sku"], set()).add(row["price"])
    assert sum(len(found) > 1 for found in prices.values()) >= 2


def test_prices_stay_at_or_below_mrp(brand: BrandFolder) -> None:
    for row in brand.rows:
        assert Decimal(0) < Decimal(row["price"]) <= Decimal(row["mrp"]), row["sku"]
        assert re.fullmatch(r"\d+\.\d\d", row["price"])


def test_stock_includes_sold_out_and_low(brand: BrandFolder) -> None:
    stock = [int(row["stock"]) for row in brand.rows]
    assert stock.count(0) >= 3
    assert sum(1 <= left <= 5 for left in stock) >= 3


def test_categories_and_parents_resolve(brand: BrandFolder) -> None:
    parents = {category["parent"] for category in brand.categories.values() if "parent" in category}
    assert parents <= set(brand.categories)
    assert {row["category"] for row in brand.rows} <= set(brand.categories) - parents
    named = {s["category"] for s in brand.manifest["home"] if "category" in s}
    named |= {s["cta_category"] for s in brand.manifest["home"] if "cta_category" in s}
    named |= {rule["category"] for rule in brand.manifest["commission_rules"] if "category" in rule}
    named |= {entry["category"] for entry in brand.manifest["navigation"]["main"]}
    assert named <= set(brand.categories)


def test_what_the_law_wants_on_a_listing_is_there(brand: BrandFolder) -> None:
    for row in brand.rows:
        assert re.fullmatch(r"\d{8}", row["hsn"]), row["sku"]
        assert re.fullmatch(r"[A-Z]{2}", row["country_of_origin"])
        assert all(row[name].strip() for name in ("title", "net_quantity", "manufacturer"))
        assert row["hsn"].startswith(EXPECTED_HSN.get(row["category"], ("",)))


def test_descriptions_are_written_for_their_product(brand: BrandFolder) -> None:
    by_handle = {row["handle"]: row["description"] for row in brand.rows}
    assert len(set(by_handle.values())) == len(by_handle)
    assert min(len(text) for text in by_handle.values()) >= 25
    assert all(len(row["specifications"].split("|")) >= 2 for row in brand.rows)


def test_pictures_exist_and_are_what_the_generator_draws(brand: BrandFolder) -> None:
    theme = brand.path / "theme"
    named = {row["image"] for row in brand.rows}
    with (theme / "art.csv").open(encoding="utf-8", newline="") as rows:
        art = {row["file"]: row for row in csv.DictReader(rows)}
    assert named == set(art)
    for name, row in list(art.items())[::12]:
        assert (theme / name).read_text(encoding="utf-8") == draw(row)
    assert all((theme / name).stat().st_size < 10_000 for name in named)


def test_scenes_are_what_the_generator_draws(brand: BrandFolder) -> None:
    theme = brand.path / "theme"
    scenes = tomllib.loads((theme / "scenes.toml").read_text(encoding="utf-8"))["scene"]
    for scene in scenes:
        assert (theme / scene["file"]).read_text(encoding="utf-8") == compose(scene)
    images = [entry["image"] for kind in ("home", "categories") for entry in brand.manifest[kind] if "image" in entry]
    images += [brand.manifest["theme"]["logo"], brand.manifest["theme"]["favicon"]]
    assert all((brand.path / image).is_file() for image in images)


def test_pages_are_complete(brand: BrandFolder) -> None:
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (brand.path / "pages").glob("*.md")}
    assert set(pages) >= PAGES
    assert all(re.match(r"---\ntitle: .+\n---\n", text) for text in pages.values())
    officer = brand.manifest["grievance_officer"]
    assert officer["name"] in pages["contact"]
    assert officer["email"] in pages["contact"]
    linked = {entry["page"] for entry in brand.manifest["navigation"]["footer"] if "page" in entry}
    assert linked <= set(pages)


@pytest.mark.parametrize(("front", "back"), [
    ("text", "background"), ("text", "surface"), ("muted", "background"), ("muted", "surface"),
    ("primary", "background"), ("primary", "surface"), ("on_primary", "primary"),
])  # fmt: skip
def test_theme_pairs_can_be_read(brand: BrandFolder, front: str, back: str) -> None:
    theme = brand.manifest["theme"]
    assert contrast(theme[front], theme[back]) >= 4.5
