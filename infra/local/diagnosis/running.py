"""What runs of this checkout, what an earlier start left, and whether setup is up to date."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator

from infra.local import environment, groups, ports, setup, stamps, state
from infra.local.checkout import Checkout
from infra.local.diagnosis.finding import Finding, Level
from infra.local.environment import Setting
from infra.local.errors import LocalError


def findings(checkout: Checkout) -> Iterator[Finding]:
    running = state.read(checkout)
    if running is None:
        yield Finding("ok", "processes", "nothing runs")
        yield from _left_over(checkout)
        yield from _ports(checkout)
    else:
        unwell = [one["name"] for one in running.status["processes"] if one["state"] != "running"]
        found = f"{running.state}{': not running ' + ', '.join(unwell) if unwell else ''}"
        yield Finding("warn" if unwell else "ok", "processes", found, "The end of .haat/logs/<name>.log says why.")
    if ports.known(checkout.home / "ports.json"):
        setting = environment.attach(checkout)
        yield _portals(setting)
        if running and running.state == "up":
            yield _migrations(setting)


def _left_over(checkout: Checkout) -> Iterator[Finding]:
    recorded = groups.recorded(checkout.run).items()
    alive = [name for name, entry in recorded if groups.is_same(int(entry["pid"]), entry["started"])]
    if alive:
        yield Finding("fail", "left over", ", ".join(alive), "./haat down ends them.")


def _ports(checkout: Checkout) -> Iterator[Finding]:
    try:
        held = ports.reserve(checkout.home / "ports.json") if checkout.home.exists() else None
    except LocalError as error:
        yield Finding("fail", "ports", "taken", str(error))
        return
    if held:
        held.release_all()
        yield Finding("ok", "ports", ", ".join(f"{name} {number}" for name, number in held.numbers.items()))


def _portals(setting: Setting) -> Finding:
    steps = [step for step in setup.portal_steps(setting) if step.stamp]
    with contextlib.suppress(OSError):
        if all(step.stamp and stamps.is_current(step.stamp, step.fingerprint()) for step in steps):
            return Finding("ok", "portals", "built from what is there")
    return Finding("warn", "portals", "not built, or older than their sources", "./haat up builds them.")


def _migrations(setting: Setting) -> Finding:
    manage = [sys.executable, str(setting.checkout.root / "backend" / "manage.py"), "showmigrations", "--plan"]
    environ = {**setting.environ, "HAAT_DB_PRINCIPAL": "owner"}
    done = subprocess.run(manage, env=environ, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        return Finding("fail", "migrations", done.stderr.strip().splitlines()[-1], "./haat manage check says more.")
    pending = done.stdout.count("[ ]")
    level: Level = "fail" if pending else "ok"
    return Finding(level, "migrations", f"{pending} pending", "./haat manage setup_database, or ./haat up again.")
