"""The setup steps of this checkout. Names are what processes `need`: initdb, database, portals, static, brands."""

import sys
from collections.abc import Sequence
from pathlib import Path

from infra.local import node, postgres, stamps
from infra.local.environment import Setting
from infra.local.steps import Step


def all_steps(setting: Setting) -> list[Step]:
    return [*database_steps(setting), *portal_steps(setting), _static(setting), _brands(setting)]


def database_steps(setting: Setting) -> list[Step]:
    backend = setting.checkout.root / "backend"

    def inputs() -> str:
        migrations = sorted(backend.glob("haat/**/migrations"))
        code = [backend / "haat" / "tenancy", backend / "config", setting.checkout.root / "requirements" / "app.lock"]
        return stamps.fingerprint([*migrations, *code], setting.environ["DATABASE_URL"])

    step = manage_step(setting, "database", "preparing the database", [["setup_database"]])
    step.needs = ("postgres",)
    step.environ = {**setting.environ, "HAAT_DB_PRINCIPAL": "owner"}
    step.stamp, step.fingerprint = setting.checkout.stamps / "database", inputs
    step.advice = "Mend what the last line names and run ./haat up again; ./haat up --fresh begins with empty data."
    return [*([initdb_step(setting)] if setting.embedded_postgres else []), step]


def initdb_step(setting: Setting) -> Step:
    found = postgres.locate(setting.checkout)
    return Step(
        name="initdb",
        title="making the PostgreSQL data folder",
        log=setting.checkout.logs / "setup-initdb.log",
        commands=lambda: [] if found.is_made else postgres.initdb_commands(found, setting.secrets),
        cwd=Path("/"),
        environ={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        account=found.account,
    )


def portal_steps(setting: Setting) -> list[Step]:
    """Their stamps live with what they made, so `--fresh` does not build again."""
    portals = setting.checkout.portals
    stamp = portals / "node_modules" / ".haat"
    version = str(node.folder())

    def step(name: str, title: str, command: list[str]) -> Step:
        log = setting.checkout.logs / f"setup-{name}.log"
        environ = node.environ(setting.environ)
        return Step(name, title, log, lambda: [(command, "")], portals, environ, stamp=stamp / name)

    packages = step("packages", "installing the portals' packages", node.npm("ci", "--no-audit", "--no-fund"))
    packages.fingerprint = lambda: stamps.fingerprint([portals / "package-lock.json"], version)
    build = step("portals", "building the portals", node.npm("run", "build"))
    build.needs = ("packages",)
    build.fingerprint = lambda: stamps.fingerprint([portals], version)
    return [packages, build]


def _static(setting: Setting) -> Step:
    root = setting.checkout.root
    unused = ["-i", "redoc", "-i", "rest_framework"]  # compressing what no page asks for takes half the time
    command = ["collectstatic", "--noinput", "-v", "0", *unused]
    step = manage_step(setting, "static", "collecting static files", [command])
    step.needs = ("portals",)
    step.stamp = setting.checkout.static_files / ".stamp"
    own = sorted((root / "backend").glob("haat/**/static"))
    inputs = [*own, root / "portals", root / "backend" / "config", root / "requirements" / "app.lock"]
    step.fingerprint = lambda: stamps.fingerprint(inputs)
    return step


def _brands(setting: Setting) -> Step:
    root = setting.checkout.root
    folders = sorted(path.parent for path in root.glob("tenants/*/brand.toml"))
    commands = [["brand", "apply", *map(str, folders), "--json"]] if folders else []
    step = manage_step(setting, "brands", "opening the brands", commands)
    step.needs = ("database", "valkey")
    step.stamp, step.output = setting.checkout.stamps / "brands", setting.checkout.brands_file
    words = [setting.environ[name] for name in ("DATABASE_URL", "HAAT_PUBLIC_PORT", "HAAT_PLATFORM_DOMAIN")]
    step.fingerprint = lambda: stamps.fingerprint([root / "tenants", root / "backend" / "haat"], *words)
    step.advice = "Mend the file that the last line names, then run ./haat up again."
    return step


def manage_step(setting: Setting, name: str, title: str, commands: Sequence[list[str]]) -> Step:
    manage = [sys.executable, str(setting.checkout.root / "backend" / "manage.py")]
    queue = [([*manage, *command], "") for command in commands]
    log = setting.checkout.logs / f"setup-{name}.log"
    return Step(name, title, log, lambda: queue, setting.checkout.root, setting.environ)
