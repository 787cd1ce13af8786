"""The page at /: what the simulator holds, for a developer's eye."""

from collections.abc import Iterable
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from . import money
from .api import world_of
from .checkout_page import PAGES, rupees
from .entities import Entity, select
from .invariant import prove
from .world import World

SHOWN = 50
STYLE = (PAGES / "index.css").read_text()


def table(heading: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape('' if cell is None else str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = lines or f'<tr><td colspan="{len(columns)}">None yet.</td></tr>'
    body = f'<div class="card" tabindex="0" role="region" aria-label="{escape(heading)}"><table>'
    return f"<h2>{escape(heading)}</h2>{body}<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"


def newest(world: World, kind: str) -> list[Entity]:
    return select(world.store, kind, limit=SHOWN)


def sections(world: World) -> list[str]:
    merchants = world.store.rows("SELECT * FROM merchants ORDER BY rowid")
    own = [
        (one["name"], rupees(money.balance(world, money.merchant_account(one["id"]))), one["key_id"])
        for one in merchants
    ]
    orders = [
        (one.id, rupees(one["amount"]), one["status"], one["receipt"], one["attempts"])
        for one in newest(world, "order")
    ]
    payments = [
        (one.id, rupees(one["amount"]), one["status"], one["method"], one["order_id"], rupees(one["amount_refunded"]))
        for one in newest(world, "payment")
    ]
    transfers = [
        (one.id, rupees(one["amount"]), one["status"], one["settlement_status"], one["recipient"], one["source"])
        for one in newest(world, "transfer")
    ]
    refunds = [(one.id, rupees(one["amount"]), one["status"], one["payment_id"]) for one in newest(world, "refund")]
    linked = [
        (one.id, rupees(money.balance(world, money.linked_account(one.id))), one["legal_business_name"], one["status"])
        for one in newest(world, "account")
    ]
    deliveries = world.store.rows(
        "SELECT e.name, d.state, d.attempts, d.last_status, d.last_error, d.event FROM deliveries d"
        " JOIN events e ON e.id = d.event ORDER BY d.seq DESC LIMIT ?",
        SHOWN,
    )
    return [
        table("Merchants", ("name", "balance", "key"), own),
        table("Orders", ("id", "amount", "status", "receipt", "attempts"), orders),
        table("Payments", ("id", "amount", "status", "method", "order", "refunded"), payments),
        table("Transfers", ("id", "amount", "status", "settlement", "to", "from"), transfers),
        table("Refunds", ("id", "amount", "status", "payment"), refunds),
        table("Linked accounts", ("id", "balance", "name", "status"), linked),
        table(
            "Webhook deliveries", ("event", "state", "attempts", "status", "error", "event id"), map(tuple, deliveries)
        ),
    ]


async def show(request: Request) -> HTMLResponse:
    world = world_of(request)
    proof = prove(world)
    verdict = '<span class="ok">Every paisa is accounted for.</span>'
    if not proof["holds"]:
        verdict = '<span class="bad">The books do not agree: see /_sim/invariant.</span>'
    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Razorpay simulator</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body><main>'
        f"<h1>Razorpay simulator</h1><p>{verdict} Control plane: <code>/_sim/</code></p>"
        f"{''.join(sections(world))}</main></body></html>"
    )


async def no_icon(_request: Request) -> Response:
    return Response(status_code=204)


ROUTES: list[Route] = [Route("/", show, methods=["GET"]), Route("/favicon.ico", no_icon, methods=["GET"])]
