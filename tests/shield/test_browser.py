"""What browsers are told, on every answer of every host: headers, cookies, origins, redirects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from haat.core import redirects
from haat.core.security import policy
from haat.tenancy import hosts
from haat.tenancy.models import Brand, Domain
from tests.support import host_of, sign_in

if TYPE_CHECKING:
    from tests.shield.crawl import Answer

OWN = "shop.aster.example"
FRONTEND = "https://front.aster.example"


@pytest.fixture
def own_domain(aster: Any) -> str:
    """A live domain of aster's own."""
    Domain.objects.create(tenant=aster, domain=OWN, status=Domain.Status.LIVE)
    hosts.forget()
    return OWN


@pytest.fixture
def frontend(aster: Any) -> str:
    Brand.objects.filter(pk=aster.pk).update(frontends=[FRONTEND])
    hosts.forget()
    return FRONTEND


def test_every_answer_carries_the_headers(answers: list[Answer]) -> None:
    """ASVS item 30: pages, API, files, redirects, refusals."""
    seen = set()
    for answer in answers:
        seen.add(answer.status)
        name, told = answer.name, answer.headers
        assert "'none'" in told["Content-Security-Policy"], name
        assert "unsafe" not in told["Content-Security-Policy"], name
        assert "frame-ancestors 'none'" in told["Content-Security-Policy"], name
        assert told["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", name
        assert told["X-Content-Type-Options"] == "nosniff", name
        assert told["Referrer-Policy"] in {"strict-origin-when-cross-origin", "no-referrer"}, name
        assert told["Cross-Origin-Opener-Policy"] == "same-origin", name
        assert told["Cross-Origin-Resource-Policy"] in {"same-origin", "same-site"}, name
        assert told["Permissions-Policy"], name
        assert "Access-Control-Allow-Origin" not in told, name
    assert {200, 302, 303, 401, 403, 404, 405} & seen >= {200, 401, 404, 405}


def test_the_policy_names_what_may_run_and_where_forms_lead() -> None:
    """ASVS item 30."""
    told = policy("https://pay.example/checkout")
    assert "script-src 'self' https://checkout.razorpay.com;" in told
    assert "form-action 'self' https://api.razorpay.com https://pay.example;" in told
    assert "object-src 'none'; base-uri 'none'" in told


def test_own_domains_are_told_the_same(own_domain: str, settings: Any) -> None:
    """ASVS item 30."""
    settings.PRODUCTION = True
    for path in ("/", "/nothing-here", "/api/v1/customer/storefront"):
        response = Client(HTTP_HOST=own_domain).get(path)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_pages_have_no_inline_script_or_style(answers: list[Answer]) -> None:
    """ASVS item 30: nothing on them needs what the policy refuses, the API's own pages included."""
    seen = 0
    for name, html in ((answer.name, answer.html) for answer in answers):
        seen += "swagger-ui" in html
        assert "<style" not in html, name
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html), name
        for attributes in re.findall(r"<script([^>]*)>", html):
            assert "src=" in attributes or "application/ld+json" in attributes or "application/json" in attributes, name
    assert seen >= 4


def test_every_cookie_is_bound_to_its_host(answers: list[Answer], aster: Any, own_domain: str) -> None:
    """ASVS item 28: over every answer, and those that set one."""
    found = [(answer.name, answer.cookies) for answer in answers]
    shop = Client(HTTP_HOST=own_domain)
    cart = shop.post("/api/v1/customer/cart/lines", {}, headers={"Sec-Fetch-Site": "same-origin"})
    found += [("cart", cart.cookies), ("own domain", shop.get("/api/v1/customer/cart").cookies)]
    for name, cookies in found:
        for key, morsel in cookies.items():
            assert key.startswith(("__Host-", "__Secure-")), (name, key)
            assert morsel["secure"] and morsel["httponly"] and morsel["samesite"] in {"Lax", "Strict"}, (name, key)
            assert morsel["path"] == "/" and not morsel["domain"], (name, key)


def test_asking_changes_nothing(answers: list[Answer]) -> None:
    """ASVS item 29: no GET of any address writes anything, whoever asks."""
    assert [(answer.name, answer.written) for answer in answers if answer.written] == []


