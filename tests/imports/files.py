"""Files as people send them, and the way of one through the API."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from openpyxl.workbook import Workbook

from tests.support import host_of, run_jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = "handle,title,category,sku,option1_name,option1_value,price,mrp,stock,hsn,country_of_origin,description"
LINE = {
    "handle": "bottle", "title": "Copper bottle", "category": "bottles", "sku": "CB-1", "option1_name": "Size", "option1_value": "1 l",
    "price": "799.00", "mrp": "950", "stock": "12", "hsn": "74181022", "country_of_origin": "IN", "description": "Holds a litre.",
}  # fmt: skip


def line(**cells: str) -> list[str]:
    return list((LINE | cells).values())


def csv_of(rows: Sequence[Sequence[str]], header: str = HEADER, *, delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([header.split(","), *rows])
    return text.getvalue().encode()


def xlsx_of(rows: Sequence[Sequence[Any]], header: str = HEADER) -> bytes:
    book, body = Workbook(), io.BytesIO()
    for row in [header.split(","), *rows]:
        book.active.append(list(row))
    book.save(body)
    return body.getvalue()


def send(api: Any, body: bytes, name: str = "goods.csv") -> Any:
    """Upload; the answer as the API gives it."""
    path = f"{api.base}imports?name={name}"
    headers = api.headers | {"Sec-Fetch-Site": "same-origin"}
    api.response = api.client.generic("POST", path, body, content_type="application/octet-stream", headers=headers)
    api.status = api.response.status_code
    return api.response.json()


def brought(api: Any, brand: Any, body: bytes, name: str = "goods.csv", *, until: str = "run", **options: Any) -> Any:
    """Send, map as guessed, check, and run unless `until` says check; returns the import."""
    answer = send(api, body, name)
    assert api.status == 201, answer
    row = answer["data"]
    api.call("PUT", f"imports/{row['id']}/mapping", {"columns": row["columns"], "options": options})
    assert api.status == 200, api.response.content
    for verb in ("check", "run"):
        moved = api.post(f"imports/{row['id']}/moves", {"verb": verb})
        if api.status != 200:
            return moved
        run_jobs(brand, only="imports.work")
        row = api.get(f"imports/{row['id']}")["data"]
        if verb == until:
            break
    return row


def rows_of(api: Any, row: Any, **filters: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.get(f"imports/{row['id']}/rows", **filters)["data"]
    return found


__all__ = ["HEADER", "LINE", "brought", "csv_of", "host_of", "line", "rows_of", "send", "xlsx_of"]
