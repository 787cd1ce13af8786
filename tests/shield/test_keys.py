"""Keys: where they come from, and changing them without losing anything."""

from __future__ import annotations

import base64
import http.server
import json
import os
import threading
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection, models

from config import keys, sources
from haat.core import clock, crypto, idempotency, jobs, rotation
from haat.core.models import IdempotencyKey, Job
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW = os.urandom(32)
PAIR = f"k2:{base64.b64encode(NEW).decode()},k1:derived"


class TestSources:
    """ASVS item 36: environment, file or Vault."""

    def test_the_environment_wins_over_the_file(self, tmp_path: Path) -> None:
        file = tmp_path / "secret"
        file.write_text("from the file\n")
        given = {"HAAT_SECRET_KEY_FILE": str(file), "HAAT_DATA_KEYS_FILE": str(file), "HAAT_DATA_KEYS": "here"}
        found = sources.filled(given, sources.Vault())
        assert (found["HAAT_SECRET_KEY"], found["HAAT_DATA_KEYS"]) == ("from the file", "here")

    def test_a_file_that_is_not_there_stops_the_start(self) -> None:
        with pytest.raises(ImproperlyConfigured, match="HAAT_SECRET_KEY_FILE"):
            sources.filled({"HAAT_SECRET_KEY_FILE": "/nowhere/at/all"}, sources.Vault())

    def test_a_vault_gives_what_is_missing(self, vault: str) -> None:
        found = sources.filled({"SMS_URL": "mine"}, sources.Vault(vault, "kv/haat/production", "good-token"))
        assert (found["HAAT_SECRET_KEY"], found["SMS_URL"]) == ("v" * 40, "mine")
        assert "NOT_ASKED_FOR" not in found

    def test_the_vaults_token_may_be_in_a_file(self, vault: str, tmp_path: Path) -> None:
        (tmp_path / "token").write_text("good-token\n")
        place = sources.Vault(vault, "kv/haat/production", token_file=str(tmp_path / "token"))
        assert place.read()["HAAT_SECRET_KEY"] == "v" * 40

    @pytest.mark.parametrize(
        ("path", "token"),
        [
            ("kv/haat/production", "wrong"),
            ("kv/haat/other", "good-token"),
            ("kv", "good-token"),
            ("kv/haat/production", ""),
        ],
    )
    def test_a_vault_that_gives_nothing_stops_the_start_and_tells_no_token(
        self, vault: str, path: str, token: str
    ) -> None:
        with pytest.raises(ImproperlyConfigured) as refused:
            sources.filled({}, sources.Vault(vault, path, token))
        assert "good-token" not in str(refused.value)

    def test_keys_are_read_with_their_ids_and_the_first_is_current(self) -> None:
        found = keys.parse("HAAT_DATA_KEYS", PAIR, "data:k1", "k1")
        assert list(found) == ["k2", "k1"]
        assert found == {"k2": NEW, "k1": keys.derived("data:k1")}
        assert keys.parse("HAAT_DATA_KEYS", "", "data:k1", "k1") == {"k1": keys.derived("data:k1")}

    @pytest.mark.parametrize(
        "text", ["k1", "k1:short", "k1:derived,k1:derived", "K!:derived", f"k1:{'*' * 44}", ":derived"]
    )
    def test_a_bad_key_stops_the_start(self, text: str) -> None:
        with pytest.raises(ImproperlyConfigured, match="HAAT_DATA_KEYS"):
            keys.parse("HAAT_DATA_KEYS", text, "data:k1", "k1")


