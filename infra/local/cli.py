"""`./haat`: reads the command line and calls the command's module."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from infra.local.errors import LocalError

PASSED_ON = {
    "manage",
    "brand",
    "keys",
    "audit",
    "ledger",
    "test",
    "bench",
    "simulate",
}  # their further words belong to another program
MODULES = {
    "dev": "up",
    "brand": "manage",
    "keys": "manage",
    "audit": "manage",
    "ledger": "manage",
    "isolation-report": "isolation_report",
}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="./haat", description="Haat on this machine: run it, test it, look after it.")
    commands = top.add_subparsers(dest="command", metavar="command", required=True)

    up = commands.add_parser("up", help="start everything; prints addresses and demo logins")
    up.add_argument("--detach", action="store_true", help="return when everything is ready, leave it running")
    up.add_argument("--fresh", action="store_true", help="delete this checkout's data (.haat) first")
    commands.add_parser("down", help="stop everything of this checkout")
    status = commands.add_parser("status", help="what runs and where; exit code 0 when up, 3 when down")
    status.add_argument("--json", action="store_true", help="one JSON object for programs")
    commands.add_parser("dev", help="like up, and starts again or builds again what you change")
    commands.add_parser("test", help="everything that is tested; further words go to pytest", add_help=False)
    check = commands.add_parser("check", help="style, types, boundaries, drift, licences")
    check.add_argument("--audit", action="store_true", help="also ask a public database for known vulnerabilities")
    commands.add_parser("manage", help="a Django command with this checkout's environment", add_help=False)
    commands.add_parser("brand", help="apply | list | import-catalogue", add_help=False)
    commands.add_parser("keys", help="new | status | rotate: keys of encrypted data", add_help=False)
    commands.add_parser("audit", help="verify: prove that no audit log was tampered with", add_help=False)
    commands.add_parser("ledger", help="verify: prove a brand's books, to the paisa", add_help=False)
    commands.add_parser(
        "bench", help="catalogue | ledger | search: what requests and books cost, what search finds", add_help=False
    )
    commands.add_parser(
        "simulate", help="random months against a model of the books; --chaos kills processes meanwhile", add_help=False
    )
    clock = commands.add_parser("clock", help="move the development clock")
    clock.add_argument("action", choices=["advance", "show"])
    clock.add_argument("by", nargs="?", help="how far: 8d, 3h, 90m, 30s")
    report = commands.add_parser(
        "isolation-report", help="try to get from one brand into another; writes a page and JSON"
    )
    report.add_argument("--output", help="where the page goes; .haat/isolation-report.html without it")
    commands.add_parser("doctor", help="what is wrong here and how to mend it")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    passed_on = given[1:] if given and given[0] in PASSED_ON else []
    options = parser().parse_args(given[: len(given) - len(passed_on)])
    try:
        options.words = passed_on
        # imported when called: `status` must not wait for what only `test` needs
        return int(import_module(f"infra.local.commands.{MODULES.get(options.command, options.command)}").run(options))
    except LocalError as error:
        print(f"haat: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
