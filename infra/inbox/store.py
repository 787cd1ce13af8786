"""Messages in SQLite: durable, newest 2,000 kept."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from infra.inbox.messages import Message, address_key, find_code

MESSAGES_MAX = 2_000

_SCHEMA = """
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, recipient TEXT NOT NULL, recipient_key TEXT NOT NULL,
  sender TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL, code TEXT,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS message_recipient ON message (recipient_key, id);
"""
_COLUMNS = 'id, channel, recipient AS "to", sender AS "from", subject, text, html, code, received_at'


class Store:
    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()  # one connection, used by the SMTP thread and every HTTP thread
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last second, a crash nothing
        self._connection.executescript(_SCHEMA)

    def add(self, message: Message) -> int:
        code = find_code(message.text) or find_code(message.subject)
        row = (
            *(message.channel, message.to, address_key(message.to), message.sender, message.subject),
            *(message.text, message.html, code, datetime.now(UTC).isoformat(timespec="milliseconds")),
        )
        with self._lock, self._connection as connection:
            cursor = connection.execute(
                "INSERT INTO message"
                " (channel, recipient, recipient_key, sender, subject, text, html, code, received_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            number = int(cursor.lastrowid or 0)
            connection.execute("DELETE FROM message WHERE id <= ?", (number - MESSAGES_MAX,))
        return number

    def newest(self, *, to: str | None = None, limit: int = 50) -> list[dict[str, Any]]:
        """Newest first; `to` in any way of writing it."""
        where, values = ("WHERE recipient_key = ?", [address_key(to)]) if to else ("", [])
        query = f"SELECT {_COLUMNS} FROM message {where} ORDER BY id DESC LIMIT ?"  # noqa: S608 - constants only
        with self._lock:
            return [dict(row) for row in self._connection.execute(query, [*values, limit])]

    def recipients(self) -> list[str]:
        query = "SELECT recipient FROM message GROUP BY recipient_key ORDER BY max(id) DESC LIMIT 100"
        with self._lock:
            return [row["recipient"] for row in self._connection.execute(query)]

    def clear(self) -> None:
        with self._lock, self._connection as connection:
            connection.execute("DELETE FROM message")

    def close(self) -> None:
        with self._lock:
            self._connection.close()
