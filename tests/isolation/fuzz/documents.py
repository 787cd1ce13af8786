"""The four documents as they are now, and what this world has for their parameters."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import schemathesis
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.settings import patched_settings

from haat.urls import roles
from tests.isolation import policy, variants

if TYPE_CHECKING:
    from tests.isolation.world import World

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


def document(portal: str) -> dict[str, Any]:
    """What `docs/api/<role>.json` holds, made anew: a route that was added a minute ago is in it."""
    with patched_settings({"TITLE": roles.TITLES[portal]}):
        found = SchemaGenerator(patterns=roles.api(portal)).get_schema(request=None, public=True)
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str))
    return plain


def schema(portal: str, application: Any) -> Any:
    config = schemathesis.Config.from_dict({"generation": {"allow-x00": True}})
    found: Any = schemathesis.openapi.from_dict(document(portal), config=config)
    found.app = application
    return found


def real_names(portal: str, world: World) -> dict[tuple[str, str], dict[str, str]]:
    """For each operation with parameters in its path: ids that are there and the caller's own."""
    found = {}
    for line in policy.lines():
        if line.portal == portal and line.names:
            things = {name: variants.thing(line, world, kind, variants.OWN) for name, kind in line.names.items()}
            found[line.method, "/" + PARAMETER.sub(r"{\1}", line.path)] = things
    return found
