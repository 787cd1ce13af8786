"""What words mean besides themselves: the lists that come with Haat, and the brand's own synonyms."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from haat.search.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FILES = ("hinglish.txt", "spelling.txt")
PHRASE_MAX = 3  # words of the longest phrase that is looked up
Table = dict[str, list[str]]


@cache
def shipped() -> Table:
    """Folded words or phrases, each with what else it means."""
    lines = [line for name in FILES for line in (Path(__file__).parent / name).read_text().splitlines()]
    return table(_groups(line for line in lines if line.strip() and not line.startswith("#")))


def table(groups: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Table:
    """From pairs of words that mean the same and words that they also find."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for same, others in groups:
        for word in same:
            found[word] |= dict.fromkeys(one for one in (*same, *others) if one != word)
    return {word: list(meanings) for word, meanings in found.items()}


def of_brand(synonyms: Iterable[tuple[Sequence[str], bool]]) -> Table:
    """One-way rows lead from their first word to the others."""
    return table((words[:1], words[1:]) if one_way else (words, ()) for words, one_way in synonyms)


def _groups(lines: Iterable[str]) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    for line in lines:
        same, _, others = line.partition("->")
        yield [folded(word) for word in same.split(",")], [folded(word) for word in others.split(",") if word.strip()]
