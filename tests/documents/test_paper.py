"""Content on paper: what people wrote is only ever text, the same content is the same bytes, names of India can be read."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haat.core.money import parse_minor
from haat.documents import rendering
from haat.documents.rendering.text import LENGTH_MAX, clean
from haat.documents.words import SMALL, TENS, in_words
from tests.documents.content import content, line
from tests.documents.pdf_text import text_of

HOSTILE = (
    '#read("/etc/passwd")', "#import sys: *", '"); #panic("x") //', "$ sum_(i=0)^n $ *bold* _it_ `raw` <label> @ref", "\u2066dlrow",
    ']] #eval("1+1") [[', "\x00\x07\ud800", "a" * 10_000, "\u202eevil\u202c", "é́́́́" * 300,
)  # fmt: skip


def pages(*sheets: dict[str, Any]) -> list[bytes]:
    return rendering.png([rendering.sheet(one) for one in sheets], ppi=40)


def printed(one: dict[str, Any]) -> bytes:
    return rendering.pdf([rendering.sheet(one)])


def test_markup_in_what_people_wrote_is_text_on_paper_and_nothing_else() -> None:
    for words in HOSTILE:
        mine = content(line(title=words, detail=words), reason=words, notes=[words], facts=[[words, words]])
        mine["recipient"] = mine["recipient"] | {"name": words, "lines": [words] * 4}
        assert printed(mine).startswith(b"%PDF-")
    plain = rendering.sheet(content(line(title=HOSTILE[0])))
    assert plain["rows"][0][0]["text"].replace("\u200b", "") == HOSTILE[0]
    assert "root:" not in str(plain)
    broken = rendering.pdf([rendering.sheet(content())], logo="<svg><script>alert(1)</script>")
    assert broken == printed(content())  # a drawing that cannot be read is left out


def test_the_text_of_a_pdf_can_be_copied_and_says_number_total_and_name() -> None:
    text = text_of(printed(content()))
    for words in (
        "ASI/2627/000123",
        "₹998.00",
        "27AAPFR0001A1ZV",
        "Ravi Traders LLP",
        "33049900",
        "आ",
        "Maharashtra (27)",
    ):
        assert words in text, (words, text)


def test_the_same_content_is_the_same_bytes_in_every_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(printed, [content()] * 8))
    assert len(made) == 1
    assert made != {printed(content(number="ASI/2627/000124"))}


def test_five_hundred_long_lines_are_drawn_within_bounds() -> None:
    began = time.monotonic()
    body = printed(content(*[line(title="Very long words of a title " * 400) for _ in range(500)]))
    assert time.monotonic() - began < 20
    assert len(body) < 5_000_000


@pytest.mark.parametrize("name", ["आशा देवी", "ஆஷா", "আশা", "આશા", "ਆਸ਼ਾ", "ಆಶಾ", "ആശ", "ଆଶା", "ఆశ", "عائشة", "₹"])
def test_names_in_the_scripts_of_the_land_have_letters(name: str) -> None:
    """A letter that no font has is drawn as the same empty box as one that no font can have."""
    mine, box = (content(facts=[["Name", one * 3]]) for one in (name, "".join("\U0001fffd" for _ in name)))
    assert pages(mine) != pages(box)
    assert b"NotoSans" in printed(mine)


def test_several_slips_are_pages_of_one_file() -> None:
    facts = {
        "title": "Packing slip", "number": "AST-26-1-A", "date": "21 Nov 2026", "look": content()["look"], "supplier": content()["supplier"],
        "recipient": content()["recipient"], "facts": [("Order", "AST-26-1")], "notes": [],
        "lines": [{"title": "Rose serum", "detail": "", "sku": "R-1", "quantity": 2}],
    }  # fmt: skip
    assert len(rendering.png([rendering.slip(facts)] * 3, ppi=30)) == 3
    with pytest.raises(rendering.Unprintable, match="at most"):
        rendering.pdf([rendering.slip(facts)] * 201)


@given(st.text())
def test_no_text_can_turn_or_break_a_line(text: str) -> None:
    found = clean(text)
    assert len(found) <= LENGTH_MAX
    assert not set(found) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\r\t\x00")
    assert clean(found) == found


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from(["INR", "AED", "USD"]))
def test_an_amount_in_words_reads_back_as_the_amount(minor: int, currency: str) -> None:
    assert _minor(in_words(minor, currency)) == minor
    assert in_words(-minor - 1, currency) == f"Minus {in_words(minor + 1, currency)}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("0", "Rupees Zero Only"),
        ("100000", "Rupees One Lakh Only"),
        ("12345678.90", "Rupees One Crore Twenty-Three Lakh Forty-Five Thousand Six Hundred Seventy-Eight and Ninety Paise Only"),
        ("1000000000000", "Rupees One Lakh Crore Only"),
        ("0.01", "Rupees Zero and One Paise Only"),
    ],
)  # fmt: skip
def test_rupees_are_counted_in_lakh_and_crore(text: str, words: str) -> None:
    assert in_words(parse_minor(text), "INR") == words


SIZES = {
    "Hundred": 100, "Thousand": 1_000, "Lakh": 100_000, "Crore": 10_000_000, "Million": 1_000_000, "Billion": 1_000_000_000,
}  # fmt: skip


def _minor(words: str) -> int:
    """An independent reader of such sentences."""
    whole, _, part = words.partition(" ")[2].removesuffix(" Only").partition(" and ")
    return 100 * _number(whole.split()) + (_number(part.split()[:-1]) if part else 0)


def _number(words: list[str]) -> int:
    at = (
        max((SIZES[word], index) for index, word in enumerate(words) if word in SIZES)[1]
        if set(words) & set(SIZES)
        else -1
    )
    if at < 0:
        return sum(_small(word) for word in words)
    last = max(index for index, word in enumerate(words) if word == words[at])
    return _number(words[:last]) * SIZES[words[at]] + (_number(words[last + 1 :]) if words[last + 1 :] else 0)


def _small(word: str) -> int:
    tens, _, ones = word.partition("-")
    return (TENS.index(tens) * 10 if tens in TENS else SMALL.index(tens)) + (SMALL.index(ones) if ones else 0)
