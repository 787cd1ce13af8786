"""What production refuses to be, files that are nobody else's, exports that do nothing, and logs without people."""

from __future__ import annotations

import csv
import io
import json
import logging
import re
from datetime import timedelta
from email.utils import getaddresses
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.mail import BadHeaderError as BadMailHeader
from django.core.mail import EmailMessage
from django.http import BadHeaderError, HttpResponse
from django.template import Context, Template

from haat.core import checks, clock, context, logs, transport
from haat.core import csv as exports
from haat.tenancy import private
from haat.tenancy.context import brand_scope
from haat.urls import roles

if TYPE_CHECKING:
    from pathlib import Path

BUCKET = {"bucket_name": "haat", "location": "shop", "endpoint_url": None}
GOOD = {
    "PRODUCTION": True, "HAAT_PUBLIC_SCHEME": "https", "RAZORPAY_SIMULATOR": False, "HAAT_INBOX_URL": "", "HAAT_CLOCK_FILE": "",
    "HAAT_API_DOCS": False, "SECRET_KEY": "k9X2mQ7rT4vL8pZ1cB6nH3jW5sD0fG!a", "HAAT_DATA_KEYS": {"k2": b"x" * 32},
    "DATABASE_URL": "postgresql://o@db.example/haat?sslmode=verify-full", "DATABASE_APP_URL": "",
    "REDIS_URL": "rediss://valkey.example:6380/0", "EMAIL_HOST": "mail.example", "EMAIL_USE_TLS": True, "EMAIL_USE_SSL": False,
    "SMS_URL": "https://sms.example", "RAZORPAY_BASE_URL": "https://api.razorpay.com", "HAAT_TRUSTED_PROXIES_SAID": True,
    "HAAT_TRUSTED_PROXIES": [ip_network("10.0.0.0/8")], "MEDIA_ROOT": "/srv/media", "HAAT_PRIVATE_ROOT": "/srv/private",
    "STATIC_ROOT": "/srv/static", "STORAGE_BUCKET": {}, "PRIVATE_BUCKET": {}, "STORAGE_PUBLIC_URL": "",
}  # fmt: skip


class TestProduction:
    """ASVS items 36 and 40: `manage.py check --deploy`."""

    def findings(self, settings: Any, **changed: Any) -> set[str]:
        for name, value in (GOOD | changed).items():
            setattr(settings, name, value)
        return {str(found.id) for found in checks.production(None)}

    def test_a_good_place_has_no_findings(self, settings: Any) -> None:
        assert self.findings(settings) == set()

    @pytest.mark.parametrize(
        ("changed", "finding"),
        [
            ({"PRODUCTION": False}, "haat.E001"),
            ({"HAAT_PUBLIC_SCHEME": "http"}, "haat.E002"),
            ({"RAZORPAY_SIMULATOR": True}, "haat.E003"),
            ({"HAAT_INBOX_URL": "http://127.0.0.1:1"}, "haat.E003"),
            ({"HAAT_CLOCK_FILE": "/x"}, "haat.E004"),
            ({"HAAT_API_DOCS": True}, "haat.W001"),
            ({"SECRET_KEY": "development-only-secret-key-of-haat-0123456789"}, "haat.E005"),
            ({"SECRET_KEY": "a" * 40}, "haat.E005"),
            ({"DATABASE_URL": "postgresql://o@db.example/haat"}, "haat.E006"),
            ({"DATABASE_APP_URL": "postgresql://o@db.example/haat?sslmode=require"}, "haat.E006"),
            ({"REDIS_URL": "redis://valkey.example:6379/0"}, "haat.E007"),
            ({"REDIS_URL": "rediss://valkey.example:6379/0?ssl_cert_reqs=none"}, "haat.E007"),
            ({"EMAIL_USE_TLS": False}, "haat.E008"),
            ({"SMS_URL": "http://sms.example"}, "haat.E009"),
            ({"HAAT_TRUSTED_PROXIES_SAID": False}, "haat.E010"),
            ({"HAAT_TRUSTED_PROXIES": [ip_network("0.0.0.0/0")]}, "haat.E011"),
            ({"HAAT_PRIVATE_ROOT": "/srv/media/private"}, "haat.E012"),
            ({"STORAGE_BUCKET": BUCKET, "PRIVATE_BUCKET": BUCKET}, "haat.E012"),
            ({"STORAGE_BUCKET": BUCKET, "PRIVATE_BUCKET": BUCKET | {"location": "shop/private"}}, "haat.E012"),
            ({"STORAGE_BUCKET": BUCKET | {"endpoint_url": "http://s3.example"}}, "haat.E013"),
            ({"STORAGE_PUBLIC_URL": "http://cdn.example"}, "haat.E014"),
        ],
    )
    def test_each_fault_is_found(self, settings: Any, changed: dict[str, Any], finding: str) -> None:
        assert finding in self.findings(settings, **changed)

    def test_a_derived_data_key_is_warned_of(self, settings: Any) -> None:
        assert self.findings(settings, HAAT_DATA_KEYS={"k1": settings.DERIVED_DATA_KEY}) == {"haat.W002"}

    def test_the_documents_are_not_served_in_production(self, settings: Any) -> None:
        """ASVS item 40."""
        settings.HAAT_API_DOCS = False
        assert roles.docs("customer") == []


