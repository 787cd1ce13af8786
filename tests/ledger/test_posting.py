"""The books: whatever is posted, repeated, reversed or raced, they agree with themselves."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haat.core import clock
from haat.ledger import queries, services
from haat.ledger.chart import CHART
from haat.ledger.models import Account, Posting, Transaction
from haat.ledger.services import AlreadyReversed, KeyConflict
from haat.ledger.types import Leg
from haat.tenancy.context import brand_scope

codes = st.sampled_from([*CHART, "seller_payable:ravi", "seller_payable:meera"])
legs = st.lists(
    st.builds(Leg, source=codes, destination=codes, minor=st.integers(1, 10**9)), min_size=1, max_size=6
).map(
    lambda rows: [leg for leg in rows if leg.source != leg.destination],
)
histories = st.lists(st.tuples(st.integers(0, 8), legs), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories)
def test_any_history_with_repetitions_keeps_the_proof(aster: Any, history: list[tuple[int, list[Leg]]]) -> None:
    model: dict[str, int] = {}
    seen: dict[int, list[Leg]] = {}
    with brand_scope(aster), transaction.atomic():
        for number, moved in history:
            if not moved:
                continue
            if number in seen and seen[number] != moved:
                with pytest.raises(KeyConflict):
                    services.post(key=f"event:{number}", code="test", legs=moved, at=clock.now())
                continue
            services.post(key=f"event:{number}", code="test", legs=moved, at=clock.now())
            if number not in seen:
                for leg in moved:
                    model[leg.source] = model.get(leg.source, 0) - leg.minor
                    model[leg.destination] = model.get(leg.destination, 0) + leg.minor
            seen[number] = moved
        assert queries.prove().holds
        assert sum(model.values()) == 0
        for account in Account.objects.all():
            assert account.in_minor - account.out_minor == model.get(account.code, 0)
        transaction.set_rollback(True)


def test_a_reversal_restores_every_balance(aster: Any) -> None:
    with brand_scope(aster):
        original = services.post(
            key="a",
            code="test",
            legs=[Leg("order_holding", "bank", 500), Leg("gst_output", "bank", 90)],
            at=clock.now(),
        )
        services.reverse(original=original, key="a:reversed", at=clock.now())
        assert {row.balance_minor for row in Account.objects.all()} == {0}
        assert Transaction.objects.get(key="a:reversed").code == "test.reversal"
        assert queries.prove().holds


def test_an_entry_is_reversed_once_and_the_reversal_names_it(aster: Any) -> None:
    with brand_scope(aster):
        original = services.post(key="a", code="test", legs=[Leg("order_holding", "bank", 500)], at=clock.now())
        undone = services.reverse(original=original, key="a:reversed", at=clock.now())
        assert undone.reverses == original
        assert services.reverse(original=original, key="a:reversed", at=clock.now()) == undone
        with pytest.raises(AlreadyReversed, match="a was reversed by a:reversed"):
            services.reverse(original=original, key="a:again", at=clock.now())
        assert queries.balance("bank") == 0


def test_a_key_stands_for_one_content(aster: Any) -> None:
    with brand_scope(aster):
        services.post(key="a", code="test", legs=[Leg("order_holding", "bank", 500)], at=clock.now())
        for other in ([Leg("order_holding", "bank", 501)], [Leg("suspense", "bank", 500)]):
            with pytest.raises(KeyConflict, match="a was posted before"):
                services.post(key="a", code="test", legs=other, at=clock.now())
        with pytest.raises(KeyConflict):
            services.post(
                key="a", code="test", legs=[Leg("order_holding", "bank", 500)], at=clock.now(), currency="AED"
            )
        assert queries.balance("bank") == 500


def test_a_planted_paisa_is_found(aster: Any, owner_url: str) -> None:
    with brand_scope(aster):
        services.post(key="a", code="test", legs=[Leg("order_holding", "bank", 500)], at=clock.now())
        Account.objects.filter(code="bank").update(in_minor=501)
        proof = queries.prove()
    assert not proof.holds
    assert "bank" in proof.differences[0]


def test_the_database_refuses_change_loss_and_nonsense(aster: Any) -> None:
    with brand_scope(aster):
        posted = services.post(key="a", code="test", legs=[Leg("order_holding", "bank", 500)], at=clock.now())
        for act in (
            lambda: Posting.objects.update(amount_minor=1),
            lambda: Posting.objects.all().delete(),
            lambda: Transaction.objects.update(key="b"),
        ):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()
        bank = Account.objects.get(code="bank")
        with pytest.raises(IntegrityError), transaction.atomic():
            Posting.objects.create(transaction=posted, position=7, source=bank, destination=bank, amount_minor=1)
        with pytest.raises(IntegrityError), transaction.atomic():
            Posting.objects.create(
                transaction=posted,
                position=8,
                source=bank,
                destination=Account.objects.get(code="order_holding"),
                amount_minor=0,
            )


def test_a_typo_opens_no_account(aster: Any) -> None:
    with brand_scope(aster), pytest.raises(KeyError):
        services.post(key="a", code="test", legs=[Leg("order_holdings", "bank", 500)], at=clock.now())


@pytest.mark.parametrize("wrong", [[], [Leg("bank", "order_holding", -1)], [Leg("bank", "order_holding", 0)]])
def test_nothing_and_less_than_nothing_cannot_be_posted(aster: Any, wrong: list[Leg]) -> None:
    with brand_scope(aster), pytest.raises(ValueError, match="positive amount"):
        services.post(key="a", code="test", legs=wrong, at=clock.now())


def test_the_same_event_from_many_threads_is_posted_once(aster: Any) -> None:
    """ASVS item 10."""
    start = threading.Barrier(8)
    errors: list[Exception] = []

    def work() -> None:
        try:
            start.wait()
            with brand_scope(aster):
                services.post(
                    key="race:once", code="test", legs=[Leg("order_holding", "suspense", 700)], at=clock.now()
                )
        except Exception as error:  # collected and shown below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        assert errors == []
        with brand_scope(aster):
            assert Posting.objects.filter(transaction__key="race:once").count() == 1
            assert queries.prove().holds
    finally:
        _forget(aster, "race:once")


def _forget(brand: Any, key: str) -> None:
    """What threads committed is taken out again by the owner; the brand's own role could not."""
    import psycopg
    from django.conf import settings as project

    database = connection.settings_dict["NAME"]
    url = project.DATABASE_URL.rpartition("/")[0] + f"/{database}"
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(f'SET search_path = "{brand.schema_name}"')
        owner.execute(
            "DELETE FROM ledger_posting WHERE transaction_id IN (SELECT id FROM ledger_transaction WHERE key = %s)",
            [key],
        )
        owner.execute("DELETE FROM ledger_transaction WHERE key = %s", [key])
        owner.execute("DELETE FROM ledger_account WHERE code IN ('order_holding', 'suspense')")
