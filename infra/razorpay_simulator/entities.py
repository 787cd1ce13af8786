"""API entities as rows: what the API shows (`body`) beside what only the simulator knows (`private`)."""

import json
import secrets
import sqlite3
import string
from dataclasses import dataclass, field
from typing import Any

from .store import Store

ALPHABET = string.ascii_letters + string.digits


def new_id(prefix: str) -> str:
    """`<prefix>_` and 14 case-sensitive alphanumerics, as Razorpay's."""
    return prefix + "_" + "".join(secrets.choice(ALPHABET) for _ in range(14))


@dataclass
class Entity:
    id: str
    kind: str
    merchant: str
    body: dict[str, Any]
    parent: str | None = None
    private: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.body[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.body[name] = value

    def snapshot(self) -> dict[str, Any]:
        return dict(self.body)


def _load(row: sqlite3.Row) -> Entity:
    return Entity(
        id=row["id"],
        kind=row["kind"],
        merchant=row["merchant"],
        parent=row["parent"],
        body=json.loads(row["body"]),
        private=json.loads(row["private"]),
    )


def insert(store: Store, entity: Entity, created_at: int) -> Entity:
    store.run(
        "INSERT INTO entities (id, kind, merchant, parent, created_at, body, private) VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(entity.id, entity.kind, entity.merchant, entity.parent, created_at),
        *(json.dumps(entity.body), json.dumps(entity.private)),
    )
    return entity


def save(store: Store, entity: Entity) -> None:
    store.run(
        "UPDATE entities SET parent = ?, body = ?, private = ? WHERE id = ?",
        *(entity.parent, json.dumps(entity.body), json.dumps(entity.private), entity.id),
    )


def get(store: Store, kind: str, entity_id: str, merchant: str | None = None) -> Entity | None:
    row = store.row("SELECT * FROM entities WHERE id = ? AND kind = ?", entity_id, kind)
    if row is None or merchant not in (None, row["merchant"]):
        return None
    return _load(row)


def children(store: Store, parent: str, kind: str) -> list[Entity]:
    rows = store.rows("SELECT * FROM entities WHERE parent = ? AND kind = ? ORDER BY seq", parent, kind)
    return [_load(row) for row in rows]


def select(store: Store, kind: str, where: str = "1", *values: object, limit: int = 1_000_000) -> list[Entity]:
    """Newest first. `where` is SQL of this package's own making; values are bound."""
    sql = f"SELECT * FROM entities WHERE kind = ? AND {where} ORDER BY seq DESC LIMIT {limit:d}"  # noqa: S608 - no outside text
    return [_load(row) for row in store.rows(sql, kind, *values)]
