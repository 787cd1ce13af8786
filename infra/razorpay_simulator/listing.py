"""Lists: `{"entity": "collection", "count", "items"}`, newest first, with from, to, count and skip."""

from typing import Any

from .api import Call
from .entities import Entity, select
from .errors import ApiError

COUNT_DEFAULT, COUNT_MAX = 10, 100
PAGING = ("from", "to", "count", "skip")


def collection(items: list[Any]) -> dict[str, Any]:
    return {"entity": "collection", "count": len(items), "items": items}


def bodies(found: list[Entity]) -> dict[str, Any]:
    return collection([entity.body for entity in found])


def whole_number(query: dict[str, str], name: str, default: int, longest: int = 10**12) -> int:
    value = query.get(name, str(default))
    if not value.isdecimal() or int(value) > longest:
        raise ApiError(f"The {name} must be an integer between 0 and {longest}.", field=name)
    return int(value)


def page(call: Call, kind: str, *filters: str, parent: str | None = None) -> list[Entity]:
    """Entities of the caller's merchant. `filters` are the body fields that may be asked for by equality."""
    unknown = sorted(set(call.query) - set(PAGING) - set(filters) - {"expand[]"})
    if unknown:
        raise ApiError(f"{', '.join(unknown)} is/are not required and should not be sent.", field=unknown[0])
    where, values = ["merchant = ?"], [call.merchant.id]
    if parent:
        where.append("parent = ?")
        values.append(parent)
    for name in filters:
        if name in call.query:
            where.append(f"json_extract(body, '$.{name}') = ?")
            values.append(call.query[name])
    start = whole_number(call.query, "from", 0)
    end = whole_number(call.query, "to", 10**11)
    count = whole_number(call.query, "count", COUNT_DEFAULT, COUNT_MAX)
    skip = whole_number(call.query, "skip", 0)
    where.append(f"created_at BETWEEN {start:d} AND {end:d}")
    return select(call.world.store, kind, " AND ".join(where), *values, limit=skip + count)[skip:]
