"""Every one of the forty items has a test that carries its number, and the document's table is what is found."""

from __future__ import annotations

from tests.isolation import tally
from tests.isolation.asvs import table
from tests.isolation.asvs.items import ARRIVING, ITEMS, NOT_MET


def test_every_item_has_a_test_or_a_reason() -> None:
    known = table.tests_by_item()
    tally.note("items", {number: sum(files.values()) for number, files in known.items()})
    assert set(known) <= set(ITEMS), "a docstring names an item that is not there"
    without = set(ITEMS) - set(known) - ARRIVING
    assert all(NOT_MET.get(number) for number in without), f"no test and no reason: {sorted(without)}"


def test_what_has_arrived_is_not_awaited() -> None:
    here = ARRIVING & set(table.tests_by_item())
    assert not here, f"take {sorted(here)} out of ARRIVING in tests/isolation/asvs/items.py: their tests are here"


def test_the_table_of_the_document_is_what_is_found() -> None:
    assert table.written() == table.table(), "docs/security.md is out of date: .venv/bin/python -m tests.isolation.asvs"


def test_numbers_are_read_in_every_form() -> None:
    assert table.numbers_in("Words. ASVS item 7: more.") == [7]
    assert table.numbers_in("ASVS items 1, 2 and 34: all.") == [1, 2, 34]
    assert table.numbers_in("ASVS: nothing") == []
