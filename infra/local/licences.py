"""`python -m infra.local.licences`: every locked package, Python and npm, has a licence that a closed service may use.

Names are as the packages write them. LGPL is fine for what is only imported (psycopg); GPL and AGPL are not listed.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

from infra.local.checkout import ROOT

ALLOWED = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|Python-2.0|Python Software Foundation|MPL|Mozilla Public|LGPL"
    r"|Lesser General Public|Unlicense|CC0|CC-BY-\d|HPND|Zlib|PostgreSQL|BlueOak|Public Domain|CNRI-Python|OFL)",
    re.IGNORECASE,
)
REFUSED = re.compile(r"(?<!L)\bA?GPL|(?<!Lesser )(?<!Library )General Public License", re.IGNORECASE)


def is_allowed(licence: str) -> bool:
    """`X OR Y` is a choice: one allowed half is enough."""
    choices = re.split(r"\s+OR\s+", licence)
    return any(ALLOWED.search(choice) and not REFUSED.search(choice) for choice in choices)


def python_packages() -> dict[str, str]:
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {f"{row['Name']} {row['Version']}": row["License"] for row in json.loads(done.stdout)}


def npm_packages(lock: Path) -> dict[str, str]:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    found = {path: entry for path, entry in packages.items() if "node_modules/" in path and not entry.get("link")}
    return {f"{path.split('node_modules/')[-1]} {entry['version']}": _npm(entry) for path, entry in found.items()}


def _npm(entry: dict[str, object]) -> str:
    return str(entry.get("license", "unknown"))


def main() -> int:
    packages = python_packages() | npm_packages(ROOT / "portals" / "package-lock.json")
    refused = {name: licence for name, licence in packages.items() if not is_allowed(licence)}
    for name, licence in sorted(refused.items()):
        print(f"{name}: {licence}. If Haat may use it, add the licence to infra/local/licences.py with the reason.")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
