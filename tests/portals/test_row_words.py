"""What an import says of a row is known to the portals by its code, in the very words."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from tests.portals.sources import PORTALS

HAAT = Path(__file__).resolve().parents[2] / "backend" / "haat"
SAYING = (HAAT / "imports", HAAT / "catalog" / "services" / "sheet")
LINE = re.compile(r'(\w+): t\(\s*("(?:[^"\\]|\\.)*"),\s*gaps,?\s*\)')


def said() -> dict[str, str]:
    found: dict[str, str] = {}
    for file in (file for folder in SAYING for file in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence":
                code, text = (ast.literal_eval(one) for one in node.args)
                assert found.setdefault(code, text) == text, f"{code} says two things"
    return found


def test_each_sentence_of_a_row_has_its_words_in_the_portals() -> None:
    table = (PORTALS / "kit/src/files/row-words.ts").read_text(encoding="utf-8")
    known = {code: json.loads(text) for code, text in LINE.findall(table)}
    assert known == said()
    assert len(known) > 40
