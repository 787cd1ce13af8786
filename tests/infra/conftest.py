import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from infra.local.checkout import Checkout
from infra.local.child import Child
from infra.local.ports import Ports
from infra.local.programs import Program


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(root=tmp_path / "source", home=tmp_path / "home")
    made.root.mkdir()
    made.prepare()
    return made


@pytest.fixture
def stand_in(checkout: Checkout) -> Iterator[Callable[..., Child]]:
    """Makes a supervised process out of a few lines of Python; whatever is left of it ends with the test."""
    children: list[Child] = []

    def make(code: str, *, name: str = "web", **options: object) -> Child:
        program = Program(
            name=name,
            argv=[sys.executable, "-c", code],
            cwd=checkout.root,
            environ=dict(os.environ),
            log=checkout.logs / f"{name}.log",
            **options,
        )
        children.append(Child(program, checkout.run, Ports({})))
        return children[-1]

    yield make
    for child in children:
        if child.process and child.process.poll() is None:
            os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()
