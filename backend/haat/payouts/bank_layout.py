"""The bank's file and its answer: comma separated, seven columns out, ten back (docs/money.md has the table)."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.core.errors import InvalidInput
from haat.core.money import parse_minor, plain_minor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LAYOUT = "enet-7"
CURRENT_ACCOUNT = "11"
NAME_MAX = 70
ANSWER_BYTES_MAX = 2_000_000
UNSAFE = re.compile(r"[^A-Za-z0-9 .&-]")  # commas and other signs are refused by the bank, formulas by us
PAID, REFUSED = {"E", "EXECUTED", "PAID"}, {"R", "REJECTED", "RETURNED", "FAILED"}


@dataclass(frozen=True, slots=True)
class Order:
    reference: str
    name: str
    account: str
    ifsc: str
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Answer:
    line: int
    reference: str
    amount_minor: int | None
    utr: str
    is_paid: bool
    reason: str


def content(orders: Iterable[Order], day: date) -> str:
    """Without a header, as the bank wants it."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\r\n")
    for one in orders:
        name = UNSAFE.sub(" ", one.name).strip()[:NAME_MAX]
        amount = plain_minor(one.amount_minor, one.currency)
        write.writerow([one.reference, name, one.account, one.ifsc, CURRENT_ACCOUNT, amount, f"{day:%Y%m%d}"])
    return text.getvalue()


def answers(text: str, currency: str) -> list[Answer]:
    """What the bank says of each line. Raises InvalidInput naming the line that cannot be read."""
    if len(text.encode()) > ANSWER_BYTES_MAX:
        raise InvalidInput("The file is too large.", details={"csv": ["At most 2 MB."]})
    found = []
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and "reference" in cells[0].casefold()):
            continue
        found.append(_answer(number, cells, currency))
    if not found:
        raise InvalidInput("There is no line in this file.", details={"csv": ["Choose the bank's answer file."]})
    return found


def _answer(number: int, cells: list[str], currency: str) -> Answer:
    state = cells[8].upper() if len(cells) > 8 else ""
    if state not in PAID | REFUSED:
        said = f"Line {number}: column 9 must say E (executed) or R (rejected)."
        raise InvalidInput(said, details={"csv": [said]})
    try:
        amount = parse_minor(cells[5].replace(",", ""), currency)
    except ValueError:
        amount = None
    reason = cells[9] if len(cells) > 9 else ""
    return Answer(number, cells[0], amount, cells[7], state in PAID, reason[:200])
