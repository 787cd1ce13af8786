"""Words that appear nowhere else. Whoever reads one has read something that it belongs to.

`qorvex…` stands in every text of aster and in nothing else, `zimblo…` in every text of birch. Inside a brand each
party has two words: one for what it shows to everybody (a shop's name, a title), one for what is its own.
"""

from __future__ import annotations

BRANDS = {"aster": "qorvex", "birch": "zimblo"}
SELLERS = ("ravi", "meera")
CUSTOMERS = ("asha", "ben")
STAFF = ("staff",)


def shown(brand: str, party: str) -> str:
    """In what a party shows to everybody: `qorvexravi`."""
    return f"{BRANDS[brand]}{party}"


def kept(brand: str, party: str) -> str:
    """In what is a party's own: `ravisecretqorvex`. Does not contain the word of what it shows."""
    return f"{party}secret{BRANDS[brand]}"


def brand_marks(brand: str) -> frozenset[str]:
    """Whatever betrays this brand to another: its word and its very name."""
    return frozenset({BRANDS[brand], brand})


def secrets(brand: str, *, of: tuple[str, ...] = (*SELLERS, *CUSTOMERS)) -> frozenset[str]:
    return frozenset(kept(brand, party) for party in of)


def found(marks: frozenset[str], text: str | bytes) -> set[str]:
    """Those of the marks that stand in a text, whatever the case of their letters."""
    body = (text.encode() if isinstance(text, str) else text).lower()
    return {mark for mark in marks if mark.encode() in body}
