"""Consent: per brand and purpose, with the words that were read, as easy to withdraw as to give."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from haat.customers.models import Consent
from haat.notifications import services as notifications
from haat.notifications import templates
from haat.notifications.models import Notification
from haat.tenancy.context import brand_scope
from tests.support import Api


def answers(visitor: Api) -> dict[str, bool]:
    return {row["purpose"]: row["granted"] for row in visitor.get("consents")["data"]}


def test_nothing_is_agreed_to_until_it_is(aster: Any, asha: Any) -> None:
    visitor = Api("customer", aster, asha.user)
    assert answers(visitor) == {"marketing_email": False, "marketing_sms": False}
    assert visitor.get("consents/history")["data"] == []


def test_yes_and_no_are_the_same_call_and_each_is_kept(aster: Any, asha: Any) -> None:
    visitor = Api("customer", aster, asha.user)
    visitor.post("consents", {"purpose": "marketing_email", "granted": True, "place": "checkout"})
    visitor.post("consents", {"purpose": "marketing_email", "granted": True})  # twice is once
    assert answers(visitor)["marketing_email"]
    visitor.post("consents", {"purpose": "marketing_email", "granted": False})
    assert not answers(visitor)["marketing_email"]
    rows = visitor.get("consents/history")["data"]
    assert [(row["granted"], row["place"]) for row in rows] == [(False, "account"), (True, "checkout")]
    assert rows[1]["version"] == "2026-11"
    assert "You can stop it here at any time" in rows[1]["text"]


def test_a_decision_cannot_be_changed_afterwards(aster: Any, asha: Any) -> None:
    Api("customer", aster, asha.user).post("consents", {"purpose": "marketing_sms", "granted": True})
    with brand_scope(aster):
        for act in (lambda: Consent.objects.update(granted=False), lambda: Consent.objects.all().delete()):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()


def test_consent_at_one_brand_is_none_at_another(aster: Any, birch: Any, asha: Any, nia: Any) -> None:
    Api("customer", aster, asha.user).post("consents", {"purpose": "marketing_email", "granted": True})
    assert not answers(Api("customer", birch, asha.user))["marketing_email"]
    staff = Api("admin", aster, nia.user)
    rows = staff.get(f"customers/{asha.customer.pk}/consents")["data"]
    assert [row["purpose"] for row in rows] == ["marketing_email"]
    with brand_scope(birch):
        from haat.customers.models import Customer

        other = Customer.objects.get(user_id=asha.user.pk)
    staff.get(f"customers/{other.pk}/consents")
    assert staff.status == 404


def test_a_customer_cannot_answer_for_another(aster: Any, asha: Any, ben: Any) -> None:
    Api("customer", aster, asha.user).post("consents", {"purpose": "marketing_email", "granted": True})
    visitor = Api("customer", aster, ben.user)
    assert visitor.get("consents/history")["data"] == []
    visitor.post("consents", {"purpose": "marketing_email", "granted": True, "customer": str(asha.customer.pk)})
    assert visitor.status == 422
    guest = Api("customer", aster)
    guest.post("consents", {"purpose": "marketing_email", "granted": True})
    assert guest.status == 401


def test_advertising_goes_only_to_who_said_yes(aster: Any, asha: Any, ben: Any, monkeypatch: Any) -> None:
    offer = templates.Template("Offer", "Hello %(name)s", "Offer!", is_marketing=True)
    monkeypatch.setitem(templates.TEMPLATES, "diwali", offer)
    Api("customer", aster, asha.user).post("consents", {"purpose": "marketing_email", "granted": True})
    with brand_scope(aster):
        for person in (asha, ben):
            contact = {"email": person.customer.email, "phone": "+919820012345"}
            notifications.tell(
                template="diwali", fact="diwali:1", audience="customer", owner_id=person.customer.pk, contacts=[contact],
                words={"name": "x"}, sms=True,
            )  # fmt: skip
        assert list(Notification.objects.values_list("owner_id", "channel")) == [(asha.customer.pk, "email")]
