"""Edits of a published product: what needs no look takes effect, the rest becomes a change that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Product, ProductChange, Variant
from haat.catalog.queries import states
from haat.catalog.queries.attributes import attributes_of
from haat.catalog.services.values import Unfit, check_axes, checked
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from haat.catalog.queries.states import State
    from haat.catalog.services.drafts import VariantSpec

Status = ProductChange.Status


def propose_change(
    *, product: Product, changes: Mapping[str, Any], specs: Sequence[VariantSpec], fresh: Sequence[Variant]
) -> ProductChange | None:
    """Put an edit before the brand; a change that waits already takes it up. None when nothing is different.

    `fresh` are variants that were made for it and are not live. The caller holds the product's lock.
    """
    after = _after(product, changes, specs)
    for variant in fresh:
        values = states.values_by_variant(product).get(variant.pk, {})
        shown = states.variant_state(variant, values)
        shown.pop("is_live")
        after.setdefault("variants", {})[str(variant.pk)] = shown
    waiting = ProductChange.objects.select_for_update().filter(product=product, status=Status.PENDING).first()
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
        change = ProductChange.objects.select_for_update().filter(product=product, status=Status.PENDING).first()
        if change is None:
            raise NotNow(f"No change of “{product.title}” is waiting; it may have been decided just now.")
        change.status, change.decided_at = Status.WITHDRAWN, at
        change.save(update_fields=["status", "decided_at", "updated_at"])
        audit.record("product.change_withdrawn", product, before=_told(change.after))
    return change


def _after(product: Product, changes: Mapping[str, Any], specs: Sequence[VariantSpec]) -> State:
    after: State = {}
    for name, value in changes.items():
        if name == "category":
            after[name] = states.category_state(value)
        elif name == "attributes":
            after[name] = _values(changes.get("category", product.category), value)
        elif name in states.WORDS:
            after[name] = list(value) if isinstance(value, (list, tuple)) else value
    for spec in specs:
        if spec.id is not None and (own := _variant_after(product, spec)):
            after.setdefault("variants", {})[str(spec.id)] = own
    return after


def _variant_after(product: Product, spec: VariantSpec) -> State:
    given = {name: getattr(spec, name) for name in states.VARIANT_WORDS}
    own = {name: list(value) if isinstance(value, (list, tuple)) else value for name, value in given.items()}
    own = {name: value for name, value in own.items() if value is not None}
    if "options" in own:
        own["options"] = check_axes(product, own["options"])
    if "sku" in own and Variant.objects.exclude(pk=str(spec.id)).filter(sku=own["sku"]).exists():
        raise InvalidInput(f"The SKU “{own['sku']}” is used already.", details={"sku": ["In use."]})
    if spec.attributes is not None:
        own["attributes"] = _values(product.category, spec.attributes)
    return own


def _values(category: Any, given: Mapping[str, Any]) -> State:
    """As they will read once they are kept. Raises InvalidInput."""
    known = {row.code: row for row in attributes_of(category.pk if category else None)}
    problems: list[str] = []
    for code, value in given.items():
        try:
            if code not in known:
                raise Unfit("there is no such attribute in this category.")
            checked(known[code], value)
        except Unfit as unfit:
            problems.append(f"{known[code].name if code in known else code}: {unfit}")
    if problems:
        raise InvalidInput(problems[0], details={"attributes": problems})
    return {code: plain_of(known[code], value) for code, value in given.items()}


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
            merged["variants"][pk] = old["variants"][pk] | new["variants"][pk]
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
    return after if now is None else {name: value for name, value in after.items() if value != now.get(name)}


def _told(state: State) -> State:
    """For the log: names of what changed, without long texts."""
    return {name: value if isinstance(value, str) and len(value) <= 250 else "…" for name, value in state.items()}
