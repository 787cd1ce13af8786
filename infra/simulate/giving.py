"""A credit that Haat wrote, held to what the model says that it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate import cards
from infra.simulate.market import expect
from infra.simulate.model.credit import give_back

if TYPE_CHECKING:
    from infra.simulate.market import Market
    from infra.simulate.model.credit import Credit, Taken
    from infra.simulate.model.sale import Part


def given(
    market: Market, part: Part, row: Any, taken: Taken, *, delivery: int | None = 0, is_gift: bool = False
) -> Credit:
    """`row` is the credit as Haat wrote it. The model takes the same of what it has left of the part."""
    made = give_back(part.left, taken, key=str(row.pk), cause=row.cause, delivery=delivery, is_gift=is_gift)
    made.at = row.at
    part.credits.append(made)
    theirs = (row.customer_minor, row.sale_minor, row.brand_discount_minor, row.goodwill_minor)
    ours = (made.customer, made.sale, made.brand, made.gift)
    expect(
        theirs == ours, "{}, credit for {}: customer, sale, brand, gift are {}, they should be {}", part.number, row.cause, theirs, ours
    )  # fmt: skip
    tax = sum(piece.tax for _, piece in made.pieces)
    found = sum(line.cgst_minor + line.sgst_minor + line.igst_minor + line.vat_minor for line in row.lines.all())
    expect(found == tax, "{}, credit for {}: a tax of {}, it should be {}", part.number, row.cause, found, tax)
    if made.key in market.settled:
        cards.given_back(market, part, made.key)
    market.figures["credits"] += 1
    market.tell(f"  {made.customer} go back ({row.cause})")
    return made
