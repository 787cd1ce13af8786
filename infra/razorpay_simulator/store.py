"""The SQLite file. One connection, used only on the event loop's thread: a request is one transaction."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA = (Path(__file__).parent / "schema.sql").read_text()


class Store:
    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        # WAL with NORMAL loses nothing to kill -9; only a power cut could take the last commits.
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-1024"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(SCHEMA)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        return self.db.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self.db.execute(sql, values).fetchone()
        return found

    def number(self, sql: str, *values: object) -> int:
        return int(self.db.execute(sql, values).fetchone()[0] or 0)

    def run(self, sql: str, *values: object) -> int:
        """Execute a write; return how many rows it changed."""
        return self.db.execute(sql, values).rowcount

    def setting(self, key: str, default: Any) -> Any:
        found = self.row("SELECT value FROM state WHERE key = ?", key)
        return json.loads(found["value"]) if found else default

    def set_setting(self, key: str, value: Any) -> None:
        self.run("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)", key, json.dumps(value))

    def close(self) -> None:
        self.db.close()
