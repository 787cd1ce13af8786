"""What is sold and at which terms."""

from __future__ import annotations

from dataclasses import dataclass

from infra.simulate.model.arithmetic import before_tax

STANDARD_BP, MERIT_BP = 1_800, 500
CHEAP_CLOTH_MINOR = 250_000  # of a piece, before tax


@dataclass(slots=True)
class Good:
    """One offer. `tariff` is standard, merit, or cloth, whose rate depends on what a piece costs."""

    name: str
    seller: str
    price: int
    tariff: str
    weight_g: int
    on_hand: int
    product: str = ""  # of which it is a variant; its own when it is empty

    def rate(self, value: int, pieces: int) -> int:
        if self.tariff == "cloth":
            cheap = before_tax(value, MERIT_BP) <= CHEAP_CLOTH_MINOR * pieces
            return MERIT_BP if cheap else STANDARD_BP
        return MERIT_BP if self.tariff == "merit" else STANDARD_BP


@dataclass(frozen=True, slots=True)
class Terms:
    """The brand's: delivery, cash on delivery and commission."""

    base_fee: int = 7_900
    extra_kg: int = 3_000
    free_above: int = 99_900
    cod_fee: int = 4_900
    cod_cap: int = 500_000
    commission_bp: int = 1_250
    fee_tax_bp: int = 1_800
    tcs_bp: int = 50
    tds_bp: int = 10
    tds_free_minor: int = 50_000_000  # a year, of a person
    least_online: int = 100
    transfer_slack_bp: int = 100
