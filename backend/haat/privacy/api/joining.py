"""Joining another account of mine to this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import identifiers
from haat.identity import queries as identity
from haat.identity.services import Proof, Where, place_of
from haat.privacy import queries, services
from haat.privacy.api.base import MyAPI
from haat.privacy.models import Merge

if TYPE_CHECKING:
    from uuid import UUID


DIGITS = 6  # of an app's code


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
    """Where the code went; or, for a second factor of the other account, how it can be given."""

    challenge_id = serializers.UUIDField(allow_null=True, help_text="Null: only an app or a recovery code can be used")
    masked = serializers.CharField(help_text="Empty: nothing was sent, the next proof is a second factor")
    methods = serializers.ListField(child=serializers.CharField(), help_text="passkey, totp, recovery_code; or empty")
    options = serializers.DictField(allow_null=True, help_text="What the browser needs to use a passkey")


class MergeProofIn(Strict):
    challenge_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    code = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)
    credential = serializers.DictField(required=False, default=dict, help_text="PublicKeyCredential as JSON")

    def validate(self, given: Any) -> Any:
        if not given["code"] and not given["credential"]:
            raise serializers.ValidationError({"code": ["Type the code."]})
        return given


def proof_of(given: dict[str, Any]) -> Proof:
    """People type what they have: six digits are of an app, anything longer is a recovery code."""
    typed = "".join(letter for letter in given["code"] if letter.isalnum())
    method = (
        "passkey" if given["credential"] else "totp" if len(typed) <= DIGITS and typed.isdigit() else "recovery_code"
    )
    return Proof(method, typed, given["challenge_id"], given["credential"])


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
        if identity.factor_count(self.user):
            self.identity.require_proof(self.at)
        return merge

    @property
    def where(self) -> Where:
        request: Any = self.request
        return Where(place_of(request._request), self.brand_id, self.sender)


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
        merge = self.own(merge_id)
        if asked := services.merges.factor_asked(merge=merge, where=self.where, at=self.at):
            return asked | {"masked": ""}
        sent = services.merges.ask(merge=merge, brand=self.brand, at=self.at)
        masked = identifiers.Identifier(sent.identifier, sent.channel).masked
        return {"challenge_id": sent.pk, "masked": masked, "methods": [], "options": None}


class MergeProof(MergeAPI):
    @operation(
        "Give the next proof; the last one joins the two for good", input=MergeProofIn, output=MergeOut, fresh=True
    )
    def post(self, _request: Any, merge_id: UUID) -> dict[str, Any]:
        merge, proof = self.own(merge_id), proof_of(self.input)
        return self.shown(services.merges.prove(merge=merge, proof=proof, where=self.where, at=self.at))
