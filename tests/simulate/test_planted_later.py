"""The model sees what goes wrong after a sale: stories of a few acts, told without chance because chance rarely comes there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from infra.simulate.acts import load
from infra.simulate.market import Wrong
from infra.simulate.run import end, perform, undone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infra.simulate.stage import Stage

BOUGHT = (("buying", 1, 3, 0), ("paying",), ("coming_back", 1))
ARRIVED = (*BOUGHT, ("a_seller_goes_on", 3))
BROUGHT_BACK = (*ARRIVED, ("asking_back", 1, 2), ("answering", 0), ("counting", 0, 2))
DISPUTED = (("a_bank_asks", 0), ("a_round",))  # no message comes: it is heard of by asking
CALLED_OFF = (*BOUGHT, ("calling_off_lines", 1, 2))
BY_CARD = (
    ("a_card_is_issued",),
    ("two_spend_the_same_card", 2),
    ("paying",),
    ("coming_back", 1),
    ("calling_off_lines", 1, 1),
)
STORIES = {
    "some is called off": CALLED_OFF,
    "a card pays": BY_CARD,
    "a return": BROUGHT_BACK,
    "a lost dispute": (*BOUGHT, *DISPUTED, ("a_bank_decides",), ("a_round",), ("a_seller_declines",)),
    "a dispute of what is ripe": (*ARRIVED, *DISPUTED, ("days_go_by", 2), ("staff_pays",)),
}


class Said:
    """Dice that throw what was said: named things where they can, numbers in turn, else the simplest."""

    def __init__(self, numbers: Sequence[Any]) -> None:
        self.numbers = list(numbers)

    def one(self, of: Sequence[Any]) -> Any:
        return next((wanted for wanted in ("serum", "books.reconcile", "lost", 8) if wanted in of), of[0])

    def number(self, least: int, most: int) -> int:
        return max(least, min(self.numbers.pop(0), most)) if self.numbers else least


def tell(stage: Stage, story: str) -> None:
    with undone(stage) as market:
        for name, *numbers in STORIES[story]:
            act = load()[name]
            assert act.ready(market), f"{name} cannot happen after {market.trace}"
            perform(market, act, Said(numbers))
        end(market)


def fee_kept(monkeypatch: Any) -> None:
    """A paisa of the commission is not given back with the goods."""
    credited = import_module("haat.commissions.services.credited")
    right = credited.part_of
    monkeypatch.setattr(credited, "part_of", lambda *given: max(right(*given) - 1, 0))


def one_unit(monkeypatch: Any) -> None:
    """Of several units that come back one is paid for."""
    portions = import_module("haat.orders.portions")
    right = portions.of_units
    monkeypatch.setattr(portions, "of_units", lambda left, **given: right(left, **given | {"quantity": 1}))


def paid_twice(monkeypatch: Any) -> None:
    """What a bank has paid is refunded as well."""
    monkeypatch.setattr(import_module("haat.payments.services.covering"), "_cover", lambda *_: None)


def paid_though_held(monkeypatch: Any) -> None:
    """A payout takes parts that a bank asks for."""
    monkeypatch.setattr(import_module("haat.payouts.gathering"), "held_parts", set)


def put_back_too_much(monkeypatch: Any) -> None:
    """Of a line of which some pieces are called off, all go on the shelf again."""
    called_off = import_module("haat.checkout.services.called_off")
    right = called_off.inventory.restock
    monkeypatch.setattr(called_off.inventory, "restock", lambda **given: right(**given | {"quantity": given["of"]}))


def off_the_card(monkeypatch: Any) -> None:
    """A paisa of what goes back to a card stays with the brand."""
    queries = import_module("haat.orders.queries.credits")
    right = queries.card_shares
    monkeypatch.setattr(queries, "card_shares", lambda **given: [minor - 1 for minor in right(**given)])


@pytest.mark.parametrize(
    ("story", "plant", "words"),
    [
        ("some is called off", put_back_too_much, "on the shelf"),
        ("a card pays", off_the_card, "left, held, blocked"),
        ("a return", fee_kept, "apart from the model|is on hold"),
        ("a return", one_unit, "they should be"),
        ("a lost dispute", paid_twice, "although a bank had paid"),
        ("a dispute of what is ripe", paid_though_held, "was held"),
    ],
)
def test_a_bug_that_is_planted_after_a_sale_is_found(
    stage: Stage, monkeypatch: Any, story: str, plant: Callable[[Any], None], words: str
) -> None:
    plant(monkeypatch)
    with pytest.raises(Wrong, match=words):
        tell(stage, story)
