"""What the OpenAPI documents promise holds for whatever is sent: no 5xx, no status and no shape that they do not name."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tests.isolation.fuzz import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.world import World

pytestmark = pytest.mark.usefixtures("undone", "quiet")


@pytest.fixture
def quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("portal", ["customer", "seller", "admin", "platform"])
def test_the_documents_keep_their_promises(portal: str, world: World) -> None:
    print(f"HAAT_FUZZ_SEED={run.SEED} HAAT_FUZZ_EXAMPLES={run.EXAMPLES}")  # noqa: T201 - shown when it fails
    complaints = run.fuzz(portal, world)
    assert not complaints.found, f"{len(complaints.found)} wrong:\n\n{complaints}"