@pytest.fixture
def vault() -> Iterator[str]:
    """The KV engine of version 2 as Vault's HTTP API documents it."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            allowed = self.headers.get("X-Vault-Token") == "good-token"
            there = self.path.split("?")[0] == "/v1/kv/data/haat/production"
            status = 403 if not allowed else 200 if there else 404
            data = {"HAAT_SECRET_KEY": "v" * 40, "SMS_URL": "theirs", "NOT_ASKED_FOR": "x"}
            told = (
                {"data": {"data": data, "metadata": {"version": 3}}}
                if status == 200
                else {"errors": ["permission denied"] if not allowed else []}
            )
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class TestRotation:
    """ASVS item 36: the drill. A new key in front, everything encrypted anew, the old key away, all still readable."""

    @pytest.fixture
    def _owner(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The command lets nobody but the owner; the test's transaction stays the app's."""
        monkeypatch.setattr("haat.management.commands.keys.is_behind_wall", lambda: False)

    @pytest.mark.usefixtures("_owner", "birch", "ravi")
    def test_the_drill(self, aster: Any, asha: Any, settings: Any, monkeypatch: Any) -> None:
        from haat.customers.models import Address, Customer
        from haat.verification.models import SellerEntity

        monkeypatch.setattr(rotation, "BATCH", 2)
        old = dict(settings.HAAT_DATA_KEYS)
        row = idempotency.begin(scope="s", key="k", body={}, at=clock.now())
        idempotency.finish(row, status=200, answer={"address": "12 Lane"})
        jobs.enqueue("tenancy.forget_pages", private={"brand_id": "b"}, note="plain")
        with brand_scope(aster):
            Customer.objects.filter(pk=asha.customer.pk).update(phone="+919820012345")

        settings.HAAT_DATA_KEYS = {"k2": NEW} | old
        settings.HAAT_INDEX_KEYS = {"i2": os.urandom(32)} | settings.HAAT_INDEX_KEYS
        with brand_scope(aster):
            assert Address.objects.get(pk=asha.address.pk).line1 == "12 Lane"  # both keys are read meanwhile
        told = StringIO()
        call_command("keys", "rotate", stdout=told)
        assert "aster" in told.getvalue()
        all_line = told.getvalue().splitlines()[-1].split()
        assert (all_line[0], all_line[1]) == ("all", "k2")
        assert "k1" not in all_line

        settings.HAAT_DATA_KEYS = {"k2": NEW}
        settings.HAAT_INDEX_KEYS = dict(list(settings.HAAT_INDEX_KEYS.items())[:1])
        with brand_scope(aster):
            assert Address.objects.get(pk=asha.address.pk).line1 == "12 Lane"
            customer = Customer.objects.get(pk=asha.customer.pk)
            assert customer.phone_index == crypto.blind_index("+919820012345", purpose="customers.phone")
        from haat.verification.claims import pan_index

        found = SellerEntity.objects.get(pan_index=pan_index("AAPFR0001A"))
        assert (found.pan, found.bank_account) == ("AAPFR0001A", "50100000400001")
        assert idempotency.answer_of(IdempotencyKey.objects.get(pk=row.pk)) == {"address": "12 Lane"}
        assert jobs.arguments(Job.objects.latest("id")) == {"note": "plain", "brand_id": "b"}

    @pytest.mark.usefixtures("_owner", "asha")
    def test_it_can_be_stopped_and_begun_again(self, aster: Any, settings: Any, monkeypatch: Any) -> None:
        settings.HAAT_DATA_KEYS = {"k2": NEW} | settings.HAAT_DATA_KEYS
        done, encrypt = [], crypto.encrypt

        def give_up(plain: str, *, purpose: str) -> str:
            if len(done) == 2:
                raise KeyboardInterrupt
            done.append(purpose)
            return encrypt(plain, purpose=purpose)

        monkeypatch.setattr(rotation, "BATCH", 1)
        monkeypatch.setattr(crypto, "encrypt", give_up)
        with pytest.raises(KeyboardInterrupt):
            call_command("keys", "rotate", stdout=StringIO())
        monkeypatch.setattr(crypto, "encrypt", encrypt)
        connection.set_schema_to_public()
        call_command("keys", "rotate", stdout=StringIO())
        with brand_scope(aster):
            assert set(rotation.count(settings.TENANT_APPS)) == {"k2"}

    @pytest.mark.usefixtures("asha")
    def test_a_lost_key_is_told(self, settings: Any) -> None:
        settings.HAAT_DATA_KEYS = {"k9": NEW}
        with pytest.raises(CommandError, match="k1"):
            call_command("keys", "status", stdout=StringIO())

    def test_the_app_may_not_rotate(self) -> None:
        with pytest.raises(CommandError, match="owner"):
            call_command("keys", "rotate", stdout=StringIO())

    def test_a_token_of_the_old_key_lives_until_it_ends(self, aster: Any, asha: Any, api: Any, settings: Any) -> None:
        """ASVS item 36: the new key signs, the old one still verifies; without the old key its tokens are nothing."""
        shop = api("customer", aster, asha.user)
        settings.HAAT_TOKEN_KEYS = {"t2": os.urandom(32)} | settings.HAAT_TOKEN_KEYS
        assert shop.get("profile") and shop.status == 200
        settings.HAAT_TOKEN_KEYS = {"t2": settings.HAAT_TOKEN_KEYS["t2"]}
        assert shop.get("profile") and shop.status == 401


# Names that mean a secret or what a person would not want on the street; what else they may be, with its reason.
SENSITIVE = ("phone", "pan", "bank_account", "account_number", "account_holder", "secret", "line1", "line2", "address", "aadhaar", "card_number", "contact_name")  # fmt: skip
DERIVED = ("_index", "_last4", "_masked", "_hash", "_at", "_id")
OPEN = {
    "identity.User.phone": "log-in, readable in public alone, which no brand's role can read (decision 18)",
    "identity.LoginChallenge.address": "the caller's IP address",
    "identity.TokenFamily.address": "the same",
    "audit.AuditEntry.address": "the caller's IP address",
    "core.Job.address": "the same, until the work is done",
    "verification.SellerEntity.address": "place of business, which the law has sellers show to buyers",
    "sellers.Seller.address": "the same, as buyers see it",
}


def sensitive_columns() -> Iterator[tuple[str, models.Field[Any, Any]]]:
    for model in apps.get_models():
        if model.__module__.startswith("haat."):
            for field in model._meta.local_concrete_fields:
                named = any(word == field.name or field.name.endswith(f"_{word}") for word in SENSITIVE)
                if (
                    named
                    and not field.name.endswith(DERIVED)
                    and isinstance(field, models.CharField | models.TextField | models.JSONField)
                ):
                    yield f"{model._meta.label}.{field.name}", field


def test_every_sensitive_column_is_encrypted() -> None:
    """ASVS items 36 and 37: by its name, so that a new one is seen."""
    found = dict(sensitive_columns())
    assert len(found) >= 14, sorted(found)
    plain = {name for name, field in found.items() if not isinstance(field, crypto.EncryptedTextField)}
    assert plain <= set(OPEN), plain - set(OPEN)
    assert {"payments.GatewayAccount.key_secret", "verification.SellerEntity.pan", "customers.Address.phone"} <= set(
        found
    )


def test_a_value_cannot_change_its_place() -> None:
    sealed = crypto.encrypt("AAPFR0001A", purpose="verification.sellerentity.pan")
    assert "AAPFR0001A" not in sealed
    with pytest.raises(InvalidTag):
        crypto.decrypt(sealed, purpose="verification.sellerentity.bank_account")
