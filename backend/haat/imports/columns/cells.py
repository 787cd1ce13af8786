"""One cell as a value of ours. Each raises ValueError with a sentence that says what to write instead."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from haat.core import csv
from haat.core.money import parse_minor
from haat.core.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

PRICE_SIGNS = re.compile(r"^(?:₹|rs\.?|inr|aed|usd|\$|€|£)\s*|\s*(?:/-|inr|rs\.?|aed)$", re.IGNORECASE)
GROUPED_BY_DOT = re.compile(r"^\d{1,3}(\.\d{3})+,\d{1,2}$")
WHOLE_MAX = 10_000_000
COUNTRIES = {
    "india": "IN", "bharat": "IN", "भारत": "IN", "hindustan": "IN", "china": "CN", "prc": "CN", "united states": "US", "usa": "US",
    "united states of america": "US", "united kingdom": "GB", "uk": "GB", "great britain": "GB", "germany": "DE", "france": "FR",
    "italy": "IT", "spain": "ES", "japan": "JP", "south korea": "KR", "korea": "KR", "taiwan": "TW", "thailand": "TH", "vietnam": "VN",
    "indonesia": "ID", "malaysia": "MY", "singapore": "SG", "sri lanka": "LK", "bangladesh": "BD", "nepal": "NP", "bhutan": "BT",
    "pakistan": "PK", "turkey": "TR", "uae": "AE", "united arab emirates": "AE", "hong kong": "HK", "australia": "AU", "canada": "CA",
    "netherlands": "NL", "switzerland": "CH", "sweden": "SE", "poland": "PL", "portugal": "PT", "brazil": "BR", "mexico": "MX",
    "russia": "RU", "south africa": "ZA", "egypt": "EG", "israel": "IL", "philippines": "PH", "myanmar": "MM", "cambodia": "KH",
}  # fmt: skip


def undefused(text: str) -> str:
    """An apostrophe that an export set before a sign of formulas is no part of the text."""
    is_defused = text[:1] == "'" and text[1:].lstrip(" ").startswith(csv.STARTS)
    return text[1:] if is_defused else text


def text(limit: int) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if len(cell) > limit:
            raise ValueError(
                sentence(
                    "text_long", "This has {count} characters; at most {most} are kept. Shorten it.",
                    count=f"{len(cell):,}", most=f"{limit:,}",
                )
            )  # fmt: skip
        return cell

    return read


def price(cell: str, currency: str) -> int:
    bare = PRICE_SIGNS.sub("", PRICE_SIGNS.sub("", cell.strip())).strip()
    if GROUPED_BY_DOT.match(bare):
        raise ValueError(
            sentence(
                "price_comma",
                "“{cell}” has a comma before its last digits. Write it with a point, such as 1299.00.",
                cell=cell,
            )
        )
    try:
        minor = parse_minor(bare, currency)
    except ValueError as wrong:
        if "decimals" in str(wrong):
            raise ValueError(
                sentence(
                    "price_parts", "“{cell}” has parts smaller than a paisa. Round it to two places.", cell=cell[:40]
                )
            ) from None
        raise ValueError(
            sentence("price_unread", "“{cell}” is not a price. Write it as 1299.00.", cell=cell[:40])
        ) from None
    if minor <= 0:
        raise ValueError(sentence("price_zero", "“{cell}” is not above zero.", cell=cell[:40]))
    if minor > 10_000_000_00:
        raise ValueError(
            sentence("price_most", "“{cell}” is above one crore, the most that a price may be.", cell=cell[:40])
        )
    return minor


def whole(cell: str) -> int:
    bare = cell.replace(",", "").strip().removesuffix(".0").removesuffix(".00")
    if not bare.isascii() or not bare.isdigit():
        raise ValueError(sentence("whole_unread", "“{cell}” is not a whole number from 0 up.", cell=cell[:40]))
    if len(bare) > 9 or int(bare) > WHOLE_MAX:
        raise ValueError(sentence("whole_most", "“{cell}” is more than {most}.", cell=cell[:40], most=f"{WHOLE_MAX:,}"))
    return int(bare)


def grams_of_kilos(cell: str) -> int:
    minor = re.fullmatch(r"(\d{1,4})(?:\.(\d{1,3}))?\s*(?:kg|kgs)?", cell.strip(), re.IGNORECASE)
    if not minor:
        raise ValueError(
            sentence("weight_unread", "“{cell}” is not a weight in kilograms, such as 0.75.", cell=cell[:40])
        )
    return int(minor[1]) * 1000 + int((minor[2] or "").ljust(3, "0"))


def hsn(cell: str) -> str:
    bare = cell.replace(" ", "").replace(".", "")
    if not re.fullmatch(r"[0-9]{4}|[0-9]{6}|[0-9]{8}", bare, re.ASCII):
        raise ValueError(
            sentence(
                "hsn_unread", "“{cell}” is no HSN code: it has 4, 6 or 8 digits. Did the sheet drop a zero in front?", cell=cell[:40],
            )
        )  # fmt: skip
    return bare


def country(cell: str) -> str:
    bare = re.sub(r"^(made in|product of)\s+", "", cell.strip(), flags=re.IGNORECASE).strip(". ")
    if re.fullmatch(r"[A-Za-z]{2}", bare) and bare.casefold() not in COUNTRIES:
        return bare.upper()
    if (code := COUNTRIES.get(bare.casefold())) is None:
        raise ValueError(
            sentence(
                "country_unknown",
                "“{cell}” is no country that is known here. Write its two letters, such as IN.",
                cell=cell[:40],
            )
        )
    return code


def barcode(cell: str) -> str:
    bare = cell.strip().lstrip("'").replace(" ", "").replace("-", "")
    if not re.fullmatch(r"[0-9]{8,14}", bare, re.ASCII):
        raise ValueError(
            sentence(
                "barcode_unread",
                "“{cell}” is no barcode: it has 8 to 14 digits. Set the column to text if it shows 8.9E+12.",
                cell=cell[:40],
            )
        )
    return bare


def choice(*words: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        if cell.casefold() not in words:
            raise ValueError(
                sentence("choice_unknown", "“{cell}” is not one of {words}.", cell=cell[:40], words=", ".join(words))
            )
        return cell.casefold()

    return read


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parent's
        if tag in {"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4"}:
            self.found.append("\n")


def words_of_html(cell: str) -> str:
    reader = _Words()
    reader.feed(cell)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.found).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
