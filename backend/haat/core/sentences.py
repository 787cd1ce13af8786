"""Sentences that a portal can say in another language: the English one, with its code and what was put into it."""

from __future__ import annotations

from typing import Any, Self

Part = dict[str, Any]


class Sentence(str):
    """English for files and logs. `parts` has one {"code", "params"} for each sentence that it is made of."""

    __slots__ = ("parts",)
    parts: list[Part]

    def __new__(cls, text: str, parts: list[Part]) -> Self:
        made = super().__new__(cls, text)
        made.parts = parts
        return made


def sentence(code: str, text: str, **params: object) -> Sentence:
    """`text` has a {place} for each parameter; numbers are written as they should be read."""
    told = {name: str(value) for name, value in params.items()}
    return Sentence(text.format(**told), [{"code": code, "params": told}])


def joined(*sentences: str) -> Sentence:
    """One after the other; those that say nothing are left out."""
    some = [one for one in sentences if one]
    return Sentence(" ".join(some), [part for one in some for part in parts_of(one)])


def parts_of(text: str) -> list[Part]:
    """Of a plain text, itself: it has no code and stays as it is."""
    if isinstance(text, Sentence):
        return text.parts
    return [{"code": "", "params": {"text": text}}] if text else []


def kept(text: str) -> Part:
    """As JSON that `restored` makes the same sentence of."""
    return {"text": str(text), "parts": parts_of(text)}


def restored(kept_: Part) -> Sentence:
    return Sentence(kept_["text"], kept_["parts"])
