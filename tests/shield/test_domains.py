"""Brands' own domains: proof by TXT, service while it stands, one owner, one primary host."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from haat.core import clock
from haat.core.errors import InvalidInput, NotNow
from haat.tenancy import domains, hosts
from haat.tenancy.dns import DnsOut
from haat.tenancy.models import Brand, Domain
from tests.shield.conftest import prove
from tests.support import host_of, run_jobs

if TYPE_CHECKING:
    from tests.shield.conftest import Dns

NAME = "shop.aster.example"


def claim(brand: Any, name: str = NAME) -> Domain:
    return domains.add(brand=brand, name=name, at=clock.now())


def publish(dns: Dns, domain: Domain, *, leads_here: bool = True) -> None:
    dns.records.setdefault((domains.proof_name(domain), "TXT"), []).append(f'"{domains.proof_value(domain)}"')
    if leads_here:
        dns.records[domain.domain, "A"] = ["203.0.113.80"]


def check(domain: Domain) -> str:
    return domains.check(domain=domain, at=clock.now()).status


def live(brand: Any, dns: Dns, name: str = NAME) -> Domain:
    domain = claim(brand, name)
    publish(dns, domain)
    assert check(domain) == "live"
    domain.refresh_from_db()
    return domain


def served(name: str) -> int:
    hosts.forget()
    return int(Client(HTTP_HOST=name).get("/api/v1/customer/storefront").status_code)


def test_a_claim_becomes_verified_and_then_live(aster: Any, dns: Dns) -> None:
    domain = claim(aster)
    assert (check(domain), served(NAME)) == ("pending_dns", 404)
    publish(dns, domain, leads_here=False)
    assert (check(domain), served(NAME)) == ("verified", 404)
    dns.records[NAME, "A"] = ["198.51.100.1"]
    assert check(domain) == "verified"
    dns.records[NAME, "A"] = ["203.0.113.80"]
    assert (check(domain), served(NAME)) == ("live", 200)
    body = Client(HTTP_HOST=NAME).get("/api/v1/customer/storefront").json()
    assert body["data"]["brand"]["slug"] == "aster"


def test_a_txt_record_in_pieces_is_one_value(aster: Any, dns: Dns) -> None:
    domain = claim(aster)
    value = domains.proof_value(domain)
    dns.records[domains.proof_name(domain), "TXT"] = ['"v=spf1 -all"', f'"{value[:9]}" "{value[9:]}"']
    assert check(domain) == "verified"


def test_another_tokens_record_proves_nothing(aster: Any, birch: Any, dns: Dns) -> None:
    mine, theirs = claim(aster), claim(birch)
    publish(dns, theirs)
    assert (check(mine), check(theirs)) == ("pending_dns", "live")


def test_who_can_prove_a_name_has_it(aster: Any, birch: Any, dns: Dns) -> None:
    """A name that changed hands goes to the brand that proves it now; while both prove it, nothing moves."""
    old, new = live(aster, dns), claim(birch)
    publish(dns, new)
    assert check(new) == "pending_dns"
    assert Domain.objects.get(pk=new.pk).problem == "proven_by_other"
    dns.records[domains.proof_name(new), "TXT"] = [f'"{domains.proof_value(new)}"']
    assert check(new) == "live"
    assert Domain.objects.get(pk=old.pk).status == "failed"
    body = Client(HTTP_HOST=NAME).get("/api/v1/customer/storefront").json()
    assert body["data"]["brand"]["slug"] == "birch"


def test_the_database_knows_one_owner_of_a_name(aster: Any, birch: Any, dns: Dns) -> None:
    live(aster, dns)
    with pytest.raises(IntegrityError), transaction.atomic():
        Domain.objects.bulk_create([Domain(tenant=birch, domain=NAME, status="live", is_primary=False)])


@pytest.mark.parametrize("what", ["no_proof", "points_elsewhere"])
def test_a_dangling_domain_is_taken_off_after_three_looks(aster: Any, dns: Dns, what: str) -> None:
    domain = domains.make_primary(domain=live(aster, dns))
    if what == "no_proof":
        del dns.records[domains.proof_name(domain), "TXT"]
    else:
        dns.records[NAME, "A"] = ["198.51.100.1"]
    assert [check(domain), check(domain)] == ["live", "live"]
    assert (check(domain), served(NAME)) == ("failed", 404)
    brand = Brand.objects.get(pk=aster.pk)
    assert (brand.primary_host, Domain.objects.get(pk=domain.pk).problem) == ("", what)
    assert Domain.objects.get(tenant=aster, is_primary=True).domain == host_of("customer", aster)


def test_a_slip_of_the_dns_is_forgiven(aster: Any, dns: Dns) -> None:
    domain = live(aster, dns)
    kept = dns.records.pop((domains.proof_name(domain), "TXT"))
    assert [check(domain), check(domain)] == ["live", "live"]
    dns.records[domains.proof_name(domain), "TXT"] = kept
    assert check(domain) == "live"
    assert Domain.objects.get(pk=domain.pk).failures == 0


@pytest.mark.parametrize("trouble", ["code", "status"])
def test_a_resolver_that_is_out_moves_nothing(aster: Any, dns: Dns, trouble: str) -> None:
    domain = live(aster, dns)
    setattr(dns, trouble, {"code": 2, "status": 500}[trouble])
    with pytest.raises(DnsOut):
        check(domain)
    domains.check_due(at=clock.now() + timedelta(days=1))
    assert Domain.objects.get(pk=domain.pk).status == "live"


def test_the_beat_looks_at_what_is_due_and_at_nothing_else(aster: Any, dns: Dns) -> None:
    from haat.core.tasks import for_the_platform

    domain = claim(aster)
    publish(dns, domain)
    for_the_platform("tenancy.check_domains")
    assert "tenancy.check_domains" in run_jobs(only="tenancy.check_domains")
    assert dns.asked == []
    Domain.objects.filter(pk=domain.pk).update(check_at=clock.now())
    for_the_platform("tenancy.check_domains")
    run_jobs(only="tenancy.check_domains")
    assert Domain.objects.get(pk=domain.pk).status == "live"


def test_the_primary_host_draws_the_others_to_it(aster: Any, birch: Any, dns: Dns, settings: Any) -> None:
    """ASVS item 31: the target is the brand's proven domain, never what the request says."""
    settings.HAAT_PUBLIC_PORT = ""
    first, second = live(aster, dns), live(aster, dns, "www.aster.example")
    domains.make_primary(domain=first)
    for name in (host_of("customer", aster), second.domain):
        moved = Client(HTTP_HOST=name).get(
            "/search?q=rose&next=https://evil.example", HTTP_X_FORWARDED_HOST="evil.example"
        )
        assert moved.status_code == 301
        assert moved["Location"] == f"http://{NAME}/search?q=rose&next=https://evil.example"
    assert Client(HTTP_HOST=NAME).get("/").status_code == 200
    assert Client(HTTP_HOST=host_of("customer", birch)).get("/").status_code == 200
    assert Client(HTTP_HOST=host_of("admin", aster)).get("/healthz").status_code == 200
    brand = Brand.objects.get(pk=aster.pk)
    assert hosts.url("customer", brand, "/orders") == f"http://{NAME}/orders"
    assert hosts.url("seller", brand).startswith("http://aster.seller.")


