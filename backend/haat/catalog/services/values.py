"""Writing what a product says for its attributes, each value checked by the kind of its attribute."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from haat.catalog.models import Attribute, AttributeValue
from haat.catalog.queries.attributes import attributes_of
from haat.core.errors import InvalidInput
from haat.core.measures import measure_text, parse_measure, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from haat.catalog.models import AttributeChoice, Product, Variant
    from haat.core.measures import Measure

TEXT_MAX, RICH_TEXT_MAX = 300, 10_000
NUMBER_MAX = 1_000_000_000
PLACES_MAX = 4  # digits behind the point
Columns = dict[str, Any]


class Unfit(ValueError):
    """A value that its attribute does not take, with a sentence for its author."""


def write_values(product: Product, given: Mapping[str, Any], *, variant: Variant | None = None) -> None:
    """Set the values of these codes; None, an empty text or list takes one away, of another category's too.

    Raises InvalidInput with sentences by code.
    """
    known = {row.code: row for row in attributes_of(product.category_id)}
    problems, rows = dict[str, list[str]](), list[AttributeValue]()
    for code, value in given.items():
        attribute = known.get(code)
        if attribute is None:
            if not is_nothing(value):
                problems[code] = [f"“{code}” is no attribute of this category."]
            continue
        try:
            rows += [
                AttributeValue(product=product, variant=variant, attribute=attribute, kind=attribute.kind, **columns)
                for columns in checked(attribute, value)
            ]
        except Unfit as unfit:
            problems[attribute.code] = [f"{attribute.name}: {unfit}"]
    refuse(problems)
    AttributeValue.objects.filter(product=product, variant=variant, attribute__code__in=list(given)).delete()
    AttributeValue.objects.bulk_create(rows)


def refuse(problems: Mapping[str, list[str]]) -> None:
    """Raises InvalidInput when there are any, with sentences by code."""
    if problems:
        raise InvalidInput(next(iter(problems.values()))[0], details={"attributes": problems})


@contextmanager
def of_row(place: int) -> Iterator[None]:
    """What is refused within is said of this row of the variants, so that a form can mark it there."""
    try:
        yield
    except InvalidInput as refused:
        raise InvalidInput(refused.message, details={"variants": {str(place): refused.details}}) from refused


def is_nothing(value: Any) -> bool:
    """Whether this takes a value away."""
    return value is None or value in ("", [])


def checked(attribute: Attribute, value: Any) -> list[Columns]:
    """The columns of the rows that hold this value; none for nothing. Raises Unfit."""
    if is_nothing(value):
        return []
    return CHECKS[attribute.kind](attribute, value)


def check_axes(product: Product, options: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Options as they are kept: what is an axis of the category takes only its choices, in the brand's spelling."""
    axes = {row.name.casefold(): row for row in attributes_of(product.category_id) if row.is_axis}
    found, problems = list[dict[str, str]](), list[str]()
    for option in options:
        axis = axes.get(option["name"].strip().casefold())
        name, value = (axis.name if axis else option["name"].strip()), option["value"].strip()
        try:
            if axis is not None and axis.has_choices:
                value = _choice(axis, value).label
            elif axis is not None:
                value = f"{measure_text(_number_of(value.removesuffix(axis.unit)))} {axis.unit}".strip()
        except Unfit as unfit:
            problems.append(f"{name}: {unfit}")
        found.append({"name": name, "value": value})
    if problems:
        raise InvalidInput(problems[0], details={"options": problems})
    return found


def _text(_attribute: Attribute, value: Any) -> list[Columns]:
    return [{"text": _words(value, TEXT_MAX)}]


def _rich_text(_attribute: Attribute, value: Any) -> list[Columns]:
    return [{"text": _words(value, RICH_TEXT_MAX)}]


def _words(value: Any, most: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Unfit("write a text.")
    if len(value) > most:
        raise Unfit(f"at most {most} characters.")
    return value.strip()


def _number(attribute: Attribute, value: Any) -> list[Columns]:
    text = str(value).strip()
    return [{"number": _number_of(text.removesuffix(attribute.unit).strip() if attribute.unit else text)}]


def _number_of(text: str) -> Measure:
    number = parse_measure(text)
    if number is None and text.strip().casefold() not in {"nan", "inf", "infinity"}:
        raise Unfit(f"“{text[:20]}” is no number.")
    if number is None or abs(number) > NUMBER_MAX or places(number) > PLACES_MAX:
        raise Unfit(f"give a number up to {NUMBER_MAX:,} with at most {PLACES_MAX} digits behind the point.")
    return number


def _one_choice(attribute: Attribute, value: Any) -> list[Columns]:
    return [{"choice": _choice(attribute, value)}]


def _choices(attribute: Attribute, value: Any) -> list[Columns]:
    values = value if isinstance(value, list) else [value]
    return [{"choice": one} for one in dict.fromkeys(_choice(attribute, single) for single in values)]


def _choice(attribute: Attribute, value: Any) -> AttributeChoice:
    wanted = value.strip().casefold() if isinstance(value, str) else ""
    found = next((one for one in attribute.choices.all() if one.label.casefold() == wanted), None)
    if found is None:
        some = ", ".join(one.label for one in list(attribute.choices.all())[:8])
        raise Unfit(f"“{str(value)[:40]}” is none of its choices ({some} …).")
    return found


def _boolean(_attribute: Attribute, value: Any) -> list[Columns]:
    if not isinstance(value, bool):
        raise Unfit("this must be yes or no.")
    return [{"is_true": value}]


def _date(_attribute: Attribute, value: Any) -> list[Columns]:
    try:
        return [{"day": date.fromisoformat(value)}]
    except (TypeError, ValueError):
        raise Unfit("write the date as 2026-04-01.") from None


CHECKS: dict[str, Callable[[Attribute, Any], list[Columns]]] = {
    Attribute.Kind.TEXT: _text, Attribute.Kind.RICH_TEXT: _rich_text, Attribute.Kind.NUMBER: _number,
    Attribute.Kind.CHOICE: _one_choice, Attribute.Kind.COLOUR: _one_choice, Attribute.Kind.CHOICES: _choices,
    Attribute.Kind.BOOLEAN: _boolean, Attribute.Kind.DATE: _date,
}  # fmt: skip
