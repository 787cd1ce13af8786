"""Migrations are in one line, complete, and can run beside the code before them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = sorted((ROOT / "backend/haat").glob("*/migrations"))
SETTINGS = """from config.settings import *
INSTALLED_APPS = [*INSTALLED_APPS, "planted"]
{0} = [*{0}, "planted"]
"""
MODEL = "from django.db import models\nclass Thing(models.Model):\n    name = models.CharField(max_length=9{})\n{}"
FIRST = """from django.db import migrations, models
class Migration(migrations.Migration):
    initial = True
    operations = [migrations.CreateModel("Thing", [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("name", models.CharField(max_length=9)),
    ])]
"""
SECOND = """from django.db import migrations, models
class Migration(migrations.Migration):
    dependencies = [("planted", "0001_initial")]
    operations = [{}]
"""
OPERATIONS = {
    "0002_nullable": 'migrations.AddField("thing", "colour", models.IntegerField(null=True))',
    "0003_not_filled_by_old_code": 'migrations.AddField("thing", "size", models.IntegerField(default=0))',
    "0004_index_that_locks": 'migrations.AddIndex("thing", models.Index(fields=["name"], name="planted_name"))',
    "0005_dropped": 'migrations.RemoveField("thing", "colour")',
}


def crooked(folder: Path) -> Iterator[str]:
    """What is wrong with the line of one app's migrations; `max_migration.txt` makes two branches meet in git."""
    names = sorted(path.stem for path in folder.glob("[0-9]*.py"))
    file = folder / "max_migration.txt"
    last = file.read_text(encoding="utf-8").strip() if file.exists() else "nothing"
    numbers = [int(name[:4]) for name in names]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"{folder.parent.name}: migrations are numbered {numbers}"
    if names and last != names[-1]:
        yield f"{folder.parent.name}: max_migration.txt says {last}, the last migration is {names[-1]}"


def _manage(*words: str, folder: Path | None = None, owner_url: str = "") -> subprocess.CompletedProcess[str]:
    environ = os.environ | {"HAAT_DB_PRINCIPAL": "owner", "HAAT_ENV": "test"}
    if folder:
        path = os.pathsep.join([str(folder), str(ROOT / "backend"), str(ROOT)])
        environ |= {"PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "planted_settings", "DATABASE_URL": owner_url}
    command = [sys.executable, str(ROOT / "backend/manage.py"), *words]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A project with one more app, whose second migration a test writes."""
    migrations = tmp_path / "planted/migrations"
    migrations.mkdir(parents=True)
    (tmp_path / "planted_settings.py").write_text(SETTINGS.format("TENANT_APPS"))
    (tmp_path / "planted/__init__.py").touch()
    (migrations / "__init__.py").touch()
    (tmp_path / "planted/models.py").write_text(MODEL.format("", ""))
    (migrations / "0001_initial.py").write_text(FIRST)
    (migrations / "max_migration.txt").write_text("0001_initial\n")
    return tmp_path


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_app_has_one_line_of_migrations(folder: Path) -> None:
    assert not list(crooked(folder))


@pytest.mark.parametrize(
    ("names", "last"),
    [
        (["0001_initial", "0002_a"], "0001_initial"),
        (["0001_initial", "0002_a", "0002_b"], "0002_b"),
        (["0001_initial", "0003_c"], "0003_c"),
        (["0001_initial"], ""),
    ],
)
def test_a_planted_crooked_line_is_found(tmp_path: Path, names: list[str], last: str) -> None:
    for name in names:
        (tmp_path / f"{name}.py").touch()
    if last:
        (tmp_path / "max_migration.txt").write_text(f"{last}\n")
    assert len(list(crooked(tmp_path))) == 1


def test_no_model_waits_for_a_migration(db: None, owner_url: str) -> None:
    done = _manage("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_planted_model_without_migration_is_found(planted: Path, owner_url: str) -> None:
    (planted / "planted/models.py").write_text(MODEL.format("", "    size = models.IntegerField(default=0)\n"))
    done = _manage("makemigrations", "planted", "--check", "--dry-run", folder=planted, owner_url=owner_url)
    assert (done.returncode, "size" in done.stdout) == (1, True), done.stdout + done.stderr


@pytest.mark.parametrize("place", ["TENANT_APPS", "SHARED_APPS"])
def test_the_linter_refuses_what_running_code_cannot_bear(planted: Path, owner_url: str, place: str) -> None:
    """Old code runs on while a migration does: with the settings of this project, warnings count as errors."""
    (planted / "planted_settings.py").write_text(SETTINGS.format(place))
    before = "0001_initial"
    for name, operation in OPERATIONS.items():
        text = SECOND.format(operation).replace("0001_initial", before)
        (planted / f"planted/migrations/{name}.py").write_text(text)
        before = name
    (planted / "planted/migrations/max_migration.txt").write_text(f"{before}\n")
    done = _manage("lintmigrations", "--include-apps", "planted", folder=planted, owner_url=owner_url)
    refused = set(re.findall(r"\(planted, (\w+)\)\.\.\. (?:ERR|WARNING)", done.stdout))
    assert (done.returncode, refused) == (1, set(OPERATIONS) - {"0002_nullable"}), done.stdout + done.stderr
