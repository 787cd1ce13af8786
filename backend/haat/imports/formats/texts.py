"""The shared texts of a workbook on disk: eight bytes of memory each, however long they are."""

from __future__ import annotations

import tempfile
from array import array
from typing import IO, Self

from defusedxml.ElementTree import iterparse
from openpyxl.cell.text import Text

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Texts:
    """A list as openpyxl wants it: by number."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the list
        self._ends = array("Q", [0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def fill(self, source: IO[bytes]) -> None:
        root = None
        at = 0
        for event, node in iterparse(source, events=("start", "end")):
            if root is None:
                root = node
            if event == "end" and node.tag == f"{SPACE}si":
                data = Text.from_tree(node).content.encode("utf-8", "replace")
                self._file.write(data)
                at += len(data)
                self._ends.append(at)
                root.clear()

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self._ends) - 1:
            raise IndexError(number)
        begins = self._ends[number]
        self._file.seek(begins)
        return self._file.read(self._ends[number + 1] - begins).decode()
