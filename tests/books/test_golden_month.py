"""A month as buyers, sellers and staff make it, and what its reports, books and papers must say of it.

June 2026 at the brand Aster: delivery costs 79.00 below 999.00, commission is 12.5 % of the value before tax. Ravi sells
inside the buyer's state (CGST and SGST), Meera from another (IGST). The golden files were argued by hand below: a value
before tax is the price * 100 / 118 (or 105), to the paisa, and inside a state what two equal halves of the tax leave.

| order | sold                                   | then |
| 1     | Ravi 3 serums; Meera 2 bowls           | one serum of three came back |
| 2     | Ravi 2 serums, delivery; Meera 1 bowl  | 100.00 off by Ravi; 50.00 off by the brand, no matter of Meera's sale |
| 3     | Ravi 2 serums (and 2 candles)          | the candles were called off before they were sent: never sold |
| 4     | Ravi 1 serum, 1 candle at 5 %, delivery | all came back, delivery too |
| 5     | Meera 1 bowl                           | all came back |
| 6     | Ravi 1 serum, delivery, in cash        | all came back, paid back by bank; the fee for cash stays the brand's |
| 7     | Meera 2 bowls                          | one came back, in July |
| 8     | Ravi 4 candles, delivery, to a business | one came back |
"""

from __future__ import annotations

import csv
import io
import os
import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from haat.documents.models import Document
from haat.ledger.models import Posting
from haat.payments.models import Refund
from haat.tax import rates as tax_rates
from haat.tax.queries import month
from haat.tenancy.context import brand_scope
from tests.books.conftest import verified
from tests.books.trading import INDIA, Trading, july, june

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.checkout.conftest import Shop

GOLDEN = Path(__file__).parent / "golden"
REPORTS = ("sales-register", "tax-summary", "gst-tcs", "gstr-8", "tds")
MONTHS = ("2026-06", "2026-07")
RAVI, MEERA = "Ravi Traders", "Meera Crafts"
NUMBERS = {  # what a parcel is called in the files
    RAVI: {1: "A", 2: "A", 3: "A", 4: "A", 6: "A", 8: "A"}, MEERA: {1: "B", 2: "B", 5: "A", 7: "A"},
}  # fmt: skip
# (order, goods, pieces, what was paid, value before tax): 1497.00 * 100 / 118 = 1268.64, and so on. Of 79.00 the value
# would be 66.95 and each half 6.03 (9 %): 79.00 - 2 * 6.03 = 66.94. Delivery has the highest rate of
# its parcel: with candles alone 79.00 * 100 / 105 = 75.24.
SOLD = {
    RAVI: [
        (1, "Rose serum", 3, 149_700, 126_864), (2, "Rose serum", 2, 99_800, 84_576), (2, "Shipping", 1, 7_900, 6_694),
        (3, "Rose serum", 2, 99_800, 84_576), (4, "Rose serum", 1, 49_900, 42_288), (4, "Sandal candle", 1, 21_000, 20_000),
        (4, "Shipping", 1, 7_900, 6_694), (6, "Rose serum", 1, 49_900, 42_288), (6, "Shipping", 1, 7_900, 6_694),
        (8, "Sandal candle", 4, 84_000, 80_000), (8, "Shipping", 1, 7_900, 7_524),
    ],
    MEERA: [
        (1, "Blue bowl", 2, 259_800, 220_169), (2, "Blue bowl", 1, 129_900, 110_085), (5, "Blue bowl", 1, 129_900, 110_085),
        (7, "Blue bowl", 2, 259_800, 220_169),
    ],
}  # fmt: skip
# A third of order 1; of order 2 a price of 100.00 without a piece: 84.74 and twice 7.63; the rest as they were sold.
BACK = {
    RAVI: [
        (1, "Rose serum", 1, 49_900, 42_288), (2, "Rose serum", 0, 10_000, 8_474), (4, "Rose serum", 1, 49_900, 42_288),
        (4, "Sandal candle", 1, 21_000, 20_000), (4, "Shipping", 1, 7_900, 6_694), (6, "Rose serum", 1, 49_900, 42_288),
        (6, "Shipping", 1, 7_900, 6_694), (8, "Sandal candle", 1, 21_000, 20_000),
    ],
    MEERA: [(5, "Blue bowl", 1, 129_900, 110_085)],
}  # fmt: skip
BACK_IN_JULY = [(7, "Blue bowl", 1, 129_900, 110_085)]
# Collected is reckoned line by line, 0.5 % with half a paisa up. Ravi: 634 + 423 + 33 + 423 + 211 + 100 + 33 + 211 + 33 +
# 400 + 38 = 2539; back a third of 634, 10/99.8 of 423, 211 + 100 + 33, 211 + 33, 100 = 941. Meera: 1101 + 550 + 550 + 1101, back 550.
TCS = {RAVI: 2_539 - 941, MEERA: 3_302 - 550}
TCS_IN_JULY = -551  # what is left of 1101 after no earlier return: half of it, half a paisa up
# Deducted is 0.1 % line by line and stays with the tax office. Ravi: 127 + 85 + 7 + 85 + 42 + 20 + 7 + 42 + 7 + 80 + 8.
TDS = {RAVI: 510, MEERA: 220 + 110 + 110 + 220}
# 12.5 % of each line of goods, and 18 % GST on it. Ravi: 15858 + 10572 + 10572 + 5286 + 2500 + 5286 + 10000; back a third
# of the first, 10/99.8 of the second (1059), 5286 + 2500, 5286, 2500. Meera: 27521 + 13761 + 13761 + 27521; back 13761, in July half
# of the last.
FEES = {  # (commission, GST on it)
    ("ASF", RAVI, 6): (60_074, 2_854 + 1_903 + 1_903 + 951 + 450 + 951 + 1_800), ("ASF", MEERA, 6): (82_564, 2 * 4_954 + 2 * 2_477),
    ("ASR", RAVI, 6): (21_917, 951 + 191 + 951 + 450 + 951 + 450), ("ASR", MEERA, 6): (13_761, 2_477),
    ("ASR", MEERA, 7): (13_761, 2_477),
}  # fmt: skip
CASH_FEE, CASH_FEE_TAX = 4_900, 747  # 49.00 * 18 / 118; the invoice has two halves of 373 and a paisa of rounding
CALLED_OFF, GIFT = 42_000, 5_000


