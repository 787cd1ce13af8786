"""The simulator's own proof: postings and entities tell the same story, and no paisa is lost."""

from typing import Any

from . import money
from .world import World

# One row a check: name, what the entities say, what the postings (or other entities) say, each a number of paise.
QUERIES = """
WITH captured AS (SELECT body FROM entities WHERE kind = 'payment' AND json_extract(body, '$.captured')),
refunds AS (
  SELECT SUM(json_extract(body, '$.amount')) AS amount FROM entities
  WHERE kind = 'refund' AND json_extract(body, '$.status') <> 'failed' AND id IN (SELECT reference FROM postings)
),
moved AS (
  SELECT reason, SUM(amount) AS amount FROM postings WHERE destination <> 'fees' GROUP BY reason
)
SELECT 'captured', (SELECT SUM(json_extract(body, '$.amount')) FROM captured),
  (SELECT amount FROM moved WHERE reason = 'capture')
UNION ALL SELECT 'fees',
  (SELECT COALESCE(SUM(json_extract(body, '$.fee')), 0) FROM captured)
  + (SELECT COALESCE(SUM(json_extract(body, '$.fees')), 0) FROM entities WHERE kind = 'transfer'),
  (SELECT SUM(amount) FROM postings WHERE destination = 'fees')
UNION ALL SELECT 'refunded', (SELECT amount FROM refunds),
  (SELECT SUM(CASE WHEN destination = 'refunded' THEN amount ELSE -amount END)
   FROM postings WHERE 'refunded' IN (source, destination))
UNION ALL SELECT 'refunded on payments',
  (SELECT SUM(json_extract(body, '$.amount_refunded')) FROM captured), (SELECT amount FROM refunds)
UNION ALL SELECT 'transferred',
  (SELECT SUM(json_extract(body, '$.amount')) FROM entities
   WHERE kind = 'transfer' AND json_extract(body, '$.processed_at') IS NOT NULL),
  (SELECT amount FROM moved WHERE reason = 'transfer')
UNION ALL SELECT 'reversed',
  (SELECT SUM(json_extract(body, '$.amount_reversed')) FROM entities WHERE kind = 'transfer'),
  (SELECT amount FROM moved WHERE reason = 'reversal')
UNION ALL SELECT 'settled',
  (SELECT SUM(json_extract(body, '$.amount')) FROM entities WHERE kind = 'settlement'),
  (SELECT amount FROM moved WHERE reason = 'settlement')
UNION ALL SELECT 'lost in disputes',
  (SELECT SUM(json_extract(body, '$.amount_deducted')) FROM entities WHERE kind = 'dispute'),
  (SELECT COALESCE(SUM(CASE reason WHEN 'dispute' THEN amount WHEN 'dispute won' THEN -amount END), 0) FROM moved)
UNION ALL SELECT 'paid on orders',
  (SELECT SUM(json_extract(body, '$.amount_paid')) FROM entities WHERE kind = 'order'),
  (SELECT SUM(paid) FROM (SELECT MIN(json_extract(body, '$.amount')) AS paid FROM captured
   GROUP BY json_extract(body, '$.order_id')))
"""


def _sum(world: World, prefix: str) -> int:
    came = world.store.number("SELECT SUM(amount) FROM postings WHERE destination LIKE ?", prefix)
    return came - world.store.number("SELECT SUM(amount) FROM postings WHERE source LIKE ?", prefix)


def prove(world: World) -> dict[str, Any]:
    """The parts, in paise, must add up to what was captured, and every check must hold."""
    checks = [
        {"check": name, "entities": left or 0, "postings": right or 0, "holds": (left or 0) == (right or 0)}
        for name, left, right in map(tuple, world.store.rows(QUERIES))
    ]
    parts = {
        "balances": _sum(world, "merchant:%") + _sum(world, "linked:%"),
        "settled": _sum(world, "bank:%"),
        "refunded": money.balance(world, money.REFUNDED),
        "fees": money.balance(world, money.FEES),
        "disputed": money.balance(world, money.DISPUTED),
        "topped_up": money.balance(world, money.TOPUPS),  # negative: money that came in beside the payments
    }
    captured = checks[0]["entities"]
    accounts = world.store.rows("SELECT DISTINCT destination AS name FROM postings WHERE destination LIKE 'linked:%'")
    below_zero = [row["name"] for row in accounts if money.balance(world, row["name"]) < 0]
    holds = sum(parts.values()) == captured and not below_zero and all(check["holds"] for check in checks)
    return {"holds": holds, "captured": captured, **parts, "below_zero": below_zero, "checks": checks}
