"""Words of a text and how far two are apart."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[0-9a-zऀ-ॿ]+")
APOSTROPHE = re.compile("['\u2019]")
WORDS_MAX = 12
LENGTH_MAX = 40


def fold(text: str) -> str:
    """Lower case without accents: “Crème” and “creme” are one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) or "ऀ" <= sign <= "ॿ")


def words_of(text: str, limit: int | None = WORDS_MAX) -> list[str]:
    return [word[:LENGTH_MAX] for word in WORD.findall(APOSTROPHE.sub("", fold(text)))][:limit]


def typos_allowed(word: str) -> int:
    """One slip in a short word, two in a long one, none in what is too short to tell."""
    return 0 if len(word) < 3 else 1 if len(word) < 8 else 2


def distance(one: str, other: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that turn one word into the other."""
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[-1] + 1, last[j] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]


def folded(text: str) -> str:
    """A question as logs and curated results know it: its words, in their order."""
    return " ".join(words_of(text))
