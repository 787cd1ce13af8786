"""SMS at MSG91, by the HTTP contract it documents, spoken by a stand-in on this machine."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from haat.core import outbound, sms, transport
from haat.core.jobs import RetryLater
from haat.core.sms import Undeliverable, variables_of
from haat.notifications.templates import TEMPLATES
from tests.databases import ROOT

WORDS = {"code": "135790", "brand": "Aster", "minutes": 5}
SUCCESS = {"type": "success", "message": "5762846b4f8d285d378b4567"}


class StandIn(ThreadingHTTPServer):
    """Keeps what came and answers what the test wants."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[dict[str, Any]] = []
        self.status, self.body, self.headers = 200, json.dumps(SUCCESS), dict[str, str]()
        self.hold, self.drip = Event(), False
        self.hold.set()

    @property
    def url(self) -> str:
        return f"msg91+http://the%2Fkey@127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append({"path": self.path, "headers": dict(self.headers), "body": json.loads(body)})
        self.server.hold.wait(10)
        self.send_response(self.server.status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.server.body.encode())

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def msg91(settings: Any) -> Iterator[StandIn]:
    server = StandIn()
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    settings.SMS_URL, settings.HAAT_SMS_HEADER = server.url, "HAATIN"
    settings.HAAT_SMS_TEMPLATES = {"login-code": ("6123abc", "1107161234567890123")}
    yield server
    server.hold.set()
    server.shutdown()
    server.server_close()
    thread.join()


def send(**more: Any) -> None:
    text = transport.registered("login-code", WORDS)
    transport.send(
        transport.Message(
            **{"channel": "sms", "to": "+919820012345", "sender": "Aster", "text": text, "template_id": "login-code"}
            | more
        )
    )


def test_a_code_goes_out_as_a_template_with_variables_by_name(msg91: StandIn) -> None:
    send()
    (request,) = msg91.requests
    assert request["path"] == "/api/v5/flow"
    assert request["headers"]["authkey"] == "the/key"
    assert request["body"] == {
        "template_id": "6123abc", "sender": "HAATIN", "short_url": "0",
        "recipients": [{"mobiles": "919820012345", "code": "135790", "brand": "Aster", "minutes": "5"}],
    }  # fmt: skip


def _answer(status: int, body: Any) -> Callable[[StandIn], None]:
    def set_it(server: StandIn) -> None:
        server.status, server.body = status, body if isinstance(body, str) else json.dumps(body)

    return set_it


@pytest.mark.parametrize(
    "answer",
    [
        _answer(500, "down"), _answer(502, {"type": "error", "message": "bad gateway"}), _answer(429, {"type": "error", "message": "slow"}),
        _answer(401, {"type": "error", "message": "Unauthorized", "code": "201"}), _answer(200, "<html>not json"), _answer(200, "[]"),
        _answer(200, {"type": "error", "message": "IP not whitelisted", "code": "418"}), _answer(200, {"message": "no type"}),
        _answer(200, {"type": "error", "message": "Insufficient balance", "code": 301}),
    ],
)  # fmt: skip
def test_what_may_pass_or_be_mended_is_tried_again(msg91: StandIn, answer: Callable[[StandIn], None]) -> None:
    answer(msg91)
    with pytest.raises(RetryLater, match="sms provider"):
        send()


@pytest.mark.parametrize(
    "answer",
    [
        _answer(400, {"type": "error", "message": "template id missing or invalid"}),
        _answer(200, {"type": "error", "message": "Invalid number 919820012345", "code": "206"}),
    ],
)
def test_a_clear_no_is_final_logged_and_not_repeated(
    msg91: StandIn, answer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    answer(msg91)
    with caplog.at_level(logging.DEBUG):
        send()
    assert "refused for good" in caplog.text
    assert len(msg91.requests) == 1


def test_a_slow_or_closed_server_is_an_outage(msg91: StandIn, monkeypatch: Any, settings: Any) -> None:
    monkeypatch.setattr(outbound, "TIMEOUT_SECONDS", (0.2, 0.2))
    msg91.hold.clear()
    with pytest.raises(RetryLater, match="Timeout"):
        send()
    settings.SMS_URL = "msg91+http://key@127.0.0.1:9"
    with pytest.raises(RetryLater, match="Connection"):
        send()


def test_a_redirect_is_not_followed(msg91: StandIn) -> None:
    """ASVS item 31, 15.3.2: the key is not carried to another address."""
    msg91.status, msg91.headers = 302, {"Location": f"http://127.0.0.1:{msg91.server_address[1]}/elsewhere"}
    with pytest.raises(RetryLater):
        send()
    assert [request["path"] for request in msg91.requests] == ["/api/v5/flow"]


def test_neither_number_nor_code_nor_key_is_logged(msg91: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        send()
        msg91.status, msg91.body = 400, json.dumps({"type": "error", "message": "919820012345 135790 the/key"})
        send()
        msg91.status = 503
        with pytest.raises(RetryLater) as error:
            send()
    for secret in ("9820012345", "135790", "the/key", "the%2Fkey"):
        assert secret not in caplog.text
        assert secret not in str(error.value) + repr(error.value.__cause__)
    assert "9820012345" not in repr(sms.Sms("login-code", "+919820012345", "A", "135790", {"code": "135790"}))


def test_a_text_that_is_not_registered_is_not_sent(msg91: StandIn, caplog: pytest.LogCaptureFixture) -> None:
    """Operators drop a text that differs from its registered wording (TRAI DLT): we see it before they do."""
    send(text="135790 is your code")
    send(
        template_id="part-shipped", text="Aster: AST-1 has been shipped. Track it at https://aster.example/o"
    )  # has no ids
    assert not msg91.requests
    assert "not the registered wording" in caplog.text
    assert "HAAT_SMS_TEMPLATES" in caplog.text


def test_the_variables_are_those_of_the_wording() -> None:
    assert variables_of("login-code", transport.registered("login-code", WORDS)) == {
        "code": "135790",
        "brand": "Aster",
        "minutes": "5",
    }
    text = "Rose & Co: order RCO-26-000001 for ₹1,299.00 is confirmed. Track it at https://rose.example/orders/1?a=b"
    assert variables_of("order-placed", text)["total"] == "₹1,299.00"
    with pytest.raises(Undeliverable):
        variables_of("nobody-knows", "x")


def test_every_sms_of_the_shop_has_its_registered_wording(settings: Any) -> None:
    for kind, template in TEMPLATES.items():
        if template.sms:
            wording = settings.HAAT_SMS_WORDINGS[kind]
            assert str(template.sms).replace("%(", "{").replace(")s", "}") == wording


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"SMS_URL": "msg91://key@control.msg91.com"}, "HAAT_SMS_HEADER"),
        ({"HAAT_SMS_TEMPLATES": "login-code:only-one"}, "HAAT_SMS_TEMPLATES"),
        ({"HAAT_SMS_TEMPLATES": "unknown:1:2"}, "HAAT_SMS_TEMPLATES"),
    ],
)
def test_a_half_configured_provider_does_not_start(given: dict[str, str], word: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import config.settings"], cwd=ROOT / "backend", env=given | {"HAAT_ENV": "test"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert word in done.stderr
