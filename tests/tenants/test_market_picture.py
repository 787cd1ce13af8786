"""The platform's own picture is what its generator draws."""

from pathlib import Path

from infra.art.market import market

PICTURE = Path(__file__).resolve().parents[2] / "portals/customer/static/launch/market.svg"


def test_the_market_is_what_the_generator_draws() -> None:
    assert PICTURE.read_text(encoding="utf-8") == market()
