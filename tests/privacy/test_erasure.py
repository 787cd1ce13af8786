"""Being forgotten: by every brand, in every table, with a proof that names nobody."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command

from haat.audit import queries as audit
from haat.audit import services as audit_services
from haat.audit.models import AuditEntry
from haat.core import clock, context
from haat.customers.models import Customer
from haat.identity import identifiers
from haat.identity import services as identity
from haat.identity.models import Membership, User
from haat.notifications import services as notifications
from haat.privacy import law, queries
from haat.privacy.models import ErasureProof
from haat.privacy.services import erasures
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.identity.test_contacts import change
from tests.privacy.conftest import EMAIL, NAME, PHONE, join, make_person, traces
from tests.privacy.kinds import hold_factors, leave_everywhere, left_of
from tests.support import Api, run_jobs

ERASURE = "/api/v1/me/erasure"
WEEK = timedelta(days=7, seconds=1)


def leave_traces(brand: Any, user: Any, customer: Any) -> None:
    """What a person leaves behind by living: messages, log lines, jobs, stored answers, a cart."""
    with (
        context.use(
            context.Context(actor=context.Actor("customer", str(user.pk), user.name, "customer"), address="203.0.113.9")
        ),
        brand_scope(brand),
    ):
        from haat.audit import services as audit

        audit.record("customer.seen", customer)
        notifications.tell(
            template="part-delivered", fact="part:1", audience="customer", owner_id=customer.pk,
            contacts=[{"email": EMAIL, "phone": PHONE}], sms=True,
            words={"name": NAME, "number": "X-1", "seller": "S", "until": "tomorrow", "url": "https://x.example", "brand": brand.name, "pay": ""},
        )  # fmt: skip
    Api("customer", brand, user).post("consents", {"purpose": "marketing_sms", "granted": True})
    run_jobs(only="audit.")


def erase_all(*brands: Any) -> None:
    run_jobs(only="privacy.")
    for brand in brands:
        run_jobs(brand, only="privacy.")
    run_jobs(only="privacy.")


def test_a_person_of_three_brands_is_forgotten_by_all(
    aster: Any, birch: Any, cedar: Any, browser: Any, later: Any, asha: Any
) -> None:
    user = make_person()
    places = (aster, birch, cedar)
    customers = [join(brand, user) for brand in places]
    for brand, customer in zip(places, customers, strict=True):
        leave_traces(brand, user, customer)
    here = browser("launch").sign_in(EMAIL)
    there = browser("customer", birch).sign_in(EMAIL)
    change(here, "zeb.new@marker.example")
    there.sign_in("zeb.new@marker.example")
    here.api.post("/api/v1/me/exports")
    identity.note("login.succeeded", user=User.objects.get(pk=user.pk), brand_id=None)
    run_jobs(only="audit.")
    run_jobs(only="identity.")
    run_jobs(only="privacy.build")
    assert {table.partition(".")[0] for table, _ in traces(*places, house())} == {
        "public",
        "aster",
        "birch",
        "cedar",
        "house",
    }
    answer = here.api.post(ERASURE)
    assert (here.api.status, answer["data"]["status"]) == (201, "waiting")
    assert "will be erased on" in (run_jobs(only="identity.") and mail.outbox[-1].body)
    later(timedelta(days=5, seconds=1))
    erase_all(*places)
    run_jobs(only="identity.")
    assert "In two days" in mail.outbox[-1].body
    assert traces(*places)
    later(timedelta(days=2, seconds=1))
    erase_all(*places, house())
    assert traces(*places, house()) == []
    assert not here.is_in()
    assert not there.is_in()
    proof = ErasureProof.objects.get()
    assert proof.whole_person
    assert proof.person_hash == erasures.person_hash(user.pk)
    assert erasures.address_hash(EMAIL) in proof.address_hashes
    assert set(proof.counts) == {str(brand.pk) for brand in (*places, house())} | {"platform"}
    assert proof.counts[str(birch.pk)]["customers.address"] == 1
    assert queries.proofs_of(person_hash=erasures.person_hash(user.pk)).count() == 1
    with brand_scope(aster):
        assert Customer.objects.filter(pk=asha.customer.pk, name="Asha").exists()  # nobody else's


def test_nothing_is_left_of_any_kind_and_the_log_still_verifies(
    aster: Any, nia: Any, om: Any, browser: Any, later: Any
) -> None:
    """ASVS item 38: the log keeps ids and seals, so a name can go and the log stays whole."""
    user = make_person()
    leave_traces(aster, user, join(aster, user))
    hold_factors(user, om.user, NAME)
    viewing = leave_everywhere(aster, user, nia.user, om.user)
    run_jobs(only="audit.")
    for brand in (aster, house()):
        with brand_scope(brand):
            seen = audit.with_names(audit.entries(action="support.viewing_started")).get()
            assert (seen.shown_label, seen.object_label) == (NAME, "")
            asked = audit.with_names(audit.entries(action="membership.invited")).get()
            assert (asked.shown_label, asked.object_label) == ("z•••@marker.example", "")
            assert NAME not in str(list(AuditEntry.objects.values()))
            audit_services.seal()
    here = Api("launch", None, user)
    here.post(ERASURE)
    assert here.status == 201
    later(WEEK)
    erase_all(aster, house())
    run_jobs(only="audit.")
    assert left_of([user.pk]) == []
    viewing.refresh_from_db()
    assert (viewing.subject_name, viewing.reason, viewing.end) == ("", "", "role")
    for brand in (aster, house()):
        with brand_scope(brand):
            audit_services.seal()
            assert audit_services.verify(at=clock.now()).faults == []
            seen = audit.with_names(audit.entries(action="support.viewing_started")).get()
            assert seen.shown_label == "An erased person"
    assert traces(aster, house()) == []
    call_command("audit", "verify", stdout=StringIO())  # raises when a log is broken


def test_the_jobs_may_be_delivered_again(aster: Any, browser: Any, later: Any) -> None:
    user = make_person()
    leave_traces(aster, user, join(aster, user))
    here = browser("launch").sign_in(EMAIL)
    here.api.post(ERASURE)
    row = queries.open_erasure(user=user, brand_id=None)
    later(WEEK)
    erase_all(aster, house())
    with brand_scope(aster):
        erasures.erase_in_brand(erasure_id=str(row.pk), at=clock.now())
    erasures.begin(erasure=row, at=clock.now())
    erasures.finish(erasure=row, at=clock.now())
    assert ErasureProof.objects.count() == 1


def test_one_brand_forgets_and_the_others_do_not_notice(aster: Any, birch: Any, browser: Any, later: Any) -> None:
    user = make_person()
    join(aster, user)
    kept = join(birch, user)
    here = browser("customer", aster).sign_in(EMAIL)
    answer = here.api.post(ERASURE)["data"]
    assert not answer["whole_person"]
    later(WEEK)
    erase_all(aster)
    with brand_scope(birch):
        assert Customer.objects.get(pk=kept.pk).name == NAME
    with brand_scope(aster):
        assert not Customer.objects.filter(user_id=user.pk).exists()
    assert User.objects.get(pk=user.pk).email == EMAIL
    proof = ErasureProof.objects.get()
    assert (proof.whole_person, set(proof.counts)) == (False, {str(aster.pk)})
    assert "irch" not in str(here.api.get(ERASURE))


def test_the_last_brand_takes_the_account_with_it(aster: Any, browser: Any, later: Any) -> None:
    user = make_person()
    join(aster, user)
    browser("customer", aster).sign_in(EMAIL).api.post(ERASURE)
    later(WEEK)
    erase_all(aster)
    assert User.objects.get(pk=user.pk).erased_at is not None
    assert traces(aster, house()) == []
    again, is_new = identity.person(identifier=identifiers.parse(EMAIL))  # the address is free again
    assert is_new
    assert again.pk != user.pk


def test_asking_needs_a_fresh_sign_in_and_can_be_taken_back(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 26"""
    join(aster, make_person())
    here = browser("customer", aster).sign_in(EMAIL)
    later(timedelta(minutes=6))
    here.api.post(ERASURE)
    assert here.api.status == 403
    here.sign_in(EMAIL).api.post(ERASURE)
    here.api.post(ERASURE)
    assert here.api.status == 409
    later(timedelta(days=6))
    here.api.delete(ERASURE)
    assert here.api.status == 403  # taking it back is as fresh a matter
    assert here.sign_in(EMAIL).api.delete(ERASURE)["data"]["status"] == "none"
    later(timedelta(days=2))
    erase_all(aster)
    assert here.is_in()
    assert not ErasureProof.objects.exists()


