"""The page: one file that can be sent to somebody, readable on a phone, in the dark and on paper."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from infra.local.isolation.counts import Counts, Table

HERE = Path(__file__).parent
OUTCOMES = ("let in", "asked to sign in", "not allowed", "not there", "refused")
NOT_PROVED = (
    "The edge in front of the application, the operating system, backups and TLS: they are the operator's.",
    "Whoever holds the owner's connection to the database, or the secret key.",
    "SQL of an attacker's own: the wall stops mistakes, queries with parameters stop injection.",
    "Timing: what is said was searched, not how long it took.",
)
PORTALS = {
    "launch": "front page",
    "platform": "platform",
    "customer": "shops",
    "seller": "sellers",
    "admin": "brands' staff",
}


def render(counts: Counts, *, at: datetime, version: str, seconds: float) -> str:
    """The whole page as text."""
    parts = [_head(counts, at, version, seconds), _numbers(counts), _people(counts), _portals(counts), _crawl(counts)]
    parts += [_wall(counts), _interleaved(counts), _planted(counts), _limits(), _tests(counts)]
    style = (HERE / "page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>Isolation report · {at:%d %B %Y}</title><style>{style}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def _head(counts: Counts, at: datetime, version: str, seconds: float) -> str:
    good = counts.passed
    verdict = "Nothing got through." if good else "Something is wrong."
    words = (
        "Two brands were built side by side. Everybody tried every address with everybody else’s ids; every page, "
        "message and table of each brand was searched for words that only the other has."
    )
    failed = (
        ""
        if good
        else f'<p class="bad">{len(counts.failed)} of {len(counts.tests)} tests failed, {counts.leaks} words or rows stood where they must not. They are named below.</p>'
    )
    return (
        f'<header class="{"good" if good else "wrong"}"><p class="kind">Haat · isolation report</p><h1>{verdict}</h1><p class="lead">{words}</p>{failed}'
        f"<dl><div><dt>Made</dt><dd>{at:%d %B %Y, %H:%M %Z}</dd></div><div><dt>Version</dt><dd>{escape(version)}</dd></div>"
        f"<div><dt>Took</dt><dd>{_duration(seconds)}</dd></div></dl></header>"
    )


def _numbers(counts: Counts) -> str:
    found = counts.summary()
    shown = [
        ("requests", "requests made"), ("routes", "routes tried"), ("kinds_of_people", "kinds of people"), ("foreign_ids", "times somebody else’s id was named"),
        ("wall_refused", "SQL statements refused by the database"), ("places_searched", "places searched for foreign words"),
    ]  # fmt: skip
    leaks = f'<li class="{"zero" if not found["leaks"] else "bad"}"><b>{found["leaks"]}</b><span>leaks</span></li>'
    return (
        '<ul class="numbers">'
        + leaks
        + "".join(f"<li><b>{_number(found[name])}</b><span>{label}</span></li>" for name, label in shown)
        + "</ul>"
    )


def _people(counts: Counts) -> str:
    """One bar a kind of person: how their requests ended."""
    rows = counts.tables.get("people", {})
    most = max((sum(row.values()) for row in rows.values()), default=1)
    bars = "".join(_bar(name, row, most) for name, row in rows.items())
    keys = "".join(f'<li class="k{index}">{name}</li>' for index, name in enumerate(OUTCOMES))
    note = (
        "Being let in is right where a page is for everybody, or where the thing is one’s own: each address was also opened by "
        "whoever may, with the very same request, so that a refusal means something."
    )
    return _section(
        "Who got where", f'<ul class="keys">{keys}</ul><div class="bars">{bars}</div><p class="note">{note}</p>'
    )


def _bar(name: str, row: dict[str, int], most: int) -> str:
    total = sum(row.values())
    parts = "".join(
        f'<i class="k{index}" style="flex-grow:{row[outcome]}" title="{row[outcome]} {outcome}"></i>'
        for index, outcome in enumerate(OUTCOMES)
        if row.get(outcome)
    )
    said = ", ".join(f"{row[outcome]} {outcome}" for outcome in OUTCOMES if row.get(outcome))
    return (
        f'<div class="bar"><h3>{escape(name)}<small>{_number(total)}</small></h3>'
        f'<div role="img" aria-label="{escape(said)}" style="width:{max(8, 100 * total // most)}%">{parts}</div></div>'
    )


def _portals(counts: Counts) -> str:
    rows = counts.tables.get("portals", {})
    shown = {PORTALS.get(name, name): row for name, row in rows.items()}
    return _section("Where they tried", _table(shown, {"routes": "routes and methods", "requests": "requests"}))


def _crawl(counts: Counts) -> str:
    columns = {"searched": "places searched", "own": "with the brand’s own words", "foreign": "with the other’s"}
    note = "Both brands together. The own words are the check on the search itself: where they are found, the others would have been."
    rows: Table = {}
    for place, row in counts.tables.get("crawl", {}).items():
        surface = rows.setdefault(place.partition(": ")[2], {})
        for column, number in row.items():
            surface[column] = surface.get(column, 0) + number
    return _section("What was searched", _table(rows, columns) + f'<p class="note">{note}</p>')


def _wall(counts: Counts) -> str:
    columns = {"refused": "refused", "carried out": "carried out"}
    note = "Asked from inside one brand, by raw SQL, past every line of the application. The list of tables is the database’s own."
    return _section(
        "The wall in the database", _table(counts.tables.get("wall", {}), columns) + f'<p class="note">{note}</p>'
    )


def _interleaved(counts: Counts) -> str:
    columns = {"one connection a thread": "one connection a thread", "pool": "shared connections"}
    note = "Eight threads, two brands, in random turns. After each of these the next rows read were the brand’s own."
    return _section(
        "In turns and under faults",
        _table(counts.tables.get("interleaved", {}), columns) + f'<p class="note">{note}</p>',
    )


def _planted(counts: Counts) -> str:
    found = [test for test in counts.tests if "planted" in test["name"] and test["outcome"] == "passed"]
    items = "".join(f"<li>{escape(_sentence(test['name']))}</li>" for test in found)
    return _section(
        "Would it have been noticed?",
        f"<p>Faults were planted on purpose, and the same search found each:</p><ul>{items}</ul>",
    )


def _limits() -> str:
    return _section("What this does not prove", "<ul>" + "".join(f"<li>{text}</li>" for text in NOT_PROVED) + "</ul>")


def _tests(counts: Counts) -> str:
    rows = "".join(
        f'<li class="{test["outcome"]}">{escape(_sentence(test["name"]))}'
        + (f"<pre>{escape(test['message'])}</pre>" if test["outcome"] == "failed" else "")
        + "</li>"
        for test in sorted(counts.tests, key=lambda test: (test["outcome"] != "failed", test["name"]))
    )
    opened = " open" if counts.failed else ""
    return f'<section><details{opened}><summary>All {len(counts.tests)} tests</summary><ol class="tests">{rows}</ol></details></section>'


def _section(title: str, body: str) -> str:
    return f"<section><h2>{title}</h2>{body}</section>"


def _table(rows: Table, columns: dict[str, str]) -> str:
    heads = "".join(f"<th>{label}</th>" for label in columns.values())
    lines = "".join(f"<tr><th>{escape(name)}</th>{_cells(row, columns)}</tr>" for name, row in rows.items())
    sums = {column: sum(row.get(column, 0) for row in rows.values()) for column in columns}
    return f'<div class="scroll"><table><thead><tr><th></th>{heads}</tr></thead><tbody>{lines}</tbody><tfoot><tr><th>together</th>{_cells(sums, columns)}</tr></tfoot></table></div>'


def _cells(row: dict[str, int], columns: Iterable[str]) -> str:
    return "".join(f"<td>{_number(row.get(column, 0))}</td>" for column in columns)


def _sentence(name: str) -> str:
    """A test's name as it reads: `test_x.py::test_a_b[c]` is “a b (c)”."""
    test = name.partition("::")[2].removeprefix("test_")
    words, _, case = test.partition("[")
    return words.replace("_", " ").capitalize() + (f" ({case.removesuffix(']')})" if case else "")


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
