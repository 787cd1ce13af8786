"""`.env.example` names every setting that is read, and nothing that is not."""

from __future__ import annotations

import ast
import re

from infra.local.ports import PORTS
from tests.architecture.sources import ROOT, Source, read

SETTINGS = "backend/config/"
OWN_NAME = re.compile(r"^(HAAT_|CHROMIUM_)[A-Z_]+$")
INTERNAL = {"HAAT_CALLER_DIR"}  # handed from the shell script to its Python, nobody sets it
NAMED = re.compile(r"^#? ?([A-Z][A-Z0-9_]+)=", re.MULTILINE)


def settings_read(source: Source) -> set[str]:
    """What `env.str("NAME")` and its like ask for."""
    return {
        str(node.args[0].value)
        for node in source.nodes(ast.Call)
        if isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") == "env"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def asked_by_settings() -> set[str]:
    return {name for source in read() if source.name.startswith(SETTINGS) for name in settings_read(source)}


def variables_read(sources: list[Source]) -> set[str]:
    """Names of ours that a source asks `os.environ` for, in whatever way."""
    found = set()
    for source in sources:
        for node in source.nodes(ast.Call, ast.Subscript):
            subject = node.func if isinstance(node, ast.Call) else node.value
            key = node.args[:1] if isinstance(node, ast.Call) else [node.slice]
            if "os.environ" in ast.unparse(subject) and key and isinstance(key[0], ast.Constant):
                found.add(str(key[0].value))
    return {name for name in found if OWN_NAME.match(name)}


def read_by_haat() -> set[str]:
    """What the command reads before Django is there: shell script, ports and the rest of infra/local."""
    script = set(re.findall(r"\$\{(HAAT_[A-Z_]+)", (ROOT / "haat").read_text(encoding="utf-8")))
    local = [source for source in read() if source.name.startswith("infra/local/")]
    return (script | variables_read(local) | set(PORTS.values())) - INTERNAL


def named(text: str) -> set[str]:
    return set(NAMED.findall(text))


def differences(documented: set[str], asked: set[str]) -> list[str]:
    return [f"{name} is read, but not in .env.example" for name in sorted(asked - documented)] + [
        f"{name} is in .env.example, but nobody reads it" for name in sorted(documented - asked)
    ]


def test_the_example_names_what_is_read_and_nothing_else() -> None:
    asked = asked_by_settings() | read_by_haat()
    assert len(asked) >= 40
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert not differences(named(text), asked)
    assert len(NAMED.findall(text)) == len(named(text)), "a setting is named twice"


def test_the_guide_explains_what_only_the_command_reads() -> None:
    guide = (ROOT / "docs/running.md").read_text(encoding="utf-8")
    missing = {name for name in read_by_haat() - asked_by_settings() if f"`{name}" not in guide}
    assert not missing, missing


def test_only_the_settings_read_the_environment() -> None:
    """`os.environ | {…}` for a process we start is no reading."""
    inner = [source for source in read() if source.name.startswith(("backend/haat/", "portals/"))]
    assert not variables_read(inner)
    assert not [source.name for source in inner if settings_read(source)]


def test_planted_differences_are_found() -> None:
    planted = Source(SETTINGS, 'A = env.str("HAAT_A")\nB = env.bool("HAAT_B", default=True)\nC = other.str("HAAT_C")')
    assert settings_read(planted) == {"HAAT_A", "HAAT_B"}
    assert differences(named("# HAAT_A=1\nHAAT_OLD=2\n# HAAT_X is prose\n"), settings_read(planted)) == [
        "HAAT_B is read, but not in .env.example",
        "HAAT_OLD is in .env.example, but nobody reads it",
    ]


def test_planted_reading_outside_the_settings_is_found() -> None:
    planted = Source(
        "backend/haat/cart/services.py", 'os.environ["HAAT_A"]\nos.environ.get("HAAT_B")\nos.environ | {"HAAT_C": 1}'
    )
    assert variables_read([planted]) == {"HAAT_A", "HAAT_B"}
