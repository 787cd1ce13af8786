"""What plays found, told again without chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import load
from infra.simulate.run import end, perform, undone
from infra.simulate.work import work
from tests.simulate.test_planted_later import BOUGHT, Said

if TYPE_CHECKING:
    from infra.simulate.stage import Stage


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
