"""Real connections, one barrier: two runs at once pay once, and what is taken back meanwhile is never paid."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import connection

from haat.core import clock
from haat.ledger import queries as books
from haat.ledger.chart import payout_in_transit, seller_payable
from haat.payouts import services as payouts
from haat.payouts.models import Payout, PayoutEntry, PayoutPlan, PayoutRun
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from infra.simulate.people import as_staff, id_of
from tests.committed import empty
from tests.payouts.conftest import brand_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SELLERS, EARNED = 6, 10_000


@pytest.fixture
def committed(
    django_db_setup: None, django_db_blocker: Any, owner_url: str, earned: Any
) -> Iterator[tuple[Any, list[Any]]]:
    """Sellers with money that every connection sees; the owner removes them afterwards."""
    with django_db_blocker.unblock():
        brand = brand_by_slug("aster")
        with brand_scope(brand):
            brand_plan()
            sellers = [
                Seller.objects.create(
                    slug=f"racer-{n}",
                    name=f"Racer {n}",
                    entity_id=uuid4(),
                    entity_status="verified",
                    applied_at=clock.now(),
                )
                for n in range(SELLERS)
            ]
            for seller in sellers:
                earned(seller, EARNED, f"earned-{seller.slug}")
        yield brand, sellers
        connection.close()
        empty(owner_url, brand)


def race(brand: Any, *acts: Callable[[], Any]) -> list[Any]:
    """Do all of it at once, each on a connection of its own; what each returned or raised."""
    barrier, found = threading.Barrier(len(acts)), [None] * len(acts)

    def work(number: int) -> None:
        try:
            with brand_scope(brand):
                barrier.wait(timeout=20)
                found[number] = acts[number]()
        except Exception as error:  # what a thread raises is what the test looks at
            found[number] = error  # type: ignore[call-overload]  # of any kind
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_runs_at_once_pay_everybody_once(committed: Any) -> None:
    brand, sellers = committed
    at = clock.now()
    found = race(brand, *[lambda: payouts.release_due(at=at)] * 4)
    assert sum(found) == SELLERS, found
    with brand_scope(brand):
        assert Payout.objects.filter(status="in_transit").count() == SELLERS
        for seller in sellers:
            assert books.balance(seller_payable(seller.pk)) == 0
            assert books.balance(payout_in_transit(seller.pk)) == EARNED
        assert PayoutEntry.objects.count() == 2 * SELLERS


def test_what_is_taken_back_while_a_payout_starts_is_netted_or_owed_and_never_paid_twice(
    committed: Any, earned: Any
) -> None:
    brand, sellers = committed
    at = clock.now()
    acts = [lambda seller=seller: earned(seller, -EARNED // 2, f"back-{seller.slug}") for seller in sellers]
    found = race(brand, lambda: payouts.release_due(at=at), *acts)
    assert not any(isinstance(one, Exception) for one in found), found
    with brand_scope(brand):
        for seller in sellers:
            owed, sent = books.balance(seller_payable(seller.pk)), books.balance(payout_in_transit(seller.pk))
            assert owed + sent == EARNED // 2
            assert sent in {0, EARNED // 2, EARNED}
            assert sent == 0 or sent == sum(
                Payout.objects.filter(seller=seller, status="in_transit").values_list("amount_minor", flat=True)
            )
        payouts.release_due(at=at)
        assert books.prove().holds


def proposed(brand: Any) -> PayoutRun:
    with brand_scope(brand):
        PayoutPlan.objects.update(second_person_minor=1)
        payouts.release_due(at=clock.now())
        return PayoutRun.objects.get(status="proposed")


def yes(run: PayoutRun, name: str) -> Callable[[], str]:
    def say() -> str:
        with as_staff(name):
            return payouts.approve(run=run, at=clock.now()).status

    return say


def test_one_person_twice_at_once_is_one_person(committed: Any) -> None:
    brand, _ = committed
    run = proposed(brand)
    found = race(brand, *[yes(run, "nia")] * 4)
    assert found.count("proposed") == 1
    assert sum(isinstance(one, payouts.NeedsAnother) for one in found) == 3
    with brand_scope(brand):
        assert PayoutRun.objects.get().status == "proposed"
        assert not Payout.objects.filter(status="in_transit").exists()


def test_two_people_at_once_let_a_run_go_once(committed: Any) -> None:
    brand, sellers = committed
    run = proposed(brand)
    found = race(brand, yes(run, "nia"), yes(run, "kiran"))
    assert sorted(found) == ["approved", "proposed"]
    with brand_scope(brand):
        row = PayoutRun.objects.get()
        assert {row.proposed_by, row.decided_by} == {id_of("nia"), id_of("kiran")}
        for seller in sellers:
            assert books.balance(payout_in_transit(seller.pk)) == EARNED