def test_a_domain_that_is_not_live_leads_nobody_astray(aster: Any, dns: Dns) -> None:
    with pytest.raises(NotNow):
        domains.make_primary(domain=claim(aster))


def test_removing_ends_service_at_once_and_frees_the_name(aster: Any, dns: Dns) -> None:
    domain = domains.make_primary(domain=live(aster, dns))
    domains.remove(domain=domain)
    assert served(NAME) == 404
    assert Brand.objects.get(pk=aster.pk).primary_host == ""
    assert claim(aster).status == "pending_dns"
    assert check(Domain.objects.get(pk=domain.pk)) == "removed"


@pytest.mark.parametrize(
    "name",
    ["", "localhost", "shop", "10.0.0.1", "::1", "haat.localhost", "birch.haat.localhost", "a..b", "-x.example", "x.local", "a b.example", "*.example.in", "example.in/path", "shop.example.in:8000"],
)  # fmt: skip
def test_what_is_no_domain_of_a_brand_is_refused(aster: Any, name: str) -> None:
    with pytest.raises(InvalidInput):
        claim(aster, name)


def test_other_scripts_are_kept_as_the_dns_knows_them(aster: Any) -> None:
    assert claim(aster, "https://दुकान.भारत/").domain == "xn--11b7ah1gn.xn--h2brj9c"


