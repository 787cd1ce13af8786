"""What remains of a person who leaves: a closed row without a name, so that what points to it still means somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import CASCADE, F, Q

from haat.identity import queries
from haat.identity.models import (
    ContactChange,
    DayCount,
    Invitation,
    LoginChallenge,
    Membership,
    ProviderLogin,
    TokenFamily,
    Use,
    User,
    Viewing,
)
from haat.identity.services import accounts, contacts, factors, viewings
from haat.identity.services.budgets import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID


def close(*, user: User, at: datetime) -> None:
    """Nobody gets in as this person any more, from the next request on."""
    User.objects.filter(pk=user.pk).update(is_active=False, security_version=F("security_version") + 1)
    TokenFamily.objects.filter(user=user, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def erase(*, user: User, at: datetime) -> dict[str, int]:
    """Take everything that says who a closed account was out of `public`. Returns how many rows went, by table."""
    selves = list(User.objects.select_for_update().filter(Q(pk=user.pk) | Q(merged_into=user)).order_by("pk"))
    ids, addresses = [one.pk for one in selves], queries.addresses_ever(user)
    revoked = Membership.objects.filter(user__in=selves, revoked_at=None).update(revoked_at=at)
    counts = {"identity.membership": revoked, "identity.user": len(selves)}
    counts |= forget_at(user_ids=ids, addresses=addresses, at=at) | _forget_proofs(ids, addresses)
    for one in selves:
        for table, number in _delete_what_hangs_on(one).items():
            counts[table] = counts.get(table, 0) + number
        one.name, one.email, one.phone, one.is_active, one.erased_at, one.last_login = "", None, None, False, at, None
        one.set_unusable_password()
        one.save()
    return counts


def forget_at(*, user_ids: Iterable[UUID], addresses: Iterable[str], at: datetime, **place: Any) -> dict[str, int]:
    """Take a person out of invitations and borrowed views: of one place, such as `brand_id=…`, or of all. Repeatable.

    The rows stay, for who let whom in and who looked at what is the history of others as well.
    """
    asked = Invitation.objects.filter(identifier__in=list(addresses), **place)
    asked.filter(accepted_at=None, revoked_at=None).update(revoked_at=at)
    seen = Viewing.objects.filter(portal="customer", subject_id__in=list(user_ids), **place)
    blanked = seen.update(subject_name="", reason="")  # first: what is told of the end names nobody any more
    _end(seen, at)
    return {"identity.invitation": asked.update(identifier=""), "identity.viewing": blanked}


@transaction.atomic
def fold(*, source: User, target: User, at: datetime) -> None:
    """`source` goes up into `target`: its addresses fill the other's gaps; what is left on its row leads to the other.

    Nothing else that signed it in does so any more: password, accounts of issuers and factors go, and it is told.
    """
    rows = User.objects.select_for_update().filter(pk__in=[source.pk, target.pk]).order_by("pk").in_bulk()
    source, target = rows[source.pk], rows[target.pk]
    if source.merged_into_id is not None:
        return
    factors.drop_all(user=source, heir=target)
    accounts.drop_all(user=source, heir=target)
    _hand_over(source, target, at)
    email, phone = (None if target.email else source.email), (None if target.phone else source.phone)
    _delete_what_hangs_on(source)
    source.email, source.phone = (None if email else source.email), (None if phone else source.phone)
    source.is_active, source.merged_into = False, target
    source.security_version += 1
    source.save(update_fields=["email", "phone", "is_active", "merged_into", "security_version", "updated_at"])
    User.objects.filter(merged_into=source).update(merged_into=target)
    target.email, target.phone, target.name = target.email or email, target.phone or phone, target.name or source.name
    target.security_version += 1
    target.save(update_fields=["email", "phone", "name", "security_version", "updated_at"])
    contacts.keep_mail_address(target)
    TokenFamily.objects.filter(user=target, revoked_at=None).update(revoked_at=at)


def _hand_over(source: User, target: User, at: datetime) -> None:
    """What is about the person and not a way in: old addresses, invitations they sent, and who looked at what was theirs."""
    changes = ContactChange.objects.filter(user=source)
    changes.filter(undo_until__gt=at).update(undo_until=at)  # no link of the one account moves the other
    changes.update(user=target)
    Invitation.objects.filter(invited_by=source, accepted_at=None, revoked_at=None).update(invited_by=target)
    seen = Viewing.objects.filter(portal="customer", subject_id__in=[source.pk, target.pk])
    _end(seen, at)  # who may look at the one may not look at both
    seen.update(subject_id=target.pk)
    _forget_proofs([source.pk], [])


def _forget_proofs(ids: list[UUID], addresses: list[str]) -> dict[str, int]:
    """Codes, visits to issuers and counters: by the person, and by every address of theirs."""
    subjects = [*addresses, *map(subject_of, addresses), *map(str, ids)]
    about = {
        LoginChallenge: Q(identifier__in=addresses) | Q(user_id__in=ids),
        ProviderLogin: Q(email__in=addresses) | Q(user_id__in=ids) | Q(connects_id__in=ids),
        Use: Q(subject__in=subjects),
        DayCount: Q(subject__in=subjects),
    }
    return {model._meta.label_lower: model._default_manager.filter(rows).delete()[0] for model, rows in about.items()}


def _end(seen: Any, at: datetime) -> None:
    for viewing in seen.filter(ended_at=None):
        viewings.end_viewing(viewing=viewing, cause=Viewing.End.ROLE, at=at)


def _delete_what_hangs_on(user: User) -> dict[str, int]:
    """Sign-ins, second factors, provider links and the like: every shared table whose rows end with their person.

    Those that have no name on this side are among them.
    """
    counts: dict[str, int] = {}
    for relation in User._meta.get_fields(include_hidden=True):
        if not relation.auto_created or getattr(relation, "on_delete", None) is not CASCADE:
            continue
        model: Any = relation.related_model
        _, gone = model._default_manager.filter(**{relation.field.name: user}).delete()  # type: ignore[union-attr]  # a relation, by the line above
        for label, number in gone.items():
            counts[label.lower()] = counts.get(label.lower(), 0) + number
    return counts
