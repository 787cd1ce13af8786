"""The payment provider of a simulation: the simulator's own application, called without a network, in this thread."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Any

import razorpay

from infra.razorpay_simulator import deliveries, merchants, money, webhooks
from infra.razorpay_simulator.app import build
from infra.razorpay_simulator.jobs import run_due
from infra.razorpay_simulator.store import Store
from infra.razorpay_simulator.worker import JOBS
from infra.razorpay_simulator.world import Options, World
from infra.simulate.model.outside import Moved, Outside, Taken
from infra.simulate.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP_UP = 10**12  # paise of the brand itself at the provider
BASE = "http://provider.invalid"
KEY, SECRET, HOOK_SECRET = "rzp_test_simulate", "simulate-secret", "simulate-hook"  # noqa: S105 - of a provider in memory
TAKEN = """
SELECT p.id, json_extract(p.body, '$.order_id') AS "order", json_extract(p.body, '$.amount') AS amount,
  json_extract(p.body, '$.fee') AS fee, json_extract(p.body, '$.tax') AS tax,
  (SELECT COALESCE(SUM(json_extract(r.body, '$.amount')), 0) FROM entities r
   WHERE r.kind = 'refund' AND r.parent = p.id AND json_extract(r.body, '$.status') = 'processed') AS refunded
FROM entities p WHERE p.kind = 'payment' AND json_extract(p.body, '$.captured') ORDER BY p.created_at, p.rowid
"""
MOVED = """
SELECT id, json_extract(body, '$.source') LIKE 'pay%' AS share, json_extract(body, '$.notes.reference') AS part, json_extract(body, '$.recipient') AS account,
  json_extract(body, '$.amount') AS amount, json_extract(body, '$.fees') AS fee, json_extract(body, '$.tax') AS tax,
  json_extract(body, '$.settlement_status') = 'on_hold' AS held, json_extract(body, '$.amount_reversed') AS back
FROM entities WHERE kind = 'transfer' AND json_extract(body, '$.processed_at') IS NOT NULL
"""
TWICE = """
SELECT json_extract(body, '$.receipt') AS receipt FROM entities WHERE kind = 'order'
GROUP BY json_extract(body, '$.notes.payment') HAVING COUNT(*) > 1
"""


class Provider:
    def __init__(self) -> None:
        self.world = World(Store(":memory:"), Options(retry_base=1.0))
        with self.world.store.transaction():
            self.merchant = merchants.ensure(self.world, key_id=KEY, key_secret=SECRET, name="Simulated")
            webhooks.ensure(self.world, self.merchant.id, "http://haat.invalid/webhooks", HOOK_SECRET)
        self.loop = asyncio.new_event_loop()
        self.wire = Wire(build(self.world), self.loop)
        self.client = self.attach(razorpay.Client(auth=(KEY, SECRET), base_url=BASE))
        self.begin = sqlite3.connect(":memory:")

    def attach(self, client: Any) -> Any:
        """Let an SDK's client talk to this provider."""
        client.session.mount(BASE, self.wire)
        return client

    def remember(self) -> None:
        """What the provider knows now is what `forget` goes back to."""
        self.world.store.db.backup(self.begin)

    def forget(self) -> None:
        self.begin.backup(self.world.store.db)

    def control(self, path: str, /, **body: Any) -> Any:
        answer = self.client.session.post(f"{BASE}/_sim/{path}", json=body)
        if not answer.ok:
            raise RuntimeError(f"the simulator refused {path} {body}: {answer.text}")
        return answer.json()

    def work(self) -> None:
        """What the provider does by itself: late authorisations, expiries, processing."""
        run_due(self.world, JOBS)

    def waiting(self) -> list[sqlite3.Row]:
        """Messages that were not delivered yet, in the order in which they were written."""
        return self.world.store.rows("SELECT * FROM deliveries WHERE state = 'pending' ORDER BY seq")

    def sent(self) -> list[sqlite3.Row]:
        return self.world.store.rows("SELECT * FROM deliveries WHERE state = 'delivered' ORDER BY seq")

    def parcel(self, row: sqlite3.Row) -> Any:
        with self.world.store.transaction():
            return deliveries.parcel(self.world, row)

    def note(self, seq: int, state: str) -> None:
        self.world.store.run("UPDATE deliveries SET state = ? WHERE seq = ?", state, seq)

    def dispute(self, key: str) -> Any:
        """As the provider knows it now."""
        return self.world.fetch("dispute", key).body

    def outside(self, sellers: Mapping[str, str]) -> Outside:
        """Everything that moved money; `sellers` names the holders of linked accounts."""
        rows = self.world.store.rows
        taken = [
            Taken(row["id"], row["order"], row["amount"], row["fee"], row["tax"], row["refunded"])
            for row in rows(TAKEN)
        ]
        moved = [
            Moved(
                row["id"],
                row["part"],
                sellers[row["account"]],
                row["amount"],
                row["fee"],
                row["tax"],
                row["back"],
                bool(row["held"]),
                bool(row["share"]),
            )
            for row in rows(MOVED)
        ]
        return Outside(taken, moved, money.balance(self.world, money.merchant_account(self.merchant.id)))

    def orders_made_twice(self) -> list[str]:
        """Receipts of payments that have more than one order here."""
        return [row["receipt"] for row in self.world.store.rows(TWICE)]

    def close(self) -> None:
        self.loop.close()
        self.world.store.close()
        self.begin.close()