def test_staff_lose_their_roles_and_a_sole_owner_is_not_let_go(
    aster: Any, nia: Any, ravi: Any, browser: Any, later: Any
) -> None:
    at_brand = browser("launch").sign_in("nia@example.com")
    answer = at_brand.api.post(ERASURE)
    assert (at_brand.api.status, answer["error"]["code"]) == (409, "still_open")
    assert "only owner of the brand Aster" in answer["error"]["details"]["reasons"][0]
    seller = browser("launch").sign_in("ravi@example.com")
    assert "only owner of the seller Ravi Traders" in seller.api.post(ERASURE)["error"]["message"]
    other, _ = identity.person(identifier=identifiers.parse("next@example.com"))
    identity.grant(user=other, scope="brand", role="owner", brand_id=aster.pk)
    at_brand.api.post(ERASURE)
    assert at_brand.api.status == 201
    later(WEEK)
    erase_all(aster, house())
    assert not Membership.objects.filter(user=nia.user, revoked_at=None).exists()
    assert User.objects.get(pk=nia.user.pk).name == ""


def test_what_opens_while_it_waits_holds_it_up(aster: Any, nia: Any, browser: Any, later: Any) -> None:
    other, _ = identity.person(identifier=identifiers.parse("next@example.com"))
    role = identity.grant(user=other, scope="brand", role="owner", brand_id=aster.pk)
    here = browser("launch").sign_in("nia@example.com")
    here.api.post(ERASURE)
    identity.revoke(membership=role, at=clock.now())
    later(WEEK)
    erase_all(aster)
    shown = here.sign_in("nia@example.com").api.get(ERASURE)["data"]
    assert shown["status"] == "blocked"
    assert "only owner" in shown["reasons"][0]
    identity.grant(user=other, scope="brand", role="owner", brand_id=aster.pk)
    later(timedelta(days=1, seconds=1))
    erase_all(aster, house())
    assert User.objects.get(pk=nia.user.pk).erased_at is not None


@pytest.mark.parametrize(
    ("ordered", "until"), [((2026, 3, 31), date(2032, 12, 31)), ((2026, 4, 1), date(2033, 12, 31))]
)
def test_books_are_kept_for_six_years_after_the_yearly_return(ordered: tuple[int, int, int], until: date) -> None:
    assert law.books_until(datetime(*ordered, 12, tzinfo=ZoneInfo("Asia/Kolkata"))) == until
