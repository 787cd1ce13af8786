"""The cast: two brands on one real PostgreSQL, and people who must not meet.

The database is a worker's copy of a template that is migrated once a set of migrations; each test is a transaction of
the app's own role, behind the wall, and is rolled back.
"""

from __future__ import annotations

import gc
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from haat.core import clock, context, jobs
from tests import databases
from tests.support import Api, make_seller, run_jobs, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
for _cache in settings.CACHES.values():  # a worker that empties its cache empties no other's, nor a broker's queue
    _cache["LOCATION"] = urlsplit(_cache["LOCATION"])._replace(path=f"/{int(WORKER[2:]) + 1}").geturl()
    # A visitor is refused sooner than this, but a machine that runs the whole suite may stand still for seconds.
    _cache["OPTIONS"] |= {"SOCKET_CONNECT_TIMEOUT": 60, "SOCKET_TIMEOUT": 60}
settings.DATABASES["default"]["OPTIONS"]["connect_timeout"] = 60
hypothesis.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("suite")


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: nobody needs to look through it for garbage at every turn."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def owner_url(django_db_blocker: Any) -> str:
    """The database of this worker as its owner sees it: no wall."""
    with django_db_blocker.unblock():
        return databases.database_of(WORKER)


@pytest.fixture(scope="session")
def django_db_setup(owner_url: str, django_db_blocker: Any) -> Iterator[None]:
    from environ import Env

    from config.settings import _app_url

    databases.point_to(Env.db_url_config(_app_url(owner_url)))
    with django_db_blocker.unblock():
        connection.set_schema_to_public()
        _brands()
    yield
    connection.close()


def _brands() -> None:
    """Two brands, made once a database through the door that everybody uses."""
    from haat.tenancy.models import Brand
    from haat.tenancy.services import BrandSpec, launch_brand

    for slug, prefix, code in (("aster", "AST", "AS"), ("birch", "BIR", "BI")):
        if not Brand.objects.filter(slug=slug).exists():
            policies = {
                "return_window_days": 7,
                "cod": True,
                "cod_fee_minor": 4900,
                "cod_cap_minor": 500_000,
                "reservation_minutes": 15,
                "payout_delay_days": 0,
                "base_fee_minor": 7900,
                "free_above_minor": 99_900,
                "per_extra_kg_minor": 3000,
            }
            spec = BrandSpec(
                slug=slug,
                name=slug.title(),
                legal_name=f"{slug.title()} Retail Pvt Ltd",
                order_prefix=prefix,
                document_code=code,
                home_state="27",
                gstin="27AAPFU0939F1ZV",
                settings={"policies": policies},
            )
            launch_brand(spec=spec, at=clock.now())


@pytest.fixture(autouse=True)
def _no_brand_left_behind() -> Iterator[None]:
    """Every test begins and ends outside a brand: what forgot its brand fails."""
    from haat.tenancy import hosts

    hosts.forget()
    with context.use(context.Context(request_id="test", actor=context.SYSTEM)):
        connection.set_schema_to_public()
        yield
        connection.set_schema_to_public()


@pytest.fixture(autouse=True)
def _own_generation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that one test kept are no other's; the workers share one cache."""
    from haat.core import generation, ids

    key, test = generation._key, ids.new_token(6)
    monkeypatch.setattr(generation, "_key", lambda: f"{key()}:{test}")


@pytest.fixture(autouse=True)
def _closed_circuits() -> Iterator[None]:
    """A provider that was out in one test is there in the next."""
    from haat.payments import circuit

    yield
    circuit.forget()


@pytest.fixture
def aster(db: None) -> Any:
    """The brand under test."""
    from haat.tenancy.queries import brand_by_slug

    return brand_by_slug("aster")


@pytest.fixture
def birch(db: None) -> Any:
    """The neighbour, whose data must never appear."""
    from haat.tenancy.queries import brand_by_slug

    return brand_by_slug("birch")


@pytest.fixture
def api() -> type[Api]:
    """`api(portal, brand, user)` speaks to a role API over the whole middleware stack."""
    return Api


@dataclass(frozen=True)
class Person:
    """One of the cast: the identity, and what they are on `aster`."""

    user: Any
    seller: Any = None
    customer: Any = None
    address: Any = None


def _user(email: str, name: str) -> Any:
    from haat.identity import identifiers
    from haat.identity import services as identity

    return identity.person(identifier=identifiers.parse(email), name=name)[0]


def _staff(email: str, name: str, scope: str, role: str, brand: Any = None) -> Person:
    from haat.identity import services as identity

    user = _user(email, name)
    identity.grant(user=user, scope=scope, role=role, brand_id=brand.pk if brand else None)
    return Person(user)


def _customer(brand: Any, email: str, name: str) -> Person:
    from haat.customers import services as customers
    from haat.customers.types import AddressSpec
    from haat.tenancy.context import brand_scope

    user = _user(email, name)
    home = AddressSpec(
        name=name, phone="9820012345", line1="12 Lane", city="Mumbai", state="27", pin="400050", is_default=True
    )
    with brand_scope(brand):
        customer = customers.join(user=user, at=clock.now())
        return Person(user, customer=customer, address=customers.add_address(customer=customer, spec=home))


def make_ravi(aster: Any) -> Person:
    return Person(*make_seller(aster, slug="ravi-traders", pan="AAPFR0001A", state="27", pin="400001"))


def make_meera(aster: Any) -> Person:
    return Person(*make_seller(aster, slug="meera-crafts", pan="AAPFM0002B", state="29", pin="560001"))


@pytest.fixture
def ravi(aster: Any) -> Person:
    """Active seller of aster in Maharashtra, Meera's rival; `.user` owns `.seller`."""
    return make_ravi(aster)


@pytest.fixture
def meera(aster: Any) -> Person:
    """Active seller of aster in Karnataka, Ravi's rival."""
    return make_meera(aster)


@pytest.fixture
def nia(aster: Any) -> Person:
    """Owner of the brand aster."""
    return _staff("nia@example.com", "Nia", "brand", "owner", aster)


@pytest.fixture
def om(db: None) -> Person:
    """Verifier of the platform."""
    return _staff("om@example.com", "Om", "platform", "verifier")


@pytest.fixture
def asha(aster: Any) -> Person:
    """Customer of aster with a default address in Mumbai."""
    return _customer(aster, "asha@example.com", "Asha")


@pytest.fixture
def ben(aster: Any) -> Person:
    """Another customer of aster, who must see nothing of Asha's."""
    return _customer(aster, "ben@example.com", "Ben")


__all__ = ["jobs", "run_jobs", "sign_in"]
