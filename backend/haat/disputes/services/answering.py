"""What is said against a dispute: by the sellers concerned, and by staff in the words that the bank reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import NotNow
from haat.disputes import queries
from haat.disputes.models import Answer

if TYPE_CHECKING:
    from datetime import datetime

    from haat.disputes.models import Case
    from haat.sellers.models import Seller


def answer(*, case: Case, seller: Seller, words: str, at: datetime) -> None:
    """A seller's own account of what happened. Raises NotNow once the evidence is on its way or it is decided."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        require_answerable(case)
        row = Answer.objects.select_for_update().get(case=case, seller=seller)
        row.words, row.answered_at = words, at
        row.save(update_fields=["words", "answered_at", "updated_at"])
        audit.record("dispute.answered", case, after={"seller": seller.name}, label=case.number)


def write_words(*, case: Case, words: str) -> None:
    """The summary for the bank. It stays here until the evidence is sent."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        require_answerable(case)
        case.words = words
        case.save(update_fields=["words", "updated_at"])
        audit.record("dispute.words_written", case, after={"characters": len(words)}, label=case.number)


def require_answerable(case: Case) -> None:
    if not case.is_answerable or case.wanted:
        raise NotNow("The answer to this dispute is given. Nothing can be added to it any more.")
