"""Gift cards as the brand's staff issue and look after them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core import countries
from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.giftcards import queries, services
from haat.giftcards.models import GiftCard
from haat.giftcards.services.issue import AMOUNT_MAX_MINOR

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.giftcards.models import CardMovement

YEAR_MAX = 2100
STATES = ["active", "empty", "blocked", "expired"]


class Filters(Strict):
    status = serializers.ChoiceField(STATES, required=False)
    q = serializers.CharField(max_length=40, required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


def not_too_late(day: date) -> None:
    """A day that calendars and time zones of today can carry."""
    if day.year > YEAR_MAX:
        raise serializers.ValidationError(f"Choose a day before {YEAR_MAX + 1}.")


class IssueIn(Strict):
    amount_minor = serializers.IntegerField(min_value=1, max_value=AMOUNT_MAX_MINOR)
    expires_on = serializers.DateField(help_text="The last day on which it can be spent", validators=[not_too_late])
    funding = serializers.ChoiceField(
        GiftCard.Funding.choices, help_text="promo: a gift of the brand; bank: it was paid for"
    )
    bank_reference = serializers.CharField(max_length=60, required=False, default="", allow_blank=True)
    recipient = serializers.EmailField(required=False, default="", allow_blank=True)
    message = serializers.CharField(max_length=500, required=False, default="", allow_blank=True)


class ReasonIn(Strict):
    reason = serializers.CharField(max_length=200)


class ExtendIn(ReasonIn):
    expires_on = serializers.DateField(validators=[not_too_late])


class CardOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    last4 = serializers.CharField()
    status = serializers.SerializerMethodField()
    funding = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    balance = MoneyField(source="balance_minor")
    held = MoneyField(source="held_minor", help_text="Of orders that are being paid")
    issued_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    last_day = serializers.SerializerMethodField(help_text="On which it can be spent, in the brand's own time")
    actions = serializers.SerializerMethodField()

    def get_status(self, card: GiftCard) -> str:
        if card.expires_at <= self.context["view"].at:
            return "expired"
        return "empty" if card.is_empty and card.status == "active" else card.status

    def get_last_day(self, card: GiftCard) -> str:
        zone = countries.country(self.context["view"].brand.country).timezone
        return (card.expires_at - timedelta(microseconds=1)).astimezone(zone).date().isoformat()

    def get_actions(self, card: GiftCard) -> list[str]:
        if "giftcards.issue" not in self.context["view"].staff.permissions:
            return []
        return [
            *([] if card.is_empty else ["extend"]),
            *([] if card.is_empty or card.expires_at <= self.context["view"].at else ["replace_code"]),
            "unblock" if card.status == "blocked" else "block",
        ]


class MovementOut(serializers.Serializer[Any]):
    kind = serializers.CharField()
    amount = MoneyField(source="minor")
    balance = MoneyField(source="balance_minor")
    reference = serializers.CharField()
    reason = serializers.CharField()
    at = serializers.DateTimeField()
    actor = serializers.CharField(source="shown_actor")


class CardDetailOut(CardOut):
    bank_reference = serializers.CharField()
    recipient = serializers.CharField()
    message = serializers.CharField()


class IssuedOut(serializers.Serializer[Any]):
    card = CardDetailOut()
    code = serializers.CharField(
        help_text="Told this once and kept nowhere. Empty where a request is repeated that issued the card: replace it then"
    )


class StandOut(serializers.Serializer[Any]):
    are_on = serializers.BooleanField(help_text="The brand's policy")


class CardAPI(AdminAPI):
    permissions_by_method = {"GET": "giftcards.read"}
    permission = "giftcards.issue"

    def end_of(self, day: date) -> datetime:
        """The end of a day of the brand's own time."""
        zone = countries.country(self.brand.country).timezone
        return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)


class Cards(CardAPI):
    @operation("Gift cards, newest first", output=CardOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[GiftCard]:
        return queries.cards(text=self.filters.get("q", ""), state=self.filters.get("status", ""), at=self.at)

    @operation(
        "Issue a gift card; its code is told once",
        input=IssueIn,
        output=IssuedOut,
        status=201,
        idempotent=True,
        answer_kept=False,
        step_up=True,
    )
    def post(self, _request: Any) -> dict[str, Any]:
        facts = dict(self.input)
        until = self.end_of(facts.pop("expires_on"))
        card, code = services.issue(
            currency=self.brand.currency, expires_at=until, at=self.at, key=self.idempotency_key, **facts
        )
        return {"card": card, "code": code}


class Stand(CardAPI):
    @operation("Whether gift cards are on", output=StandOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return {"are_on": queries.are_on()}


class OneCard(CardAPI):
    @operation("One gift card", output=CardDetailOut)
    def get(self, _request: Any, card_id: UUID) -> GiftCard:
        return queries.card(card_id)


class Movements(CardAPI):
    @operation("What happened to a gift card, newest first", output=MovementOut, filters=Filters, many=True)
    def get(self, _request: Any, card_id: UUID) -> QuerySet[CardMovement]:
        return queries.movements(queries.card(card_id).pk)


class Block(CardAPI):
    @operation("Let nothing be paid with it", input=ReasonIn, output=CardDetailOut)
    def post(self, _request: Any, card_id: UUID) -> GiftCard:
        return services.block(card=queries.card(card_id), at=self.at, **self.input)


class Activation(CardAPI):
    @operation("Let it be spent again", input=ReasonIn, output=CardDetailOut, step_up=True)
    def post(self, _request: Any, card_id: UUID) -> GiftCard:
        return services.unblock(card=queries.card(card_id), at=self.at, **self.input)


class Code(CardAPI):
    @operation("Give it a new code; the old one ends", input=ReasonIn, output=IssuedOut, step_up=True)
    def post(self, _request: Any, card_id: UUID) -> dict[str, Any]:
        card, code = services.replace_code(card=queries.card(card_id), at=self.at, **self.input)
        return {"card": card, "code": code}


class Extension(CardAPI):
    @operation("Let it be spent until a later day", input=ExtendIn, output=CardDetailOut, step_up=True)
    def post(self, _request: Any, card_id: UUID) -> GiftCard:
        until = self.end_of(self.input["expires_on"])
        return services.extend(card=queries.card(card_id), expires_at=until, reason=self.input["reason"], at=self.at)


urlpatterns = [
    path("gift-cards", Cards.as_view()),
    path("gift-cards/standing", Stand.as_view()),
    path("gift-cards/<uuid:card_id>", OneCard.as_view()),
    path("gift-cards/<uuid:card_id>/movements", Movements.as_view()),
    path("gift-cards/<uuid:card_id>/block", Block.as_view()),
    path("gift-cards/<uuid:card_id>/activation", Activation.as_view()),
    path("gift-cards/<uuid:card_id>/code", Code.as_view()),
    path("gift-cards/<uuid:card_id>/extension", Extension.as_view()),
]
