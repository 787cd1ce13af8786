"""Reading `pages/*.md`: a title between two lines of dashes, then Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from haat.content.services import PageSpec
from haat.manifests.problems import Problem
from haat.manifests.toml_file import read_text

if TYPE_CHECKING:
    from pathlib import Path

FRONT = re.compile(r"\A---\ntitle:[ \t]*(?P<title>[^\n]+)\n---\n(?P<body>.*)\Z", re.DOTALL)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_pages(folder: Path, problems: list[Problem]) -> list[PageSpec]:
    pages = []
    for file in sorted(folder.glob("*.md")):
        found = FRONT.match(read_text(file).replace("\r\n", "\n"))
        if not SLUG.fullmatch(file.stem):
            problems.append(Problem(file, 1, "file", "Name the file by small letters, digits and hyphens."))
        elif found is None:
            sentence = "A page begins with a line ---, a line “title: …” and a line ---; nothing else is known there."
            problems.append(Problem(file, 1, "title", sentence))
        else:
            pages.append(PageSpec(file.stem, found["title"].strip(), found["body"].strip() + "\n"))
    return pages
