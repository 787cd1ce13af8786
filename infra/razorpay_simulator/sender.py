"""One attempt to deliver a webhook: sign the exact bytes, POST them, say how it ended."""

import hashlib
import hmac
import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit

USER_AGENT = "Razorpay-Webhook/v1 (simulator)"
GARBAGE = b'{"event": "\xff\xfe'


@dataclass(frozen=True)
class Parcel:
    url: str
    event_id: str
    body: bytes
    secret: str
    host_header: str = ""

    def signature(self) -> str:
        return hmac.new(self.secret.encode(), self.body, hashlib.sha256).hexdigest()


def _connection(parcel: Parcel, timeout: float) -> http.client.HTTPConnection:
    """Names under .localhost are this machine, which only browsers know by themselves."""
    parts = urlsplit(parcel.url)
    host = parts.hostname or ""
    local = host == "localhost" or host.endswith(".localhost")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    return kind("127.0.0.1" if local else host, parts.port, timeout=timeout)


def send(parcel: Parcel, timeout: float) -> tuple[int | None, str | None]:
    """(status, error): the answer's status, or what went wrong before there was one."""
    parts = urlsplit(parcel.url)
    headers = {
        "Host": parcel.host_header or parts.netloc.rpartition("@")[2],
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
        "X-Razorpay-Signature": parcel.signature(),
        "x-razorpay-event-id": parcel.event_id,
        "Connection": "close",
    }
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = _connection(parcel, timeout)
    try:
        connection.request("POST", path, parcel.body, headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return None, f"{type(error).__name__}: {error}"[:200]
    finally:
        connection.close()
    return status, None if 200 <= status < 300 else f"answered {status}"
