"""What remains of a person who leaves: a closed row without a name, so that what points to it still means somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import CASCADE, F, Q

from haat.identity import queries
from haat.identity.models import LoginChallenge, Membership, TokenFamily, User

if TYPE_CHECKING:
    from datetime import datetime


def close(*, user: User, at: datetime) -> None:
    """Nobody gets in as this person any more, from the next request on."""
    User.objects.filter(pk=user.pk).update(is_active=False, security_version=F("security_version") + 1)
    TokenFamily.objects.filter(user=user, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def erase(*, user: User, at: datetime) -> dict[str, int]:
    """Take everything that says who a closed account was out of `public`. Returns how many rows went, by table."""
    selves = list(User.objects.select_for_update().filter(Q(pk=user.pk) | Q(merged_into=user)).order_by("pk"))
    addresses = queries.addresses_ever(user)
    revoked = Membership.objects.filter(user__in=selves, revoked_at=None).update(revoked_at=at)
    codes, _ = LoginChallenge.objects.filter(
        Q(identifier__in=addresses) | Q(user_id__in=[one.pk for one in selves])
    ).delete()
    counts = {"identity.membership": revoked, "identity.user": len(selves), "identity.loginchallenge": codes}
    for one in selves:
        for table, number in _delete_what_hangs_on(one).items():
            counts[table] = counts.get(table, 0) + number
        one.name, one.email, one.phone, one.is_active, one.erased_at = "", None, None, False, at
        one.set_unusable_password()
        one.save(update_fields=["name", "email", "phone", "is_active", "erased_at", "password", "updated_at"])
    return counts


@transaction.atomic
def fold(*, source: User, target: User, at: datetime) -> None:
    """`source` goes up into `target`: its addresses fill the other's gaps; what is left on its row leads to the other."""
    rows = User.objects.select_for_update().filter(pk__in=[source.pk, target.pk]).order_by("pk").in_bulk()
    source, target = rows[source.pk], rows[target.pk]
    if source.merged_into_id is not None:
        return
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
    TokenFamily.objects.filter(user=target, revoked_at=None).update(revoked_at=at)


def _delete_what_hangs_on(user: User) -> dict[str, int]:
    """Sign-ins, second factors, provider links and the like: every shared table whose rows end with their person."""
    counts: dict[str, int] = {}
    for relation in User._meta.related_objects:
        if getattr(relation, "on_delete", None) is not CASCADE:
            continue
        _, gone = relation.related_model._default_manager.filter(**{relation.field.name: user}).delete()
        for label, number in gone.items():
            counts[label.lower()] = counts.get(label.lower(), 0) + number
    return counts
