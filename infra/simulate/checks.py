"""After a step: the model's balances and stock against Haat's. At the end: everything that can be proved."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from infra.simulate import cards, paying, terms
from infra.simulate.market import Wrong, expect
from infra.simulate.model.balances import balances
from infra.simulate.model.sale import State
from infra.simulate.provider import TOP_UP
from infra.simulate.work import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable

    from infra.simulate.market import Market
    from infra.simulate.model.outside import Outside

PROVIDER = {"gateway_clearing", "bank", "route_fee", "gst_input_credit"}


def quick(market: Market) -> None:
    """Cheap, and after every step. Sums are compared when no work is left that would still change them."""
    from infra.simulate.news import follow

    follow(market)
    left = unfinished()
    _stock(market, _not_yet_back(market, left))
    cards.look(market)
    market.is_at_rest = not left
    paying.follow(market)
    if left:
        return
    market.figures["sums compared"] += 1
    outside = market.provider.outside(market.stage.accounts)
    _refunds(market, outside)
    _sums(market, outside)
    _shares(market, outside)
    _codes(market)


def whole(market: Market) -> None:
    """What `./haat ledger verify` says of the brand, the provider's own proof, and the provider's balance against ours."""
    from haat.books import services as books
    from haat.ledger import queries as ledger
    from haat.ledger import services as ledger_services

    while ledger_services.seal(everything=True):
        pass
    verdict = books.verify(at=market.at, patience=timedelta())
    market.figures["verified"] += 1
    market.figures["facts looked at"] += sum(check.looked_at for check in verdict.checks)
    expect(not verdict.faults, "the books do not hold:\n  {}", "\n  ".join(verdict.faults))
    proof = market.provider.client.session.get(f"{market.provider.client.base_url}/_sim/invariant").json()
    expect(proof["holds"], "the provider's own books do not hold: {}", proof)
    twice = market.provider.orders_made_twice()
    expect(not twice, "the provider has two orders for {}", twice)
    outside = market.provider.outside(market.stage.accounts)
    held = sum(one.left + one.fee for one in outside.moved if one.is_held and one.left)
    ours = ledger.debit_balances().get("gateway_clearing:razorpay", 0)
    unheard = sum(
        one.amount - one.fee for one in outside.taken if not _is_known(market, one.order) and not one.refunded
    )
    theirs = outside.balance - TOP_UP + held - unheard
    expect(ours == theirs, "the provider should hold {} for us and holds {}", ours, theirs)
    _split(market, outside)


def _split(market: Market, outside: Outside) -> None:
    """What is added up while a play runs, account by account."""
    from haat.ledger import queries as ledger

    known = [one for one, _ in outside.placing(market.sales)]
    gone = [one for one in outside.moved if not one.is_held or not one.left]
    desk = market.desk
    brought = sum(card.amount for card in market.cards.values() if card.is_paid_for) + sum(desk.brought.values())
    paid = sum(one.amount for one in desk.by_bank.values()) + sum(one.money for one in desk.deposits.values())
    set_off = sum(one.credit for one in desk.deposits.values())
    wanted = {
        "bank": desk.settled + brought - paid - sum(sum(sale.paid_back.values()) for sale in market.sales),
        "route_fee": sum(one.fee - one.fee_tax for one in gone),
        "gst_input_credit": sum(one.fee_tax for one in known) + sum(one.fee_tax for one in gone) - set_off,
    }
    found = ledger.debit_balances()
    for name, minor in wanted.items():
        expect(found.get(name, 0) == minor, "{} is {}, it should be {}", name, found.get(name, 0), minor)


def count(market: Market) -> None:
    """What the play came to."""
    from haat.ledger.models import Posting
    from haat.payments.models import Refund

    outside = market.provider.outside(market.stage.accounts)
    market.figures["postings"] = Posting.objects.count()
    market.figures["refunds"] = Refund.objects.filter(status="processed").count()
    market.figures["shares paid out"] = sum(not one.is_held for one in outside.moved)


def _is_known(market: Market, order: str) -> bool:
    return any(order in sale.orders and sale.parts[0].was_placed for sale in market.sales)


def _not_yet_back(market: Market, left: Iterable[Any]) -> Counter[str]:
    """Goods of what was called off come back by a job."""
    found: Counter[str] = Counter()
    parts = {row.payload["part_id"] for row in left if row.name == "checkout.refund_part"}
    taken = {row.payload["credit_id"] for row in left if row.name == "checkout.put_back"}
    for sale in market.sales:
        for part in sale.parts:
            if part.id in parts:
                found.update(part.share.pieces)
            for one in part.credits:
                if one.key in taken:
                    found.update({good: one.units(good) for good in part.lines})
    return found


def _stock(market: Market, late: Counter[str]) -> None:
    from haat.inventory.models import Stock

    names = {market.stage.offers[name].pk: name for name in market.goods}
    for row in Stock.objects.filter(offer_id__in=names):
        name = names[row.offer_id]
        good, held = market.goods[name], market.held(name)
        expect(row.reserved == held, "{}: {} are set aside, {} should be", name, row.reserved, held)
        expect(
            row.on_hand >= row.reserved >= 0,
            "{}: {} on the shelf, {} of them set aside",
            name,
            row.on_hand,
            row.reserved,
        )
        expect(
            good.on_hand - late[name] <= row.on_hand <= good.on_hand,
            "{}: {} on the shelf, {} should be",
            name,
            row.on_hand,
            good.on_hand,
        )


def _sums(market: Market, outside: Outside) -> None:
    from haat.ledger import queries as ledger

    names = {str(seller.pk): name for name, seller in market.stage.sellers.items()}
    found: Counter[str] = Counter()
    for code, minor in ledger.debit_balances().items():
        account, _, owner = code.partition(":")
        found["provider" if account in PROVIDER else f"seller:{names[owner]}" if owner in names else account] += minor
    wanted = balances(market.sales, outside, market.desk, terms.TERMS, market.cards.values())
    apart = {name: found[name] - wanted[name] for name in {*found, *wanted} if found[name] != wanted[name]}
    words = ", ".join(
        f"{name} {minor:+d} (is {found[name]}, should be {wanted[name]})" for name, minor in sorted(apart.items())
    )
    expect(not apart, "the books are apart from the model: {}", words)


def _refunds(market: Market, outside: Outside) -> None:
    """The customer gets what is owed, once: what a bank took in a lost dispute stands in for it, and an open one lets it wait."""
    for one, sale in outside.placing(market.sales):
        if sale is None:
            expect(
                one.refunded == one.amount, "payment {} was for nothing, and {} of it went back", one.id, one.refunded
            )
            continue
        left, case = sale.owed_back - one.refunded - sale.sent_back, sale.dispute
        words = f"{sale.number}: {sale.owed_back} are owed and {one.refunded} went back"
        expect(left >= 0, words)
        if case is not None and case.is_heard and case.refunded is None:
            case.refunded = one.refunded
        if case is not None and case.is_open:
            expect(one.refunded == case.refunded, "{}, some of it beside an open dispute", words)
        if case is not None and not case.is_heard:
            continue  # the provider refuses to refund, and Haat does not know yet why
        if case is None or not (case.is_open or case.lost):
            expect(left == 0, words)
        elif case.lost:
            expect(left <= case.lost, "{}, and a bank took {}", words, case.lost)
            most = sum(max(0, part.owed_back - case.shares.get(part.id, 0)) for part in sale.parts)
            since = one.refunded - (case.refunded or 0)
            expect(since <= most, "{}, {} of it although a bank had paid", words, since)


def _shares(market: Market, outside: Outside) -> None:
    """A seller is paid for parts whose return window is over, once, and never more than the part earned."""
    parts = {part.id: (sale, part) for sale in market.sales for part in sale.parts}
    seen: set[str] = set()
    for one in outside.moved:
        if not one.is_share or not one.left:
            continue
        if one.part in seen:
            raise Wrong(f"two shares of part {parts[one.part][1].number} are with the provider")
        seen.add(one.part)
        _, part = parts[one.part]
        expect(one.seller == part.seller, "the share of {} is with {}", part.number, one.seller)
        not_taken = 99 * len(part.credits)  # less than a rupee is not asked back: the balance is lower instead
        before = 0 if part.net_in_payout is None else part.net_in_payout  # what came since is taken of the balance
        if one.is_held:
            expect(
                one.left <= max(part.net, before, part.net_in_dropped) + not_taken,
                "{} earned {} and {} is on hold",
                part.number,
                part.net,
                one.left,
            )
        elif one.id not in market.released:
            market.released.add(one.id)
            earned = max(before, part.net if part.net_at_rest is None else part.net_at_rest)
            if part.net_in_dropped > earned:  # it may go whole, if its payout takes what came since of another share
                earned = max(earned, min(part.net_in_dropped, paying.let_go(part)))
            expect(one.left <= earned + not_taken, "{} earned {} and {} was paid out", part.number, earned, one.left)
            expect(part.state == State.COMPLETED, "{} is {} and was paid out", part.number, part.state)
    for _, part in parts.values():
        part.net_at_rest = part.net


def _codes(market: Market) -> None:
    from haat.promotions.models import Coupon, Promotion

    entered = dict(Coupon.objects.filter(code__in=market.codes).values_list("code", "uses"))
    used = dict(Promotion.objects.filter(name__in=market.codes).values_list("name", "uses"))
    for code in market.codes.values():
        wanted = market.uses(code.name)
        expect(used[code.name] == wanted, "{} was used {} times, {} are kept", code.name, wanted, used[code.name])
        expect(code.automatic or entered[code.name] == wanted, "{} was entered {} times", code.name, wanted)
        expect(code.uses_max is None or wanted <= code.uses_max, "{} was used {} times", code.name, wanted)
