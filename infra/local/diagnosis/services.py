"""PostgreSQL and Valkey: ours while they run, or the given ones."""

import os
from collections.abc import Iterator

import psycopg
import redis

from infra.local import environment, ports, state
from infra.local.checkout import Checkout
from infra.local.diagnosis.finding import Finding

POSTGRES_MIN = 180_000


def findings(checkout: Checkout) -> Iterator[Finding]:
    given = {"DATABASE_URL", "REDIS_URL"} & set(os.environ)
    runs = state.read(checkout) is not None
    if not ports.known(checkout.home / "ports.json"):
        yield Finding("warn", "services", "nothing was started here yet", "./haat up")
        return
    setting = environment.attach(checkout)
    if runs or "DATABASE_URL" in given:
        yield _postgres(setting.environ["DATABASE_URL"])
    if runs or "REDIS_URL" in given:
        yield _valkey(setting.environ["REDIS_URL"])


def _postgres(url: str) -> Finding:
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version = connection.info.server_version
            row = connection.execute(
                "SELECT rolcreaterole OR rolsuper, rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.Error as error:
        return Finding("fail", "PostgreSQL", str(error).strip(), "Is DATABASE_URL right and the server running?")
    found = f"{version // 10000}.{version % 10000}"
    if version < POSTGRES_MIN:
        return Finding("fail", "PostgreSQL", found, "Haat needs 18 or newer. Without DATABASE_URL it brings its own.")
    if not row or not row[0]:
        return Finding("fail", "PostgreSQL", "the owner may not make roles", "ALTER ROLE … CREATEROLE, as a superuser.")
    return Finding("ok", "PostgreSQL", f"{found} answers")


def _valkey(url: str) -> Finding:
    try:
        with redis.Redis.from_url(url, socket_timeout=5) as client:
            info = client.info()
    except redis.RedisError as error:
        return Finding("fail", "Valkey", str(error), "Is REDIS_URL right and the server running?")
    version = info.get("valkey_version") or info.get("redis_version")
    return Finding("ok", "Valkey", f"{version} answers, {info.get('used_memory_human')} used")
