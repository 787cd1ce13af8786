"""Where this checkout keeps what it makes. Two checkouts share nothing."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOG_BYTES_MAX = 5_000_000  # then a start begins a new file and keeps the old one as .log.1


@dataclass(frozen=True)
class Checkout:
    """`root` is the source tree, `home` the data folder (`.haat`, or HAAT_HOME)."""

    root: Path
    home: Path

    @classmethod
    def current(cls) -> "Checkout":
        home = os.environ.get("HAAT_HOME")
        return cls(ROOT, Path(home).resolve() if home else ROOT / ".haat")

    @property
    def for_tests(self) -> "Checkout":
        """A home inside the home: tests get services and ports of their own, beside a running `up`."""
        return Checkout(self.root, self.home / "test")

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def run(self) -> Path:
        return self.home / "run"

    @property
    def stamps(self) -> Path:
        return self.home / "stamps"

    @property
    def brands_file(self) -> Path:
        """What `brand apply --json` printed last: brands and their demo logins."""
        return self.home / "brands.json"

    @property
    def static_files(self) -> Path:
        """Made from the sources alone, so every home of the checkout shares it and `--fresh` leaves it."""
        return self.root / "staticfiles"

    @property
    def portals(self) -> Path:
        return self.root / "portals"

    def prepare(self) -> None:
        for folder in (self.home, self.logs, self.run, self.stamps, self.home / "media"):
            folder.mkdir(parents=True, exist_ok=True)
        for log in self.logs.glob("*.log"):
            if log.stat().st_size > LOG_BYTES_MAX:
                log.replace(log.with_suffix(".log.1"))
        # Passable for the account that runs PostgreSQL, readable for nobody else.
        self.home.chmod(0o711)
