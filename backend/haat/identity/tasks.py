"""Jobs of identity."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import clock, transport
from haat.core.jobs import job
from haat.identity import identifiers, letters, queries, services
from haat.identity.services.challenges import code_of


@job("identity.send_code", platform=True, external=True)
def send_code(challenge_id: str) -> None:
    """Send the code of a challenge. Sending twice sends the same code."""
    challenge = queries.challenge(challenge_id)
    if challenge is None or challenge.used_at is not None:
        return
    code = code_of(challenge)
    text = _("%(code)s is your %(sender)s sign-in code. It is valid for %(minutes)s minutes. Never share it with anyone.") % {
        "code": code, "sender": challenge.sender, "minutes": settings.HAAT_CODE_SECONDS // 60,
    }  # fmt: skip
    transport.send(
        transport.Message(
            channel=challenge.channel,
            to=challenge.identifier,
            sender=challenge.sender,
            template_id="login-code",
            subject=_("%(code)s is your sign-in code") % {"code": code},
            text=text,
        ),
    )


@job("identity.send_notice", platform=True, external=True)
def send_notice(to: str, sender: str, subject: str, text: str) -> None:
    """Tell a person about a change of their sign-in."""
    found = identifiers.parse(to)
    transport.send(
        transport.Message(
            channel=found.channel,
            to=found.value,
            sender=sender,
            template_id="security-notice",
            subject=subject,
            text=text,
        ),
    )


@job("identity.grant_brand_owner", platform=True)
def grant_brand_owner(brand_id: str, owner_name: str, owner_email: str) -> None:
    """Make a person the owner of a new brand; they get in with a code to their address."""
    owner, _is_new = services.person(identifier=identifiers.parse(owner_email), name=owner_name)
    services.grant(user=owner, scope="brand", role="owner", brand_id=UUID(brand_id))


@job("identity.send_invitation", platform=True, external=True)
def send_invitation(invitation_id: str) -> None:
    """Send the letter of an invitation; what is taken back or was sent anew is not sent late."""
    letter = letters.invitation(invitation_id, at=clock.now())
    if letter is not None:
        transport.send(letter)


@job("identity.close_viewings", platform=True)
def close_viewings() -> None:
    services.close_viewings(at=clock.now())
