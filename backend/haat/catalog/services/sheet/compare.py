"""Rows against what is there: each gets its fate, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog.models import Offer, Product, Variant
from haat.catalog.services.missing import STOCK
from haat.catalog.services.offers import PRICE_MAX_MINOR
from haat.catalog.services.sheet.differences import Refusal, laid_over, told
from haat.catalog.services.sheet.rows import Compared, Fate
from haat.catalog.services.sheet.shelf import Shelf
from haat.catalog.types import EDITABLE
from haat.core.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.catalog.services.sheet.rows import By, Wanted

Status = Product.Status
FOREIGN = sentence("foreign", "Another seller wrote this product: only price and stock are taken from this row.")
BACK = sentence("draft_again", "It was archived and is a draft again.")


def compare(*, rows: Sequence[Wanted], by: By, lock: bool = False) -> Compared:
    """What each row would do. With `lock` the products stay locked until the transaction ends, to be written."""
    shelf, found = Shelf(rows, by, lock=lock), Compared()
    for row in rows:
        try:
            found.fates[row.number] = _Row(row, shelf, found).decide()
        except Refusal as refusal:
            found.fates[row.number] = Fate(row.number, "refused", refusal.column, refusal.why)
    return found


class _Row:
    """One row on its way: everything is weighed before the first object changes, so a refused row leaves no trace."""

    def __init__(self, row: Wanted, shelf: Shelf, found: Compared) -> None:
        self.row, self.shelf, self.found = row, shelf, found
        self.fate = Fate(row.number)
        self.variant = shelf.variants.get(row.sku)
        self.product = self._product()
        self.keeps_archived = row.keeps_archived or shelf.by.drafts_only
        self.is_ours = self.product is None or shelf.owns(self.product)
        self.offer = shelf.offers.get((self.variant.pk, row.seller_id)) if self.variant else None

    def decide(self) -> Fate:
        words, variant = self._words(), self._variant()
        offer = self._offer()
        self._check_is_draft(changes=bool(words or variant or offer))
        if words or variant or self.variant is None:
            self._check_may_edit()
        product = self.product or self._new_product()
        self.shelf.said.setdefault(product.pk, set()).update(self.row.words)
        if product.status == Status.ARCHIVED and self.is_ours and not self.keeps_archived:
            words |= {"status": Status.DRAFT, "archived_at": None}
            self.fate.message = BACK
        self._set("product", product, words, self.found.products)
        made = self.variant or self._new_variant(product)
        self._set("variant", made, variant, self.found.variants)
        if self.offer is None and offer:
            self.offer = Offer(variant=made, seller_id=self.row.seller_id, currency=self.shelf.by.currency)
            self.shelf.offers[made.pk, self.row.seller_id] = self.offer
            self._new("offer", self.offer, self.found.offers)
        if self.offer is not None:
            self._set("offer", self.offer, offer, self.found.offers)
        self.fate.product, self.fate.variant, self.fate.offer = product, made, self.offer
        return self.fate

    def _product(self) -> Product | None:
        named = self.shelf.product_of(self.row.handle) if self.row.handle else None
        if self.variant is None:
            return named
        product: Product = self.variant.product
        if named is not None and named.pk != product.pk:
            raise Refusal(
                "sku",
                sentence(
                    "sku_elsewhere",
                    "The SKU “{sku}” belongs to another product, “{title}”.",
                    sku=self.row.sku,
                    title=product.title,
                ),
            )
        if not self.shelf.owns(product) and product.status != Status.PUBLISHED:
            raise Refusal(
                "sku",
                sentence(
                    "sku_used", "The SKU “{sku}” is used by another product already. Choose another.", sku=self.row.sku
                ),
            )
        return product

    def _words(self) -> dict[str, Any]:
        row, product = self.row, self.product
        if product is None:
            if not row.words.get("title"):
                raise Refusal(
                    "title", sentence("title_none", "This product is new here and has no title. Give it one.")
                )
            return {}
        if not self.is_ours:
            self.fate.message = FOREIGN if told(product, row.words) else ""
            return {}
        said = self.shelf.said.setdefault(product.pk, set())  # the first row of a file that says it counts
        words = told(product, {name: value for name, value in row.words.items() if name not in said})
        laid = laid_over(words.get("specifications", product.specifications), row.specifications)
        if laid != product.specifications:
            words["specifications"] = laid
        return words

    def _variant(self) -> dict[str, Any]:
        if not self.is_ours:
            return {}
        return told(self.variant or Variant(), self.row.variant)

    def _offer(self) -> dict[str, Any]:
        row, there = self.row, self.offer
        wanted = dict(row.offer)
        if there is None and "price_minor" not in wanted:
            if "mrp_minor" in wanted and not self.is_ours:
                raise Refusal("price", sentence("price_none", "Give the price beside the MRP."))
            return {}
        price = wanted.get("price_minor", there.price_minor if there else 0)
        mrp = wanted.get("mrp_minor", there.mrp_minor if there else price)
        if not 0 < price <= PRICE_MAX_MINOR:
            raise Refusal("price", sentence("price_range", "A price must be above zero and below one crore."))
        if mrp < price:
            if "mrp_minor" not in wanted:
                raise Refusal(
                    "price",
                    sentence("price_above", "The price would be above the MRP that is there. Give the MRP too."),
                )
            raise Refusal("mrp", sentence("mrp_below", "The MRP may not be below the price."))
        wanted |= {"price_minor": price, "mrp_minor": mrp}
        if there and there.status == Offer.Status.ARCHIVED:
            wanted.setdefault("status", Offer.Status.ACTIVE)
        return told(there, wanted) if there else wanted

    def _check_is_draft(self, *, changes: bool) -> None:
        product = self.product
        if changes and product and self.shelf.by.drafts_only and product.status != Status.DRAFT:
            raise Refusal(
                "row",
                sentence(
                    "no_draft", "It is {status} by now and no draft any more; change it by hand.", status=product.status
                ),
            )

    def _check_may_edit(self) -> None:
        product, by = self.product, self.shelf.by
        if product is None or by.seller_id is None or product.status in {*EDITABLE, Status.ARCHIVED}:
            return
        if not by.auto_approve:
            raise Refusal(
                "title",
                sentence(
                    "must_agree",
                    "“{title}” is {status}: the brand must agree to other words and new variants. "
                    "Leave the columns that describe it empty to change price and stock alone.",
                    title=product.title,
                    status=product.status,
                ),
            )

    def _new_product(self) -> Product:
        row = self.row
        product = Product(
            seller_id=row.seller_id, slug=self.shelf.free_slug(row.handle, row.words["title"]), missing=[STOCK]
        )
        for name, value in (row.defaults | row.words).items():
            setattr(product, name, value)
            self.fate.note("product", name, None, value)
        product.specifications = laid_over(product.specifications, row.specifications)
        self.shelf.add(product, row.handle)
        self._new("product", product, self.found.products)
        return product

    def _new_variant(self, product: Product) -> Variant:
        variant = Variant(product=product, sku=self.row.sku, position=self.shelf.place(product))
        variant.hsn = self.row.hsn_default
        self.shelf.variants[variant.sku] = variant
        self._new("variant", variant, self.found.variants)
        return variant

    def _new(self, part: str, thing: Any, among: dict[Any, Any]) -> None:
        self.fate.make(part)
        among[thing.pk] = thing

    def _set(self, part: str, thing: Any, values: dict[str, Any], among: dict[Any, Any]) -> None:
        for name, value in values.items():
            self.fate.note(part, name, getattr(thing, name), value)
            setattr(thing, name, value)
            among[thing.pk] = thing