@pytest.fixture
def traded(shop: Shop, ravi: Any, meera: Any, nia: Any) -> Iterator[Trading]:
    with time_machine.travel(datetime(2026, 6, 1, 12, tzinfo=INDIA), tick=True) as traveller:
        trade = Trading(shop, ravi, meera, nia, traveller)
        june(trade)
        july(trade)
        yield trade


def table(trade: Trading, code: str, text: str) -> dict[str, Any]:
    staff = trade.staff
    found = staff.get(f"reports/{code}", month=text)
    assert staff.status == 200, found
    return dict(found["data"])


def rows(trade: Trading, code: str, text: str) -> list[dict[str, Any]]:
    """A report with amounts in paise."""
    plain = (
        {name: one["minor"] if isinstance(one, dict) else one for name, one in row.items()}
        for row in table(trade, code, text)["rows"]
    )
    return list(plain)


def grown(prefix: str, text: str, trade: Trading, *codes: str) -> int:
    """By how much accounts of what is owed or earned grew in a month, by these kinds of entries."""
    with brand_scope(trade.shop.brand):
        when = month(text, trade.shop.brand)
        found = Posting.objects.filter(transaction__at__gte=when.since, transaction__at__lt=when.until)
        found = found.filter(transaction__code__in=codes) if codes else found
        out = found.filter(source__code__startswith=prefix).values_list("amount_minor", flat=True)
        into = found.filter(destination__code__startswith=prefix).values_list("amount_minor", flat=True)
        return sum(out) - sum(into)


def test_a_month_reads_as_it_was_signed_off(traded: Trading) -> None:
    lines_are_argued_by_hand(traded)
    staff = traded.staff
    for text in MONTHS:
        for code in REPORTS:
            answer = staff.post(f"reports/{code}/files", {"month": text})["data"]["csv"].replace("\r\n", "\n")
            file = GOLDEN / f"{text}-{code}.csv"
            if os.environ.get("HAAT_WRITE_GOLDEN"):
                file.write_text(answer, encoding="utf-8")
            assert answer == file.read_text(encoding="utf-8"), (
                f"{code} is another than {file.name}: read it before you keep it"
            )
            sums = list(csv.reader(io.StringIO(answer)))[-1]
            assert sums[0] == "Total"


