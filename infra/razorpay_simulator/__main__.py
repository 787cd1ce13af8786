"""Run the simulator: python -m infra.razorpay_simulator --port 9100 --db simulator.sqlite3 …"""

import argparse
import os
import signal
import sys

import uvicorn

from . import merchants, webhooks
from .app import build
from .arguments import arguments
from .errors import ApiError
from .store import Store
from .world import Options, World


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
    # uvicorn raises the signal once more after its clean end; ours turns that into an exit code.
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: sys.exit(1 if crashed else 0))
    try:
        uvicorn.Server(config).run()
    finally:
        world.store.close()
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
