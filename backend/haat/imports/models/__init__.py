"""Files of goods on their way in and out, row by row."""

from haat.imports.models.exports import Export
from haat.imports.models.imports import Import
from haat.imports.models.mappings import Mapping
from haat.imports.models.results import Result
from haat.imports.models.rows import Row

__all__ = ["Export", "Import", "Mapping", "Result", "Row"]
