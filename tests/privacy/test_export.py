"""A copy of one's data: whole, for its person only, of one brand on its host, and not for ever."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.privacy.conftest import EMAIL, NAME, STREET, join, make_person
from tests.support import Api, run_jobs

EXPORTS = "/api/v1/me/exports"


def unpacked(visitor: Any) -> dict[str, Any]:
    row = visitor.api.get(EXPORTS)["data"][0]
    visitor.api.get(f"{EXPORTS}/{row['id']}/file")
    assert visitor.api.status == 200
    assert visitor.api.response["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(visitor.api.response.content))
    return {name: json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json")}


def test_on_the_platforms_host_a_copy_has_every_brand(aster: Any, birch: Any, browser: Any) -> None:
    user = make_person()
    join(aster, user)
    join(birch, user)
    Api("customer", aster, user).post("consents", {"purpose": "marketing_email", "granted": True})
    here = browser("launch").sign_in(EMAIL)
    run_jobs(only="audit.")
    assert here.api.post(EXPORTS)["data"]["status"] == "asked"
    run_jobs(only="privacy.build")
    files = unpacked(here)
    assert files["account.json"]["email"] == EMAIL
    assert {"aster/profile.json", "birch/profile.json", "aster/consents.json", "aster/addresses.json"} <= set(files)
    assert files["aster/profile.json"]["name"] == NAME
    assert files["birch/addresses.json"][0]["line1"] == STREET
    assert "login.succeeded" in {row["action"] for row in files["house/log.json"]}
    assert len(files["account.json"]["signed_in"]) >= 2


def test_on_a_brands_host_it_has_that_brand_and_no_word_of_others(aster: Any, birch: Any, browser: Any) -> None:
    user = make_person()
    join(aster, user)
    join(birch, user, street="9 Birch Street")
    Api("customer", birch, user)
    here = browser("customer", aster).sign_in(EMAIL)
    here.api.post(EXPORTS)
    run_jobs(only="privacy.build")
    text = json.dumps(unpacked(here))
    assert "aster" not in {name for name in unpacked(here) if name.startswith("birch")}
    assert "irch" not in text
    assert "9 Birch Street" not in text
    there = browser("customer", birch).sign_in(EMAIL)
    row = here.api.get(EXPORTS)["data"][0]
    there.api.get(f"{EXPORTS}/{row['id']}/file")
    assert there.api.status == 404


def test_a_copy_is_for_its_person_who_has_just_signed_in(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 26"""
    join(aster, make_person())
    here = browser("customer", aster).sign_in(EMAIL)
    here.api.post(EXPORTS)
    run_jobs(only="privacy.build")
    row = here.api.get(EXPORTS)["data"][0]
    ben = browser("customer", aster).sign_in("ben@example.com")
    ben.api.get(f"{EXPORTS}/{row['id']}/file")
    assert ben.api.status == 404
    Api("customer", aster).get(f"{EXPORTS}/{row['id']}/file")
    later(timedelta(minutes=6))
    for answer in (here.api.get(f"{EXPORTS}/{row['id']}/file"), here.api.post(EXPORTS)):
        assert (here.api.status, answer["error"]["code"]) == (403, "fresh_login_required")


def test_a_copy_is_unreadable_where_it_lies_and_goes_after_a_week(aster: Any, browser: Any, later: Any) -> None:
    join(aster, make_person())
    here = browser("customer", aster).sign_in(EMAIL)
    here.api.post(EXPORTS)
    here.api.post(EXPORTS)
    assert here.api.status == 409  # one at a time
    run_jobs(only="privacy.build")
    (file,) = Path(settings.HAAT_PRIVATE_ROOT).rglob("*.sealed")
    assert b"PK" not in file.read_bytes()[:4]
    assert EMAIL.encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    assert not file.is_relative_to(settings.MEDIA_ROOT)
    later(timedelta(days=7, seconds=1))
    row = here.api.get(EXPORTS)["data"][0]
    here.sign_in(EMAIL)
    here.api.get(f"{EXPORTS}/{row['id']}/file")
    assert here.api.status == 409
    run_jobs(only="privacy.expire")
    assert not file.exists()
    assert here.api.get(EXPORTS)["data"][0]["status"] == "expired"
