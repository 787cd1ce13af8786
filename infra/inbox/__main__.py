"""`python -m infra.inbox`: an SMTP and an HTTP server on 127.0.0.1 over one SQLite file."""

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from infra.inbox.keys import Keys
from infra.inbox.mail import start_smtp
from infra.inbox.store import Store
from infra.inbox.web import start_http


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m infra.inbox", description=__doc__)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--db", type=Path, required=True, help="SQLite file, made when missing")
    options = parser.parse_args()
    if os.environ.get("HAAT_ENV") == "production":
        print("The development inbox shows login codes to everybody; it does not run in production.", file=sys.stderr)
        return 2
    store, keys = Store(options.db), Keys(options.db)
    smtp = start_smtp(store, options.smtp_port)
    http = start_http(store, keys, options.http_port)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    stop.wait()
    http.shutdown()
    smtp.stop()
    store.close()
    keys.close()
    return 0


sys.exit(main())