def lines_are_argued_by_hand(traded: Trading) -> None:
    def seen(found: list[dict[str, Any]], kind: str, seller: str) -> list[tuple[Any, ...]]:
        mine = [row for row in found if (row["kind"], row["seller"]) == (kind, seller)]
        names = ("part", "title", "quantity", "total", "taxable")
        return sorted(tuple(row[name] for name in names) for row in mine)

    def meant(wanted: list[tuple[Any, ...]], seller: str, sign: int) -> list[tuple[Any, ...]]:
        return sorted(
            (f"AST-26-{order:06}-{NUMBERS[seller][order]}", title, *(sign * one for one in figures))
            for order, title, *figures in wanted
        )

    june_rows, july_rows = (rows(traded, "sales-register", text) for text in MONTHS)
    for seller in (RAVI, MEERA):
        assert seen(june_rows, "sale", seller) == meant(SOLD[seller], seller, 1)
        assert seen(june_rows, "return", seller) == meant(BACK[seller], seller, -1)
    assert seen(july_rows, "return", MEERA) == meant(BACK_IN_JULY, MEERA, -1)
    assert len(july_rows) == 1
    for row in (*june_rows, *july_rows):
        taxes = (row["cgst"], row["sgst"], row["igst"], row["vat"])
        assert row["taxable"] + sum(taxes) == row["total"]
        assert (row["igst"] == 0, row["cgst"] == row["sgst"] == 0) == (
            row["seller"] == RAVI,
            row["seller"] == MEERA,
        )


def test_the_reports_foot_across_whenever_they_are_read(traded: Trading) -> None:
    for text in MONTHS:
        reports_foot_across(traded, text)
    # The sales of the tax year so far are those at the month's end: 6605.08 - 1100.85 in June, 1100.85 less in July.
    year = {text: {row["seller"]: row["year"] for row in rows(traded, "tds", text)} for text in MONTHS}
    assert year == {"2026-06": {RAVI: 251_948 + 67_524, MEERA: 550_423}, "2026-07": {MEERA: 440_338}}


def reports_foot_across(traded: Trading, text: str) -> None:
    found = {code: rows(traded, code, text) for code in REPORTS}
    register, gstr8, tds = found["sales-register"], found["gstr-8"], found["tds"]
    for name in ("taxable", "cgst", "sgst", "igst", "total"):
        assert sum(row[name] for row in register) == sum(row[name] for row in found["tax-summary"])
    assert sum(row["quantity"] for row in register) == sum(row["quantity"] for row in found["tax-summary"])
    for row in found["tax-summary"]:  # a rate's tax on what is left of it; each line rounds by half a paisa at most
        tax, lines = row["cgst"] + row["sgst"] + row["igst"], len(register)
        assert abs(tax * 10_000 - row["taxable"] * row["rate_bp"]) <= 2 * 5_000 * lines
    for seller in {row["seller"] for row in register}:
        mine = [row for row in register if row["seller"] == seller]
        net = sum(row["taxable"] for row in mine)
        (collected,) = (row for row in gstr8 if row["seller"] == seller)
        b2b = [abs(row["taxable"]) for row in mine if row["buyer"]]
        in_b2b = [80_000 + 7_524, 20_000] if (seller, text) == (RAVI, "2026-06") else [0, 0]
        assert [collected["supplied_b2b"], collected["returned_b2b"]] == in_b2b
        assert sum(b2b) == sum(in_b2b)
        assert (collected["net"], collected["supplied"] - collected["returned"]) == (net, net)
        wanted = TCS[seller] if text == "2026-06" else TCS_IN_JULY
        assert collected["tcs"] == wanted == collected["cgst"] + collected["sgst"] + collected["igst"]
        rounded = sum(
            5_000 if row["kind"] == "sale" else 10_000 for row in mine
        )  # a share of what was rounded, rounded
        assert abs(wanted * 10_000 - net * rate("tcs")) <= rounded
        (deducted,) = (row for row in tds if row["seller"] == seller)
        sold = sum(row["taxable"] for row in mine if row["kind"] == "sale")
        assert (deducted["supplied"], deducted["deducted"]) == (sold, TDS[seller] if sold else 0)
        assert abs(deducted["deducted"] * 10_000 - sold * rate("tds")) <= 5_000 * len(mine)
    assert [row["tcs"] for row in found["gst-tcs"]] == [
        row["tcs"] for row in sorted(gstr8, key=lambda row: row["seller"])
    ]


