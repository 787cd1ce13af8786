"""Some rows of an import: read, compared, and, when it runs, written; all or nothing of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.catalog import services as catalog
from haat.core.sentences import joined, sentence
from haat.imports.columns.reading import Wrong
from haat.imports.services.stocking import held_rows, stock_up
from haat.inventory import queries as inventory
from haat.search import services as search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.services import Compared, Fate
    from haat.imports.columns.reading import Read
    from haat.imports.models import Row
    from haat.imports.services.setting import Setting


ONLY_PICTURE = sentence("picture_only", "Only a picture: pictures are not fetched from addresses.")
NO_OFFER = sentence("stock_no_offer", "Without a price there is no offer, so nothing was counted.")
NO_COUNT = sentence("stock_no_count", "It has no count of its own, so nothing was counted.")


@dataclass(slots=True)
class Chunk:
    """`fates` by number of the row."""

    fates: dict[int, Fate] = field(default_factory=dict)
    stocks: dict[UUID, int] = field(default_factory=dict)  # wanted, by offer


def settle(rows: Sequence[Row], setting: Setting, *, at: datetime, write: bool) -> dict[int, Fate]:
    """What becomes of each row; with `write` it is so afterwards."""
    chunk = Chunk()
    read = _read(rows, setting, chunk)
    compared = catalog.compare(rows=[one.wanted for one in read.values()], by=setting.by, lock=write)
    chunk.fates |= compared.fates
    _count(read, compared, setting, chunk)
    for number, one in read.items():
        fate = chunk.fates[number]
        fate.message = joined(fate.message, *one.notes)
    if write:
        _write(compared, setting, chunk, at)
    return chunk.fates


def _read(rows: Sequence[Row], setting: Setting, chunk: Chunk) -> dict[int, Read]:
    """Rows that can be understood and are not held back; the others are refused here."""
    found: dict[int, Read] = {}
    firsts = setting.first_rows(rows)
    double = setting.doubles(rows)
    for row in rows:
        try:
            if setting.is_picture_only(row):
                chunk.fates[row.number] = catalog.Fate(row.number, message=ONLY_PICTURE)
                continue
            one = setting.reader.read(row.number, row.cells, row.faults, firsts.get(row.key, {}))
            if (line := double.get((row.number, str(one.wanted.seller_id)))) is not None:
                raise Wrong("sku", _double(one.wanted.sku, line))
            found[row.number] = one
        except Wrong as wrong:
            chunk.fates[row.number] = catalog.Fate(row.number, "refused", wrong.column, wrong.why)
    for number, held in held_rows(found).items():
        why = sentence("stock_held", "{count} units are held for orders, so there cannot be fewer.", count=held)
        chunk.fates[number] = catalog.Fate(number, "refused", "stock", why)
        del found[number]
    return found


def _double(sku: str, line: int) -> str:
    return sentence(
        "sku_twice", "The SKU “{sku}” came before in line {line}. Keep one of the two rows.", sku=sku, line=line
    )


def _count(read: dict[int, Read], compared: Compared, setting: Setting, chunk: Chunk) -> None:
    """Stock that a row counts, beside what it says of goods."""
    offers = {fate.offer.pk for fate in compared.fates.values() if fate.offer and "offer" not in fate.made}
    there, numbered = inventory.default_stocks(offers), inventory.numbered(offers)
    for number, one in read.items():
        fate = compared.fates[number]
        if fate.verb == "refused":
            continue
        is_new = "offer" in fate.made
        wanted = one.stock if one.stock is not None else setting.stock_default if is_new else None
        if fate.offer is None:
            fate.message = joined(fate.message, NO_OFFER if one.stock else "")
            continue
        if wanted is None and not is_new:
            continue
        if fate.offer.variant.is_bundle or fate.offer.pk in numbered:
            fate.message = joined(fate.message, NO_COUNT if one.stock is not None else "")
            continue
        now = there[fate.offer.pk].on_hand if fate.offer.pk in there else 0
        chunk.stocks[fate.offer.pk] = wanted or 0
        if wanted is not None and now != wanted:
            fate.note("stock", "on_hand", now, wanted)


def _write(compared: Compared, setting: Setting, chunk: Chunk, at: datetime) -> None:
    catalog.write_sheet(compared=compared, at=at)
    new = {fate.offer.pk for fate in compared.fates.values() if fate.offer and "offer" in fate.made}
    touched: dict[UUID, Any] = {}
    for fate in chunk.fates.values():
        if fate.product is not None and fate.verb in {"create", "change"}:
            touched[fate.product.pk] = fate.product
    offers = {fate.offer.pk: fate for fate in chunk.fates.values() if fate.offer and fate.verb != "refused"}
    wanted = {pk: count for pk, count in chunk.stocks.items() if pk in offers}
    stock_up(wanted, new=new, at=at)
    stocked = {fate.product.pk for pk, fate in offers.items() if fate.product and wanted.get(pk, 0) > 0}
    catalog.refresh_many(product_ids=list(touched), stocked=stocked & touched.keys())
    setting.after(touched.values(), at)
    shown = [pk for pk, product in touched.items() if product.status == "published"]
    if shown:
        search.index(shown)
