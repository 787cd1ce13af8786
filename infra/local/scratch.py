"""PostgreSQL and Valkey of this checkout's tests, and built portals: for `test` and `check`, beside a running `up`."""

import contextlib
from collections.abc import Iterator

from infra.local import environment, groups, guardian, setup, state
from infra.local.checkout import Checkout
from infra.local.environment import Setting
from infra.local.errors import LocalError
from infra.local.progress import Progress
from infra.local.services import services
from infra.local.stack import Stack


@contextlib.contextmanager
def services_for_tests(
    progress: Progress, *, portals: tuple[str, ...], checkout: Checkout | None = None, lasting: bool = True
) -> Iterator[Setting]:
    """`portals` names the steps wanted: `packages` (node_modules), `portals` (the builds).

    A measurement asks for a database that writes through to the disk, as production's does; tests need none.
    """
    checkout = checkout or Checkout.current().for_tests
    with state.lock(checkout) as mine:
        if not mine:
            raise LocalError("Another ./haat test or check runs in this checkout; wait for it to end.")
        groups.end_recorded(checkout.run)
        guardian.watch(checkout.run)
        setting = environment.start(checkout)
        setting.environ["HAAT_ENV"] = "test"
        steps = [step for step in setup.portal_steps(setting) if step.name in portals]
        initdb = [setup.initdb_step(setting)] if setting.embedded_postgres else []
        stack = Stack(checkout, setting.ports, [*initdb, *steps], services(setting, lasting=lasting), progress)
        try:
            stack.bring_up(lambda: False, lambda: None)
            setting.ports.release_all()
            yield setting
        finally:
            stack.stop()
