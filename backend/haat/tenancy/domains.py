"""Brands' own domains: claimed by anybody, proven by a TXT record, served while it stands and the name leads to us.

`pending_dns → verified → live`; what loses its proof or leads elsewhere becomes `failed` and is not served, so that
nobody who takes over a forgotten name finds a shop there, and no shop stands under a name that left its brand.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q

from haat.core import clock, events
from haat.core.errors import DomainError, InvalidInput, NotFound, NotNow
from haat.tenancy import dns, hosts
from haat.tenancy.models import Brand, Domain
from haat.tenancy.types import BrandChanged, BrandConfigured

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

S = Domain.Status
PROOF_LABEL = "_haat"
DOMAINS_MAX = 10  # a brand
FAILURES_MAX = 3  # checks in a row before a live domain is taken off
WAITING, SETTLED, RETRY = timedelta(minutes=10), timedelta(hours=6), timedelta(hours=1)
CLAIM_LIFE = timedelta(days=14)  # a claim that is never proven is not looked at for ever
BATCH = 50
LABEL = re.compile(r"^(?!-)[a-z0-9-]{1,63}(?<!-)$")
NO_PROOF, POINTS_ELSEWHERE, PROVEN_BY_OTHER, TOO_LATE = "no_proof", "points_elsewhere", "proven_by_other", "too_late"


class DomainTaken(DomainError):
    code = "domain_taken"


def of_brand(brand_id: UUID) -> QuerySet[Domain]:
    """A brand's own domains, the primary first; its host below the platform's domain is not among them."""
    rows = Domain.objects.filter(tenant_id=brand_id).exclude(status=S.REMOVED)
    return rows.exclude(domain__endswith=f".{settings.HAAT_PLATFORM_DOMAIN}").order_by("-is_primary", "created_at")


def one_of_brand(brand_id: UUID, domain_id: UUID) -> Domain:
    """Raises NotFound for a domain of another brand."""
    found = of_brand(brand_id).filter(pk=domain_id).first()
    if found is None:
        raise NotFound("There is no such domain here.")
    return found


def proof_name(domain: Domain) -> str:
    return f"{PROOF_LABEL}.{domain.domain}"


def proof_value(domain: Domain) -> str:
    return f"haat-verification={domain.proof_token}"


def add(*, brand: Brand, name: str, at: datetime) -> Domain:
    """Claim a domain; it is served once it is proven and leads here. Raises InvalidInput, DomainTaken, NotNow."""
    host = _clean(name)
    if of_brand(brand.pk).count() >= DOMAINS_MAX:
        raise NotNow(f"A brand has at most {DOMAINS_MAX} domains. Remove one first.")
    try:
        with transaction.atomic():
            domain = Domain(tenant=brand, domain=host, is_primary=False, status=S.PENDING_DNS, check_at=at + WAITING)
            Domain.objects.bulk_create([domain])  # the parent's save() would make a first one primary
            _tell(domain, "domain.added")
    except IntegrityError:
        sentence = f"{host} is in your list already."
        raise DomainTaken(sentence, details={"domain": [sentence]}) from None
    return domain


def remove(*, domain: Domain) -> None:
    """Stop serving a domain at once."""
    with transaction.atomic():
        locked = Domain.objects.select_for_update().get(pk=domain.pk)
        _write(locked, status=S.REMOVED, is_primary=False, check_at=None)
        _choose_host(locked)
        _tell(locked, "domain.removed")
    hosts.forget()


def make_primary(*, domain: Domain) -> Domain:
    """Let a live domain be the storefront's address; the brand's other hosts lead there. Raises NotNow."""
    with transaction.atomic():
        Brand.objects.select_for_update().get(pk=domain.tenant_id)
        locked = Domain.objects.select_for_update().get(pk=domain.pk)
        if locked.status != S.LIVE:
            raise NotNow(f"{locked.domain} is not live yet, so visitors could not be sent there.")
        Domain.objects.filter(tenant_id=locked.tenant_id, is_primary=True).update(is_primary=False)
        _write(locked, is_primary=True)
        _choose_host(locked)
        _tell(locked, "domain.made_primary")
    hosts.forget()
    return locked


def use_platform_host(*, brand: Brand) -> None:
    """Let the brand's host below the platform's domain be the storefront's address again."""
    with transaction.atomic():
        Brand.objects.select_for_update().get(pk=brand.pk)
        own = Q(tenant=brand)
        Domain.objects.filter(own, is_primary=True).update(is_primary=False)
        Domain.objects.filter(own, domain=hosts.host("customer", brand)).update(is_primary=True)
        before = {"host": brand.primary_host}
        changed = Brand.objects.filter(pk=brand.pk).exclude(primary_host="").update(primary_host="")
        if changed:
            events.publish(BrandChanged(brand_id=str(brand.pk)))
            events.publish(
                BrandConfigured(str(brand.pk), "domain.platform_host_used", brand.name, before, {"host": ""})
            )
    hosts.forget()


def due(at: datetime) -> list[Domain]:
    """Domains that are to be looked at again."""
    return list(Domain.objects.filter(check_at__lte=at).order_by("check_at")[:BATCH])


