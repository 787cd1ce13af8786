"""Who is told what about a return, an exchange or a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from haat.core.jobs import job
from haat.core.money import Money
from haat.notifications import services
from haat.notifications.contacts import seller_contacts
from haat.returns import queries as returns
from haat.tenancy import hosts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from haat.returns.models import Return

# state → what happened, and what comes next, in the customer's words
CUSTOMER = {
    "requested": (_("We have your request"), _("The seller answers in time, or we do.")),
    "approved": (_("Your request was agreed to"), _("Send the goods to the address on the page.")),
    "received": (_("Your goods arrived"), _("The replacement is on its way soon.")),
    "refunded": (
        _("Your money is on its way"),
        _("It goes back the way it came; cash goes to the account that you named."),
    ),
    "exchanged": (_("Your replacement was sent"), ""),
    "rejected": (_("Your request was refused"), _("If you do not agree, you can ask us to decide on the page.")),
}


@job("notifications.return_changed")
def return_changed(return_id: str, status: str) -> None:
    """The customer of every step but the own ones; the seller of what waits for an answer."""
    row = returns.find(return_id)
    fact = f"return:{row.pk}:{status}:{'again' if row.is_escalated else ''}"
    if status in CUSTOMER and row.kind != "undelivered":
        order = row.part.order
        what, coming = CUSTOMER[status]
        url = hosts.url("customer", active_brand(), f"/orders/{order.number}")
        words = _words(row) | {"name": order.contact_name, "what": what, "next": coming, "url": url}
        contacts = [{"email": order.contact_email, "phone": order.contact_phone}]
        services.tell(
            template="return-changed", fact=fact, audience="customer", owner_id=order.customer_id, contacts=contacts, words=words,
        )  # fmt: skip
    if status == "requested" and not row.is_escalated:
        url = hosts.url("seller", active_brand(), f"/returns/{row.number}")
        until = timezone.localtime(row.answer_by).strftime("%d %B %Y, %H:%M")
        words = _words(row) | {"what": row.get_kind_display(), "until": until, "url": url}
        services.tell(
            template="seller-return", fact=fact, audience="seller", owner_id=row.seller_id, contacts=seller_contacts(row.seller_id), words=words,
        )  # fmt: skip


def _words(row: Return) -> dict[str, Any]:
    lines = "\n".join(f"{line.quantity} × {line.order_line.title}" for line in row.lines.all())
    money = f"{Money(row.credit.customer_minor, row.credit.currency)}" if row.credit else ""
    answer = "\n".join(one for one in (row.answer, money) if one)
    return {
        "brand": active_brand().name,
        "number": row.number,
        "seller": row.seller.name,
        "lines": lines,
        "answer": answer,
    }
