"""Setting the stage: sellers, goods, codes and customers of a brand, made through the doors that people use."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from infra.simulate import provider as provider_module
from infra.simulate import terms
from infra.simulate.provider import BASE, HOOK_SECRET, KEY, SECRET, Provider

if TYPE_CHECKING:
    from infra.simulate.moment import Moment

POLICIES = {
    "return_window_days": 7, "cod": True, "cod_fee_minor": terms.TERMS.cod_fee, "cod_cap_minor": terms.TERMS.cod_cap,
    "reservation_minutes": 15, "payout_delay_days": 0, "base_fee_minor": terms.TERMS.base_fee,
    "free_above_minor": terms.TERMS.free_above, "per_extra_kg_minor": terms.TERMS.extra_kg,
    "gift_cards": True,
}  # fmt: skip


@dataclass(slots=True)
class Stage:
    brand: Any
    moment: Moment
    provider: Provider
    sellers: dict[str, Any] = field(default_factory=dict)
    offers: dict[str, Any] = field(default_factory=dict)
    customers: dict[str, Any] = field(default_factory=dict)
    addresses: dict[str, Any] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)  # linked account → seller


def set_stage(brand: Any, moment: Moment, provider: Provider) -> Stage:
    """Inside the brand's own transaction or a committed one; the caller undoes it or does not."""
    from haat.tenancy.context import brand_scope

    stage = Stage(brand, moment, provider)
    brand.settings = brand.settings | {"policies": brand.settings.get("policies", {}) | POLICIES}
    with brand_scope(brand):
        _account(stage)
        for name in terms.STATES:
            _seller(stage, name)
        _rule(stage)
        for good in terms.goods():
            stage.offers[good.name] = _offer(stage, good)
        _codes(stage)
        for name, state in terms.CUSTOMERS.items():
            _customer(stage, name, state)
        _clear_jobs()
    _meet_provider(stage)
    stage.provider.remember()
    return stage


def _meet_provider(stage: Stage) -> None:
    """Haat's own client talks to this provider, and has compared itself with it once: the next run goes on from there."""
    from haat.books import services as books
    from haat.payments import gateway
    from haat.tenancy.context import brand_scope

    gate = gateway.Gateway(KEY, SECRET)
    stage.provider.attach(gate.sdk)
    gateway._local.__dict__.setdefault("gateways", {})[KEY, SECRET, BASE] = gate
    with brand_scope(stage.brand):
        books.reconcile(brand=stage.brand, at=stage.moment.at)


def strike(provider: Provider) -> None:
    from haat.payments import gateway

    gateway._local.__dict__.get("gateways", {}).pop((KEY, SECRET, BASE), None)
    provider.close()


def _account(stage: Stage) -> None:
    from haat.payments import services as payments

    payments.set_account(key_id=KEY, key_secret=SECRET, webhook_secret=HOOK_SECRET, at=stage.moment.at)
    # Fees are kept back from what comes in: without money of the brand's own a refund in full could not be paid.
    stage.provider.control("balances", key_id=KEY, amount=provider_module.TOP_UP)


def _seller(stage: Stage, name: str) -> None:
    from stdnum import luhn

    from haat.sellers import services as sellers
    from haat.sellers.models import Seller
    from haat.sellers.types import OwnerSpec, SellerSpec

    pan, state = terms.PANS[name], terms.STATES[name]
    gstin = f"{state}{pan}1Z"
    spec = SellerSpec(
        slug=f"sim-{name}", name=name.title(), legal_name=f"{name.title()} Trading", pan=pan,
        gstin=gstin + luhn.calc_check_digit(gstin, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), state=state,
        address="4 Market Road", city="Town", pin="400001", bank_account=f"5010000{len(stage.sellers):04d}",
        ifsc="HDFC0001234", account_holder=name.title(), owner=OwnerSpec(name=name.title(), email=f"sim-{name}@example.com"),
    )  # fmt: skip
    seller = sellers.seed_seller(spec=spec, at=stage.moment.at)
    linked = _linked_account(stage, name, len(stage.sellers))
    if name in terms.OWN:
        sellers.mark_own(seller_id=seller.pk, is_own=True, reason="Our own goods")
    Seller.objects.filter(pk=seller.pk).update(linked_account_id=linked, linked_account_status="activated")
    seller.refresh_from_db()
    stage.sellers[name], stage.accounts[linked] = seller, name