def check(*, domain: Domain, at: datetime) -> Domain:
    """Look into the DNS and move the domain to where it belongs. Raises DnsOut. Call it outside transactions."""
    proven = proof_value(domain) in dns.texts(proof_name(domain))
    leads_here = proven and bool(dns.addresses(domain.domain) & dns.addresses(settings.HAAT_EDGE_HOST))
    rivals = list(Domain.objects.filter(domain=domain.domain, status__in=[S.VERIFIED, S.LIVE]).exclude(pk=domain.pk))
    rivals_proof = any(proof_value(rival) in dns.texts(proof_name(rival)) for rival in rivals) if proven else False
    try:
        found = _settle(domain, rivals, at, proven=proven, leads_here=leads_here, rivals_proof=rivals_proof)
    except IntegrityError:  # another brand proved it in this very moment
        Domain.objects.filter(pk=domain.pk).update(problem=PROVEN_BY_OTHER, checked_at=at, check_at=at + RETRY)
        found = Domain.objects.get(pk=domain.pk)
    hosts.forget()
    return found


def _settle(
    domain: Domain, rivals: list[Domain], at: datetime, *, proven: bool, leads_here: bool, rivals_proof: bool
) -> Domain:
    """Write down what the DNS said."""
    with transaction.atomic():
        locked = Domain.objects.select_for_update().get(pk=domain.pk)
        if locked.status == S.REMOVED:
            return locked
        before = locked.status
        if not proven:
            _unproven(locked, at)
        elif rivals_proof:
            _write(locked, status=S.PENDING_DNS, problem=PROVEN_BY_OTHER, checked_at=at, check_at=at + RETRY)
        else:
            for rival in rivals:  # the name changed hands: who can still prove it has it
                _take_off(rival, PROVEN_BY_OTHER, at)
            _proven(locked, at, leads_here=leads_here)
        if locked.status != before:
            _tell(locked, f"domain.{locked.status}")
    return locked


def check_due(*, at: datetime) -> None:
    """Look at all that are due. A resolver that is out moves nothing."""
    for domain in due(at):
        try:
            check(domain=domain, at=at)
        except dns.DnsOut:
            Domain.objects.filter(pk=domain.pk).update(check_at=clock.now() + WAITING)


def _proven(domain: Domain, at: datetime, *, leads_here: bool) -> None:
    _write(domain, verified_at=domain.verified_at or at, checked_at=at)
    if leads_here:
        live_at = domain.live_at if domain.status == S.LIVE else at
        _write(domain, status=S.LIVE, problem="", failures=0, live_at=live_at, check_at=at + SETTLED)
    elif domain.status == S.LIVE:
        _miss(domain, POINTS_ELSEWHERE, at)
    else:
        _write(domain, status=S.VERIFIED, problem=POINTS_ELSEWHERE, failures=0, check_at=at + WAITING)


def _unproven(domain: Domain, at: datetime) -> None:
    if domain.status in {S.LIVE, S.VERIFIED}:
        _miss(domain, NO_PROOF, at)
    elif domain.status == S.FAILED:
        _write(domain, problem=NO_PROOF, checked_at=at, check_at=None)
    elif at > domain.created_at + CLAIM_LIFE:
        _write(domain, status=S.FAILED, problem=TOO_LATE, checked_at=at, check_at=None)
    else:
        _write(domain, problem=NO_PROOF, checked_at=at, check_at=at + WAITING)


def _miss(domain: Domain, problem: str, at: datetime) -> None:
    """One bad look may be a slip of the DNS; the third in a row is not."""
    if domain.failures + 1 >= FAILURES_MAX:
        _take_off(domain, problem, at)
    else:
        _write(domain, problem=problem, failures=domain.failures + 1, checked_at=at, check_at=at + RETRY)


def _take_off(domain: Domain, problem: str, at: datetime) -> None:
    _write(domain, status=S.FAILED, problem=problem, is_primary=False, checked_at=at, check_at=None)
    _choose_host(domain)
    _tell(domain, "domain.failed")


def _choose_host(domain: Domain) -> None:
    """Keep the brand's own note of its primary host, which code inside the brand can read."""
    host = domain.domain if domain.is_primary else ""
    rows = Brand.objects.filter(pk=domain.tenant_id)
    changed = rows.exclude(primary_host=host) if host else rows.filter(primary_host=domain.domain)
    if not changed.update(primary_host=host):
        return
    if not host:
        platform_host = hosts.host("customer", rows.get())
        Domain.objects.filter(tenant_id=domain.tenant_id, domain=platform_host).update(is_primary=True)
    events.publish(BrandChanged(brand_id=str(domain.tenant_id)))


def _write(domain: Domain, **values: object) -> None:
    for name, value in values.items():
        setattr(domain, name, value)
    Domain.objects.filter(pk=domain.pk).update(**values)


def _tell(domain: Domain, action: str) -> None:
    facts = {"domain": domain.domain, "status": domain.status, "problem": domain.problem}
    events.publish(BrandConfigured(str(domain.tenant_id), action, domain.domain, None, facts))


def _clean(name: str) -> str:
    """The name as the DNS knows it. Raises InvalidInput for what cannot be a brand's own domain."""
    host = name.strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/.")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    platform = settings.HAAT_PLATFORM_DOMAIN
    if not 2 <= len(labels) <= 10 or len(host) > 240 or not all(map(LABEL.match, labels)) or _is_address(host):
        raise _wrong("Give a domain such as shop.example.in, without path or port.")
    if labels[-1] in {"localhost", "local", "internal", "arpa", "onion"} or labels[-1].isdecimal():
        raise _wrong("This domain cannot be reached from the internet.")
    if host == platform or host.endswith(f".{platform}") or platform.endswith(f".{host}"):
        raise _wrong("This domain belongs to the platform. Give one of your own.")
    return host


def _wrong(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"domain": [sentence]})


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
