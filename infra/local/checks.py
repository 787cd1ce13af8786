"""What `check` runs. The longest first: they decide how long it all takes."""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from infra.local import node
from infra.local.environment import Setting


@dataclass
class Check:
    name: str
    argv: list[str]
    cwd: Path
    environ: Mapping[str, str]
    _output: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            self.argv,
            cwd=self.cwd,
            env=dict(self.environ),
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def is_done(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    @property
    def passed(self) -> bool:
        return self._process is not None and self._process.returncode == 0

    def output(self) -> str:
        self._output.seek(0)
        return self._output.read().decode(errors="replace")


def all_checks(setting: Setting, *, audit: bool) -> list[Check]:
    root = setting.checkout.root

    def python(name: str, *words: str) -> Check:
        return Check(name, [sys.executable, "-m", *words], root, setting.environ)

    owner = {**setting.environ, "HAAT_DB_PRINCIPAL": "owner"}

    def manage(name: str, *words: str) -> Check:
        return Check(name, [sys.executable, str(root / "backend" / "manage.py"), *words], root, owner)

    audited = [python("known vulnerabilities", "pip_audit", "--disable-pip", "-r", "requirements/app.lock")]
    return [
        python("types", "mypy", *_typed(root)),
        Check("portals", node.npm("run", "check"), setting.checkout.portals, node.environ(setting.environ)),
        python("shape and boundaries", "pytest", "-q", "tests/architecture"),
        Check("layers", [str(Path(sys.executable).with_name("lint-imports"))], root, setting.environ),
        manage("OpenAPI documents", "openapi", "--check"),
        manage("migrations are complete", "makemigrations", "--check", "--dry-run"),
        manage("migrations are compatible", "lintmigrations", "--include-apps", *_apps_with_migrations(root)),
        manage("Django's own checks", "check", "--fail-level", "WARNING"),
        python("style", "ruff", "check"),
        python("format", "ruff", "format", "--check"),
        python("licences", "infra.local.licences"),
        *(audited if audit else []),
    ]


def _apps_with_migrations(root: Path) -> list[str]:
    return sorted(path.parent.name for path in root.glob("backend/haat/**/migrations"))


def _typed(root: Path) -> list[str]:
    return [name for name in ("backend", "infra", "portals/customer") if any((root / name).rglob("*.py"))]
