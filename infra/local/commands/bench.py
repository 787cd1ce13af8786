"""`bench …`: measurements, in a database of their own that the next one replaces unless it says `--keep`."""

import argparse
import subprocess
import sys

from infra.local.progress import Progress
from infra.local.scratch import services_for_tests

KINDS = ("catalogue", "checkout", "commissions", "ledger", "payouts", "search")
HELP = """usage: ./haat bench catalogue | checkout | commissions | ledger | payouts | search [options]

catalogue   what lists, products, searches and suggestions cost; --help says which options there are
checkout    what an order costs, from a guest's empty cart to placed
commissions lines a second that the task of commission pins, with one rule and with many
ledger      postings a second, and a statement of a hundred thousand lines
payouts     a run over ten thousand sellers: looked at, written down, started, proved
search      how well search finds what is meant, on a file of listings"""


def run(options: argparse.Namespace) -> int:
    words: list[str] = options.words
    if not words or words[0] not in KINDS:
        print(HELP)
        return 0 if words in (["--help"], ["-h"]) else 2
    progress = Progress()
    with services_for_tests(progress, portals=()) as setting:
        progress.clear()
        environ = setting.environ | {"HAAT_ENV": "development", "HAAT_DB_PRINCIPAL": "app"}
        manage = [sys.executable, str(setting.checkout.root / "backend" / "manage.py"), "setup_database"]
        made = subprocess.run(manage, env=environ | {"HAAT_DB_PRINCIPAL": "owner"}, check=False)
        if made.returncode:
            return made.returncode
        command = [sys.executable, "-m", f"infra.bench.{words[0]}", *words[1:]]
        return subprocess.run(
            command, env=environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}, check=False
        ).returncode
