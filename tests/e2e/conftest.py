"""One stack for every end-to-end test of a run, one Chromium, and a window for each person.

HAAT_E2E_STACK names the home of a stack that runs already (HAAT_HOME of `./haat up`), for work on these tests.
HAAT_E2E_SHOTS names the folder that gets pictures of the steps; none are taken without it.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.local.testing import running_stack
from infra.local.testing import status as stack_status
from tests.e2e import windows
from tests.e2e.driver import all_running, until
from tests.e2e.windows import Window

FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    given = os.environ.get("HAAT_E2E_STACK")
    if given:
        yield Path(given)
        return
    with tempfile.TemporaryDirectory(prefix="haat-e2e-", ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        with running_stack(path):
            yield path


@pytest.fixture
def stack(home: Path) -> dict[str, Any]:
    """What `status --json` says, once everything runs: another test may have killed something."""

    def running() -> dict[str, Any] | None:
        found = stack_status(home)
        return found if all_running(found) else None

    found: dict[str, Any] = until(running, "every process running", seconds=60)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Not for the session: Playwright's event loop would run below other tests, and Django refuses to work on one."""
    with windows.chromium() as found:
        yield found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture
def window(
    request: pytest.FixtureRequest, browser: Any, stack: dict[str, Any], tmp_path: Path
) -> Iterator[Callable[..., Window]]:
    """`window("phone", host)` opens one for a person of their own: no cookie is shared with another.

    When the test fails, what every window shows is kept as a picture.
    """
    opened: list[Window] = []

    def open_one(size: str, host: str, *, scripts: bool = True) -> Window:
        opened.append(Window(browser, stack, host, size=size, scripts=scripts, shots=_shots()))
        return opened[-1]

    yield open_one
    for number, one in enumerate(opened, 1):
        if request.node.stash.get(FAILED, False):
            file = (_shots() or tmp_path) / f"failed-{request.node.name}-{number}.png"
            # A page that has crashed shows nothing; the others still do, and close.
            with contextlib.suppress(Exception):
                one.page.screenshot(path=file)
            request.node.add_report_section("call", "window", f"{one.page.url} is in {file}")
        one.close()


def _shots() -> Path | None:
    given = os.environ.get("HAAT_E2E_SHOTS")
    if not given:
        return None
    folder = Path(given)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
