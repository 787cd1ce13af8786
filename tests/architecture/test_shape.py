"""Files and functions stay small, and a few habits that cost money or privacy are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture import shape
from tests.architecture.sources import Source, read
from tests.portals.sources import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Rule = Callable[[Source], Iterator[str]]

SOURCES = read()
API, LEDGER, TASKS = (
    "backend/haat/orders/api/seller.py",
    "backend/haat/ledger/services.py",
    "backend/haat/orders/tasks.py",
)
PLANTED: list[tuple[Rule, str, str]] = [
    (shape.long_files, TASKS, "pass\n" * 301),
    (shape.long_functions, TASKS, "def act():\n" + "    pass\n" * 60),
    (shape.long_functions, TASKS, "class Act:\n  async def run(self):\n" + "    pass\n" * 60),
    (shape.queries_in_api, API, "order = Order.objects.get(pk=1)"),
    (shape.queries_in_api, "backend/haat/search/api/customer/browse.py", "rows = Document._default_manager.all()"),
    (shape.inexact_money, TASKS, "price = float(text)"),
    (shape.inexact_money, LEDGER, "tax = minor * 0.18"),
    (shape.inexact_money, LEDGER, "half = minor / 2"),
    (shape.inexact_money, LEDGER, "fee = round(minor)"),
    (shape.inexact_money, "backend/haat/tenancy/services.py", "from decimal import Decimal"),
    (shape.tenants_as_context, TASKS, "with brand:\n    act()"),
    (shape.tenants_as_context, TASKS, "with lock, request.tenant as found:\n    act()"),
    (shape.tenants_as_context, "infra/local/seed.py", "with other_brand:\n    act()"),
    (shape.whole_reversals, "backend/haat/payments/services/refunds.py", 'body["reverse_all"] = True'),
]
FINE: list[tuple[Rule, str, str]] = [
    (shape.long_files, TASKS, "pass\n" * 300),
    (shape.long_functions, TASKS, "def act():\n" + "    pass\n" * 59),
    (shape.queries_in_api, LEDGER, "Account.objects.all()"),
    (shape.inexact_money, "backend/haat/payments/gateway.py", "TIMEOUT_SECONDS = (3.0, 10.0)"),
    (shape.inexact_money, LEDGER, "rates = FOLDER / 'in.toml'\nhalf = minor // 2"),
    (shape.tenants_as_context, TASKS, "with brand_scope(brand), lock:\n    act()"),
    (shape.whole_reversals, "infra/razorpay_simulator/refunds.py", "reverse_all(world, payment, refund)"),
]


@pytest.mark.parametrize("rule", shape.RULES, ids=lambda rule: rule.__name__)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    complaints = [complaint for source in SOURCES for complaint in rule(source)]
    assert not complaints, "\n".join(complaints)


def test_most_files_are_short() -> None:
    """Of all the code: Python and the portals' TypeScript, without what is generated."""
    typescript = [Source(str(file), file.read_text(encoding="utf-8")) for file in sources()]
    assert len(typescript) > 100
    assert not list(shape.many_long_files([*SOURCES, *typescript]))


@pytest.mark.parametrize(("rule", "name", "text"), PLANTED)
def test_a_planted_fault_is_found(rule: Rule, name: str, text: str) -> None:
    assert len(list(rule(Source(name, text)))) == 1


@pytest.mark.parametrize(("rule", "name", "text"), FINE)
def test_what_is_allowed_is_not_complained_about(rule: Rule, name: str, text: str) -> None:
    assert not list(rule(Source(name, text)))


def test_many_middling_files_are_found() -> None:
    assert list(shape.many_long_files([Source(f"{i}.py", "pass\n" * 61) for i in range(3)]))


def test_the_sources_are_really_read() -> None:
    names = {source.name for source in SOURCES}
    assert {
        "backend/config/settings.py",
        "backend/haat/core/money.py",
        "infra/local/cli.py",
        "portals/customer/page.py",
    } <= names
    assert not any("/migrations/" in name or "/node_modules/" in name for name in names)
