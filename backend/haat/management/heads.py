"""Ends of chains that somebody wrote down, as the verifying commands take them."""

from __future__ import annotations

from collections import defaultdict

from django.core.management.base import CommandError


def heads(words: list[str]) -> dict[str | None, list[tuple[int, str]]]:
    """`aster=120:s1:ab12…` as printed by an earlier run. Raises CommandError."""
    found: dict[str | None, list[tuple[int, str]]] = defaultdict(list)
    for word in words:
        slug, _, rest = word.partition("=")
        position, _, digest = rest.partition(":")
        if not position.isdecimal() or not digest:
            raise CommandError(f"“{word}” is not BRAND=POSITION:HASH.")
        found[slug].append((int(position), digest))
    return found
