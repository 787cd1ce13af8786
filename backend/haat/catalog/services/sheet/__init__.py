"""Goods by rows of a sheet: compared with what is there first, written only where they differ."""

from haat.catalog.services.sheet.apply import write_sheet
from haat.catalog.services.sheet.compare import compare
from haat.catalog.services.sheet.rows import By, Compared, Fate, Wanted
from haat.catalog.services.sheet.shelf import key_of
from haat.catalog.services.sheet.undo import ChangedSince, take_back

__all__ = ["By", "ChangedSince", "Compared", "Fate", "Wanted", "compare", "key_of", "take_back", "write_sheet"]
