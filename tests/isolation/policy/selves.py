"""What everybody has on every host: ways in, sign-ins, factors, copies of one's data, joined accounts, documents."""

from __future__ import annotations

from dataclasses import replace

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY, SIGNED_IN, Table

NOBODYS = {"challenge_id": "0198c0de-0000-7000-8000-000000000000"}
PLACES = {"seller": "seller", "admin": "brand", "platform": "platform"}  # portal → whose team is met there
VIEWED = {"seller", "admin", "customer"}
CEREMONY = "a device has to answer; tests/identity/test_passkeys has those that do"
NO_TICKET = "nobody waits with this ticket; tests/identity/test_staff_factor has those who do"
NO_CODE = "no code was sent; tests/identity/test_contacts has those that were"
NO_ISSUER = "no issuer is offered here; tests/identity/test_providers has one"


def selves(portal: str) -> Table:
    auth, me = Table(portal, "api/v1/auth/"), Table(portal, "api/v1/me")
    _ways_in(auth, portal)
    _about_me(me, portal)
    rest = Table(portal)
    rest(
        "GET",
        ".well-known/haat/certificate",
        ANYBODY,
        body={"domain": "$host"},
        foreign=(200, 404),
        why="for the edge alone, which asks for any brand's",
    )
    rest("GET", "api/v1/private/<str:ticket>", SIGNED_IN, {"ticket": "own.document"})
    rest.lines = [replace(line, alike=True) for line in (*auth.lines, *me.lines, *rest.lines)]
    return rest


# One line a route and method.
# fmt: off
def _ways_in(auth: Table, portal: str) -> None:
    auth("POST", "factor", ANYBODY, body={"ticket": "none", "method": "totp", "code": "000000"}, own=(401,), why=NO_TICKET)
    auth("POST", "factor/passkey", ANYBODY, body={"ticket": "none"}, own=(401,), why=NO_TICKET)
    auth("POST", "passkey", ANYBODY, body=NOBODYS | {"credential": {}}, own=(422,), why=CEREMONY)
    auth("POST", "passkey/options", ANYBODY)
    auth("POST", "enrolment/authenticator", SIGNED_IN, fresh=True)
    auth("POST", "enrolment/authenticator/confirmation", SIGNED_IN, body=bodies.first_code, fresh=True)
    auth("POST", "enrolment/passkey", SIGNED_IN, fresh=True)
    auth("POST", "enrolment/passkey/confirmation", SIGNED_IN, body=bodies.new_passkey, fresh=True)
    auth("POST", "step-up", SIGNED_IN, body=bodies.recovery_code)
    auth("POST", "step-up/passkey", SIGNED_IN)
    auth("POST", "contact-undo", ANYBODY, body={"token": "none"}, own=(404,), why="nobody had this letter; tests/identity/test_contacts has those who did")
    auth("POST", "contact-undo/preview", ANYBODY, body={"token": "none"}, own=(404,), why="the same")
    auth("GET", "options", ANYBODY)
    auth("POST", "password", ANYBODY, body={"identifier": "visitor@example.com", "password": "wrong horse battery"}, own=(401, 422), why="nobody has a password here; tests/identity/test_passwords has those who do")
    auth("POST", "providers/start", ANYBODY, body={"provider": "google"}, own=(404,), why=NO_ISSUER)
    auth("GET", "providers/callback", ANYBODY, own=(404,) if portal == "launch" else (303,), why="without a visit: back to the sign-in")
    auth("POST", "providers/finish", ANYBODY, own=(401, 404, 422), why=NO_ISSUER)
    if place := PLACES.get(portal):
        auth("POST", "invitations", ANYBODY, body={"token": f"$letter.{place}"}, tells=("ravi", "nia", "vera"))
    else:
        auth("POST", "invitations", ANYBODY, body={"token": "none"}, own=(404,), why="no team meets here")
    if portal in VIEWED:
        auth("POST", "viewings", ANYBODY, body={"ticket": f"$ticket.{portal}"}, tells=("ravi", "asha"), why="the ticket is the right")
    else:
        auth("POST", "viewings", ANYBODY, body={"ticket": "none"}, own=(404,), why="nothing is looked at here")
    auth("POST", "viewings/end", SIGNED_IN, own=(404,), why="nobody is looking; tests/identity/test_viewing has those who do")


