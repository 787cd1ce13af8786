"""Values that programs send and people do not: each must be refused or taken, and never break anything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEP = "[" * 5_000 + "]" * 5_000
VALUES: list[str] = [  # as JSON text, because not all of them can be made by a JSON library
    r'"\u0000"', r'"a\u0000b"', r'"\ud800"', r'"\udfff x"', '"' + "x" * 70_000 + '"', '""', '"  "', "null", "true", "[]", "{}", "-1", "0",
    "9223372036854775808", "1" + "0" * 40, "1e400", "-1e400", "NaN", "Infinity", "0.1", "1e5", '"9999-12-31"', '"0001-01-01"', '"10000-01-01"',
    '"2026-02-30"', '"00000000-0000-0000-0000-000000000000"', '["x"]', '{"x": {"y": []}}', r'"\u202e\u200b\ufeff"', '"\U0001f600"', DEEP,
    '"1٣"', '"²"', "[[1]]", '[{"name": "\\u0000"}]', '"../../etc/passwd"', '"%00"', "\"' OR 1=1 --\"", '"{{7*7}}"', '"=cmd()"',
]  # fmt: skip
BODIES: list[bytes] = [
    b"", b"{", b"null", b"[]", b'"x"', b"1", b"true", b"\xff\xfe", b"{}" * 2, b'{"a":1,"a":2}', DEEP.encode(), b'{"x":' * 3_000 + b"1" + b"}" * 3_000,
    b"\x00", b'{"\\u0000": 1}', b'{"\\ud800": 1}', "\ufeff{}".encode(), b"1" * 5_000, b'{"x": ' + b"9" * 5_000 + b"}",
]  # fmt: skip
QUERIES = [
    "page=0", "page=-1", "page=" + "9" * 5_000, "page=%D9%A3", "page=%C2%B2", "page=1e3", "limit=0", "limit=101", "limit=%00", "sort=%00", "sort=pk", "sort=-id",
    "sort=password", "order=%00", "q=%00", "q=a%00b", "q=%ED%A0%80", "q=%FF", "q=" + "x" * 5_000, "q=%27%22%3B--", "q=%28%29%26%7C%21%3A%2A", "q=%5C", "status=%00",
    "status=%F0%9F%98%80", "number=%00", "seller=%00", "seller=a&seller=b", "origin=%00", "category=%00", "min_price=%00", "min_price=9e999", "min_price=-1",
    "max_price=" + "9" * 400, "min_price=%D9%A3", "in_stock=%00", "offer=%00", "since=9999-12-31", "since=0001-01-01", "until=9999-12-31", "until=%00", "v=%00", "%00=%00",
    "&&&==", "action=%00", "actor=%00", "object=%00", "account=%00", "reference=%00", "limit=" + "1" * 40, "next=%00", "address=%00", "challenge=%00", "wait=" + "9" * 5_000,
    "wait=%C2%B2", "notice=%00", "page=%C2%B2&limit=1",
]  # fmt: skip
NAMES = [
    "%00",
    "a%00b",
    "%F0%9F%98%80",
    "%FF",
    "x" * 3_000,
    "..%2F..",
    "%2e%2e",
    "%ED%A0%80",
    "%E2%80%AE",
    "²",
    "%27",
    "0" * 400,
]


def bodies(valid: dict[str, Any]) -> Iterator[bytes]:
    """A valid body with one value exchanged, each value once in each field."""
    for name in valid:
        rest = json.dumps({key: value for key, value in valid.items() if key != name}, default=str)[1:-1]
        for text in VALUES:
            yield f'{{{rest}{", " if rest else ""}"{name}": {text}}}'.encode()
