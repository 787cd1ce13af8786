"""Facts read out of titles, trees and texts."""

from __future__ import annotations

import pytest

from haat.imports.attributes import extract

STATED = (
    "Nice.,Specifications of Aura Burner (20 ml) In the Box 1 Burner General Brand Aura Model ID AB-045 Fragrance Rose "
    "Quantity 20 ml Color BLACK"
)


def facts(title: str, *, description: str = "", brand: str = "", tree: str = "") -> dict[str, str]:
    found = extract(title=title, description=description, brand=brand, tree=tree.split(" >> ") if tree else [])
    return {pair["name"]: pair["value"] for pair in found}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Solid Men's Round Neck T-Shirt", {"Pattern": "Solid", "Ideal for": "Men", "Neck": "Round"}),
        ("Gold Plated Alloy Necklace (Pack of 3)", {"Material": "Alloy", "Pack of": "3"}),
        ("Rose Gold Ring", {"Colour": "Rose Gold"}),
        ("Dancing Couple Showpiece  -  10 cm", {"Size": "10 cm"}),
        ("Shampoo 200ML", {"Size": "200 ml"}),
        ("Pendrive 16 GB", {"Size": "16 GB"}),
        (
            "Women Sleeveless Cotton Top Size XL",
            {"Size": "XL", "Material": "Cotton", "Ideal for": "Women", "Sleeve": "Sleeveless"},
        ),
        ("Women's Bag", {"Ideal for": "Women"}),
        ("Wooden Multicolour Box", {"Material": "Wood", "Colour": "Multicolor"}),
        ("Reddish Tanned Sofa", {}),
        ("", {}),
    ],
)
def test_titles(title: str, expected: dict[str, str]) -> None:
    assert facts(title) == expected


def test_the_name_of_a_brand_is_no_colour() -> None:
    assert facts("Red Tape Men's Shoes", brand="Red Tape") == {"Brand": "Red Tape", "Ideal for": "Men"}


def test_a_tree_may_end_in_the_shelf_of_a_brand() -> None:
    assert facts("Nuteez T-Shirt", tree="Clothing >> T-Shirts >> Nuteez T-Shirts") == {"Brand": "Nuteez"}
    assert facts("Nuteez T-Shirt", tree="Clothing >> T-Shirts >> Nuteez T-...") == {}
    assert facts("Nexus Watch", tree="Watches >> Wrist Watches") == {}


def test_a_text_that_states_facts_is_read_and_prose_is_not() -> None:
    assert facts("Burner", description=STATED) == {"Model": "AB-045", "Colour": "Black"}
    assert facts("Burner", description="Color BLACK is not stated here as a fact.") == {}
