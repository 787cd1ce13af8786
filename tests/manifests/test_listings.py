"""Large files of listings: what can be read is a draft with what it lacks, every other row is named."""

from __future__ import annotations

import csv
import gzip
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from haat.catalog.models import Category, Offer, Product
from haat.inventory.models import Stock
from haat.tenancy.context import brand_scope
from tests.goods import make_category

if TYPE_CHECKING:
    from pathlib import Path

    from haat.tenancy.models import Brand

HEADER = "uniq_id,pid,product_name,brand,product_category_tree,retail_price,discounted_price,product_rating,description"


def row(n: int, **cells: str) -> list[str]:
    values = {
        "uniq_id": f"{n:032x}", "pid": f"PID{n:05}", "product_name": f"Copper bottle {n}", "brand": "Tamra",
        "product_category_tree": '["Kitchen >> Bottles >> Copper bottles >> Tamra Bottles"]',
        "retail_price": "950", "discounted_price": "799", "product_rating": "No rating available",
        "description": "Holds\na litre.",
    }  # fmt: skip
    return list((values | cells).values())


def write(path: Path, rows: list[list[str]], header: str = HEADER) -> Path:
    text = StringIO(newline="")
    csv.writer(text).writerows([header.split(","), *rows])
    data = text.getvalue().encode("utf-8", "surrogateescape")
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def bring(brand: Brand, file: Path, *more: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("brand", "import-catalogue", str(brand.slug), str(file), *more, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_rows_become_drafts_that_say_what_they_lack(aster: Brand, ravi: Any, meera: Any, tmp_path: Path) -> None:
    out, _ = bring(aster, write(tmp_path / "goods.csv.gz", [row(1), row(2, discounted_price="", retail_price="")]))
    assert "2 rows read: 2 new drafts, 0 changed, 0 unchanged, 0 refused." in out
    assert "peak memory" in out
    with brand_scope(aster):
        whole, without_price = Product.objects.order_by("title")
        assert (whole.status, whole.category and whole.category.name) == ("draft", "Copper bottles")
        assert whole.missing == [
            "country of origin",
            "HSN code",
            "net quantity",
            "manufacturer or packer",
            "stock",
            "picture",
        ]
        assert without_price.missing == [
            "country of origin",
            "HSN code",
            "price",
            "net quantity",
            "manufacturer or packer",
            "stock",
            "picture",
        ]
        offer = Offer.objects.get()
        assert (offer.price_minor, offer.mrp_minor, offer.variant.sku) == (79_900, 95_000, "PID00001")
        assert Stock.objects.get().on_hand == 0
        tree = dict(Category.objects.values_list("slug", "parent__slug"))
        assert tree == {
            "kitchen": None, "kitchen-bottles": "kitchen", "kitchen-bottles-copper-bottles": "kitchen-bottles",
        }  # fmt: skip


def test_the_same_file_again_changes_nothing(aster: Brand, ravi: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "goods.csv", [row(1), row(2)])
    bring(aster, file)
    with brand_scope(aster):
        before = list(Product.objects.order_by("pk").values())
    assert "0 new drafts, 0 changed, 2 unchanged" in bring(aster, file)[0]
    with brand_scope(aster):
        assert list(Product.objects.order_by("pk").values()) == before
    write(file, [row(1), row(2, discounted_price="700")])
    assert "0 new drafts, 1 changed, 1 unchanged" in bring(aster, file)[0]
    with brand_scope(aster):
        assert sorted(Offer.objects.values_list("price_minor", flat=True)) == [70_000, 79_900]


def test_what_a_seller_has_published_since_is_left_alone(aster: Brand, ravi: Any, tmp_path: Path) -> None:
    file = write(tmp_path / "goods.csv", [row(1)])
    bring(aster, file)
    with brand_scope(aster):
        Product.objects.update(status="archived")
    write(file, [row(1, product_name="Other")])
    out, err = bring(aster, file)
    assert "1 refused" in out
    assert "no draft any more" in err


@pytest.mark.parametrize(
    ("tree", "category"),
    [
        ('["Kitchen >> Bottles >> Tamra Copper Bottle 1 with ..."]', "Bottles"),
        ('["Kitchen >> Copper bottle 1"]', "Kitchen"),
        ('["Copper bottle 1 (Pack of 2)"]', None),
        ('["A >> B >> C >> D >> E"]', "C"),
        ("", None),
        ("[]", None),
    ],
)
def test_trees(aster: Brand, ravi: Any, tmp_path: Path, tree: str, category: str | None) -> None:
    bring(aster, write(tmp_path / "goods.csv", [row(1, product_category_tree=tree)]))
    with brand_scope(aster):
        found = Product.objects.select_related("category").get()
        assert (found.category and found.category.name) == category
        assert ("category" in found.missing) == (category is None)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"product_name": ""}, "product_name"),
        ({"product_name": "x" * 251}, "product_name"),
        ({"pid": ""}, "pid"),
        ({"retail_price": "abc"}, "retail_price"),
        ({"discounted_price": "0"}, "discounted_price"),
        ({"discounted_price": "1000"}, "retail_price"),
        ({"pid": "PID00001"}, "pid"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(
    aster: Brand, ravi: Any, tmp_path: Path, cells: dict[str, str], column: str
) -> None:
    file = write(tmp_path / "goods.csv", [row(1), row(2, **cells), row(3)])
    report = tmp_path / "report.csv"
    out, err = bring(aster, file, "--report", str(report))
    assert "3 rows read: 2 new drafts, 0 changed, 0 unchanged, 1 refused." in out
    assert f"goods.csv:4: {column}: " in err  # rows have a line break inside
    (refused,) = csv.DictReader(report.read_text(encoding="utf-8").splitlines())
    assert (refused["line"], refused["column"]) == ("4", column)
    assert refused["reason"]


def test_a_row_of_another_width_is_named(aster: Brand, ravi: Any, tmp_path: Path) -> None:
    out, err = bring(aster, write(tmp_path / "goods.csv", [row(1)[:-1], row(2)]))
    assert "1 new drafts" in out
    assert "goods.csv:2: row: This row has 8 cells, the header has 9" in err


def test_a_mapping_leads(aster: Brand, ravi: Any, meera: Any, tmp_path: Path) -> None:
    with brand_scope(aster):
        make_category("drinkware")
    mapping = tmp_path / "map.toml"
    mapping.write_text(
        '[sellers]\nspread_over = ["ravi-traders"]\n[sellers.by_brand]\n"TAMRA" = "meera-crafts"\n'
        '[categories]\n"Kitchen >> Bottles" = "drinkware"\n'
        '[defaults]\ncountry_of_origin = "IN"\nhsn = "7418"\nstock = 5\n',
        encoding="utf-8",
    )
    bring(aster, write(tmp_path / "goods.csv", [row(1), row(2, brand="Other")]), "--mapping", str(mapping))
    with brand_scope(aster):
        products = Product.objects.select_related("category", "seller").order_by("title")
        assert [product.seller and product.seller.slug for product in products] == ["meera-crafts", "ravi-traders"]
        assert {product.category and product.category.slug for product in products} == {"drinkware"}
        assert [product.missing for product in products] == [["net quantity", "manufacturer or packer", "picture"]] * 2
        assert set(Stock.objects.values_list("on_hand", flat=True)) == {5}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[sellers.by_brand]\n"x" = "nobody"', "no active seller nobody"),
        ('[categories]\n"x" = "nowhere"', "no category nowhere"),
        ("[defaults]\nhsn = 12", r"map.toml:2: defaults.hsn: 4, 6 or 8 digits"),
        ("colour = 1", "map.toml:1: colour: This key is not known"),
    ],
)
def test_a_wrong_mapping_is_refused(aster: Brand, ravi: Any, tmp_path: Path, text: str, words: str) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=words):
        bring(aster, write(tmp_path / "goods.csv", [row(1)]), "--mapping", str(mapping))


