"""The rule of a collection: conditions joined by all or any, one level of groups, kept in one clean form.

{"match": "all", "conditions": [
    {"field": "category", "op": "is", "values": ["<id>"]},
    {"field": "attribute", "name": "colour", "op": "is_not", "values": ["blue"]},
    {"match": "any", "conditions": [{"field": "price", "op": "between", "min": 10000, "max": null}, …]}]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog.models import Category
from haat.core.errors import InvalidInput
from haat.core.ids import as_uuid
from haat.core.measures import measure_text, parse_measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONDITIONS_MAX = 20
VALUES_MAX = 50
MINOR_MAX = 1_000_000_000_000
DAYS_MAX = 3650
Rule = dict[str, Any]


class _Unfit(ValueError):
    pass


def clean_rule(rule: Any) -> Rule:
    """The rule as it is kept. Raises InvalidInput with the number of the condition that is wrong."""
    try:
        clean = _group(rule, "", depth=0)
    except _Unfit as unfit:
        raise InvalidInput(str(unfit), details={"rule": [str(unfit)]}) from None
    if not 1 <= (total := sum(1 for _ in conditions(clean))) <= CONDITIONS_MAX:
        sentence = "Give at least one condition." if not total else f"{CONDITIONS_MAX} conditions are the most."
        raise InvalidInput(sentence, details={"rule": [sentence]})
    return clean


def conditions(rule: Rule) -> Iterator[Rule]:
    """Every single condition, from within groups too."""
    for one in rule.get("conditions", ()):
        if "conditions" in one:
            yield from conditions(one)
        else:
            yield one


def _group(group: Any, place: str, depth: int) -> Rule:
    if not isinstance(group, dict) or not isinstance(group.get("conditions"), list):
        raise _Unfit(f"{place}This is no list of conditions.")
    if set(group) - {"match", "conditions"} or group.get("match") not in {"all", "any"}:
        raise _Unfit(f"{place}Say whether all or any of the conditions must hold.")
    if len(group["conditions"]) > CONDITIONS_MAX:
        raise _Unfit(f"{CONDITIONS_MAX} conditions are the most.")
    found = []
    for number, one in enumerate(group["conditions"], 1):
        here = f"{place or 'Condition '}{number}"
        if isinstance(one, dict) and "conditions" in one:
            if depth:
                raise _Unfit(f"{here}: groups cannot stand within groups.")
            found.append(_group(one, f"{here}.", depth + 1))
        else:
            found.append(_condition(one, f"{here}: "))
    return {"match": group["match"], "conditions": found}


def _condition(one: Any, place: str) -> Rule:
    field = one.get("field") if isinstance(one, dict) else None
    if not isinstance(field, str) or field not in FIELDS:
        raise _Unfit(f"{place}choose one of {', '.join(FIELDS)}.")
    try:
        return {"field": field, **FIELDS[field](one)}
    except _Unfit as unfit:
        raise _Unfit(f"{place}{unfit}") from None


def _named(one: Rule) -> Rule:
    values = one.get("values")
    if one.get("op") not in {"is", "is_not"}:
        raise _Unfit("say “is” or “is_not”.")
    if not isinstance(values, list) or not 1 <= len(values) <= VALUES_MAX:
        raise _Unfit(f"give 1 to {VALUES_MAX} values.")
    if not all(isinstance(value, str) and 0 < len(value.strip()) <= 60 for value in values):
        raise _Unfit("values are short texts.")
    return {"op": one["op"], "values": [value.strip() for value in values]}


def _category(one: Rule) -> Rule:
    clean = _named(one)
    ids = [as_uuid(value) for value in clean["values"]]
    known = Category.objects.filter(pk__in=[pk for pk in ids if pk], archived_at=None)
    if None in ids or known.count() < len(set(ids)):
        raise _Unfit("one of the categories is not there.")
    return clean


def _attribute(one: Rule) -> Rule:
    name = one.get("name")
    if not isinstance(name, str) or not 0 < len(name.strip()) <= 30:
        raise _Unfit("name the attribute.")
    if one.get("op") == "between":
        low, high = _decimal(one.get("min")), _decimal(one.get("max"))
        if low is None and high is None:
            raise _Unfit("give the smallest or the largest number.")
        return {"name": name.strip(), "op": "between", "min": low, "max": high}
    return {"name": name.strip(), **_named(one)}


def _price(one: Rule) -> Rule:
    low, high = _whole(one.get("min"), MINOR_MAX), _whole(one.get("max"), MINOR_MAX)
    if low is None and high is None:
        raise _Unfit("give the lowest or the highest price.")
    return {"op": "between", "min": low, "max": high}


def _discount(one: Rule) -> Rule:
    percent = _whole(one.get("percent"), 100)
    if not percent:
        raise _Unfit("give a percentage from 1 to 100.")
    return {"op": "at_least", "percent": percent}


def _newness(one: Rule) -> Rule:
    days = _whole(one.get("days"), DAYS_MAX)
    if not days:
        raise _Unfit("give a number of days.")
    return {"op": "within", "days": days}


def _stock(_one: Rule) -> Rule:
    return {"op": "is"}


def _whole(value: Any, most: int) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise _Unfit(f"“{str(value)[:20]}” is no whole number from 0 to {most}.")
    return value


def _decimal(value: Any) -> str | None:
    if value in (None, ""):
        return None
    if (number := parse_measure(str(value))) is None:
        raise _Unfit(f"“{str(value)[:20]}” is no number.")
    return measure_text(number)


FIELDS: dict[str, Callable[[Rule], Rule]] = {
    "category": _category, "tag": _named, "attribute": _attribute, "price": _price, "seller": _named, "origin": _named,
    "discount": _discount, "newness": _newness, "stock": _stock,
}  # fmt: skip
