"""Jobs of identity."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import clock, transport
from haat.core.jobs import job
from haat.identity import identifiers, queries, services
from haat.identity.services.challenges import code_of


@job("identity.send_code", platform=True, external=True)
def send_code(challenge_id: str) -> None:
    """Send the code of a challenge while it is worth something. Sending twice sends the same code."""
    challenge = queries.challenge(challenge_id)
    if challenge is None or challenge.used_at is not None or challenge.expires_at <= clock.now():
        return
    code = code_of(challenge)
    words = {"code": code, "brand": challenge.sender, "minutes": settings.HAAT_CODE_SECONDS // 60}
    transport.send(
        transport.Message(
            channel=challenge.channel,
            to=challenge.identifier,
            sender=challenge.sender,
            template_id="login-code",
            subject=_("%(code)s is your sign-in code") % {"code": code},
            text=transport.registered("login-code", words),
        ),
    )


@job("identity.send_notice", platform=True, external=True)
def send_notice(to: str, sender: str, subject: str, text: str) -> None:
    """Tell a person about a change of their sign-in."""
    found = identifiers.parse(to)
    notice = transport.registered("security-notice", {"brand": sender, "notice": text})
    transport.send(
        transport.Message(
            channel=found.channel,
            to=found.value,
            sender=sender,
            template_id="security-notice",
            subject=subject,
            text=text if found.channel == "email" else notice,
        ),
    )


@job("identity.forget", platform=True)
def forget() -> None:
    """Delete codes, sign-ins with other people's issuers and counters that are over."""
    services.challenges.forget(at=clock.now())
    services.federation.forget(at=clock.now())
    services.budgets.forget(at=clock.now())


@job("identity.grant_brand_owner", platform=True)
def grant_brand_owner(brand_id: str, owner_name: str, owner_email: str) -> None:
    """Make a person the owner of a new brand; they get in with a code to their address."""
    owner, _is_new = services.person(identifier=identifiers.parse(owner_email), name=owner_name)
    services.grant(user=owner, scope="brand", role="owner", brand_id=UUID(brand_id))
