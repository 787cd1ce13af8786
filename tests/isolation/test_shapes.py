"""The very keys of each answer, role by role: a field that appears is a decision, and is seen here."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.isolation import policy, variants
from tests.isolation.calls import Call, Desk
from tests.isolation.test_browser import owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread

pytestmark = pytest.mark.usefixtures("undone")
FOLDER = Path(__file__).parent / "shapes"
FREE = {
    "before",
    "after",
    "counts",
    "evidence",
    "facets",
    "details",
    "policies",
    "sections",
    "theme",
    "contact",
    "grievance_officer",
    "ours",
    "theirs",
    "looked_at",
}  # keys are data
PRIVATE = {
    "customer": {"pan", "pan_masked", "bank", "commission", "fee", "net", "tcs", "tds", "linked_account_id", "entity_id", "owner", "key_secret", "user_id"},
    "seller": {"contact_email", "contact_phone", "customer_id", "user_id", "email", "key_secret", "entity_id", "provider_payment_id"},
    "admin": {"pan", "bank_account", "key_secret", "user_id", "password", "token_hash"},
    "platform": {"pan", "bank_account", "key_secret", "schema_name", "webhook_token", "password", "token_hash"},
}  # fmt: skip


def keys(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}.{name}".lstrip(".")
            if name not in FREE:
                yield from keys(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner, f"{path}[]")


def shapes(portal: str, world: World, provider: InThread) -> dict[str, list[str]]:
    desk, found = Desk(world, provider), {}
    for line in policy.lines():
        if (
            line.portal == portal
            and line.method == "GET"
            and line.path.startswith(f"api/v1/{portal}/")
            and not line.brief
        ):
            call = Call(desk, line, owner(line), variants.OWN).make()
            assert call.status == 200, call
            if not call.answer.headers["Content-Type"].startswith("application/json"):
                continue  # a file has no fields
            found[f"GET /{line.path}"] = sorted(set(keys(json.loads(call.answer.content)["data"])))
    return found


@pytest.mark.parametrize("portal", sorted(PRIVATE))
def test_answers_have_the_fields_of_their_role(portal: str, world: World, provider: InThread) -> None:
    """ASVS items 4 and 6: `HAAT_WRITE_SHAPES=1 pytest tests/isolation/test_shapes.py` after a change that is meant."""
    file = FOLDER / f"{portal}.json"
    found = shapes(portal, world, provider)
    if os.environ.get("HAAT_WRITE_SHAPES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    known = json.loads(file.read_text(encoding="utf-8"))
    new = {f"{route}: {key}" for route, names in found.items() for key in set(names) - set(known.get(route, []))}
    assert not new, (
        f"fields that nobody has agreed to; read them, then write them down ({test_answers_have_the_fields_of_their_role.__doc__}):\n"
        + "\n".join(sorted(new))
    )
    gone = {f"{route}: {key}" for route, names in known.items() for key in set(names) - set(found.get(route, []))}
    assert not gone, "fields that are no more:\n" + "\n".join(sorted(gone))
    leaves = {key.rpartition(".")[2].removesuffix("[]") for names in found.values() for key in names}
    assert not leaves & PRIVATE[portal]
