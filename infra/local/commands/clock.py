"""`clock`: Haat's time, moved forward so that return windows and payouts can be seen without waiting."""

import argparse
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from infra.local import durations, environment, state
from infra.local.checkout import Checkout
from infra.local.environment import Setting
from infra.local.errors import LocalError
from infra.local.files import read_json, write_json


def run(options: argparse.Namespace) -> int:
    by: str | None = options.by
    environment.refuse_production()
    setting = environment.attach(Checkout.current())
    file = Path(setting.environ["HAAT_CLOCK_FILE"])
    offset = timedelta(seconds=(read_json(file) or {}).get("offset_seconds", 0))
    if options.action == "advance":
        if by is None:
            raise LocalError("How far? For example: ./haat clock advance 8d")
        offset += durations.parse(by)
        _set_simulator(setting, offset)
        write_json(file, {"offset_seconds": int(offset.total_seconds())})
    now = datetime.now(UTC) + offset
    print(f"Haat's clock shows {now:%a %d %b %Y %H:%M} UTC, {offset or 'no time'} ahead of the real one.")
    return 0


def _set_simulator(setting: Setting, offset: timedelta) -> None:
    """First, so that a refusal moves neither clock. The whole offset is sent, so the two can never drift apart."""
    body = json.dumps({"offset_seconds": int(offset.total_seconds())}).encode()
    url = f"{setting.environ['RAZORPAY_BASE_URL']}/_sim/clock"
    request = Request(url, body, {"Content-Type": "application/json"}, method="POST")
    try:
        with urlopen(request, timeout=10):
            pass
    except URLError as error:
        if state.read(setting.checkout):
            raise LocalError(f"The Razorpay simulator did not move its clock ({error}). See .haat/logs.") from error
        raise LocalError("Haat is not running, so its clock stays. Start it with ./haat up.") from error
