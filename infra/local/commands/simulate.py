"""`simulate …`: months of a market at random, in services and data of their own; `--chaos` kills a whole stack meanwhile."""

import argparse
import subprocess
import sys

from infra.local.checkout import Checkout
from infra.local.progress import Progress
from infra.local.scratch import services_for_tests


def run(options: argparse.Namespace) -> int:
    words: list[str] = options.words
    if "--chaos" in words:
        return subprocess.run([sys.executable, "-m", "infra.simulate.chaos", *words], check=False).returncode
    if {"--help", "-h"} & set(words):
        return subprocess.run([sys.executable, "-m", "infra.simulate", "--help"], check=False).returncode
    here = Checkout.current()
    progress = Progress()
    with services_for_tests(progress, portals=(), checkout=Checkout(here.root, here.home / "simulate")) as setting:
        progress.clear()
        environ = setting.environ | {"HAAT_ENV": "development", "DJANGO_SETTINGS_MODULE": "config.settings"}
        manage = [sys.executable, str(setting.checkout.root / "backend" / "manage.py"), "setup_database"]
        made = subprocess.run(manage, env=environ | {"HAAT_DB_PRINCIPAL": "owner"}, check=False)
        if made.returncode:
            return made.returncode
        command = [sys.executable, "-m", "infra.simulate", *words]
        return subprocess.run(command, env=environ | {"HAAT_DB_PRINCIPAL": "app"}, check=False).returncode
