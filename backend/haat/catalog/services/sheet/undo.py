"""Taking back what one row of a sheet did, unless somebody has changed it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.catalog.models import Category, Offer, Product, Variant
from haat.catalog.services.announce import product_changed
from haat.core.sentences import sentence

if TYPE_CHECKING:
    from datetime import datetime

MODELS: dict[str, Any] = {"product": Product, "variant": Variant, "offer": Offer}
ENDS = {"product": "archived", "offer": "archived"}  # what was made is put away: orders may point at it


class ChangedSince(Exception):
    """Somebody changed it after the import; it stays."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def _changed(part: str, name: str) -> str:
    field = name.removesuffix("_minor").replace("_", " ")
    return sentence("undo_changed", "The {part}’s {field} was changed since.", part=part, field=field)


def take_back(*, done: dict[str, Any], at: datetime) -> Product:
    """`done` as a row left it: {"ids", "made", "before", "after"}. Raises ChangedSince and changes nothing then."""
    things = {part: _thing(part, pk) for part, pk in done["ids"].items() if pk}
    for part, values in done["after"].items():
        for name, value in values.items():
            if _plain(getattr(things[part], name)) != value:
                raise ChangedSince(_changed(part, name))
    product: Product = things["product"]
    if "product" in done["made"] and product.status not in {Product.Status.DRAFT, Product.Status.PROPOSED}:
        raise ChangedSince(
            sentence(
                "undo_state",
                "“{title}” is {status} by now. Take it out of the shop by hand.",
                title=product.title,
                status=product.status,
            )
        )
    for part in done["made"]:
        if part in ENDS:
            things[part].status = ENDS[part]
            things[part].save(update_fields=["status", "updated_at"])
    if "product" in done["made"]:
        Product.objects.filter(pk=product.pk).update(archived_at=at)
    for part, values in done["before"].items():
        if part not in done["made"]:
            _restore(things[part], values, at)
    audit.record("product.import_undone", product, label=product.title)
    product_changed(product)
    return product


def _thing(part: str, pk: str) -> Any:
    found = MODELS[part].objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise ChangedSince(sentence("undo_gone", "The {part} is not there any more.", part=part))
    return found


def _restore(thing: Any, values: dict[str, Any], at: datetime) -> None:
    for name, value in values.items():
        if name == "category":
            thing.category = Category.objects.filter(pk=value).first() if value else None
        elif name == "archived_at":
            thing.archived_at = at  # it was archived before, and is so again
        else:
            setattr(thing, name, value)
    thing.save(update_fields=[*values, "updated_at"])


def _plain(value: Any) -> Any:
    if hasattr(value, "pk"):
        return str(value.pk)
    return value.isoformat() if hasattr(value, "isoformat") else value
