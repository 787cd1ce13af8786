"""When X happened, Y reacts: the only place that says so, one line a reaction. The job gets the event's fields."""

from haat.catalog.types import (
    CollectionChanged,
    PriceChanged,
    ProductChanged,
    ProductPublished,
    ProductsChanged,
    ShapeChanged,
    StockBecame,
)
from haat.commissions.types import CommissionComputed, CreditReckoned
from haat.core.events import at_once, on
from haat.disputes.types import CaseCharged, CaseEnded, CaseOpened
from haat.identity.types import SecurityNoted, SellerStaffContactChanged
from haat.orders.types import (
    LinesCancelled,
    OrderPlaced,
    PartCameBack,
    PartCancelled,
    PartCredited,
    PartDelivered,
    PartEmptied,
    PartPacked,
    PartShipped,
)
from haat.payments.types import (
    DisputeMoved,
    PaymentCaptured,
    RefundCovered,
    RefundProcessed,
    TransferFailed,
    TransferReleased,
)
from haat.payouts.types import PayoutPaid
from haat.returns.types import ReturnChanged
from haat.reviews.types import RatingChanged, ReviewAnswered, ReviewHidden, ReviewPublished
from haat.search import tasks as search
from haat.sellers.types import PayoutsFrozen, SellerActivated, SellerDeactivated, SellerScored
from haat.shipping.types import RatesChanged
from haat.tenancy.types import BrandChanged, BrandConfigured, BrandDecided, BrandLaunched, BrandOwnerNamed
from haat.verification.types import BankAccountChanged, EntityChanged, EntityDecided


def connect() -> None:
    _people()
    _orders()
    _goods()


def _people() -> None:
    """Brands, their staff, sellers as businesses."""
    on(BrandLaunched, "tenancy.refill_pool", "payments.open_test_account")
    on(BrandChanged, "tenancy.forget_pages")
    on(BrandDecided, "audit.record_brand_decision")
    on(BrandConfigured, "audit.record_brand_setting")
    on(BrandOwnerNamed, "identity.grant_brand_owner")
    on(SecurityNoted, "audit.record_security_note")
    on(SellerStaffContactChanged, "sellers.freeze_after_contact_change")
    on(BankAccountChanged, "sellers.freeze_after_bank_change")
    on(PayoutsFrozen, "notifications.payouts_frozen")
    on(EntityChanged, "sellers.follow_entity")
    on(EntityDecided, "notifications.entity_decided")


def _orders() -> None:
    """From a payment to the books, and back."""
    on(PaymentCaptured, "checkout.confirm_payment")
    on(OrderPlaced, "commissions.compute", "fulfilment.open_shipments", "notifications.order_placed")
    on(CommissionComputed, "payouts.share_order")
    on(PartPacked, "documents.invoice_part")
    on(PartShipped, "documents.invoice_part", "notifications.part_shipped")
    on(
        PartDelivered,
        "commissions.recognise",
        "documents.invoice_cash_fee",
        "notifications.part_delivered",
        "notifications.plan_review_ask",
        "disputes.charge_part",
    )
    on(
        PartCancelled,
        "commissions.reverse",
        "checkout.refund_part",
        "checkout.give_back_discounts",
        "fulfilment.cancel_shipment",
        "documents.credit_cancelled",
        "notifications.part_cancelled",
    )
    on(PartCredited, "commissions.credit", "documents.credit_taken")
    on(LinesCancelled, "checkout.put_back", "notifications.lines_cancelled")
    on(PartEmptied, "checkout.give_back_discounts", "fulfilment.cancel_shipment")
    on(PartCameBack, "checkout.give_back_discounts")
    on(CreditReckoned, "payouts.take_back", "checkout.settle_credit")  # the share first: refunds are paid out of it
    on(ReturnChanged, "notifications.return_changed")
    on(RefundProcessed, "checkout.book_refund")
    on(TransferReleased, "payouts.settle")
    on(TransferFailed, "payouts.share_failed")
    on(DisputeMoved, "disputes.follow")
    on(RefundCovered, "disputes.book_covering")
    on(CaseOpened, "notifications.dispute_opened")
    on(CaseEnded, "notifications.dispute_ended")
    on(CaseCharged, "notifications.dispute_charged")
    on(PayoutPaid, "documents.state_payout", "notifications.payout_paid")


def _goods() -> None:
    """What the shop shows."""
    on(ProductPublished, "search.index_product")
    on(ProductChanged, "search.index_product")
    on(ProductsChanged, "search.index_products")
    on(PriceChanged, "search.index_product")
    on(StockBecame, "search.index_product")
    on(ShapeChanged, "search.reshape")
    on(RatesChanged, "search.reshape")
    on(CollectionChanged, "search.follow_collection")
    at_once(CollectionChanged, search.follow_now)
    on(SellerActivated, "search.index_seller", "notifications.seller_activated")
    on(SellerDeactivated, "search.index_seller")
    on(SellerScored, "search.index_seller")
    on(RatingChanged, "search.index_product")
    on(ReviewPublished, "notifications.review_published")
    on(ReviewHidden, "notifications.review_hidden")
    on(ReviewAnswered, "notifications.review_answered")
    for event in (ProductPublished, ProductChanged, PriceChanged, StockBecame, RatingChanged):
        at_once(event, search.index_now)
    at_once(ProductsChanged, search.index_all_now)
