"""A question as SQL. Every value is a parameter; words are letters and digits alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.search.types import FIXED, STOCKED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from haat.search.types import Group, Meanings, Wanted

ORDERS = {
    "newest": "d.in_stock DESC, d.published_at DESC, d.product_id",
    "price": "d.in_stock DESC, d.price_minor, d.product_id",
    "-price": "d.in_stock DESC, d.price_minor DESC, d.product_id",
    "rating": "d.in_stock DESC, d.rating_rank DESC, d.product_id",
    "discount": "d.in_stock DESC, d.discount_bp DESC, d.product_id",
    "origin": "d.in_stock DESC, d.origin, d.product_id",
}
Clause = tuple[str, list[Any]]
SHORT = 2
MANY = 8


RANKED = "d.in_stock DESC, array_position(%s::uuid[], d.product_id), d.product_id"


def order(wanted: Wanted, sort: str, *, descending: bool) -> Clause:
    """Only the price can be turned round; without words the most relevant are as the brand ranked them, or the newest."""
    if wanted.ranked and sort == "relevance":
        return RANKED, [list(wanted.ranked)]
    if sort == "price" and descending:
        return ORDERS["-price"], []
    return ORDERS.get(sort, ORDERS["newest"]), []


def filters(wanted: Wanted) -> Clause:
    """Everything but the words."""
    parts, values = ["TRUE"], list[Any]()
    if wanted.category:
        parts.append("d.facets @> %s::text[]")
        values.append([f"category={wanted.category}"])
    if wanted.collection:
        parts.append("d.facets @> %s::text[]")
        values.append([f"collection={wanted.collection}"])
    for name, chosen in wanted.chosen.items():
        parts.append("d.facets && %s::text[]")
        values.append([f"{name}={value}" for value in chosen])
    if wanted.min_minor is not None:
        parts.append("d.price_minor >= %s")
        values.append(wanted.min_minor)
    if wanted.max_minor is not None:
        parts.append("d.price_minor <= %s")
        values.append(wanted.max_minor)
    if wanted.in_stock:
        parts.append("d.in_stock")
    own, more = of_variant(wanted, "v")
    if len(attributes(wanted)) > 1 or (own and wanted.in_stock):  # one value alone is the product's as well
        parts.append(f"EXISTS (SELECT 1 FROM unnest(d.variants) v WHERE {own})")
        values += more
    return " AND ".join(parts), values


def attributes(wanted: Wanted) -> Mapping[str, Sequence[str]]:
    """The facets that belong to a variant: all but category, seller, origin and price."""
    return {name: values for name, values in wanted.chosen.items() if name not in FIXED}


def of_variant(wanted: Wanted, column: str) -> Clause:
    """That one variant has a chosen value of each chosen attribute; empty when none is chosen."""
    parts, values = [], list[Any]()
    for name, chosen in attributes(wanted).items():
        if len(chosen) > MANY:  # a range of numbers
            parts.append(f"string_to_array({column}, '|') && %s::text[]")
            values.append([f"{name}={value}" for value in chosen])
            continue
        parts.append("(" + " OR ".join(f"strpos({column}, %s) > 0" for _ in chosen) + ")")
        values += [f"|{name}={value}|" for value in chosen]
    if parts and wanted.in_stock:
        parts.append(f"strpos({column}, %s) > 0")
        values.append(f"|{STOCKED}|")
    return " AND ".join(parts), values


@dataclass(frozen=True, slots=True)
class Text:
    """A tsquery, and the same of only what was typed, which ranks higher."""

    every: Clause
    typed: Clause


def text_of(groups: Sequence[Group]) -> Text:
    """Every group must be met by one of its meanings."""
    every = [_either(group.meanings, is_open=group.is_open) for group in groups]
    typed = [_either(group.meanings[:1], is_open=group.is_open) for group in groups]
    return Text(joined(every, "&&"), joined(typed, "&&"))


def joined(clauses: Sequence[Clause], operator: str) -> Clause:
    sql = f" {operator} ".join(clause for clause, _ in clauses)
    return f"({sql})", [value for _, values in clauses for value in values]


def _either(meanings: Meanings, *, is_open: bool) -> Clause:
    """Stemmed or as it stands. Short words of phrases would be dropped as stop words, so those only as they stand."""
    ending = ":*" if is_open else ""
    texts = [" <-> ".join(word + ending for word in words) for words in meanings]
    whole = [
        text for text, words in zip(texts, meanings, strict=True) if len(words) == 1 or min(map(len, words)) > SHORT
    ]
    parts: list[Clause] = [("to_tsquery('simple', %s)", [" | ".join(f"({text})" for text in texts)])]
    if whole:
        parts.append(("to_tsquery('english', %s)", [" | ".join(f"({text})" for text in whole)]))
    return joined(parts, "||")
