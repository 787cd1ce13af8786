"""Reads the numbers from the tests' docstrings and writes the table of docs/security.md: `python -m tests.isolation.asvs`."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from tests.isolation.asvs.items import ARRIVING, ITEMS, NOT_MET

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = ROOT / "docs" / "security.md"
BEGIN, END = "<!-- items: begin -->", "<!-- items: end -->"
MENTION = re.compile(r"ASVS items? ((?:\d+(?:, | and )?)+)")


def tests_by_item() -> dict[int, Counter[str]]:
    """For each number the files whose tests carry it, with how many in each."""
    found: dict[int, Counter[str]] = {}
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        text = file.read_text(encoding="utf-8")
        if "ASVS item" in text:
            for number in _numbers(ast.parse(text)):
                found.setdefault(number, Counter())[file.relative_to(ROOT).as_posix()] += 1
    return found


def _numbers(tree: ast.Module) -> list[int]:
    """Of tests, and of classes and files of tests that name an item for all that stand in them."""
    tests = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    groups = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name.startswith("Test")]
    said = [ast.get_docstring(node) or "" for node in (tree, *groups, *tests)]
    return [number for text in said for number in numbers_in(text)]


def numbers_in(docstring: str) -> list[int]:
    """The items that a docstring names: “ASVS item 7” or “ASVS items 1, 2 and 3”."""
    return [int(number) for mention in MENTION.findall(docstring) for number in re.findall(r"\d+", mention)]


def table() -> str:
    known = tests_by_item()
    rows = ["| item | ASVS | what must hold | tests, and what is not met |", "|---|---|---|---|"]
    for number, (chapters, words) in ITEMS.items():
        files = [
            f"`{name}`" + (f" ×{count}" if count > 1 else "") for name, count in sorted(known.get(number, {}).items())
        ]
        told = " · ".join(files) or ("work in progress" if number in ARRIVING else "")
        if number in NOT_MET:
            told = f"{told}. **Not met:** {NOT_MET[number]}" if told else f"**Not met:** {NOT_MET[number]}"
        rows.append(f"| {number} | {chapters} | {words} | {told} |")
    return "\n".join(rows)


def written() -> str:
    """The table as the document has it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return text.partition(BEGIN)[2].partition(END)[0].strip()


def write() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", encoding="utf-8")