class TestPrivateDocuments:
    """ASVS item 33: for one person, on one brand's hosts, for a quarter of an hour, as a download."""

    @pytest.fixture(autouse=True)
    def _folder(self, settings: Any, tmp_path: Path) -> None:
        settings.HAAT_PRIVATE_ROOT, settings.MEDIA_ROOT = str(tmp_path / "private"), str(tmp_path / "media")

    def keep(self, brand: Any, user: Any, *, name: str = "statement.html") -> tuple[str, str]:
        with brand_scope(brand):
            kept = private.storage().put(name, ContentFile(b"<script>alert(1)</script>"))
            return kept, private.link(name=kept, user_id=user.pk, at=clock.now())

    def body(self, response: Any) -> bytes:
        return bytes(response.content)

    def test_its_person_gets_it_and_nothing_in_it_runs(self, aster: Any, nia: Any, api: Any) -> None:
        _, address = self.keep(aster, nia.user)
        admin = api("admin", aster, nia.user)
        admin.get(address)
        told = admin.response.headers
        assert (admin.status, self.body(admin.response)) == (200, b"<script>alert(1)</script>")
        assert told["Content-Disposition"] == 'attachment; filename="statement.html"'
        assert (told["Content-Type"], told["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
        assert "sandbox" in told["Content-Security-Policy"] and "no-store" in told["Cache-Control"]

    def test_nobody_else_does(self, aster: Any, birch: Any, nia: Any, asha: Any, ben: Any, api: Any) -> None:
        _, address = self.keep(aster, asha.user)
        for portal, brand, person, status in (
            ("customer", aster, ben.user, 404), ("customer", birch, asha.user, 404), ("admin", aster, nia.user, 404), ("customer", aster, None, 401),
        ):  # fmt: skip
            visitor = api(portal, brand, person)
            visitor.get(address)
            assert visitor.status == status, (portal, brand, person)

    @pytest.mark.parametrize("what", ["late", "forged", "gone"])
    def test_a_dead_address_is_none(self, aster: Any, asha: Any, api: Any, what: str) -> None:
        kept, address = self.keep(aster, asha.user)
        shop = api("customer", aster, asha.user)
        if what == "late":
            with brand_scope(aster):
                address = private.link(name=kept, user_id=asha.user.pk, at=clock.now() - timedelta(minutes=16))
        elif what == "forged":
            address = address[:-1] + ("A" if address[-1] != "A" else "B")
        else:
            with brand_scope(aster):
                private.storage().delete(kept)
        shop.get(address)
        assert shop.status == 404

    def test_no_web_server_finds_it(self, aster: Any, asha: Any, api: Any) -> None:
        kept, _ = self.keep(aster, asha.user, name="proof.png")
        shop = api("customer", aster)
        for path in (f"/media/{kept}", f"/media/../private/{kept}", f"/private/{kept}", f"/static/{kept}"):
            shop.get(path)
            assert shop.status == 404, path

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "/etc/passwd", "a/../../b.pdf", "\x00.pdf", "x" * 300 + ".pdf"]
    )
    def test_a_name_cannot_climb(self, aster: Any, settings: Any, name: str) -> None:
        with brand_scope(aster):
            try:
                kept = private.storage().put(name, ContentFile(b"x"))
            except (SuspiciousFileOperation, ValueError):
                return
            assert private.storage().path(kept).startswith(f"{settings.HAAT_PRIVATE_ROOT}/{aster.schema_name}/")

    def test_it_has_no_public_address(self, aster: Any) -> None:
        with brand_scope(aster), pytest.raises(SuspiciousFileOperation):
            private.storage().url("x")


