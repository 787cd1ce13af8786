"""A stage for plays: one a test, undone with the test's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from infra.simulate.opening import open_stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infra.simulate.stage import Stage


@pytest.fixture
def stage(aster: Any) -> Iterator[Stage]:
    with open_stage(aster) as made:
        yield made
