"""Reading files that strangers made: what kind they are, their header, their rows; never more than a little at a time."""

from haat.imports.formats.layout import Layout, look
from haat.imports.formats.lines import Line, lines
from haat.imports.formats.refusal import Unreadable

__all__ = ["Layout", "Line", "Unreadable", "lines", "look"]
