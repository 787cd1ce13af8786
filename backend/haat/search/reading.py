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
RARE, OFTEN = 2, 30  # a word of so few products may be a slip of one that is so much more common
PART_MIN = 3
MEANINGS_MAX = 10


def read(text: str, *, is_typing: bool = False) -> Reading:
    """What the words may mean. While somebody `is_typing`, the last word is only begun."""
    typed = words_of(text)
    if not typed:
        return Reading()
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
    group, written = _word(word, known, tables)
    return 1, group, written


def _word(word: str, known: dict[str, int], tables: Sequence[Table]) -> tuple[Group, str]:
    others = _others(word, tables)
    total = known.get(word, 0)
    if total > RARE or (others and not total) or typos_allowed(word) == 0:
        return _group([word, *others]), word
    if total:
        better = [text for text, often in _near(word, 1) if often >= total * OFTEN][:1]
        return _group([word, *better, *others]), word
    if engine().begins(word):
        return Group([[word]], is_open=True), word
    if parts := _split(word):
        return _group([parts]), parts
    near = [text for text, _ in _near(word, typos_allowed(word))][:CORRECTIONS]
    if not near:
        return _group([word]), word
    return _group([*near, *(other for text in near[:1] for other in _others(text, tables))]), near[0]


def _near(word: str, allowed: int) -> list[tuple[str, int]]:
    """Known words within so many slips: the fewest slips first, then a shared beginning, then the most common."""
    found = [(text, total, distance(word, text)) for text, total in engine().similar([word])[word]]
    found = [one for one in found if 0 < one[2] <= allowed]
    found.sort(key=lambda one: (one[2], one[0][:1] != word[:1], -one[1]))
    return [(text, total) for text, total, _ in found]


def _split(word: str) -> str:
    """Two known words written as one: “powerbank”."""
    cuts = [(word[:end], word[end:]) for end in range(PART_MIN, len(word) - PART_MIN + 1)]
    known = engine().known([part for cut in cuts for part in cut])
    found = [(min(known[one], known[other]), f"{one} {other}") for one, other in cuts if {one, other} <= known.keys()]
    return max(found)[1] if found else ""


def _others(text: str, tables: Sequence[Table]) -> list[str]:
    return list(dict.fromkeys(other for table in tables for other in table.get(text, [])))[:MEANINGS_MAX]


def _group(texts: Sequence[str]) -> Group:
    return Group([text.split() for text in dict.fromkeys(texts)])
