"""Reads of imports and exports: a seller's are their own, the brand's staff see those of the brand and of its sellers."""

from haat.imports.queries.exports import export, exports
from haat.imports.queries.imports import actions_of, at_work, imports, one, tempo
from haat.imports.queries.results import ResultRow, all_rows, results, skus_of
from haat.imports.queries.ways import category_ways

__all__ = [
    "ResultRow",
    "actions_of",
    "all_rows",
    "at_work",
    "category_ways",
    "export",
    "exports",
    "imports",
    "one",
    "results",
    "skus_of",
    "tempo",
]
