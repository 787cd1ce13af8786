"""The environment every process of this checkout gets. What the caller has set wins over what is chosen here."""

import os
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.local import credentials, ports, postgres, valkey
from infra.local.checkout import Checkout
from infra.local.errors import LocalError
from infra.local.ports import Ports


@dataclass(frozen=True)
class Setting:
    """One checkout with its ports, keys and environment: what every command needs."""

    checkout: Checkout
    ports: Ports
    secrets: dict[str, str]
    environ: dict[str, str]
    embedded_postgres: bool
    embedded_valkey: bool

    @property
    def platform(self) -> str:
        return self.environ["HAAT_PLATFORM_DOMAIN"]

    def url(self, host: str) -> str:
        return f"http://{host}:{self.ports['web']}"


def start(checkout: Checkout) -> Setting:
    """Chooses and holds the ports; for the command that starts processes."""
    refuse_production()
    checkout.prepare()
    return _setting(checkout, ports.reserve(checkout.home / "ports.json"))


def attach(checkout: Checkout) -> Setting:
    """The setting of the last start; for commands that talk to what is running."""
    known = ports.known(checkout.home / "ports.json")
    if not known:
        raise LocalError("Nothing has been started in this checkout yet. Run ./haat up first.")
    return _setting(checkout, Ports(known))


def for_commands(checkout: Checkout) -> Setting:
    """As `attach`, but also before the first start: many Django commands need no service, or one that is given."""
    if ports.known(checkout.home / "ports.json"):
        return attach(checkout)
    setting = start(checkout)
    setting.ports.release_all()
    return setting


def refuse_production() -> None:
    if os.environ.get("HAAT_ENV") == "production":
        raise LocalError("HAAT_ENV=production: ./haat runs a development stack and refuses to do that here.")


def _setting(checkout: Checkout, held: Ports) -> Setting:
    secrets = credentials.load(checkout.home / "secrets.json")
    given = os.environ
    chosen = _chosen(checkout, held, secrets)
    environ = {**chosen, **given, **_fixed(checkout)}
    return Setting(checkout, held, secrets, environ, "DATABASE_URL" not in given, "REDIS_URL" not in given)


def names() -> set[str]:
    """The variables that are chosen here when the caller has not set them."""
    return set(_chosen(Checkout.current(), Ports(dict.fromkeys(ports.PORTS, 0)), defaultdict(str)))


def _chosen(checkout: Checkout, held: Ports, secrets: dict[str, str]) -> dict[str, str]:
    local = "http://127.0.0.1"
    return {
        "HAAT_ENV": "development",
        "HAAT_SECRET_KEY": secrets["secret_key"],
        "HAAT_PLATFORM_DOMAIN": "haat.localhost",
        "HAAT_PUBLIC_SCHEME": "http",
        "HAAT_PUBLIC_PORT": str(held["web"]),
        "HAAT_DB_PRINCIPAL": "app",
        "HAAT_STATIC_ROOT": str(checkout.static_files),
        "HAAT_CLOCK_FILE": str(checkout.home / "clock.json"),
        "HAAT_INBOX_URL": f"{local}:{held['inbox']}",
        "DATABASE_URL": postgres.url(held["postgres"], secrets),
        "REDIS_URL": valkey.url(held["valkey"], secrets),
        "STORAGE_URL": (checkout.home / "media").as_uri(),
        "PRIVATE_STORAGE_URL": (checkout.home / "private").as_uri(),
        "EMAIL_URL": f"smtp://127.0.0.1:{held['smtp']}",
        "SMS_URL": f"{local}:{held['inbox']}/sms",
        "RAZORPAY_SIMULATOR": "1",
        "RAZORPAY_BASE_URL": f"{local}:{held['simulator']}",
        # a host of its own, not one under the platform's domain: its pages must not share cookies with the shops
        "RAZORPAY_CHECKOUT_URL": f"{local}:{held['simulator']}/checkout",
        "RAZORPAY_KEY_ID": secrets["razorpay_key_id"],
        "RAZORPAY_KEY_SECRET": secrets["razorpay_key_secret"],
        "RAZORPAY_WEBHOOK_SECRET": secrets["razorpay_webhook_secret"],
    }


def _fixed(checkout: Checkout) -> Mapping[str, str]:
    programs = Path(sys.executable).parent
    return {
        "PYTHONPATH": os.pathsep.join([str(checkout.root / "backend"), str(checkout.root)]),
        "PYTHONUNBUFFERED": "1",
        "NO_COLOR": "1",  # all of it goes to log files
        "PATH": os.pathsep.join([str(programs), os.environ.get("PATH", os.defpath)]),
    }
