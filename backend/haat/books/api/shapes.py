"""How proofs and differences look."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.books import queries
from haat.books.types import KINDS
from haat.core.api.fields import MoneyField, Strict


class CheckOut(serializers.Serializer[Any]):
    number = serializers.IntegerField(help_text="Of the invariant, as docs/money.md numbers them")
    title = serializers.CharField()
    looked_at = serializers.IntegerField()
    holds = serializers.BooleanField()
    faults = serializers.ListField(child=serializers.CharField())
    warnings = serializers.ListField(
        child=serializers.CharField(), help_text="What adds up and still needs somebody: open differences, stuck work"
    )


class StandingOut(serializers.Serializer[Any]):
    sealed = serializers.IntegerField(help_text="Position of the last seal")
    hash = serializers.CharField(help_text="Of the last seal; keep it elsewhere, and hold the books to it later")
    verified = serializers.IntegerField(help_text="Position up to which the books were last proved")
    verified_at = serializers.DateTimeField(allow_null=True)
    holds = serializers.BooleanField()
    checks = CheckOut(many=True)


class BreakOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(list(KINDS))
    subject = serializers.CharField()
    reference = serializers.CharField()
    ours = serializers.DictField()
    theirs = serializers.DictField()
    amount = MoneyField(source="amount_minor", help_text="Theirs less ours")
    state = serializers.CharField()
    found_at = serializers.DateTimeField()
    seen_at = serializers.DateTimeField()
    times = serializers.IntegerField(help_text="How often it came back after it was gone, and the first time")
    owner_id = serializers.CharField()
    owner = serializers.CharField(source="owner_name", allow_null=True)
    note = serializers.CharField()
    resolved_at = serializers.DateTimeField(allow_null=True)
    resolved_by_itself = serializers.BooleanField()
    actions = serializers.SerializerMethodField()

    def get_actions(self, row: Any) -> list[str]:
        """What may be done with it now."""
        if "recon.edit" not in self.context["view"].staff.permissions:
            return []
        found = [] if row.state == "resolved" else ["assign", "explain", "resolve"]
        if queries.can_send_again(row):
            found.append("send_again")
        return [*found, "give_back"] if queries.can_give_back(row) else found


class BreakFilters(Strict):
    state = serializers.CharField(required=False, help_text="open, explained, resolved; several with commas")
    kind = serializers.CharField(required=False)
    owner = serializers.RegexField(r"^(me|nobody|[0-9a-f-]{36})$", required=False)
    q = serializers.CharField(required=False, max_length=80)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class OwnerIn(Strict):
    owner_id = serializers.UUIDField(allow_null=True)


class NoteIn(Strict):
    note = serializers.CharField(max_length=2_000)


class PersonOut(serializers.Serializer[Any]):
    id = serializers.CharField()
    name = serializers.CharField()


class KindOut(serializers.Serializer[Any]):
    kind = serializers.CharField()
    count = serializers.IntegerField()
    oldest = serializers.DateTimeField()


class ReconOut(serializers.Serializer[Any]):
    account = serializers.CharField(help_text="The key that was asked with; shared is the platform's account")
    ran_at = serializers.DateTimeField(allow_null=True)
    until = serializers.DateTimeField(allow_null=True)
    looked_at = serializers.DictField(child=serializers.IntegerField())
    healed = serializers.IntegerField()
    failure = serializers.CharField(help_text="Why the last run could not be done; empty when it could")
    open = serializers.IntegerField()
    explained = serializers.IntegerField()
    kinds = KindOut(many=True)
