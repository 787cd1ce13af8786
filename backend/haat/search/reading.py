"""Understanding what was typed: phrases and synonyms, half words, joined and split words, slips of the finger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from haat.search import meaning
from haat.search.engine import engine
from haat.search.frame import frame
from haat.search.types import Group, Reading
from haat.search.words import distance, typos_allowed, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.search.meaning import Table

CORRECTIONS = 3
RARE, TIMES = 10, 10  # a word of so few products may be a slip of one that is so many times as common
OFTEN = 20  # a word of more products is whole; the last one of fewer may be the beginning of another
PART_MIN = 3
MEANINGS_MAX = 10
SMALL = frozenset(  # of English and Hindi; asked of no product unless nothing else was typed
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "ka",
        "ke",
        "ki",
        "ko",
        "ke",
        "liye",
        "wala",
        "wali",
        "wale",
        "aur",
        "me",
        "mein",
        "se",
    ]
)


def read(text: str, *, is_typing: bool = False) -> Reading:
    """What the words may mean. While somebody `is_typing`, the last word is only begun."""
    typed = words_of(text)
    if not typed:
        return Reading()
    typed = [word for word in typed if word not in SMALL] or typed
    tables = [meaning.of_brand(frame().synonyms), meaning.shipped()]
    pairs = ["".join(pair) for pair in pairwise(typed)]
    known = engine().known([*typed, *pairs])
    groups: list[Group] = []
    mended: list[str] = []
    at = 0
    while at < len(typed):
        length, group, word = _next(typed, at, known, tables)
        if is_typing and at + length == len(typed) and not group.is_open:
            group = Group(group.meanings, is_open=True)
        groups.append(group)
        mended.append(word)
        at += length
    corrected = " ".join(mended)
    return Reading(" ".join(typed), groups, corrected if corrected != " ".join(typed) else "")


def _next(typed: Sequence[str], at: int, known: dict[str, int], tables: Sequence[Table]) -> tuple[int, Group, str]:
    """How many words the next group takes, the group, and how it is written when mended."""
    for length in range(min(meaning.PHRASE_MAX, len(typed) - at), 1, -1):
        phrase = " ".join(typed[at : at + length])
        if others := _others(phrase, tables):
            return length, _group([phrase, *others]), phrase
    word = typed[at]
    if at + 1 < len(typed) and word not in known and known.get(joined := word + typed[at + 1], 0):
        return 2, _group([f"{word} {typed[at + 1]}", joined]), f"{word} {typed[at + 1]}"
    group, written = _word(word, known, tables, is_last=at + 1 == len(typed))
    return 1, group, written


def _word(word: str, known: dict[str, int], tables: Sequence[Table], *, is_last: bool) -> tuple[Group, str]:
    """What a known word also means, what a half one begins, what a mistyped one was to be."""
    others = _others(word, tables)
    total = known.get(word, 0)
    if total > RARE or (others and not total) or typos_allowed(word) == 0:
        return _group([word, *others], is_open=is_last and total <= OFTEN), word
    if total:
        better = [text for text, often in _near(word, 1, tables) if often >= total * TIMES][:1]
        return _group([word, *better, *others], is_open=is_last), word
    often, in_texts = engine().begins(word)
    if often:
        near = _near(word, typos_allowed(word), tables) if often <= RARE else []
        return _group([word, *[text for text, more in near if more >= often * TIMES][:1]], is_open=True), word
    if parts := _split(word):
        return _group([parts]), parts
    likely = [text for text, _ in _near(word, typos_allowed(word), tables)][:CORRECTIONS]
    meant = [other for text in likely for other in (text, *_others(text, tables))]
    if in_texts or not likely:
        return _group([word, *meant], is_open=in_texts and not likely), word
    return _group(meant), likely[0]


def _near(word: str, allowed: int, tables: Sequence[Table]) -> list[tuple[str, int]]:
    """Words within so many slips: the fewest slips first, then a shared beginning, then the most common.

    Besides those of products, words that are known to mean one of them: nobody may sell a “tshirt” by that name.
    """
    alike = {
        text for table in tables for text in table if text[:1] == word[:1] and abs(len(text) - len(word)) <= allowed
    }
    candidates = {text: 0 for text in alike if " " not in text} | dict(engine().similar([word])[word])
    found = [(text, total, distance(word, text)) for text, total in candidates.items()]
    found = [one for one in found if 0 < one[2] <= allowed]
    bones = _bones(word)
    found.sort(key=lambda one: (one[2], one[0][:1] != word[:1], _bones(one[0]) != bones, -one[1]))
    return [(text, total) for text, total, _ in found]


def _bones(word: str) -> str:
    """The consonants, doubled ones once: what people who spell by ear get right."""
    return "".join(
        sign for sign, before in zip(word, " " + word, strict=False) if sign not in "aeiou" and sign != before
    )


def _split(word: str) -> str:
    """Two known words written as one: “powerbank”."""
    cuts = [(word[:end], word[end:]) for end in range(PART_MIN, len(word) - PART_MIN + 1)]
    known = engine().known([part for cut in cuts for part in cut])
    found = [(min(known[one], known[other]), f"{one} {other}") for one, other in cuts if {one, other} <= known.keys()]
    return max(found)[1] if found else ""


def _others(text: str, tables: Sequence[Table]) -> list[str]:
    return list(dict.fromkeys(other for table in tables for other in table.get(text, [])))[:MEANINGS_MAX]


def _group(texts: Sequence[str], *, is_open: bool = False) -> Group:
    return Group([text.split() for text in dict.fromkeys(texts)][:MEANINGS_MAX], is_open)
