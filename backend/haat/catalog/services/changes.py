"""Edits of a published product: what needs no look takes effect, the rest becomes a change that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Category, Product, ProductChange, Variant
from haat.catalog.queries import states
from haat.catalog.queries.attributes import attributes_of
from haat.catalog.services.values import Unfit, check_axes, checked, is_nothing, of_row, refuse
from haat.catalog.services.variants import archive_variant
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from haat.catalog.queries.states import State
    from haat.catalog.services.drafts import VariantSpec

Status = ProductChange.Status


def propose_change(
    *, product: Product, changes: Mapping[str, Any], specs: Sequence[VariantSpec], fresh: Sequence[Variant]
) -> ProductChange | None:
    """Put an edit before the brand; a change that waits already takes it up. None when nothing is different.

    `fresh` are variants that are not live and come with it. The caller holds the product's lock.
    """
    waiting = waiting_change(product)
    after = _after(product, changes, specs, waiting)
    for variant in fresh:
        values = states.values_by_variant(product).get(variant.pk, {})
        shown = states.variant_state(variant, values)
        kept = {name: shown[name] for name in states.VARIANT_REVIEWED}
        after.setdefault("variants", {})[str(variant.pk)] = kept
    return join(product=product, waiting=waiting, after=after)


def propose_removals(*, product: Product, variants: Sequence[Variant], forgotten: Collection[str]) -> None:
    """Variants that would leave the shop; of those in `forgotten`, by id, nothing waits any more."""
    waiting = waiting_change(product)
    if waiting and "variants" in waiting.after:
        waiting.after["variants"] = {pk: one for pk, one in waiting.after["variants"].items() if pk not in forgotten}
    join(product=product, waiting=waiting, after={"variants": {str(one.pk): {"is_removed": True} for one in variants}})


def join(*, product: Product, waiting: ProductChange | None, after: State) -> ProductChange | None:
    """Put this with what waits already; nothing waits any more when all of it is so already."""
    change = waiting or ProductChange(product=product, seller=product.seller)
    merged = _merged(change.after, after)
    now = states.current(product, merged)
    kept = _different(now, merged)
    if not kept:
        if waiting:
            waiting.delete()
        return None
    change.before, change.after = states.current(product, kept), kept
    change.save()
    audit.record("product.change_proposed", product, before=_told(change.before), after=_told(change.after))
    return change


def withdraw_change(*, product: Product, at: datetime) -> ProductChange:
    """The seller thinks better of it. Raises NotNow when nothing waits."""
    with transaction.atomic():
        product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
        change = waiting_change(product)
        if change is None:
            raise NotNow(f"No change of “{product.title}” is waiting; it may have been decided just now.")
        new = [pk for pk, value in change.before.get("variants", {}).items() if value is None]
        for variant in product.variants.filter(pk__in=new, is_live=False, archived_at=None):
            archive_variant(product=product, variant=variant, at=at)
        Product.objects.filter(pk=product.pk).update(revision=product.revision + 1)  # an open editor shows the change
        change.status, change.decided_at = Status.WITHDRAWN, at
        change.save(update_fields=["status", "decided_at", "updated_at"])
        audit.record("product.change_withdrawn", product, before=_told(change.after))
    return change


def waiting_change(product: Product) -> ProductChange | None:
    """The edit that waits, locked."""
    return ProductChange.objects.select_for_update().filter(product=product, status=Status.PENDING).first()


def _after(
    product: Product, changes: Mapping[str, Any], specs: Sequence[VariantSpec], waiting: ProductChange | None
) -> State:
    after: State = {}
    category = changes.get("category", _category_of(product, waiting))
    leaving = waiting.after.get("variants", {}) if waiting else {}
    for name, value in changes.items():
        if name == "category":
            after[name] = states.category_state(value)
        elif name == "attributes":
            after[name] = _values(category, value)
        elif name in states.WORDS:
            after[name] = list(value) if isinstance(value, (list, tuple)) else value
    for place, spec in enumerate(specs):
        with of_row(place):
            own = _variant_after(product, spec, category) if spec.id is not None else {}
        if (leaving.get(str(spec.id)) or {}).get("is_removed"):
            own["is_removed"] = False  # it is named again, so it stays
        if own:
            after.setdefault("variants", {})[str(spec.id)] = own
    return after


def _category_of(product: Product, waiting: ProductChange | None) -> Category | None:
    """The one that it would be in: facts that wait beside another category are of that one."""
    later = waiting.after.get("category") if waiting else None
    return (Category.objects.filter(pk=later["id"]).first() if later else None) or product.category


def _variant_after(product: Product, spec: VariantSpec, category: Category | None) -> State:
    given = {name: getattr(spec, name) for name in states.VARIANT_WORDS}
    own = {name: list(value) if isinstance(value, (list, tuple)) else value for name, value in given.items()}
    own = {name: value for name, value in own.items() if value is not None}
    if "options" in own:
        own["options"] = check_axes(product, own["options"])
    if "sku" in own and Variant.objects.exclude(pk=str(spec.id)).filter(sku=own["sku"]).exists():
        raise InvalidInput(f"The SKU “{own['sku']}” is used already.", details={"sku": ["In use."]})
    if spec.attributes is not None:
        own["attributes"] = _values(category, spec.attributes)
    return own


def _values(category: Any, given: Mapping[str, Any]) -> State:
    """As they will read once they are kept. Raises InvalidInput."""
    known = {row.code: row for row in attributes_of(category.pk if category else None)}
    problems: dict[str, list[str]] = {}
    for code, value in given.items():
        try:
            if code in known:
                checked(known[code], value)
            elif not is_nothing(value):
                raise Unfit("there is no such attribute in this category.")
        except Unfit as unfit:
            problems[code] = [f"{known[code].name if code in known else code}: {unfit}"]
    refuse(problems)
    return {code: plain_of(known[code], value) if code in known else None for code, value in given.items()}


def plain_of(attribute: Any, value: Any) -> Any:
    """The value as it reads when it comes back from the database."""
    from haat.catalog.models import AttributeValue

    rows = [AttributeValue(kind=attribute.kind, attribute=attribute, **one).plain for one in checked(attribute, value)]
    return rows if attribute.kind == "choices" and rows else rows[0] if rows else None


def _merged(old: State, new: State) -> State:
    merged = old | new
    for name in ("attributes", "variants"):
        if name in old and name in new:
            merged[name] = old[name] | new[name]
    if "variants" in old and "variants" in new:
        for pk in old["variants"].keys() & new["variants"].keys():
            merged["variants"][pk] = _merged(old["variants"][pk], new["variants"][pk])
    return merged


def _different(now: State, after: State) -> State:
    """Only what is not so already."""
    kept: State = {}
    for name in states.differing(now, after):
        value = after[name]
        if name == "attributes":
            value = {code: one for code, one in value.items() if one != now[name].get(code)}
        elif name == "variants":
            value = {pk: _less(now[name].get(pk), one) for pk, one in value.items()}
            value = {pk: one for pk, one in value.items() if one}
        if value or name not in {"attributes", "variants"}:
            kept[name] = value
    return kept


def _less(now: State | None, after: State) -> State:
    if now is None:
        return after
    less = {name: value for name, value in after.items() if value != now.get(name)}
    if "attributes" in less and "attributes" in now:
        less["attributes"] = {
            code: one for code, one in less["attributes"].items() if one != now["attributes"].get(code)
        }
    return less


def _told(state: State) -> State:
    """For the log: names of what changed, without long texts."""
    return {name: value if isinstance(value, str) and len(value) <= 250 else "…" for name, value in state.items()}
