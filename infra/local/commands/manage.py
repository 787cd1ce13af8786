"""`manage …`, `brand …`, `keys …`, `audit …` and `ledger …`: Django commands with the environment of this checkout, from where the person stands."""

import argparse
import os
import subprocess
import sys

from infra.local import environment
from infra.local.checkout import Checkout

OWNER_COMMANDS = {"keys", "setup_database", "migrate", "migrate_schemas", "makemigrations", "lintmigrations"}


def run(options: argparse.Namespace) -> int:
    words = options.words if options.command == "manage" else [options.command, *options.words]
    setting = environment.for_commands(Checkout.current())
    environ = dict(setting.environ)
    if "HAAT_DB_PRINCIPAL" not in os.environ and words[:1] and words[0] in OWNER_COMMANDS:
        environ["HAAT_DB_PRINCIPAL"] = "owner"
    command = [sys.executable, str(setting.checkout.root / "backend" / "manage.py"), *words]
    return subprocess.run(command, env=environ, cwd=os.environ.get("HAAT_CALLER_DIR"), check=False).returncode
