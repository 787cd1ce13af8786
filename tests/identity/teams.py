"""People of a team as its tests need them: made, invited, proved a moment ago."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail

from haat.audit.models import AuditEntry
from haat.audit.queries import with_names
from haat.core import clock
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import TokenFamily, User
from haat.tenancy.context import brand_scope
from tests.support import Api, run_jobs


def proven(visitor: Api) -> Api:
    """The same visitor, having used an authenticator app a moment ago."""
    TokenFamily.objects.update(proved_at=clock.now())
    return visitor


def person(email: str, name: str = "") -> User:
    return services.person(identifier=parse(email), name=name)[0]


def staff(brand: Any, email: str, role: str) -> User:
    user = person(email, email.partition("@")[0].title())
    services.grant(user=user, scope="brand", role=role, brand_id=brand.pk)
    return user


def invite(owner: Api, identifier: str = "lena@example.com", role: str = "support") -> Any:
    body = owner.post("team/invitations", {"identifier": identifier, "role": role})
    assert owner.status == 201, body
    return body["data"]


def token_in_mail() -> str:
    run_jobs(only="identity.send_invitation")
    found = re.search(r"/invitation#(\w+)", mail.outbox[-1].body)
    assert found
    return found[1]


def logged(brand: Any, action: str) -> Any:
    run_jobs(only="audit.")
    with brand_scope(brand):
        return with_names(AuditEntry.objects.filter(action=action)).latest("created_at")
