"""A person with a name that appears nowhere else, who shops at three brands, and a way to read every row there is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from haat.core import clock
from haat.customers import services as customers
from haat.customers.types import AddressSpec
from haat.identity import identifiers
from haat.identity import services as identity
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.services import BrandSpec, launch_brand
from tests.identity.conftest import Browser, browser, later, phone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Browser", "browser", "later", "phone"]
EMAIL, PHONE, NAME, STREET = "zeb.quagga@marker.example", "+919876501234", "Zebulon Quagga", "77 Marker Lane"
MARKERS = ("quagga", "zebulon", "marker.example", "9876501234", "marker lane")


@pytest.fixture(autouse=True)
def _private_folder(tmp_path: Path, settings: Any) -> None:
    settings.HAAT_PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture
def cedar(db: None) -> Any:
    """A third brand, made from a spare for this test."""
    spec = BrandSpec(
        slug="cedar", name="Cedar", legal_name="Cedar Retail Pvt Ltd", order_prefix="CED", document_code="CE", home_state="27",
        gstin="27AAPFU0939F1ZV", settings={"policies": {"return_window_days": 7, "cod": True, "reservation_minutes": 15}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now())


def make_person(email: str = EMAIL, phone: str | None = PHONE, name: str = NAME) -> Any:
    user, _ = identity.person(identifier=identifiers.parse(email or phone or ""), name=name)
    user.phone = phone
    user.save(update_fields=["phone"])
    return user


def join(brand: Any, user: Any, street: str = STREET) -> Any:
    """Make the person a customer with an address there."""
    home = AddressSpec(
        name=user.name, phone=PHONE, line1=street, city="Mumbai", state="27", pin="400050", is_default=True
    )
    with brand_scope(brand):
        customer = customers.join(user=user, at=clock.now())
        customers.add_address(customer=customer, spec=home)
    return customer


def every_row(*brands: Any) -> Iterator[tuple[str, str]]:
    """Table and text of each row that this process can see, of each schema: as it lies there, and decrypted."""
    with public_scope():
        yield from _rows("public", settings.SHARED_APPS)
    for brand in brands:
        with brand_scope(brand):
            yield from _rows(brand.slug, [*settings.TENANT_APPS, "haat.core"])


def _rows(place: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for config in apps.get_app_configs():
        if config.name not in names:
            continue
        for model in config.get_models(include_auto_created=True):
            table = model._meta.db_table
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')
                raw = [row[0] for row in cursor.fetchall()]
            plain = [json.dumps(row, default=str) for row in model._default_manager.values()]
            yield from ((f"{place}.{table}", text.lower()) for text in (*raw, *plain))


def traces(*brands: Any) -> list[tuple[str, str]]:
    """Where something of the marked person still lies."""
    found = []
    for table, text in every_row(*brands):
        found += [(table, marker) for marker in MARKERS if marker in text]
    return sorted(set(found))
