"""What plays found, told again without chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import load
from infra.simulate.people import as_staff
from infra.simulate.run import end, perform, undone
from infra.simulate.work import work
from tests.simulate.test_planted_later import ARRIVED, BOUGHT, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infra.simulate.stage import Stage

NEVER_ALONE = {
    "schedule": "manual", "minimum_minor": 0, "reserve_bp": 0, "reserve_days": 0, "off_rail": "none", "hold_days": 0,
    "second_person_minor": 1, "adjustment_alone_minor": None,
}  # fmt: skip


class SellerPays(Said):
    def one(self, of: Sequence[Any]) -> Any:
        return "seller" if "seller" in of else super().one(of)


def test_a_piece_of_a_share_that_the_provider_still_moves_is_asked_back_later(stage: Stage) -> None:
    from haat.payments.models import Reversal

    with undone(stage) as market:
        for name, *numbers in BOUGHT:
            perform(market, load()[name], Said(numbers))
        load()["calling_off_lines"].run(market, Said([1, 1]))  # in the same moment: the provider has not worked since
        work(market)
        assert Reversal.objects.get().status == "wanted"
        end(market)
        assert Reversal.objects.get().status == "done"


def test_of_two_shares_the_older_goes_whole_and_the_other_bears_what_was_given_back_since(stage: Stage) -> None:
    """Something is given back while a payout waits, which is dropped: its share is as it was when the next one is made."""
    from haat.payouts import services as payouts
    from haat.payouts.models import Payout

    proposed = (("days_go_by",), ("staff_pays",), ("a_price_is_lowered",))
    decided = (("a_second_person_decides",), ("staff_pays",), ("a_second_person_decides",))
    with undone(stage) as market:
        with as_staff("nia"):
            payouts.set_brand_plan(facts=NEVER_ALONE)
        for name, *numbers in (*ARRIVED, *ARRIVED, *proposed, *decided):
            perform(market, load()[name], SellerPays(numbers))
        older, newer = (sale.parts[0] for sale in market.sales)
        lower = newer.net - older.net
        assert lower > 0
        ways = Payout.objects.get(status="paid").disbursements.order_by("reference")
        assert [way.amount_minor for way in ways] == [newer.net, older.net]
        assert older.net_in_dropped - older.net == lower
        end(market)
