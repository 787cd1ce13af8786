"""What identity writes to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from haat.core.transport import Message
from haat.identity.models import Invitation
from haat.identity.permission_words import ROLES
from haat.identity.queries import PORTAL_OF_SCOPE
from haat.identity.services.invitations import token_of
from haat.tenancy import hosts
from haat.tenancy import queries as tenancy

if TYPE_CHECKING:
    from datetime import datetime


def invitation(invitation_id: str, *, at: datetime) -> Message | None:
    """The letter of an open invitation. The token is in the fragment: it reaches no server and no log."""
    row = Invitation.objects.select_related("invited_by").filter(pk=invitation_id, accepted_at=None).first()
    if row is None or row.revoked_at is not None or row.expires_at <= at:
        return None
    brand = tenancy.brand_by_id(row.brand_id) if row.brand_id else None
    link = f"{hosts.url(PORTAL_OF_SCOPE[row.scope], brand, '/invitation')}#{token_of(row)}"
    words = {
        "inviter": row.invited_by.name or row.invited_by.masked_contact, "place": row.place, "link": link,
        "role": ROLES[row.role][0], "until": f"{row.expires_at:%d %b %Y}",
    }  # fmt: skip
    text = _(
        "%(inviter)s invites you to the team of %(place)s as %(role)s.\n\n%(link)s\n\n"
        "Sign in there with the address that this came to. The link is good until %(until)s. "
        "If you do not know %(inviter)s, ignore it."
    )
    subject = _("You are invited to the team of %(place)s") % words
    return Message(
        channel=row.channel, to=row.identifier, sender=row.place, template_id="team-invitation", subject=subject, text=text % words,
    )  # fmt: skip
