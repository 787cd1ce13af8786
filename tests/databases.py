"""The databases of the suite: one template, set up once a set of migrations, and a copy of it for each worker."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from haat.core.db import connection

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = "haat_test_template"
PARTS = ("NAME", "USER", "PASSWORD", "HOST", "PORT")


def database_of(worker: str) -> str:
    """A fresh database for this worker; returns its owner's URL. A worker's own one is kept while nothing changed."""
    url, stamp, name = settings.DATABASE_URL, _stamp(), f"haat_test_{worker}"
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute("SELECT pg_advisory_lock(hashtext('haat.tests'))")
        if _stamp_of(owner, TEMPLATE) != stamp:
            _make(owner, TEMPLATE)
            _set_up(_at(url, TEMPLATE))
            _write_stamp(owner, TEMPLATE, stamp)
        if _stamp_of(owner, name) != stamp:
            _make(owner, name, of=TEMPLATE)
            _raise_wall(_at(url, name))
            _write_stamp(owner, name, stamp)
    return _at(url, name)


def point_to(found: dict[str, Any], *, wall: bool = True) -> None:
    """Where Django's connection leads from now on."""
    connection.close()
    connections["default"].settings_dict.update({key: found[key] for key in PARTS} | {"WALL": wall})


def _at(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _stamp() -> str:
    digest = hashlib.sha256(settings.HAAT_LOGIN_PASSWORD.encode())
    for file in sorted((ROOT / "backend").rglob("migrations/*.py")) + sorted(
        (ROOT / "backend/haat/tenancy").rglob("*.py")
    ):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _stamp_of(owner: psycopg.Connection[Any], name: str) -> str | None:
    """Kept as the database's comment: a copy does not take it along."""
    row = owner.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    return row[0] if row else None


def _write_stamp(owner: psycopg.Connection[Any], name: str, stamp: str) -> None:
    owner.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(stamp)))


def _make(owner: psycopg.Connection[Any], name: str, *, of: str = "template1") -> None:
    owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
    owner.execute(made.format(sql.Identifier(name), sql.Identifier(of)))


def _set_up(url: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": url,
        "HAAT_DB_PRINCIPAL": "owner",
        "HAAT_ENV": "test",
        "HAAT_SPARE_SCHEMAS": "4",
    }
    command = [sys.executable, str(ROOT / "backend" / "manage.py"), "setup_database"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _raise_wall(url: str) -> None:
    """Roles are named by their database, so a copy gets its own, with the rights that a new database gives them."""
    from environ import Env

    from haat.tenancy import wall
    from haat.tenancy.models import Brand

    usual = {key: connection.settings_dict.get(key) for key in (*PARTS, "WALL")}
    point_to(Env.db_url_config(url), wall=False)
    try:
        connection.set_schema_to_public()
        wall.install_principals(settings.HAAT_LOGIN_PASSWORD)
        wall.grant_public_tables()
        for schema in Brand.objects.exclude(status=Brand.Status.DELETED).values_list("schema_name", flat=True):
            wall.install_brand(schema)
    finally:
        point_to(usual, wall=bool(usual["WALL"]))
