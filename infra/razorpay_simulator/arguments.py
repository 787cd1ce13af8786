"""What the simulator can be started with: flags, and the environment behind them."""

import argparse
import os


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    env = os.environ
    parser = argparse.ArgumentParser(prog="infra.razorpay_simulator", description="Run the Razorpay simulator.")
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
