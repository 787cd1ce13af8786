"""Jobs of identity."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from haat.core import clock, transport
from haat.core.jobs import job
from haat.identity import identifiers, letters, queries, services
from haat.identity.services.challenges import code_of
from haat.tenancy import hosts
from haat.tenancy import queries as brands

if TYPE_CHECKING:
    from haat.identity.models import ContactChange
    from haat.tenancy.models import Brand


@job("identity.send_code", platform=True, external=True)
def send_code(challenge_id: str) -> None:
    """Send the code of a challenge while it is worth something. Sending twice sends the same code."""
    challenge = queries.challenge(challenge_id)
    if challenge is None or challenge.used_at is not None or challenge.expires_at <= clock.now():
        return
    code = code_of(challenge)
    words = {"code": code, "brand": challenge.sender, "minutes": settings.HAAT_CODE_SECONDS // 60}
    kind = f"{challenge.purpose}-code"  # the wording says what for, so that nobody reads it out for another thing
    transport.send(
        transport.Message(
            channel=challenge.channel,
            to=challenge.identifier,
            sender=challenge.sender,
            template_id=kind,
            subject=(_("%(code)s is your sign-in code") if challenge.purpose == "login" else _("%(code)s is your code"))
            % {"code": code},
            text=transport.registered(kind, words),
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


@job("identity.tell_contact_changed", platform=True, external=True)
def tell_contact_changed(change_id: str) -> None:
    """Tell the old address, with the link that undoes it. The link is made here, so that no job carries it."""
    change = queries.contact_change(change_id)
    if change is None or not change.told:
        return
    link = hosts.url(*_page_of(change), path=f"/account/undo/{services.contacts.undo_token(change)}")
    kind = _("e-mail address") if change.channel == "email" else _("phone number")
    text = _(
        "The %(kind)s of your account at %(sender)s was changed to %(new)s. If that was you, there is nothing to do. "
        "If it was not you, open %(link)s within %(hours)s hours: it puts the old one back and ends all sign-ins."
    ) % {
        "kind": kind, "sender": change.sender, "new": identifiers.Identifier(change.new, change.channel).masked, "link": link,
        "hours": int(settings.HAAT_CONTACT_UNDO.total_seconds() // 3600),
    }  # fmt: skip
    send_notice(to=change.told, sender=change.sender, subject=_("Your sign-in was changed"), text=text)


def _page_of(change: ContactChange) -> tuple[hosts.Portal, Brand | None]:
    """The page that takes the link: the storefront's own, and the platform's for everybody else."""
    if change.portal == "customer" and change.brand_id is not None:
        return "customer", brands.brand_by_id(change.brand_id)
    return "launch", None


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


@job("identity.reset_factors", platform=True)
def reset_factors(reset_id: str) -> None:
    """Take a person's factors away once the wait is over, unless it was cancelled."""
    services.carry_out_reset(reset_id=reset_id, at=clock.now())


@job("identity.send_invitation", platform=True, external=True)
def send_invitation(invitation_id: str) -> None:
    """Send the letter of an invitation; what is taken back or was sent anew is not sent late."""
    letter = letters.invitation(invitation_id, at=clock.now())
    if letter is not None:
        transport.send(letter)


@job("identity.close_viewings", platform=True)
def close_viewings() -> None:
    services.close_viewings(at=clock.now())
