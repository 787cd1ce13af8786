"""Reading a customer's question from an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from haat.core.errors import InvalidInput
from haat.core.money import parse_minor
from haat.search import queries
from haat.search.words import fold

if TYPE_CHECKING:
    from django.http import QueryDict

VALUES_MAX = 50  # of one filter
NUMBER = re.compile(r"\d{1,12}(\.\d{1,4})?")
ATTRIBUTES_MAX = 6  # different ones at once


def wanted_of(filters: dict[str, Any], query: QueryDict, currency: str) -> queries.Wanted:
    """Raises NotFound for an unknown category, InvalidInput for a price that is none and for too many attributes."""
    slug, collection = filters.get("category"), queries.collection_of(filters.get("collection"))
    chosen: dict[str, list[str]] = {}
    if sellers := _several(query, "seller"):
        chosen["seller"] = sellers
    if origins := _several(query, "origin"):
        chosen["origin"] = [code.upper() for code in origins]
    if filters.get("rating"):
        chosen["rating"] = [filters["rating"]]
    for text in query.getlist("attr")[:VALUES_MAX]:
        name, _, value = (part.strip() for part in fold(text).partition(":"))
        if name and ".." in value:
            chosen.setdefault(name, []).extend(_range(name, value))
        elif name and value:
            chosen.setdefault(name, []).append(value)
    if len(chosen.keys() - {"seller", "origin", "rating"}) > ATTRIBUTES_MAX:
        sentence = f"Filter by at most {ATTRIBUTES_MAX} attributes at once."
        raise InvalidInput(sentence, details={"attr": [sentence]})
    return queries.Wanted(
        reading=queries.read_words(filters.get("q", "")),
        category=queries.category(slug).pk if slug else None,
        collection=collection.pk if collection else None,
        ranked=queries.ranked(collection) if collection else (),
        chosen=chosen,
        min_minor=_amount(filters, "min_price", currency),
        max_minor=_amount(filters, "max_price", currency),
        in_stock=filters["in_stock"],
    )


def _range(name: str, value: str) -> list[str]:
    """`250..500`, `250..` or `..500`: the values of the attribute that lie between, both ends among them."""
    low, _, high = value.partition("..")
    if any(end and not NUMBER.fullmatch(end) for end in (low, high)):
        sentence = "Write a range as 250..500."
        raise InvalidInput(sentence, details={"attr": [sentence]})
    return queries.within(name, low, high)


def _several(query: QueryDict, name: str) -> list[str]:
    values = ",".join(query.getlist(name)).split(",")
    return [value.strip() for value in values if value.strip()][:VALUES_MAX]


def _amount(filters: dict[str, Any], name: str, currency: str) -> int | None:
    text = filters.get(name, "")
    if not text:
        return None
    try:
        return parse_minor(text, currency)
    except ValueError as wrong:
        raise InvalidInput(str(wrong), details={name: [str(wrong)]}) from None
