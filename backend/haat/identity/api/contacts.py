"""Confirming that it is me, and changing the phone or e-mail by which I sign in."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotNow
from haat.identity import identifiers, queries, services
from haat.identity.api.auth import ChallengeOut, CodeIn, challenge_out
from haat.identity.api.entering import AuthAPI
from haat.identity.middleware import STEP_UP


class ChannelIn(Strict):
    channel = serializers.ChoiceField(
        ["email", "sms"], required=False, help_text="Where the code goes; e-mail if known"
    )


class ConfirmationOut(serializers.Serializer[Any]):
    fresh_for = serializers.IntegerField(help_text="Seconds in which nothing is asked again")


class OwnAPI(AuthAPI):
    login_required = True

    def prove(self, purpose: str) -> Any:
        return services.proofs.prove(
            user=self.identity.user, challenge_id=self.input["challenge_id"], code=self.input["code"], purpose=purpose,
            portal=self.portal, brand_id=self.brand_id, at=self.at,
        )  # fmt: skip

    def ask(self, address: identifiers.Identifier, purpose: str) -> dict[str, Any]:
        row = services.proofs.ask(
            user=self.identity.user, address=address, purpose=purpose, portal=self.portal, brand=self.brand, at=self.at
        )
        return challenge_out(row, address)


class ConfirmationAPI(OwnAPI):
    def require_enough(self) -> None:
        """A code alone is less than what somebody with a second factor signs in with. Raises StepUpRequired."""
        if queries.factor_count(self.identity.user):
            self.identity.require_proof(self.at)


class Confirmation(ConfirmationAPI):
    @operation("Send a code to my own address, to confirm that it is me", input=ChannelIn, output=ChallengeOut)
    def post(self, _request: Any) -> dict[str, Any]:
        user = self.identity.user
        self.require_enough()
        values = {"email": user.email, "sms": user.phone}
        channel = self.input.get("channel") or ("email" if user.email else "sms")
        if not values[channel]:
            raise NotNow("You have no such address here.")
        return self.ask(identifiers.Identifier(values[channel], channel), services.proofs.CONFIRM)


class ConfirmationProof(ConfirmationAPI):
    @operation("Confirm with the code", input=CodeIn, output=ConfirmationOut)
    def post(self, request: Any) -> dict[str, int]:
        self.require_enough()
        self.prove(services.proofs.CONFIRM)
        services.confirm(family=self.identity.family, at=self.at)
        self.identity.authenticated_at = self.at
        if request._request.session.get("family"):
            request._request.session.cycle_key()
        return {"fresh_for": int(STEP_UP.total_seconds())}


class AddressIn(Strict):
    identifier = serializers.CharField(max_length=254)


class ContactsOut(serializers.Serializer[Any]):
    email = serializers.EmailField(allow_null=True)
    phone = serializers.CharField(allow_null=True)


class Contacts(OwnAPI):
    @operation("The addresses by which I sign in", output=ContactsOut)
    def get(self, _request: Any) -> Any:
        return self.identity.user

    @operation("Send a code to a new phone or e-mail of mine", input=AddressIn, output=ChallengeOut, fresh=True)
    def post(self, _request: Any) -> dict[str, Any]:
        address = identifiers.parse(self.input["identifier"])
        row = services.contacts.ask(
            user=self.identity.user, address=address, portal=self.portal, brand=self.brand, at=self.at
        )
        return challenge_out(row, address)


class ContactProof(OwnAPI):
    @operation(
        "Prove the new address: I sign in by it from now on, and my other sign-ins end", input=CodeIn, output=ContactsOut, fresh=True,
    )  # fmt: skip
    def post(self, _request: Any) -> Any:
        challenge = self.prove(services.proofs.CONTACT)
        change = services.contacts.change(
            user=self.identity.user, challenge=challenge, keep=self.identity.family, at=self.at
        )
        return change.user


class UndoIn(Strict):
    token = serializers.CharField(max_length=80)


class UndoOut(serializers.Serializer[Any]):
    channel = serializers.ChoiceField(["email", "sms"])
    restores = serializers.CharField(help_text="The address that comes back, masked; empty when there was none")
    removes = serializers.CharField(help_text="The address that goes, masked")


class ContactUndo(AuthAPI):
    """Reached from the link in the notice, by whoever still reads the old address; nobody is signed in."""

    @operation("Undo a change of address that was not mine, and end all my sign-ins", input=UndoIn)
    def post(self, _request: Any) -> None:
        services.contacts.undo(token=self.input["token"], at=self.at)


class ContactUndoPreview(AuthAPI):
    @operation("What a link would undo", input=UndoIn, output=UndoOut)
    def post(self, _request: Any) -> dict[str, str]:
        change = services.contacts.changed_by(self.input["token"], at=self.at)
        masked = [
            identifiers.Identifier(value, change.channel).masked if value else "" for value in (change.old, change.new)
        ]
        return {"channel": change.channel, "restores": masked[0], "removes": masked[1]}
