"""Reading a TOML file against its shape."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from haat.manifests import shape
from haat.manifests.lines import Lines, spell
from haat.manifests.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHERE = re.compile(r"\(at line (\d+), column \d+\)")


class TomlFile:
    """The cleaned content, the problems so far, and where things stand in the file."""

    def __init__(self, path: Path, table: shape.Table) -> None:
        """Raises Refused at once when the file is not TOML at all."""
        self.path = path
        self.problems: list[Problem] = []
        text = read_text(path)
        self._lines = Lines(text)
        try:
            parsed = tomllib.loads(text)
        except tomllib.TOMLDecodeError as wrong:
            found = WHERE.search(str(wrong))
            raise Refused([Problem(path, int(found[1]) if found else 1, "TOML", f"{wrong}.")]) from None
        self.data: dict[str, Any] = shape.check(table, parsed, (), self.report)

    def report(self, path: tuple[str | int, ...], sentence: str) -> None:
        self.problems.append(Problem(self.path, self._lines.of(path), spell(path), sentence))

    def at(self, *path: str | int) -> Callable[[str], None]:
        """A place to complain about: `file.at("sellers", 0, "pan")("Used twice.")`."""
        return lambda sentence: self.report(path, sentence)


def read_text(path: Path) -> str:
    """Raises Refused for a file that is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refused([Problem(path, 1, "file", "This file is missing.")]) from None
    except UnicodeDecodeError as wrong:
        line = path.read_bytes()[: wrong.start].count(b"\n") + 1
        raise Refused([Problem(path, line, "encoding", "This file must be UTF-8.")]) from None
