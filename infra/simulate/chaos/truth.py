"""Afterwards: what the database and the provider say, against what the shoppers were told."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from infra.local.errors import LocalError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from infra.simulate.chaos.shopper import Checkout

QUIET_WITHIN_SECONDS = 420.0
PAID = """
SELECT json_extract(p.body, '$.order_id'), json_extract(p.body, '$.amount'), json_extract(p.body, '$.amount_refunded')
FROM entities p WHERE p.kind = 'payment' AND json_extract(p.body, '$.captured')
"""
# The clock is moved twenty minutes at the end, and what is asked for is then due in the real clock's future. What is asked for
# later than that has its time, but what was tried and put off is not done, however far away its next try is.
UNDONE = """
SELECT name, count(*) FROM public.core_job WHERE done_at IS NULL AND created_at < now() - interval '30 seconds'
AND (attempts > 0 OR available_at <= now() + interval '21 minutes')
GROUP BY name ORDER BY name
"""


class Truth:
    """The stack's database as its owner sees it, and the provider's file."""

    def __init__(self, url: str, jobs_url: str, slug: str, provider: Path) -> None:
        """`jobs_url` is of somebody whom the outbox shows its rows: its policy hides them from the owner."""
        self.url, self.jobs_url, self.provider = url, jobs_url, provider
        self.begun: datetime = datetime.now(UTC)  # orders of before are no business of ours
        with psycopg.connect(url) as connection:
            found = connection.execute(
                "SELECT schema_name FROM public.tenancy_brand WHERE slug = %s", [slug]
            ).fetchone()
        if found is None:
            raise LocalError(f"There is no brand {slug} in this stack.")
        self.schema = sql.Identifier(found[0])

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(sql.SQL("SET search_path TO {}, public").format(self.schema))
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def stock_up(self, plenty: int, scarce: int) -> list[str]:
        """A few offers of several sellers with enough for everybody, and one with too few. The last one is scarce."""
        offers = self.rows(
            "SELECT DISTINCT ON (o.seller_id) o.id FROM catalog_offer o JOIN inventory_stock s ON s.offer_id = o.id "
            "JOIN sellers_seller e ON e.id = o.seller_id WHERE s.is_open AND e.status = 'active' AND s.on_hand > 0 "
            "AND o.price_minor < 200000 AND o.status = 'active' ORDER BY o.seller_id, o.price_minor LIMIT 4"
        )
        ids = [str(row[0]) for row in offers]
        for place, offer in enumerate(ids):
            count = scarce if place == len(ids) - 1 else plenty
            self.rows(
                "UPDATE inventory_stock SET on_hand = reserved + %s WHERE offer_id = %s AND is_open", count, offer
            )
        return ids

    def stock(self, offers: Sequence[str]) -> dict[str, tuple[int, int]]:
        rows = self.rows(
            "SELECT offer_id, sum(on_hand), sum(reserved) FROM inventory_stock WHERE offer_id = ANY(%s) GROUP BY 1",
            list(offers),
        )
        return {str(offer): (int(on_hand), int(reserved)) for offer, on_hand, reserved in rows}

    def quiet(self) -> list[str]:
        """Wait until no work is left; returns what is left after a while."""
        end = time.monotonic() + QUIET_WITHIN_SECONDS
        left: list[str] = ["not asked yet"]
        while time.monotonic() < end:
            left = self.undone()
            if not left and not self.homeless():
                return []
            time.sleep(2)
        return left + self.homeless()

    def undone(self) -> list[str]:
        with psycopg.connect(self.jobs_url) as connection:
            if connection.execute("SELECT true FROM public.core_job LIMIT 1").fetchone() is None:
                raise LocalError("The outbox shows nothing at all: nobody could say whether its work was done.")
            return [f"{count} × {name}" for name, count in connection.execute(UNDONE).fetchall()]

    def homeless(self) -> list[str]:
        """Captured payments that neither placed an order nor went back."""
        by_order = {
            order: (number, placed, total)
            for order, number, placed, total in self.rows(
                "SELECT p.provider_order_id, o.number, o.placed_at IS NOT NULL, o.total_minor "
                "FROM payments_payment p JOIN orders_order o ON o.id = p.reference WHERE p.provider_order_id IS NOT NULL"
            )
        }
        found, placed_by = [], set()
        with sqlite3.connect(f"file:{self.provider}?mode=ro", uri=True) as provider:
            payments = provider.execute(PAID).fetchall()
        for order, amount, refunded in payments:
            if order not in by_order:
                continue  # another brand's on the same account
            number, is_placed, total = by_order[order]
            if is_placed and number not in placed_by and amount == total:
                placed_by.add(number)
            elif refunded != amount:
                found.append(f"{amount} paid for {number} belong to nobody, {refunded} went back")
        return found

    def orders_of(self, checkouts: Sequence[Checkout]) -> list[str]:
        """Told and true: each key made one order at most, and what was called placed is placed."""
        faults, rows = [], self.rows("SELECT idempotency_key, number, placed_at IS NOT NULL FROM orders_order")
        made: dict[str, list[tuple[str, bool]]] = {}
        for key, number, is_placed in rows:
            made.setdefault(str(key).rpartition(":")[2], []).append((number, is_placed))
        for one in checkouts:
            mine = made.get(one.key, [])
            if len(mine) > 1:
                faults.append(f"checkout {one.key} made {len(mine)} orders: {mine}")
            if one.number and [number for number, _ in mine] != [one.number]:
                faults.append(f"checkout {one.key} was told {one.number} and there is {mine}")
            if one.told_placed and mine != [(one.number, True)]:
                faults.append(f"{one.number} was called placed and is {mine}")
            if one.paid and not one.told_placed and mine and not mine[0][1] and not self._went_back(mine[0][0]):
                faults.append(f"{one.number} was paid, is not placed, and the money did not go back")
        return faults

    def _went_back(self, number: str) -> bool:
        rows = self.rows(
            "SELECT count(*) FROM payments_payment p JOIN orders_order o ON o.id = p.reference "
            "WHERE o.number = %s AND p.refunded_minor = p.amount_minor",
            number,
        )
        return bool(rows[0][0])

    def shelves(self, offers: Sequence[str], before: dict[str, tuple[int, int]]) -> list[str]:
        """Every piece that is missing was sold, and none was sold twice."""
        faults, now = [], self.stock(offers)
        sold = {
            str(offer): int(count)
            for offer, count in self.rows(
                "SELECT l.offer_id, sum(l.quantity) FROM orders_orderline l JOIN orders_sellerorder s ON s.id = l.part_id "
                "JOIN orders_order o ON o.id = s.order_id WHERE o.placed_at IS NOT NULL AND s.status NOT IN ('cancelled', 'declined') "
                "AND o.created_at >= %s GROUP BY 1",
                self.begun,
            )
        }
        for offer in offers:
            on_hand, reserved = now[offer]
            missing = before[offer][0] - on_hand
            if on_hand < 0 or reserved:
                faults.append(f"offer {offer}: {on_hand} on the shelf, {reserved} still set aside")
            if missing != sold.get(offer, 0):
                faults.append(f"offer {offer}: {missing} left the shelf, {sold.get(offer, 0)} were sold")
        return faults
