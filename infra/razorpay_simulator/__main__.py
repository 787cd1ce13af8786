"""Run the simulator: python -m infra.razorpay_simulator --port 9100 --db simulator.sqlite3 …"""

import argparse
import os
import signal
import sys

import uvicorn

from . import merchants, webhooks
from .app import build
from .errors import ApiError
from .store import Store
from .world import Options, World


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    env = os.environ
    parser = argparse.ArgumentParser(prog="infra.razorpay_simulator", description=__doc__)
    parser.add_argument("--host", default=env.get("RAZORPAY_SIMULATOR_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(env.get("RAZORPAY_SIMULATOR_PORT", "9100")))
    parser.add_argument("--db", default=env.get("RAZORPAY_SIMULATOR_DB", "razorpay-simulator.sqlite3"))
    parser.add_argument("--key-id", default=env.get("RAZORPAY_KEY_ID", ""))
    parser.add_argument("--key-secret", default=env.get("RAZORPAY_KEY_SECRET", ""))
    parser.add_argument("--merchant-name", default=env.get("RAZORPAY_MERCHANT_NAME", "Haat test merchant"))
    parser.add_argument("--webhook-url", default=env.get("RAZORPAY_WEBHOOK_URL", ""))
    parser.add_argument("--webhook-secret", default=env.get("RAZORPAY_WEBHOOK_SECRET", ""))
    parser.add_argument("--public-url", default=env.get("RAZORPAY_SIMULATOR_PUBLIC_URL", ""))
    parser.add_argument("--webhook-host-header", default="", help="Host header of webhooks (default: the URL's host)")
    parser.add_argument("--clock-file", default=env.get("HAAT_CLOCK_FILE", ""), help="the development clock to follow")
    parser.add_argument("--retry-base", type=float, default=2.0, help="seconds before the first webhook retry")
    return parser.parse_args(argv)


def open_world(options: argparse.Namespace) -> World:
    world = World(
        Store(options.db),
        Options(
            public_url=options.public_url,
            webhook_host_header=options.webhook_host_header,
            retry_base=options.retry_base,
            clock_file=options.clock_file,
        ),
    )
    if options.key_id:
        with world.store.transaction():
            merchant = merchants.ensure(
                world, key_id=options.key_id, key_secret=options.key_secret, name=options.merchant_name
            )
            if options.webhook_url:
                webhooks.ensure(world, merchant.id, options.webhook_url, options.webhook_secret)
    return world


def main() -> int:
    options = arguments()
    if os.environ.get("HAAT_ENV") == "production":
        print("The Razorpay simulator moves no money: it does not start in production.", file=sys.stderr)
        return 2
    try:
        world = open_world(options)
    except ApiError as error:
        print(f"Cannot start: {error}", file=sys.stderr)
        return 2
    crashed: list[bool] = []

    def crash() -> None:
        crashed.append(True)
        signal.raise_signal(signal.SIGTERM)

    config = uvicorn.Config(
        build(world, crash),
        host=options.host,
        port=options.port,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        http="h11",
        ws="none",
        loop="asyncio",
        timeout_graceful_shutdown=3,
    )
    where = options.public_url or f"http://{options.host}:{options.port}"
    print(f"Razorpay simulator on {where}", flush=True)
    uvicorn.Server(config).run()
    world.store.close()
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
