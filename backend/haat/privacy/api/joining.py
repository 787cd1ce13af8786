"""Joining another account of mine to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_otp import user_has_device
from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import identifiers
from haat.privacy import queries, services
from haat.privacy.api.base import MyAPI
from haat.privacy.models import Merge

if TYPE_CHECKING:
    from uuid import UUID


class MergeIn(Strict):
    challenge_id = serializers.UUIDField(help_text="Of the code by which I proved the other account's address")


class MergeOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    status = serializers.ChoiceField(Merge.Status.choices)
    next_proof = serializers.ChoiceField(
        ["source", "source_factor", "target", ""], help_text="What has to be proven next"
    )
    conflicts = serializers.ListField(child=serializers.CharField(), help_text="What could not be both, in words")


class CodeSentOut(serializers.Serializer[Any]):
    challenge_id = serializers.UUIDField(allow_null=True, help_text="Null: the next proof is by authenticator app")
    masked = serializers.CharField()


class MergeProofIn(Strict):
    challenge_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    code = serializers.CharField(max_length=16)


class MergeAPI(MyAPI):
    def shown(self, merge: Merge) -> dict[str, Any]:
        mine = [
            one["text"] for one in merge.conflicts if self.brand_id is None or one["brand_id"] == str(self.brand_id)
        ]
        return {
            "id": merge.pk, "status": merge.status, "conflicts": mine,
            "next_proof": merge.needs[0] if merge.status == Merge.Status.PROVING and merge.needs else "",
        }  # fmt: skip

    def own(self, merge_id: UUID) -> Merge:
        """A merge into my account. Whoever has a second factor has shown it a moment ago."""
        merge = queries.merge_into(user=self.user, merge_id=merge_id)
        if user_has_device(self.user):
            self.identity.require_proof(self.at)
        return merge


class Merges(MergeAPI):
    @operation(
        "Join the account of an address I have just proven to this one", input=MergeIn, output=MergeOut, status=201, fresh=True,
    )  # fmt: skip
    def post(self, _request: Any) -> dict[str, Any]:
        return self.shown(services.merges.offer(user=self.user, challenge_id=self.input["challenge_id"], at=self.at))


class OneMerge(MergeAPI):
    @operation("How far it is", output=MergeOut)
    def get(self, _request: Any, merge_id: UUID) -> dict[str, Any]:
        return self.shown(queries.merge_into(user=self.user, merge_id=merge_id))


class MergeCode(MergeAPI):
    @operation("Send the code of the next proof", output=CodeSentOut, status=201, fresh=True)
    def post(self, _request: Any, merge_id: UUID) -> dict[str, Any]:
        sent = services.merges.ask(merge=self.own(merge_id), brand=self.brand, at=self.at)
        masked = identifiers.Identifier(sent.identifier, sent.channel).masked if sent else ""
        return {"challenge_id": sent.pk if sent else None, "masked": masked}


class MergeProof(MergeAPI):
    @operation(
        "Give the next proof; the last one joins the two for good", input=MergeProofIn, output=MergeOut, fresh=True
    )
    def post(self, _request: Any, merge_id: UUID) -> dict[str, Any]:
        return self.shown(services.merges.prove(merge=self.own(merge_id), at=self.at, **self.input))