def _linked_account(stage: Stage, name: str, number: int) -> str:
    client = stage.provider.client
    account: str = client.account.create(
        {
            "email": f"{name}@example.com", "phone": f"98200123{number:02d}", "type": "route", "reference_id": f"sim-{number}",
            "legal_business_name": f"{name.title()} Trading", "business_type": "proprietorship", "contact_name": f"{name.title()} Trading",
            "profile": {"category": "ecommerce", "subcategory": "arts_and_collectibles"}, "legal_info": {"pan": "AAPPR0001A"},
        },
    )["id"]  # fmt: skip
    product = client.product.requestProductConfiguration(account, {"product_name": "route", "tnc_accepted": True})
    bank = {
        "account_number": f"1234567890{number:02d}",
        "ifsc_code": "HDFC0000001",
        "beneficiary_name": f"{name.title()} Trading",
    }
    client.product.edit(account, product["id"], {"settlements": bank, "tnc_accepted": True})
    stage.provider.work()
    return account


def _rule(stage: Stage) -> None:
    from haat.commissions import services as commissions
    from haat.commissions.types import RuleSpec

    rule = RuleSpec(name="Simulated", percent_bp=terms.TERMS.commission_bp, valid_from="2025-01-01")
    commissions.set_rules(specs=[rule], at=stage.moment.at)


def _offer(stage: Stage, good: Any) -> Any:
    from haat.catalog.models import Category, Offer, Product, Variant
    from haat.inventory import services as inventory
    from haat.inventory.models import Stock

    category, _ = Category.objects.get_or_create(slug="simulated", defaults={"name": "Simulated"})
    facts = {
        "title": good.name.title(), "status": Product.Status.PUBLISHED, "country_of_origin": "IN", "published_at": stage.moment.at,
        "category": category,
    }  # fmt: skip
    product, _ = Product.objects.get_or_create(slug=f"sim-{good.product or good.name}", defaults=facts)
    variant = Variant.objects.create(
        product=product, sku=f"SIM-{good.name}", hsn=terms.TARIFFS[good.tariff], weight_g=good.weight_g
    )
    offer = Offer.objects.create(
        variant=variant, seller=stage.sellers[good.seller], price_minor=good.price, mrp_minor=4 * good.price
    )
    kept = inventory.open_stock(offer=offer)
    Stock.objects.filter(pk=kept.pk).update(on_hand=good.on_hand)
    return offer


def _codes(stage: Stage) -> None:
    from haat.promotions import services as promotions

    for code in terms.codes():
        spec = promotions.Spec(
            name=code.name, benefit=code.benefit, starts_at=stage.moment.at, needs_code=not code.automatic, percent_bp=code.percent_bp,
            amount_minor=code.amount or code.piece_price, brand_bp=code.brand_bp, buy_quantity=code.buy, get_quantity=code.get,
            cap_minor=code.cap, min_spend_minor=code.least, is_exclusive=code.alone, priority=code.priority,
            seller_ids=[stage.sellers[name].pk for name in code.sellers],
        )  # fmt: skip
        row = promotions.draft(spec=spec, currency="INR")
        if not code.automatic:
            promotions.add_coupon(promotion=row, code=code.name, uses_max=code.uses_max)
        promotions.move(promotion=row, verb="launch", at=stage.moment.at)


def _customer(stage: Stage, name: str, state: str) -> None:
    from haat.customers import services as customers
    from haat.customers.types import AddressSpec
    from haat.identity import identifiers
    from haat.identity import services as identity
    from haat.tenancy.context import public_scope

    with public_scope():
        user, _ = identity.person(identifier=identifiers.parse(f"sim-{name}@example.org"), name=name.title())
    pin = {"27": "400050", "29": "560001", "07": "110001"}[state]
    home = AddressSpec(name=name.title(), phone="9820012345", line1="12 Lane", city="Town", state=state, pin=pin)
    stage.customers[name] = customers.join(user=user, at=stage.moment.at)
    stage.addresses[name] = customers.add_address(customer=stage.customers[name], spec=home)


def _clear_jobs() -> None:
    """What setting the stage asked for is no part of the play."""
    from haat.core.models import Job
    from haat.tenancy.context import active_brand

    Job.objects.filter(brand_id=active_brand().pk, done_at=None).delete()
