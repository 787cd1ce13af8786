"""A visitor with a browser that has no JavaScript: pages are asked for, forms are sent, redirects followed by hand."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.core.cache import caches
from django.test import Client

from haat.search import services as search
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.conftest import Person, make_meera, make_ravi
from tests.goods import make_category, make_offer, make_product
from tests.shared import borrowed, standing
from tests.support import host_of, run_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Forms of a page with the values they hold, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(values.get("action", ""), values.get("method", "get")))
        elif tag == "input" and self.forms and "name" in values:
            is_off = values.get("type") in {"radio", "checkbox"} and "checked" not in values
            if not is_off:
                self.forms[-1].fields[values["name"]] = values.get("value", "")


class Visitor:
    """Keeps cookies and the last answer."""

    def __init__(self, brand: Brand) -> None:
        self.client = Client(HTTP_HOST=host_of("customer", brand))
        self.answer: Any = None
        self.path = "/"

    @property
    def text(self) -> str:
        return str(self.answer.content.decode())

    @property
    def status(self) -> int:
        return int(self.answer.status_code)

    def open(self, path: str, **headers: str) -> str:
        self.path = path
        self.answer = self.client.get(path, headers=headers)
        return self.text

    def send(self, action: str, **fields: Any) -> str:
        """Press the button of the form whose action begins so, with these fields filled in or changed."""
        known = _Forms()
        known.feed(self.text)
        forms = [one for one in known.forms if one.method == "post" and (one.action or self.path).startswith(action)]
        target = forms[0].action or self.path
        self.answer = self.client.post(target, forms[0].fields | fields, headers=SAME_ORIGIN)
        self.path = target
        return str(self.answer.headers.get("Location", ""))

    def follow(self) -> str:
        return self.open(self.answer.headers["Location"])

    def sign_in(self, address: str = "asha@example.com", goal: str = "/account") -> None:
        self.open(f"/login?next={goal}")
        self.send("/login", identifier=address)
        self.follow()
        run_jobs(only="identity.")
        found = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
        assert found, mail.outbox[-1].body
        self.send("/login/code", code=found[0])


@pytest.fixture(autouse=True)
def _clean_start() -> None:
    for name in ("default", "platform"):
        caches[name].clear()


@dataclass(frozen=True)
class Market:
    ravi: Person
    meera: Person
    goods: dict[str, Any]


@pytest.fixture(scope="module")
def market(django_db_setup: None, django_db_blocker: Any) -> Iterator[Market]:
    with standing(django_db_blocker):
        aster = brand_by_slug("aster")
        ravi, meera = make_ravi(aster), make_meera(aster)
        yield Market(ravi, meera, _lay_out(aster, ravi, meera))


@pytest.fixture
def goods(market: Market, db: None) -> dict[str, Any]:
    """Offers by a short name: two makers, one product in two sizes, one sold out."""
    return copy.deepcopy(market.goods)


@pytest.fixture
def ravi(request: pytest.FixtureRequest, aster: Brand) -> Person:
    return borrowed(request, "goods", "market", "ravi") or make_ravi(aster)


@pytest.fixture
def meera(request: pytest.FixtureRequest, aster: Brand) -> Person:
    return borrowed(request, "goods", "market", "meera") or make_meera(aster)


def _lay_out(aster: Brand, ravi: Person, meera: Person) -> dict[str, Any]:
    with brand_scope(aster):
        skin = make_category("skin")
        serums = make_category("serums", parent=skin)
        serum = make_product(
            "Rose serum", slug="rose-serum", category=serums, description="Sinks in <before> noon & stays."
        )
        bowl = make_product("Til bowl", slug="til-bowl", category=make_category("bowls"))
        balm = make_product("Lip balm", slug="lip-balm", category=serums)
        small = {
            "options": [{"name": "Size", "value": "15 ml"}],
            "sku": "ROSE-15",
            "hsn": "33049990",
            "net_quantity": "15 ml",
        }
        large = {
            "options": [{"name": "Size", "value": "30 ml"}],
            "sku": "ROSE-30",
            "hsn": "33049990",
            "net_quantity": "30 ml",
        }
        found = {
            "small": make_offer(serum, seller=ravi.seller, price_minor=39_900, variant=serum.variants.create(position=1, **small)),
            "large": make_offer(serum, seller=ravi.seller, price_minor=59_900, mrp_minor=69_900, stock=0, variant=serum.variants.create(position=2, **large)),
            "bowl": make_offer(bowl, seller=meera.seller, price_minor=120_000, mrp_minor=120_000, stock=3),
            "balm": make_offer(balm, seller=ravi.seller, price_minor=12_900, stock=0),
        }  # fmt: skip
        search.index([product.pk for product in (serum, bowl, balm)])
    return found


@pytest.fixture
def visitor(aster: Brand, goods: dict[str, Any], mailoutbox: list[Any]) -> Visitor:
    return Visitor(aster)
