"""The second step of a sign-in, signing in by passkey alone, and proving again before something that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import services
from haat.identity.api.entering import AuthAPI, EnteredOut, SignedInOut, enter, let_in
from haat.identity.middleware import BROWSER_PORTALS, STEP_UP

if TYPE_CHECKING:
    from rest_framework.response import Response


class TicketIn(Strict):
    ticket = serializers.CharField(max_length=100)


class ProofIn(Strict):
    method = serializers.ChoiceField(["totp", "recovery_code", "passkey"])
    code = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)
    challenge_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    credential = serializers.DictField(required=False, default=dict, help_text="PublicKeyCredential as JSON")


class FactorIn(ProofIn, TicketIn):
    pass


class PasskeyIn(Strict):
    challenge_id = serializers.UUIDField()
    credential = serializers.DictField(help_text="PublicKeyCredential as JSON")


class OptionsOut(serializers.Serializer[Any]):
    challenge_id = serializers.UUIDField()
    options = serializers.DictField(help_text="PublicKeyCredential options as JSON; binary values in base64url")


class ProvedOut(serializers.Serializer[Any]):
    proved_for = serializers.IntegerField(help_text="Seconds in which no further proof is asked for")
    recovery_codes_left = serializers.IntegerField(required=False)


class Factor(AuthAPI):
    @operation("Finish signing in with the second factor", input=FactorIn, output=SignedInOut)
    def post(self, _request: Any) -> Response:
        given = dict(self.input)
        ticket = self.waiting(given.pop("ticket"), "factor")
        proof = services.Proof(**given)
        services.prove(user=ticket.user, proof=proof, purpose="factor", where=self.where, at=self.at)
        services.use_ticket(ticket=ticket, at=self.at)
        methods = [*ticket.methods, proof.method]
        return let_in(self, ticket.user, methods, is_new=ticket.is_new, **services.after_proof(ticket.user, proof))


class FactorOptions(AuthAPI):
    @operation("What the browser needs to use a passkey as the second factor", input=TicketIn, output=OptionsOut)
    def post(self, _request: Any) -> dict[str, Any]:
        ticket = self.waiting(self.input["ticket"], "factor")
        return services.begin_passkey(user=ticket.user, purpose="factor", place=self.where.place, at=self.at)


class PasskeyOptions(AuthAPI):
    @operation("What the browser needs to sign in with any passkey of this site", output=OptionsOut)
    def post(self, _request: Any) -> dict[str, Any]:
        return services.begin_passkey(user=None, purpose="sign_in", place=self.where.place, at=self.at)


class PasskeyLogin(AuthAPI):
    @operation("Sign in with a passkey; it counts as both factors", input=PasskeyIn, output=EnteredOut)
    def post(self, _request: Any) -> Response:
        where = self.where
        try:
            passkey = services.use_passkey(
                user=None, purpose="sign_in", place=where.place, challenge_id=self.input["challenge_id"],
                answer=self.input["credential"], at=self.at,
            )  # fmt: skip
        except services.ClonedPasskey as refusal:
            user = refusal.passkey.user
            services.note_refused_passkey(user=user, refusal=refusal, purpose="sign_in", where=where)
            raise
        return enter(self, passkey.user, ["passkey"])


class SignedInAuthAPI(AuthAPI):
    """For people who are signed in; identity's addresses run outside of the brand."""

    login_required = True


class StepUp(SignedInAuthAPI):
    @operation("Prove again that it is you, before something that matters", input=ProofIn, output=ProvedOut)
    def post(self, request: Any) -> dict[str, Any]:
        proof = services.Proof(**self.input)
        services.prove(user=self.identity.user, proof=proof, purpose="step_up", where=self.where, at=self.at)
        mark_proved(self, request, proof.method)
        return {"proved_for": int(STEP_UP.total_seconds()), **services.after_proof(self.identity.user, proof)}


class StepUpOptions(SignedInAuthAPI):
    @operation("What the browser needs to prove it with a passkey", output=OptionsOut)
    def post(self, _request: Any) -> dict[str, Any]:
        return services.begin_passkey(user=self.identity.user, purpose="step_up", place=self.where.place, at=self.at)


def mark_proved(view: AuthAPI, request: Any, method: str) -> None:
    """Remember the proof where this caller is signed in; a browser's session gets a new id with it."""
    if view.identity is None:
        raise NotAuthenticated("Sign in to do this.")
    view.identity.proved_at = view.at
    services.mark_proved(family=view.identity.family, method=method, at=view.at)
    if view.portal in BROWSER_PORTALS and "Authorization" not in request.headers:
        request._request.session.cycle_key()