def _about_me(me: Table, portal: str) -> None:
    me("GET", "/sign-in", SIGNED_IN)
    me("PUT", "/password", SIGNED_IN, body={"password": "seventeen green bicycles"}, fresh=True)
    me("DELETE", "/password", SIGNED_IN, body=bodies.after_a_password, fresh=True)
    me("POST", "/accounts", SIGNED_IN, body={"provider": "google"}, own=(404,), fresh=True, why=NO_ISSUER)
    me("DELETE", "/accounts/<int:account_id>", SIGNED_IN, {"account_id": "own.connection"}, fresh=True)
    me("GET", "/invitations", SIGNED_IN)
    place = PLACES.get(portal, "brand")
    here = {"own": (404,), "why": "no team meets here"} if portal not in PLACES else {}
    me("POST", "/invitations/<uuid:invitation_id>/acceptance", SIGNED_IN, {"invitation_id": f"own.invitation.{place}"}, owner="vera", **here)
    me("GET", "/sessions", SIGNED_IN)
    me("DELETE", "/sessions", SIGNED_IN, fresh=True)
    me("DELETE", "/sessions/<uuid:sign_in_id>", SIGNED_IN, {"sign_in_id": "own.session"})
    me("POST", "/confirmations", SIGNED_IN)
    me("POST", "/confirmations/proof", SIGNED_IN, body=NOBODYS | {"code": "000000"}, own=(422,), why=NO_CODE)
    me("GET", "/contacts", SIGNED_IN)
    me("POST", "/contacts", SIGNED_IN, body={"identifier": "another@example.com"}, fresh=True)
    me("POST", "/contacts/proof", SIGNED_IN, body=NOBODYS | {"code": "000000"}, own=(422,), fresh=True, why=NO_CODE)
    me("GET", "/factors", SIGNED_IN)
    me("DELETE", "/factors/authenticators/<uuid:factor_id>", SIGNED_IN, {"factor_id": "own.authenticator"}, owner="wanda", fresh=True)
    me("PATCH", "/factors/passkeys/<uuid:factor_id>", SIGNED_IN, {"factor_id": "own.passkey"}, {"name": "Phone"}, owner="wanda")
    me("DELETE", "/factors/passkeys/<uuid:factor_id>", SIGNED_IN, {"factor_id": "own.passkey"}, owner="wanda", fresh=True)
    me("POST", "/factors/recovery-codes", SIGNED_IN, step_up=True)
    me("DELETE", "/factors/reset", SIGNED_IN, owner="yael", others=(404,))
    me("GET", "/exports", SIGNED_IN)
    me("POST", "/exports", SIGNED_IN, fresh=True)
    me("GET", "/exports/<uuid:export_id>/file", SIGNED_IN, {"export_id": "own.export"}, fresh=True, notes=True)
    me("GET", "/erasure", SIGNED_IN)
    me("POST", "/erasure", SIGNED_IN, owner="wanda", others=(201, 409), fresh=True, why="whoever has open orders or is the only owner has to end that first")
    me("DELETE", "/erasure", SIGNED_IN, owner="yael", others=(404,))
    me("POST", "/merges", SIGNED_IN, body=NOBODYS, own=(409,), fresh=True, why="no address was proven; tests/privacy/test_merge has those that were")
    me("GET", "/merges/<uuid:merge_id>", SIGNED_IN, {"merge_id": "own.merge"})
    me("POST", "/merges/<uuid:merge_id>/codes", SIGNED_IN, {"merge_id": "own.merge"}, fresh=True)
    me("POST", "/merges/<uuid:merge_id>/proofs", SIGNED_IN, {"merge_id": "own.merge"}, NOBODYS | {"code": "000000"}, own=(422,), fresh=True, why=NO_CODE)


def own_pages(portal: str) -> Table:
    """Pages about oneself, on storefronts and on the platform's front."""
    away, pages = (302, 303), Table(portal)
    pages("GET", "account/devices", SIGNED_IN)
    pages("POST", "account/devices", SIGNED_IN, body={"id": "$own.session"}, form=True, own=away, foreign=away, why="whose is not there has ended as well")
    pages("GET", "account/confirm", ANYBODY)
    pages("POST", "account/confirm", SIGNED_IN, form=True, own=away)
    pages("GET", "account/contacts", SIGNED_IN)
    pages("POST", "account/contacts", SIGNED_IN, body={"identifier": "another@example.com"}, form=True, own=away)
    pages("GET", "account/contacts/code", ANYBODY, own=away, why="without a code: back to the addresses, which ask who it is")
    pages("POST", "account/contacts/code", SIGNED_IN, body={"challenge": NOBODYS["challenge_id"], "code": "000000"}, form=True, own=(422,), foreign=(404, 422), why=NO_CODE)
    pages("GET", "account/undo/<str:token>", ANYBODY, {"token": "page"}, own=(404,), why="nobody had this letter; tests/storefront/test_own_pages has those who did")
    pages("POST", "account/undo/<str:token>", ANYBODY, {"token": "page"}, form=True, own=(404,), why="the same")
    pages("POST", "account/merge", SIGNED_IN, body={"challenge": NOBODYS["challenge_id"]}, form=True, own=(409,), why="no address was proven; tests/storefront/test_own_pages has those that were")
    pages("GET", "account/merge/<uuid:merge_id>", SIGNED_IN, {"merge_id": "own.merge"}, foreign=(200, 404), why="a merge is the person's, on whatever host")
    pages("POST", "account/merge/<uuid:merge_id>", SIGNED_IN, {"merge_id": "own.merge"}, {"challenge": NOBODYS["challenge_id"], "code": "000000"}, form=True, own=(422,), foreign=(404, 422), why=NO_CODE)
    pages("GET", "account/privacy", SIGNED_IN)
    pages("POST", "account/privacy", SIGNED_IN, body={"act": "copy"}, form=True, own=away)
    pages("GET", "account/privacy/copies/<uuid:export_id>", SIGNED_IN, {"export_id": "own.export"}, notes=True)
    return pages


def team(portal: str, prefix: str, place: str) -> Table:
    """The same desk for the team of a shop, of a brand and of the platform."""
    found, role = Table(portal, prefix), {"role": "finance"}
    member, invitation = {"member_id": f"member.{place}"}, {"invitation_id": f"invitation.{place}"}
    found("GET", "team/members", "staff.edit")
    found("PATCH", "team/members/<uuid:member_id>", "staff.edit", member, {"role": "owner"}, step_up=True)
    found("DELETE", "team/members/<uuid:member_id>", "staff.edit", member, step_up=True)
    found("GET", "team/invitations", "staff.edit")
    found("POST", "team/invitations", "staff.edit", body=role | {"identifier": "newcomer@example.com"}, step_up=True)
    found("DELETE", "team/invitations/<uuid:invitation_id>", "staff.edit", invitation, step_up=True)
    found("POST", "team/invitations/<uuid:invitation_id>/sending", "staff.edit", invitation, step_up=True)
    found("GET", "team/roles", "member")
    found("GET", "team/viewings", "staff.edit")
    return found
