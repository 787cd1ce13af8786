"""The words of each message. Placeholders are filled from facts; SMS texts are the registered ones (TRAI DLT)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Template:
    subject: object
    email: object
    sms: object = ""
    is_marketing: bool = False  # goes only to customers who said yes to it


TEMPLATES = {
    "order-placed": Template(
        _("Your order %(number)s"),
        _("Hello %(name)s,\n\nthank you for your order %(number)s at %(brand)s.\n\n%(lines)s\n\nTotal: %(total)s (%(payment)s)\n\nSee how it is getting on: %(url)s\n"),
        _("%(brand)s: order %(number)s for %(total)s is confirmed. Track it at %(url)s"),
    ),
    "seller-new-order": Template(
        _("New order %(number)s"),
        _("A customer of %(brand)s ordered from you.\n\n%(lines)s\n\nTotal: %(total)s\n\nAccept it here: %(url)s\n"),
        _("%(brand)s: new order %(number)s for %(total)s. Accept it at %(url)s"),
    ),
    "part-shipped": Template(
        _("%(number)s is on its way"),
        _("Hello %(name)s,\n\n%(seller)s has shipped %(number)s.\n\n%(lines)s\n\n%(pay)sTrack it, and save its invoice: %(url)s\n"),
        _("%(brand)s: %(number)s has been shipped. Track it at %(url)s"),
    ),
    "part-delivered": Template(
        _("%(number)s was delivered"),
        _("Hello %(name)s,\n\n%(number)s of %(seller)s was delivered. %(pay)sYou can return it until %(until)s.\n\n%(url)s\n"),
        _("%(brand)s: %(number)s was delivered."),
    ),
    "part-cancelled": Template(
        _("%(number)s was cancelled"),
        _("Hello %(name)s,\n\n%(number)s of %(seller)s was cancelled. %(pay)s\n\n%(url)s\n"),
        _("%(brand)s: %(number)s was cancelled. What you paid for it goes back the way it came."),
    ),
    "cash-part-cancelled": Template(
        _("%(number)s was cancelled"),
        _("Hello %(name)s,\n\n%(number)s of %(seller)s was cancelled. %(pay)s\n\n%(url)s\n"),
        _("%(brand)s: %(number)s was cancelled. There is nothing to pay for it."),
    ),
    "lines-cancelled": Template(
        _("Something of %(number)s was cancelled"),
        _("Hello %(name)s,\n\nthis was cancelled of %(number)s of %(seller)s:\n\n%(lines)s\n\n%(reason)s\n\n%(what)s\n\n%(url)s\n"),
    ),
    "seller-lines-cancelled": Template(
        _("Do not send all of %(number)s"),
        _("This was cancelled of %(number)s at %(brand)s and is not to be sent:\n\n%(lines)s\n\n%(reason)s\n\nThe rest is still to be sent, if there is any: %(url)s\n"),
    ),
    "return-changed": Template(
        _("%(number)s: %(what)s"),
        _("Hello %(name)s,\n\n%(what)s: %(number)s of %(seller)s.\n\n%(lines)s\n\n%(answer)s\n\n%(next)s\n\n%(url)s\n"),
        _("%(brand)s: %(number)s, %(what)s. See %(url)s"),
    ),
    "seller-return": Template(
        _("%(what)s: %(number)s"),
        _("A customer of %(brand)s asks you: %(number)s.\n\n%(lines)s\n\nAnswer until %(until)s: %(url)s\n"),
    ),
    "entity-decided": Template(
        _("Your seller verification: %(decision)s"),
        _("Hello,\n\nthe verification of %(seller)s was decided: %(decision)s.\n\n%(reason)s\n\nSee what is next: %(url)s\n"),
    ),
    "seller-activated": Template(
        _("%(seller)s is open on %(brand)s"),
        _("Congratulations!\n\n%(seller)s can sell on %(brand)s from now on. Put your first offer into the shop: %(url)s\n"),
    ),
    "payouts-frozen": Template(
        _("Payouts of %(seller)s are on hold until %(until)s"),
        _("Hello,\n\n%(brand)s starts no payout to %(seller)s until %(until)s, because %(reason)s. Nothing is lost: what is due is paid after that.\n\nIf it was you, there is nothing to do. If not, sign out everywhere else and write to support: %(url)s\n"),
    ),
    "dispute-opened": Template(
        _("A bank disputes the payment of %(number)s: answer by %(until)s"),
        _("Hello,\n\na customer's bank asks %(brand)s to give back %(total)s of %(number)s. It says: %(reason)s.\n\nTell us what happened and send your proof of delivery by %(until)s. Until the bank has decided, this amount is not paid out.\n\nAnswer here: %(url)s\n"),
        _("%(brand)s: a bank disputes the payment of %(number)s. Send your proof by %(until)s: %(url)s"),
    ),
    "dispute-came": Template(
        _("New dispute: %(total)s of %(number)s, answer by %(until)s"),
        _("Hello,\n\na customer's bank asks for %(total)s of order %(number)s back. It says: %(reason)s.\n\nThe bank takes an answer until %(until)s. The sellers concerned have been asked for proof.\n\n%(url)s\n"),
    ),
    "dispute-ended": Template(
        _("Dispute of %(number)s: %(end)s"),
        _("Hello,\n\nthe dispute of %(total)s of %(number)s has ended: %(end)s.\n\n%(next)s\n\n%(url)s\n"),
    ),
    "dispute-charged": Template(
        _("%(number)s: %(total)s of a lost dispute are taken back"),
        _("Hello,\n\nthe bank decided the dispute of %(number)s for the customer and gave %(total)s back. %(brand)s takes this from your balance, and gives you back its commission on it. If the balance is below zero, your next sales pay for it.\n\n%(url)s\n"),
    ),
    "stock-low": Template(
        _("%(seller)s: %(count)s of your offers run low"),
        _("Hello,\n\nthese offers of %(seller)s on %(brand)s run low or are sold out:\n\n%(lines)s\n\nCount, order or pause them: %(url)s\n"),
    ),
    "recon-waits": Template(
        _("%(brand)s: %(count)s things about money need somebody"),
        _("Hello,\n\nthese differences with the payment provider, or work that stands still, stay open at %(brand)s:\n\n%(lines)s\n\nLook into each, or explain it: %(url)s\n\nYou are told of each once.\n"),
    ),
    "review-ask": Template(
        _("How do you like it?"),
        _("Hello %(name)s,\n\n%(number)s of %(brand)s reached you some days ago:\n\n%(lines)s\n\nYour stars and a few words help others to choose. It takes a minute: %(url)s\n\nYou get this because you agreed to mails of %(brand)s. You can change that under “My account”.\n"),
        is_marketing=True,
    ),
    "review-hidden": Template(
        _("Your review of %(product)s is not shown any more"),
        _("Hello %(name)s,\n\n%(brand)s has hidden your review of “%(product)s”. The reason: %(reason)s\n\nYou can change it, then we look at it again: %(url)s\n"),
    ),
    "review-answered": Template(
        _("%(seller)s answered your review"),
        _("Hello %(name)s,\n\n%(seller)s answered your review of “%(product)s”:\n\n%(answer)s\n\n%(url)s\n"),
    ),
    "seller-new-review": Template(
        _("%(stars)s of 5 stars for %(product)s"),
        _("A buyer of %(seller)s on %(brand)s gave “%(product)s” %(stars)s of 5 stars.\n\nRead and answer it: %(url)s\n"),
    ),
    "payout-paid": Template(
        _("Payout %(number)s: %(total)s"),
        _("%(brand)s has paid out %(total)s to your account (payout %(number)s).\n\nSee every line of it: %(url)s\n"),
    ),
}  # fmt: skip
