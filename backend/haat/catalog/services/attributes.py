"""The brand's words for facts: making, changing, placing and archiving typed attributes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Attribute, AttributeChoice, AttributePlace, Category
from haat.catalog.services.announce import shape_changed
from haat.catalog.types import RESERVED_NAMES
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

ATTRIBUTES_MAX = 300
CHOICES_MAX = 300
Kind = Attribute.Kind
FACETED = {Kind.CHOICE, Kind.CHOICES, Kind.COLOUR, Kind.NUMBER, Kind.BOOLEAN}
SPLITTING = {Kind.CHOICE, Kind.COLOUR, Kind.NUMBER}


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """`id` names one that is there, which may be called otherwise now."""

    label: str
    swatch: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """An attribute as a whole. Choices in their order; those that are left out are archived."""

    code: str
    name: str
    kind: str
    unit: str = ""
    is_facet: bool = False
    is_axis: bool = False
    is_required: bool = False
    position: int = 0
    choices: Sequence[ChoiceSpec] = ()
    category_ids: Sequence[UUID] = field(default_factory=tuple)


def save_attribute(*, spec: AttributeSpec, attribute: Attribute | None, at: datetime) -> Attribute:
    """Make an attribute, or bring one in line. Raises InvalidInput, NotNow when its kind or code would change."""
    _check(spec, attribute)
    with transaction.atomic():
        before = _seen(attribute) if attribute else None
        row = attribute or Attribute(code=spec.code, kind=spec.kind)
        for name in ("name", "unit", "is_facet", "is_axis", "is_required", "position"):
            setattr(row, name, getattr(spec, name))
        row.save()
        _choose(row, spec.choices, at)
        _place(row, spec.category_ids)
        audit.record("attribute.saved" if before else "attribute.made", row, before=before, after=_seen(row))
        shape_changed()
    return row


def archive_attribute(*, attribute: Attribute, at: datetime | None) -> Attribute:
    """Take it out of editors, filters and pages; what products say for it stays. None brings it back."""
    with transaction.atomic():
        if at is None and Attribute.objects.filter(archived_at=None, name__iexact=attribute.name).exists():
            raise NotNow(f"There is another attribute “{attribute.name}” by now; rename that one first.")
        attribute.archived_at = at
        attribute.save(update_fields=["archived_at", "updated_at"])
        audit.record("attribute.archived" if at else "attribute.restored", attribute)
        shape_changed()
    return attribute


def put_attributes(*, specs: Sequence[AttributeSpec], at: datetime) -> None:
    """Those of a manifest; the others stay."""
    known = {row.code: row for row in Attribute.objects.all()}
    for spec in specs:
        row = known.get(spec.code)
        if row is None or _seen(row) != _wanted(spec, row):
            save_attribute(spec=spec, attribute=row, at=at)


def _check(spec: AttributeSpec, attribute: Attribute | None) -> None:
    if attribute and (attribute.kind != spec.kind or attribute.code != spec.code):
        raise NotNow("Kind and code of an attribute stay as they are; archive it and make another one.")
    problems: dict[str, list[str]] = {}
    if attribute is None and Attribute.objects.filter(code=spec.code).exists():
        problems["code"] = [f"There is an attribute “{spec.code}” already."]
    if attribute is None and Attribute.objects.count() >= ATTRIBUTES_MAX:
        problems["name"] = [f"{ATTRIBUTES_MAX} attributes are the most."]
    same = Attribute.objects.filter(archived_at=None, name__iexact=spec.name)
    if (same.exclude(pk=attribute.pk) if attribute else same).exists():
        problems["name"] = [f"There is an attribute “{spec.name}” already."]
    if spec.name.casefold() in RESERVED_NAMES:
        problems["name"] = [f"“{spec.name}” is a filter of its own; choose another name."]
    problems |= _misfits(spec)
    if problems:
        raise InvalidInput(next(iter(problems.values()))[0], details=problems)


def _misfits(spec: AttributeSpec) -> dict[str, list[str]]:
    """What does not go with the kind."""
    problems: dict[str, list[str]] = {}
    if spec.unit and spec.kind != Kind.NUMBER:
        problems["unit"] = ["Only numbers have a unit."]
    if spec.is_facet and spec.kind not in FACETED:
        problems["is_facet"] = ["Texts and dates cannot be a filter."]
    if spec.is_axis and spec.kind not in SPLITTING:
        problems["is_axis"] = ["Variants can differ in a choice, a colour or a number."]
    if problem := _choices_problem(spec):
        problems["choices"] = [problem]
    return problems


def _choices_problem(spec: AttributeSpec) -> str:
    labels = [one.label.strip().casefold() for one in spec.choices]
    if spec.kind not in {Kind.CHOICE, Kind.CHOICES, Kind.COLOUR}:
        return "This kind has no choices." if labels else ""
    if not labels:
        return "Give at least one choice."
    if len(labels) > CHOICES_MAX:
        return f"{CHOICES_MAX} choices are the most."
    if "" in labels or len(set(labels)) < len(labels):
        return "Each choice needs a name of its own."
    return ""


def _choose(row: Attribute, specs: Sequence[ChoiceSpec], at: datetime) -> None:
    known = {one.pk: one for one in AttributeChoice.objects.filter(attribute=row)}
    by_label = {one.label.casefold(): one for one in known.values()}
    kept = set()
    for position, spec in enumerate(specs):
        if spec.id is not None and spec.id not in known:
            raise InvalidInput("This choice is of another attribute.", details={"choices": ["Unknown choice."]})
        choice = known[spec.id] if spec.id else by_label.get(spec.label.strip().casefold())
        choice = choice or AttributeChoice(attribute=row)
        choice.label, choice.swatch = spec.label.strip(), spec.swatch.lower()
        choice.position, choice.archived_at = position, None
        choice.save()
        kept.add(choice.pk)
    for pk in set(known) - kept:
        AttributeChoice.objects.filter(pk=pk, archived_at=None).update(archived_at=at)


def _place(row: Attribute, category_ids: Sequence[UUID]) -> None:
    wanted = set(category_ids)
    if Category.objects.filter(pk__in=wanted).count() < len(wanted):
        raise InvalidInput("One of these categories is gone.", details={"categories": ["Unknown category."]})
    AttributePlace.objects.filter(attribute=row).exclude(category__in=wanted).delete()
    there = set(AttributePlace.objects.filter(attribute=row).values_list("category_id", flat=True))
    AttributePlace.objects.bulk_create(AttributePlace(attribute=row, category_id=pk) for pk in wanted - there)


def _seen(row: Attribute) -> dict[str, Any]:
    choices = AttributeChoice.objects.filter(attribute=row, archived_at=None).order_by("position", "label")
    places = AttributePlace.objects.filter(attribute=row).values_list("category_id", flat=True)
    return {
        "name": row.name, "unit": row.unit, "is_facet": row.is_facet, "is_axis": row.is_axis,
        "is_required": row.is_required, "position": row.position,
        "choices": [[one.label, one.swatch] for one in choices], "categories": sorted(str(pk) for pk in places),
    }  # fmt: skip


def _wanted(spec: AttributeSpec, row: Attribute) -> dict[str, Any]:
    plain = {name: value for name, value in asdict(spec).items() if name in _seen(row)}
    choices = [[one.label, one.swatch.lower()] for one in spec.choices]
    return plain | {"choices": choices, "categories": sorted(str(pk) for pk in spec.category_ids)}
