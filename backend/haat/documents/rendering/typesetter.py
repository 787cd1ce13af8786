"""The template with its fonts, and typst, which draws it. What people wrote comes in as data and is never read as markup.

The same sheets make the same bytes: no clock, no fonts of the machine, no network, no file but the template's folder.
"""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from haat.core.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
TEMPLATE = HERE / "template" / "document.typ"
SHEETS_MAX = 200
LOGO_CHARACTERS_MAX = 60_000
EPOCH = 0  # the date of a document stands in its text

_local = threading.local()  # a compiler is one thread's


class Unprintable(DomainError):
    code = "document_not_printable"


def pdf(sheets: Sequence[dict[str, Any]], *, logo: str = "") -> bytes:
    """One PDF of several sheets, each on pages of its own. Raises Unprintable for more than a file may have."""
    if not 0 < len(sheets) <= SHEETS_MAX:
        raise Unprintable(f"A file has at least one and at most {SHEETS_MAX} papers. Choose fewer.")
    if logo and len(logo) <= LOGO_CHARACTERS_MAX:
        try:
            return _draw(sheets, logo)
        except typst.TypstError:  # a drawing that cannot be read costs nobody an invoice: the name stands there
            return _draw(sheets, "")
    return _draw(sheets, "")


def png(sheets: Sequence[dict[str, Any]], *, logo: str = "", ppi: int = 96) -> list[bytes]:
    """The same as pictures, a page each."""
    pages = _compiler().compile(format="png", ppi=ppi, sys_inputs=_inputs(sheets, logo))
    return pages if isinstance(pages, list) else [pages or b""]


def _draw(sheets: Sequence[dict[str, Any]], logo: str) -> bytes:
    made = _compiler().compile(format="pdf", sys_inputs=_inputs(sheets, logo), timestamp=EPOCH)
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file
    return made


def _inputs(sheets: Sequence[dict[str, Any]], logo: str) -> dict[str, str]:
    return {"sheets": json.dumps(list(sheets)), "logo": logo}


def _compiler() -> typst.Compiler:
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(
            str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[str(HERE / "fonts")], ignore_system_fonts=True
        )
    found: typst.Compiler = _local.compiler
    return found