def test_files_that_are_not_what_they_say(aster: Brand, ravi: Any, tmp_path: Path) -> None:
    plain = tmp_path / "plain.csv.gz"
    plain.write_text(HEADER, encoding="utf-8")
    with pytest.raises(CommandError, match=r"plain.csv.gz:1: gzip: .*not a gzip file"):
        bring(aster, plain)
    with pytest.raises(CommandError, match=r"none.csv:1: file: No such file"):
        bring(aster, tmp_path / "none.csv")
    short = write(tmp_path / "short.csv", [["a", "b"]], header="uniq_id,pid")
    with pytest.raises(CommandError, match=r"short.csv:1: header: These columns are missing: product_name, brand"):
        bring(aster, short)
    cut = write(tmp_path / "cut.csv.gz", [row(n, description="y" * n) for n in range(1, 900)])
    cut.write_bytes(cut.read_bytes()[:-4000])
    with pytest.raises(CommandError, match=r"cut.csv.gz:\d+: gzip: The file is damaged here"):
        bring(aster, cut)


def test_a_brand_without_sellers_is_told(birch: Brand, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Birch has no active seller"):
        bring(birch, write(tmp_path / "goods.csv", [row(1)]))


def test_the_neighbour_gets_nothing(aster: Brand, birch: Brand, ravi: Any, tmp_path: Path) -> None:
    bring(aster, write(tmp_path / "goods.csv", [row(1)]))
    with brand_scope(birch):
        assert not Product.objects.exists()