class TestApi:
    def test_the_owner_sets_it_up_after_proving_themselves(self, aster: Any, nia: Any, api: Any, dns: Dns) -> None:
        admin = api("admin", aster, nia.user, proved=False)
        assert admin.post("settings/domains", {"domain": NAME})["error"]["code"] == "factor_required"
        prove(nia.user)
        row = admin.post("settings/domains", {"domain": NAME})["data"]
        assert (admin.status, row["status"], row["proof_name"]) == (201, "pending_dns", f"_haat.{NAME}")
        dns.records[row["proof_name"], "TXT"] = [f'"{row["proof_value"]}"']
        dns.records[NAME, "A"] = ["203.0.113.80"]
        row = admin.post(f"settings/domains/{row['id']}/check")["data"]
        assert (row["status"], row["actions"]) == ("live", ["check", "make_primary", "remove"])
        assert admin.post(f"settings/domains/{row['id']}/primary")["data"]["is_primary"]
        listed = admin.get("settings/domains")["data"]
        assert (listed["primary_host"], len(listed["domains"])) == (NAME, 1)
        admin.post("settings/domains/platform-host")
        assert admin.get("settings/domains")["data"]["primary_host"] == host_of("customer", aster)
        admin.delete(f"settings/domains/{row['id']}")
        assert admin.get("settings/domains")["data"]["domains"] == []
        run_jobs(only="audit.")
        seen = [row["action"] for row in admin.get("audit")["data"]]
        assert {"domain.added", "domain.live", "domain.made_primary", "domain.removed"} <= set(seen)

    def test_a_neighbours_domain_is_not_there(self, aster: Any, birch: Any, nia: Any, api: Any, dns: Dns) -> None:
        theirs = live(birch, dns)
        admin = api("admin", aster, nia.user)
        prove(nia.user)
        for act in (
            lambda: admin.post(f"settings/domains/{theirs.pk}/check"),
            lambda: admin.delete(f"settings/domains/{theirs.pk}"),
        ):
            act()
            assert admin.status == 404

    def test_origins_are_exact(self, aster: Any, nia: Any, api: Any) -> None:
        """ASVS item 30."""
        admin = api("admin", aster, nia.user)
        prove(nia.user)
        for wrong in ("*", "https://*.aster.example", "https://a.example/path", "null", "ftp://a.example", "a.example"):
            admin.call("PUT", "settings/frontends", {"origins": [wrong]})
            assert admin.status == 422, wrong
        told = admin.call(
            "PUT", "settings/frontends", {"origins": ["https://A.example:443/", "https://b.example:8443"]}
        )
        assert told["data"]["origins"] == ["https://a.example", "https://b.example:8443"]


class TestCertificates:
    def ask(self, name: str, peer: str = "127.0.0.1", **headers: str) -> int:
        client = Client(HTTP_HOST="127.0.0.1:8000", REMOTE_ADDR=peer)
        return int(client.get("/.well-known/haat/certificate", {"domain": name}, headers=headers).status_code)

    def test_the_edge_learns_which_hosts_are_ours(self, aster: Any, dns: Dns) -> None:
        assert self.ask(NAME) == 404
        domain = claim(aster)
        assert self.ask(NAME) == 404
        publish(dns, domain, leads_here=False)
        check(domain)
        assert self.ask(NAME) == 200  # its owner proved it; the certificate is there when the name turns to us
        assert self.ask(host_of("customer", aster)) == 200
        assert self.ask("nobody.haat.localhost") == 404

    def test_nobody_else_may_ask(self, aster: Any, settings: Any) -> None:
        """ASVS item 32."""
        name = host_of("customer", aster)
        assert self.ask(name, peer="203.0.113.5") == 404
        assert self.ask(name, **{"X-Forwarded-For": "127.0.0.1"}) == 404  # brought by a proxy for somebody
        settings.HAAT_TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
        assert self.ask(name, peer="10.0.0.2") == 200
        assert self.ask(name, peer="10.0.0.2", **{"X-Forwarded-For": "203.0.113.5"}) == 404
