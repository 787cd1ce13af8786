"""Frozen content on paper."""

from haat.documents.rendering.sheet import sheet
from haat.documents.rendering.slip import slip
from haat.documents.rendering.typesetter import Unprintable, pdf, png

__all__ = ["Unprintable", "pdf", "png", "sheet", "slip"]