class TestInjection:
    """ASVS item 34."""

    @pytest.mark.parametrize(
        "text",
        ['=HYPERLINK("http://evil")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1"],
    )
    def test_a_formula_is_text_in_an_export(self, text: str) -> None:
        line = list(exports.rows(["name"], [[text]]))[1]
        assert next(csv.reader(io.StringIO(line, newline="")))[0] == f"'{text}"

    @pytest.mark.parametrize("value", ["-12.50", "+5", "12", "10%", 'Rose & Co, "Best"', "", None, -3])
    def test_numbers_and_names_stay_as_they_are(self, value: Any) -> None:
        line = list(exports.rows(["name"], [[value]]))[1]
        assert (next(csv.reader(io.StringIO(line))) or [""])[0] == ("" if value is None else str(value))

    @pytest.mark.parametrize("text", ["a\r\nBcc: all@example.com", "a\nb"])
    def test_no_line_can_be_slipped_into_headers(self, text: str) -> None:
        with pytest.raises(BadMailHeader):
            EmailMessage(text, "body", "a@example.com", ["b@example.com"]).message()
        with pytest.raises(BadHeaderError):
            HttpResponse()["X-Name"] = text

    def test_a_brands_name_brings_no_second_sender(self) -> None:
        """ASVS item 34: whatever a brand or seller calls itself."""
        from django.core import mail

        name = 'Rose" <evil@example.com>\r\nBcc: all@example.com'
        transport.send(
            transport.Message(
                channel="email", to="a@example.com", sender=name, subject="Hi\r\nCc: b@example.com", text="x"
            )
        )
        told = mail.outbox[-1].message()
        assert [address for _, address in getaddresses([told["From"]])] == [settings.DEFAULT_FROM_EMAIL]
        assert (told["Bcc"], told["Cc"], told["To"]) == (None, None, "a@example.com")

    def test_a_brands_words_are_no_template(self) -> None:
        """Words of brands, sellers and customers are values; nothing makes a template of them."""
        told = Template("{{ words }}").render(Context({"words": "{{ settings.SECRET_KEY }}{% debug %}<script>"}))
        assert told == "{{ settings.SECRET_KEY }}{% debug %}&lt;script&gt;"

    def test_nothing_makes_a_template_of_text(self) -> None:
        from tests.architecture.sources import read

        allowed = ("tests/", "infra/")
        users = [
            source.name for source in read() if not source.name.startswith(allowed) and MADE_OF_TEXT.search(source.text)
        ]
        assert users == EXPECTED, users


MADE_OF_TEXT = re.compile(
    r"(?<!class )\bTemplate\(|\bfrom_string\(|\bmark_safe\(|\{[{%][^}]*\|\s*safe\b|\beval\(|\bexec\("
)
# Letters of our own, and a filter that escapes before it marks.
EXPECTED = ["backend/haat/notifications/templates.py", "portals/customer/templatetags/shop.py"]


class TestLogs:
    """ASVS item 38: the second line, for what slips through."""

    @pytest.mark.parametrize(
        "text",
        [
            "call +919820012345 now", "phone 9820012345", "98200 12345", "to asha.rao+x@mail.example.com", "PAN AAPFR0001A", "gstin 27AAPFR0001A1ZV",
            "account 50100000400001", "card 4111 1111 1111 1111", "Authorization: Bearer eyJhbGciOi.eyJzdWIi.c2ln", "Basic cnpwOnNlY3JldA==",
            "code=493817", '{"code": "493817"}', "your code is 493817", "refresh_token='abcDEF123'", "key_secret: s3cr3tvalue", "password=hunter2!",
            "postgresql://haat:s3cr3tvalue@db/haat", "Cookie __Host-haat_session=abcdef123; Path=/", "Key (email)=(asha@example.com) already exists",
        ],
    )  # fmt: skip
    def test_it_is_taken_out(self, text: str) -> None:
        told = logs.scrub(text)
        planted = ("9820012345", "98200 12345", "asha", "AAPFR0001A", "50100000400001", "4111", "eyJ", "cnpw", "493817", "abcDEF", "s3cr3t", "hunter2", "abcdef123")  # fmt: skip
        assert not [word for word in planted if word in told], told

    @pytest.mark.parametrize(
        "text",
        ["job 4711 orders.place failed", "GLW-26-000123-A", "0192c1d2-7a3b-7c4d-8e5f-0123456789ab", "2026-11-21 14:20:15,123", "id=01920000000070008000000000000000", "status 404 in 12 ms", "₹1,299.00"],
    )  # fmt: skip
    def test_what_finds_a_fault_stays(self, text: str) -> None:
        assert logs.scrub(text) == text

    def test_tracebacks_are_scrubbed_and_json_says_where(self, aster: Any) -> None:
        actor = context.Actor("staff", "0192", "Nia", "owner")
        with context.use(context.Context(request_id="r1", actor=actor)), brand_scope(aster):
            try:
                raise ValueError("no such person: asha@example.com")
            except ValueError:
                import sys

                record = logging.LogRecord(
                    "haat", logging.ERROR, __file__, 1, "failed for %s", ("9820012345",), sys.exc_info()
                )
            told = json.loads(logs.JsonFormatter().format(record))
        assert (told["request_id"], told["brand"], told["actor_id"]) == ("r1", aster.schema_name, "0192")
        for text in (told["error"], told["message"], logs.LineFormatter().format(record)):
            assert "asha@" not in text and "9820012345" not in text
        assert "Nia" not in json.dumps(told)
