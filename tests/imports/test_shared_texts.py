"""Workbooks as Excel itself writes them: texts are in a part of their own, which is kept out of memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from haat.imports.formats import Unreadable, lines, look

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXTS = ["sku", "title", "A-1", "Crème & Co", "  spaced "]


def workbook(sheet: str, texts: str) -> io.BytesIO:
    body = io.BytesIO()
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + "".join(
            f'<Override PartName="/xl/{name}.xml" ContentType="{TYPE}{kind}+xml"/>'
            for name, kind in (
                ("workbook", "sheet.main"),
                ("worksheets/sheet1", "worksheet"),
                ("sharedStrings", "sharedStrings"),
            )
        )
        + "</Types>",
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{REL}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {NS}><sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": texts,
    }
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return body


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def shared(place: str, number: int) -> str:
    return f'<c r="{place}" t="s"><v>{number}</v></c>'


def texts(*words: str) -> str:
    found = "".join(f'<si><t xml:space="preserve">{word.replace("&", "&amp;")}</t></si>' for word in words)
    return f"<sst {NS}>{found}</sst>"


HEAD = row(1, shared("A1", 0), shared("B1", 1))


def test_shared_texts_numbers_and_empty_cells_are_read() -> None:
    sheet = HEAD + row(4, shared("A4", 2), shared("B4", 3)) + row(5, '<c r="A5"><v>70133700</v></c>', shared("B5", 4))
    body = workbook(sheet, texts(*TEXTS))
    seen = look(body, lambda names: names.count("sku"))
    assert (seen.layout.header, seen.layout.header_line) == (["sku", "title"], 1)
    found = [(one.line, one.cells) for one in lines(body, seen.layout)]
    assert found == [(4, ["A-1", "Crème & Co"]), (5, ["70133700", "spaced"])]


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (HEAD + row(2, shared("A2", 99)), "damaged"),
        (HEAD + row(9_999_999, shared("A2", 2)), "out of order"),
        (HEAD + row(3, shared("A3", 2)) + row(2, shared("A2", 2)), "out of order"),
        (HEAD + row(2, shared("ZZZ2", 2)), "18,278 columns"),
    ],
)
def test_sheets_that_lie_about_themselves_are_refused(sheet: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        look(workbook(sheet, texts(*TEXTS)), lambda names: 0)


def test_entities_in_the_texts_are_refused() -> None:
    bomb = f'<!DOCTYPE sst [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><sst {NS}><si><t>&b;</t></si></sst>'
    with pytest.raises(Unreadable, match="damaged"):
        look(workbook(HEAD + row(2, shared("A2", 0)), bomb), lambda names: 0)
