import http.client
import json
import smtplib
import socket
import subprocess
import sys
from email.message import EmailMessage

import pytest

from infra.inbox.messages import Message, address_key, find_code
from infra.inbox.page import render
from infra.inbox.store import MESSAGES_MAX, Store
from infra.local.probes import http_ok
from tests.infra.waiting import wait_until


@pytest.fixture
def inbox(tmp_path):
    for _ in range(5):  # somebody else may take a free port before the inbox does: then with others
        smtp, web = _free_ports()
        command = [sys.executable, "-m", "infra.inbox", "--smtp-port", str(smtp), "--http-port", str(web)]
        process = subprocess.Popen([*command, "--db", str(tmp_path / "inbox.sqlite")])
        is_up = http_ok(web, "/healthz")
        try:
            wait_until(lambda process=process, is_up=is_up: process.poll() is not None or is_up(), seconds=60)
            if process.poll() is not None:
                continue
            yield smtp, web
            break
        finally:
            process.terminate()
            process.wait(timeout=60)
    else:
        pytest.fail("The inbox ended five times before it answered.")
    assert process.returncode == 0


def _free_ports():
    """Two, held at the same time: a port that was let go may be given out again at once."""
    with socket.socket() as one, socket.socket() as other:
        for holder in (one, other):
            holder.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def call(port, method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def send_mail(port, to, text, html=None):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Rosette <hello@rosette.example>", to, "Your code · ₹"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    with smtplib.SMTP("127.0.0.1", port, timeout=5) as client:
        client.send_message(mail)


def test_mail_and_sms_arrive_and_are_found_by_recipient(inbox):
    smtp, web = inbox
    send_mail(smtp, "asha@example.com", "Code 482913, five minutes.", "<b>482913</b>")
    sms = {"to": "+919845012345", "from": "HAATIN", "body": "Your code is 135790.", "template_id": "t1"}
    assert call(web, "POST", "/sms", json.dumps(sms))[0] == 201
    newest = json.loads(call(web, "GET", "/messages")[1])["messages"]
    assert [message["channel"] for message in newest] == ["sms", "email"]
    assert list(newest[0]) == ["id", "channel", "to", "from", "subject", "text", "html", "code", "received_at"]
    mail = json.loads(call(web, "GET", "/messages?to=Asha@Example.com")[1])["messages"]
    assert [(one["code"], one["subject"], one["html"]) for one in mail] == [
        ("482913", "Your code · ₹", "<b>482913</b>")
    ]
    phone = json.loads(call(web, "GET", "/messages?to=98450%2012345&limit=1")[1])["messages"]
    assert phone[0]["code"] == "135790"


def test_a_broken_sms_is_refused_and_the_rest_cleared_on_request(inbox):
    _, web = inbox
    assert call(web, "POST", "/sms", "{")[0] == 422
    assert call(web, "POST", "/sms", "[]")[0] == 422
    assert call(web, "POST", "/else", "{}")[0] == 404
    call(web, "POST", "/sms", '{"to": "9845012345", "body": "hello"}')
    assert call(web, "DELETE", "/messages")[0] == 200
    assert json.loads(call(web, "GET", "/messages")[1]) == {"messages": []}


def test_it_does_not_start_in_production(tmp_path, monkeypatch):
    monkeypatch.setenv("HAAT_ENV", "production")
    command = [sys.executable, "-m", "infra.inbox", "--smtp-port", "1", "--http-port", "2", "--db", str(tmp_path / "x")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "production" in done.stderr) == (2, True)


def test_messages_outlive_a_restart_and_the_oldest_make_room(tmp_path):
    store = Store(tmp_path / "inbox.sqlite")
    for number in range(MESSAGES_MAX + 5):
        store.add(Message("sms", "9845012345", "", "", f"message {number}", ""))
    store.close()
    again = Store(tmp_path / "inbox.sqlite")
    kept = again.newest(limit=10_000)
    again.close()
    assert (len(kept), kept[0]["text"], kept[-1]["text"]) == (MESSAGES_MAX, f"message {MESSAGES_MAX + 4}", "message 5")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Your Haat code is 482913.", "482913"),
        ("482913 is your code", "482913"),
        ("Code: 482913, order GLW-26-000123", "482913"),
        ("Order GLW-26-000123 is on its way", None),
        ("Paid ₹123456.00 by 9845012345", None),
        ("Tracking 1234567", None),
        ("no number at all", None),
    ],
)
def test_a_code_is_six_digits_that_stand_alone(text, code):
    assert find_code(text) == code


@pytest.mark.parametrize("written", ["+91 98450 12345", "09845012345", "98450-12345", "919845012345"])
def test_a_phone_is_one_phone_however_it_is_written(written):
    assert address_key(written) == address_key("9845012345")


def test_a_page_shows_what_was_sent_without_running_it():
    message = {
        **dict.fromkeys(("text", "from"), "<img onerror=x>"),
        "id": 1,
        "channel": "email",
        "to": "a@b.example",
        "subject": "<script>alert(1)</script>",
        "html": '<p>"hi"</p>',
        "code": None,
        "received_at": "2026-01-02T03:04:05+00:00",
    }
    page = render([message], ["a@b.example"], "a@b.example")
    assert "<script>alert" not in page
    assert "<img onerror" not in page
    assert 'sandbox srcdoc="&lt;p&gt;&quot;hi&quot;' in page
