"""What every chunk of one import needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Min

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.catalog.services import By
from haat.catalog.types import DRAFT
from haat.core.errors import DomainError
from haat.imports.columns import Reader
from haat.imports.columns.places import Places
from haat.imports.columns.reading import Wrong
from haat.imports.models import Row
from haat.sellers import queries as sellers
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from haat.imports.models import Import

WORDS = {"sku", "price", "mrp", "stock", "option1_value", "option2_value", "barcode", "title"}


class Setting:
    """Read anew for every stretch of work; a chunk changes nothing of it."""

    def __init__(self, row: Import) -> None:
        brand = active_brand()
        self.row, self.options = row, row.options
        self.by = By(
            row.seller_id,
            bool(brand.policy("auto_approve_products", default=False)),
            brand.currency,
            bool(self.options.get("drafts_only")),
        )
        self.places = Places(catalog.categories(), self.options.get("categories", {}))
        active = {str(one.slug): one.pk for one in sellers.active_sellers()}
        if row.seller_id and row.seller_id not in active.values():
            active[str(sellers.seller(row.seller_id).slug)] = row.seller_id
        self.reader = Reader(row.columns, self.options, brand.currency, self.places, active, row.seller_id)
        self.stock_default: int | None = self.options.get("stock")
        self._places = {name: place for place, name in enumerate(row.columns) if name}

    def cell(self, row: Row, name: str) -> str:
        place = self._places.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def is_picture_only(self, row: Row) -> bool:
        """Some shops write further pictures of a product as rows of their own."""
        return bool(row.key and self.cell(row, "picture")) and not any(self.cell(row, name) for name in WORDS)

    def first_rows(self, rows: Sequence[Row]) -> dict[str, dict[str, str]]:
        """For each handle, what the first row of its product says: names of options stand there alone in some files."""
        firsts: dict[str, dict[str, str]] = {}
        for row in sorted(rows, key=lambda one: one.number):
            if row.key and row.key not in firsts:
                firsts[row.key] = self.reader.given(row.cells)
        return firsts

    def doubles(self, rows: Sequence[Row]) -> dict[tuple[int, str], int]:
        """(number, seller) of rows whose SKU came before for that seller, with the line where it did."""
        skus = {row.sku for row in rows if row.sku}
        same = (
            Row.objects.filter(of=self.row, sku__in=skus)
            .values("sku")
            .annotate(first=Min("number"))
            .values_list("sku", "first")
        )
        firsts = dict(same)
        late = [row for row in rows if row.sku and firsts[row.sku] < row.number]
        if not late:
            return {}
        before: dict[tuple[str, str], tuple[int, int]] = {}
        for row in Row.objects.filter(of=self.row, sku__in={row.sku for row in late}).order_by("number"):
            before.setdefault((row.sku, self._seller(row)), (row.number, row.line))
        found = {}
        for row in late:
            number, line = before[row.sku, self._seller(row)]
            if number < row.number:
                found[row.number, self._seller(row)] = line
        return found

    def _seller(self, row: Row) -> str:
        try:
            return str(self.reader.seller_of(self.reader.given(row.cells)))
        except Wrong:
            return ""

    def after(self, products: Iterable[Any], at: datetime) -> None:
        """Send complete drafts on, where the file's person asked for that."""
        if self.options.get("after") != "propose":
            return
        for product in products:
            if product.status != DRAFT:
                continue
            try:
                if self.by.seller_id:
                    catalog_services.propose_product(product=product, auto_approve=self.by.auto_approve, at=at)
                else:
                    catalog_services.publish_product(product=product, at=at)
            except DomainError:
                continue  # it still lacks something; the list of drafts says what
