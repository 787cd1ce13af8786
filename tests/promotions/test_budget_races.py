"""Fifty at once: no budget goes over, the last use goes to one, and each order takes and returns once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from haat.core import clock
from haat.core.ids import new_id
from haat.customers.models import Customer
from haat.promotions import services
from haat.promotions.models import Coupon, CustomerUse, Promotion, Usage
from haat.promotions.services import UsedUp
from haat.promotions.types import Claim
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from haat.tenancy.models import Brand

    Race = Callable[..., list[Any]]


def _promotion(**terms: Any) -> Promotion:
    values = {
        "name": "Festival",
        "benefit": "fixed",
        "amount_minor": 500,
        "status": "running",
        "starts_at": clock.now(),
    }
    return Promotion.objects.create(currency="INR", **values | terms)


def _customers(count: int) -> list[UUID]:
    rows = [Customer(user_id=new_id(), joined_at=clock.now()) for _ in range(count)]
    return [row.pk for row in Customer.objects.bulk_create(rows)]


def _take(
    promotion: Promotion, customer: UUID, coupon: Coupon | None = None, order: UUID | None = None, minor: int = 500
) -> None:
    claim = Claim(promotion.pk, coupon.pk if coupon else None, minor, minor)
    services.reserve(claims=[claim], customer_id=customer, reference=order or uuid4(), at=clock.now())


def _state(promotion: Promotion) -> tuple[int, int, int]:
    promotion.refresh_from_db()
    return (
        promotion.uses,
        promotion.spent_minor,
        Usage.objects.filter(promotion=promotion).exclude(state="released").count(),
    )


def test_the_last_use_of_a_coupon_goes_to_one_of_fifty(committed: Brand, race: Race) -> None:
    """ASVS item 11: the limit holds when all ask at the same moment."""
    with brand_scope(committed):
        promotion = _promotion(needs_code=True)
        coupon = Coupon.objects.create(promotion=promotion, code="LAST", uses_max=1)
        customers = _customers(50)
    results = race(*[(lambda who=who: _take(promotion, who, coupon)) for who in customers])
    assert results.count(None) == 1
    assert sum(isinstance(result, UsedUp) for result in results) == 49
    with brand_scope(committed):
        assert _state(promotion) == (1, 500, 1)
        assert Coupon.objects.get(pk=coupon.pk).uses == 1


def test_a_money_budget_is_never_overdrawn(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        promotion, customers = _promotion(budget_minor=3_600), _customers(20)
    results = race(*[(lambda who=who: _take(promotion, who)) for who in customers])
    assert results.count(None) == 7
    with brand_scope(committed):
        assert _state(promotion) == (7, 3_500, 7)


def test_one_customer_in_many_windows_stays_within_the_limit(committed: Brand, race: Race) -> None:
    """ASVS item 11: per-user limits."""
    with brand_scope(committed):
        promotion, (customer,) = _promotion(uses_per_customer=2, minor_per_customer=1_200), _customers(1)
    results = race(*[lambda: _take(promotion, customer)] * 20)
    assert results.count(None) == 2
    with brand_scope(committed):
        assert _state(promotion) == (2, 1_000, 2)
        assert CustomerUse.objects.get().saved_minor == 1_000


def test_the_same_order_takes_once_however_often_it_asks(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        promotion, (customer,), order = _promotion(uses_max=1), _customers(1), uuid4()
    assert race(*[lambda: _take(promotion, customer, order=order)] * 8) == [None] * 8
    with brand_scope(committed):
        assert _state(promotion) == (1, 500, 1)


def test_expiry_cancellation_and_part_return_give_back_once(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        promotion, (customer,), order, part = _promotion(uses_max=1), _customers(1), uuid4(), uuid4()
        _take(promotion, customer, order=order)
    back = lambda: services.give_back(reference=order, part_id=part, minor={promotion.pk: 200})  # noqa: E731 - one of the racers
    gone = lambda: services.release(reference=order)  # noqa: E731 - one of the racers
    assert race(*[back] * 5) == [None] * 5
    with brand_scope(committed):
        assert _state(promotion) == (1, 300, 1)
    assert race(*[gone] * 5, *[back] * 5) == [None] * 10
    with brand_scope(committed):
        assert _state(promotion) == (0, 0, 0)
        use = CustomerUse.objects.get()
        assert (use.uses, use.saved_minor) == (0, 0)


def test_orders_with_the_same_promotions_in_another_order_do_not_deadlock(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        one, two, customers = _promotion(), _promotion(), _customers(20)
    claims = [Claim(row.pk, None, 500, 500) for row in (one, two)]

    def both(who: UUID, index: int) -> None:
        ordered = claims if index % 2 else claims[::-1]
        services.reserve(claims=ordered, customer_id=who, reference=uuid4(), at=clock.now())

    assert race(*[(lambda who=who, i=i: both(who, i)) for i, who in enumerate(customers)]) == [None] * 20