def rate(name: str) -> int:
    """As the country's own file has it today, in basis points."""
    facts = tomllib.loads((Path(tax_rates.__file__).parent / "rates" / "in.toml").read_text())
    return int([one["basis_points"] for one in facts["services"] if one["name"] == name][-1])


def test_books_and_papers_say_the_same(traded: Trading) -> None:
    for text in MONTHS:
        books_agree(traded, text)
        invoices_less_credit_notes_agree(traded, text)
    commission_is_invoiced_as_it_was_booked(traded)
    the_customer_has_back_what_is_not_sold(traded)
    assert verified(traded.shop.brand).faults == []


def books_agree(traded: Trading, text: str) -> None:
    register = rows(traded, "sales-register", text)
    for person in (traded.ravi, traded.meera):
        mine = sum(row["total"] for row in register if row["seller"] == person.seller.name)
        account = f"seller_payable:{person.seller.pk}"
        assert grown(account, text, traded, "seller_order.delivered", "credit.return", "credit.goodwill") == mine
    assert grown("tcs_payable", text, traded) == sum(row["tcs"] for row in rows(traded, "gst-tcs", text))
    assert grown("tds_payable", text, traded) == sum(row["deducted"] for row in rows(traded, "tds", text))


def commission_is_invoiced_as_it_was_booked(traded: Trading) -> None:
    with brand_scope(traded.shop.brand):
        papers = list(Document.objects.select_related("seller").order_by("issued_at", "id"))
    found = {
        (one.number[:3], one.seller.name, one.issued_on.month): (one.taxable_minor, one.tax_minor + one.rounding_minor)
        for one in papers
        if one.seller and one.number[2] in "FR"
    }
    assert found == FEES
    (cash,) = [one for one in papers if one.seller is None]
    assert (cash.total_minor, cash.tax_minor + cash.rounding_minor) == (CASH_FEE, CASH_FEE_TAX)
    for text, number in (("2026-06", 6), ("2026-07", 7)):
        signed = [(1 if key[0] == "ASF" else -1, fee) for key, fee in FEES.items() if key[2] == number]
        fees, tax = (sum(sign * fee[place] for sign, fee in signed) for place in (0, 1))
        in_june = number == 6
        assert grown("commission_revenue", text, traded) == fees
        assert grown("gst_output", text, traded) == tax + (CASH_FEE_TAX if in_june else 0)
        assert grown("cod_fee_income", text, traded) == (CASH_FEE - CASH_FEE_TAX if in_june else 0)


def invoices_less_credit_notes_agree(traded: Trading, text: str) -> None:
    when = month(text, traded.shop.brand)
    with brand_scope(traded.shop.brand):
        papers = list(Document.objects.filter(part__isnull=False, issued_on__gte=when.first, issued_on__lt=when.after))
    register = rows(traded, "sales-register", text)
    for name in ("taxable", "cgst", "sgst", "igst", "total"):
        signed = ((-1 if one.original_id else 1) * getattr(one, f"{name}_minor") for one in papers)
        assert sum(signed) == sum(row[name] for row in register), name


def the_customer_has_back_what_is_not_sold(traded: Trading) -> None:
    back = [one[3] for rows in (*BACK.values(), BACK_IN_JULY) for one in rows]
    with brand_scope(traded.shop.brand):
        refunds = list(Refund.objects.values_list("status", "is_by_bank", "amount_minor"))
    assert {status for status, *_ in refunds} == {"processed"}
    assert sum(amount for *_, amount in refunds) == sum(back) + CALLED_OFF + GIFT
    assert [amount for _, is_by_bank, amount in refunds if is_by_bank] == [57_800]  # order 6, without the fee for cash
