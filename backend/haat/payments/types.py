"""Facts about money that others react to. Ids are strings: they travel as JSON."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class PaymentCaptured(Event):
    topic: ClassVar[str] = "payments.captured"
    payment_id: str
    reference: str


@dataclass(frozen=True, slots=True)
class RefundProcessed(Event):
    topic: ClassVar[str] = "payments.refund_processed"
    refund_id: str


@dataclass(frozen=True, slots=True)
class TransferReleased(Event):
    topic: ClassVar[str] = "payments.transfer_released"
    transfer_id: str
    reference: str


@dataclass(frozen=True, slots=True)
class TransferFailed(Event):
    """A share that was to be let go was never made by the provider."""

    topic: ClassVar[str] = "payments.transfer_failed"
    transfer_id: str
    reference: str


@dataclass(frozen=True, slots=True)
class DisputeMoved(Event):
    """The provider said something new of a dispute."""

    topic: ClassVar[str] = "payments.dispute_moved"
    dispute_id: str


@dataclass(frozen=True, slots=True)
class RefundCovered(Event):
    """A lost dispute stood in for a refund, or for a part of it."""

    topic: ClassVar[str] = "payments.refund_covered"
    covering_id: str


@dataclass(frozen=True, slots=True)
class Slice:
    """What of a dispute falls on one seller order, or on the brand alone."""

    seller_id: str | None
    reference: str
    reference_number: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class PayeeSpec:
    """A bank account or a UPI address, as its owner gives it."""

    kind: str  # upi | bank
    name: str
    vpa: str = ""
    account_number: str = ""
    ifsc: str = ""

    @property
    def masked(self) -> str:
        """Enough to tell two apart."""
        return f"••••{(self.vpa or self.account_number)[-4:]}"


@dataclass(frozen=True, slots=True)
class Share:
    """What one seller gets of a payment."""

    seller_id: str
    reference: str
    reference_number: str
    account: str
    amount_minor: int
