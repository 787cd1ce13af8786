"""The caller's address behind the edge. ASVS item 32."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

import pytest

from haat.core import edge

OURS = ["10.0.0.0/8", "fd00::/8"]


@pytest.fixture
def behind_proxy(settings: Any) -> None:
    settings.HAAT_TRUSTED_PROXIES = [ip_network(name) for name in OURS]


def caller(peer: str, **headers: str) -> str:
    return edge.settle({"REMOTE_ADDR": peer} | headers)


def test_without_trusted_proxies_a_forged_header_says_nothing() -> None:
    """ASVS item 32."""
    assert caller("203.0.113.9", HTTP_X_FORWARDED_FOR="198.51.100.1", HTTP_X_REAL_IP="198.51.100.2") == "203.0.113.9"


@pytest.mark.usefixtures("behind_proxy")
@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("8.8.8.8, 198.51.100.7", "198.51.100.7"),  # the left one was written by the caller
        ("8.8.8.8, 198.51.100.7, 10.9.9.9", "198.51.100.7"),  # a second proxy of ours
        ("198.51.100.7:4711", "198.51.100.7"),
        ("[2001:db8::5]:4711", "2001:db8::5"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("nonsense", "10.0.0.2"),
        ("198.51.100.7, nonsense", "10.0.0.2"),
        ("", "10.0.0.2"),
    ],
)
def test_behind_our_proxy_the_right_most_hop_that_is_not_ours_is_the_caller(claims: str, found: str) -> None:
    """ASVS item 32."""
    assert caller("10.0.0.2", HTTP_X_FORWARDED_FOR=claims) == found


@pytest.mark.usefixtures("behind_proxy")
def test_a_stranger_cannot_pose_as_the_proxy() -> None:
    """ASVS item 32."""
    assert caller("203.0.113.9", HTTP_X_FORWARDED_FOR="10.0.0.2") == "203.0.113.9"


@pytest.mark.usefixtures("behind_proxy")
def test_claims_are_gone_behind_the_edge_and_the_scheme_is_the_proxys() -> None:
    """ASVS item 32: the forwarded host is never read, whoever sends it."""
    claims = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_HOST": "birch.haat.localhost"}
    ours = {"REMOTE_ADDR": "10.0.0.2", "wsgi.url_scheme": "http"} | claims
    stranger = {"REMOTE_ADDR": "203.0.113.9", "wsgi.url_scheme": "http"} | claims
    edge.settle(ours)
    edge.settle(stranger)
    assert (ours["wsgi.url_scheme"], stranger["wsgi.url_scheme"]) == ("https", "http")
    assert not [name for meta in (ours, stranger) for name in meta if name.startswith("HTTP_X_FORWARDED")]


def test_one_ipv6_line_is_one_caller() -> None:
    """ASVS item 32."""
    assert edge.limit_key("2001:db8:1:2::5") == edge.limit_key("2001:db8:1:2:ffff::9") == "2001:db8:1:2::/64"
    assert edge.limit_key("2001:db8:1:3::5") != edge.limit_key("2001:db8:1:2::5")
    assert edge.limit_key("::ffff:198.51.100.7") == edge.limit_key("198.51.100.7") == "198.51.100.7"


@pytest.mark.usefixtures("behind_proxy")
def test_the_audit_log_names_the_caller_and_not_the_proxy(aster: Any, api: Any) -> None:
    """ASVS item 32: every use of the address is the settled one."""
    from haat.identity.models import LoginChallenge

    shop = api("customer", aster)
    shop.headers |= {"X-Forwarded-For": "8.8.8.8, 198.51.100.7"}
    shop.client.defaults["REMOTE_ADDR"] = "10.0.0.2"
    shop.post("/api/v1/auth/login", {"identifier": "asha@example.com"})
    assert shop.status == 200
    assert LoginChallenge.objects.latest("created_at").address == "198.51.100.7"


@pytest.mark.parametrize("host", ["birch.haat.localhost", "evil.example"])
def test_a_forwarded_host_chooses_no_brand(aster: Any, api: Any, host: str) -> None:
    """ASVS item 32."""
    shop = api("customer", aster)
    shop.headers |= {"X-Forwarded-Host": host}
    assert shop.get("storefront")["data"]["brand"]["slug"] == "aster"