class TestCrossSite:
    """ASVS item 29: no other site makes a browser act here, on hosts of the platform and on own domains."""

    @pytest.mark.parametrize(
        ("headers", "status"),
        [
            ({"Sec-Fetch-Site": "same-origin"}, 404),
            ({"Sec-Fetch-Site": "none"}, 404),
            ({"Sec-Fetch-Site": "same-site"}, 403),  # a staff portal, or another brand
            ({"Sec-Fetch-Site": "cross-site"}, 403),
            ({"Origin": "https://evil.example"}, 403),
            ({"Origin": "null"}, 403),
            ({"Origin": f"http://{OWN}"}, 404),
            ({"Origin": f"http://{OWN}.evil.example"}, 403),
        ],
    )
    def test_an_unsafe_request_on_an_own_domain(self, own_domain: str, headers: dict[str, str], status: int) -> None:
        body = {"offer_id": "01920000-0000-7000-8000-000000000000", "quantity": 1}
        client = Client(HTTP_HOST=own_domain)
        answer = client.post("/api/v1/customer/cart/lines", body, content_type="application/json", headers=headers)
        assert answer.status_code == status

    def test_a_refresh_from_another_site_is_refused(self, aster: Any, settings: Any) -> None:
        client = Client(HTTP_HOST=host_of("admin", aster))
        client.cookies[settings.HAAT_REFRESH_COOKIE] = "x"
        assert client.post("/api/v1/auth/refresh", headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
        assert client.post("/api/v1/auth/refresh").status_code == 403


class TestCors:
    """ASVS item 30: exact origins of a brand's own frontends, and no others."""

    def ask(self, brand: Any, origin: str, method: str = "OPTIONS", **headers: str) -> Any:
        client = Client(HTTP_HOST=host_of("customer", brand))
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Sec-Fetch-Site": "cross-site"} | headers
        return client.generic(method, "/api/v1/customer/cart", headers=asked)

    def test_a_named_origin_gets_its_preflight_and_its_answer(self, aster: Any, frontend: str) -> None:
        preflight, answer = self.ask(aster, frontend), self.ask(aster, frontend, "GET")
        assert (preflight.status_code, answer.status_code) == (204, 200)
        for told in (preflight.headers, answer.headers):
            assert told["Access-Control-Allow-Origin"] == frontend
            assert "Origin" in told["Vary"]
            assert "Access-Control-Allow-Credentials" not in told
        assert "Authorization" in preflight["Access-Control-Allow-Headers"]

    @pytest.mark.parametrize(
        "origin",
        [
            f"{FRONTEND}.evil.example",
            "http://front.aster.example",
            f"{FRONTEND}:8443",
            "null",
            "*",
            "https://evil.example",
        ],
    )
    def test_no_other_origin_does(self, aster: Any, frontend: str, origin: str) -> None:
        assert frontend
        for method in ("OPTIONS", "GET"):
            assert "Access-Control-Allow-Origin" not in self.ask(aster, origin, method).headers

    def test_the_neighbour_does_not_know_it(self, birch: Any, frontend: str) -> None:
        assert "Access-Control-Allow-Origin" not in self.ask(birch, frontend).headers

    def test_it_reaches_no_staff_portal(self, aster: Any, frontend: str) -> None:
        client = Client(HTTP_HOST=host_of("admin", aster))
        asked = {"Origin": frontend, "Access-Control-Request-Method": "POST"}
        assert "Access-Control-Allow-Origin" not in client.options("/api/v1/auth/login", headers=asked).headers

    def test_a_frontend_writes_with_a_token_and_never_with_a_cookie(
        self, aster: Any, frontend: str, asha: Any, settings: Any
    ) -> None:
        body = {"offer_id": "01920000-0000-7000-8000-000000000000", "quantity": 1}
        client = Client(HTTP_HOST=host_of("customer", aster))
        headers = {
            "Origin": frontend, "Sec-Fetch-Site": "cross-site", "Authorization": f"Bearer {sign_in(asha.user, 'customer', aster)}",
        }  # fmt: skip
        send = {"content_type": "application/json", "headers": headers}
        assert client.post("/api/v1/customer/cart/lines", body, **send).status_code == 404
        client.cookies[settings.SESSION_COOKIE_NAME] = "x"
        assert client.post("/api/v1/customer/cart/lines", body, **send).status_code == 403


@pytest.mark.parametrize(
    "goal",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "http:evil.example",
        "/ok\r\nSet-Cookie: a=b", "/\t/evil.example", "///evil.example", "evil", "", "/" + "a" * 600,
    ],
)  # fmt: skip
def test_next_never_leads_to_another_site(goal: str) -> None:
    """ASVS item 31."""
    assert redirects.onward(goal, otherwise="/account") == "/account"


def test_next_leads_to_our_own_pages(aster: Any) -> None:
    """ASVS item 31."""
    assert redirects.onward("/orders?page=2#top", otherwise="/") == "/orders?page=2#top"
    page = Client(HTTP_HOST=host_of("customer", aster)).get("/login?next=https://evil.example/")
    assert "evil.example" not in page.content.decode()


def test_one_place_decides_about_next() -> None:
    """ASVS item 31."""
    from tests.architecture.sources import ROOT

    users = [
        path.relative_to(ROOT).as_posix()
        for folder in ("backend", "portals")
        for path in (ROOT / folder).rglob("*.py")
        if "node_modules" not in path.parts and "url_has_allowed_host_and_scheme" in path.read_text(encoding="utf-8")
    ]
    assert users == ["backend/haat/core/redirects.py"]
