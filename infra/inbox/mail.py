"""Receives mail over SMTP."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from infra.inbox.messages import Message
from infra.inbox.store import Store

BYTES_MAX = 5_000_000


def start_smtp(store: Store, port: int) -> Controller:
    controller = Controller(
        _Receiver(store), hostname="127.0.0.1", port=port, data_size_limit=BYTES_MAX, ready_timeout=10
    )
    controller.start()
    return controller


class _Receiver:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        mail = message_from_bytes(raw, policy=policy.default)
        for recipient in envelope.rcpt_tos:
            self._store.add(
                Message(
                    channel="email",
                    to=recipient,
                    sender=str(mail["From"] or envelope.mail_from or ""),
                    subject=str(mail["Subject"] or ""),
                    text=_part(mail, "plain"),
                    html=_part(mail, "html"),
                )
            )
        return "250 Kept in the inbox"


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body(preferencelist=(kind,))
    return str(body.get_content()).strip() if body else ""
