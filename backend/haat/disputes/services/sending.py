"""Contesting and accepting at the provider: asked for by staff, carried out by a job as often as needed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.core.errors import InvalidInput, NotNow
from haat.disputes import queries
from haat.disputes.models import Case, Paper
from haat.disputes.services.answering import require_answerable
from haat.payments import services as payment_services
from haat.tenancy import private

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

Wish = Case.Wish


def ask(*, case: Case, wish: str, at: datetime) -> None:
    """Contest with the evidence that is there, or accept. Raises NotNow when it is too late, InvalidInput without evidence."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        require_answerable(case)
        last = case.dispute.respond_by
        if last is not None and at > last:
            raise NotNow("The bank's last day for an answer is over. Nothing was sent.")
        if wish == Wish.CONTEST:
            _require_evidence(case)
        case.wanted, case.failure = wish, ""
        case.save(update_fields=["wanted", "failure", "updated_at"])
        jobs.enqueue("disputes.carry_out", case_id=case.pk)
        after = {"amount_minor": case.dispute.amount_minor, "papers": case.papers.count()}
        audit.record(f"dispute.{wish}", case, after=after, label=case.number)


def carry_out(*, case_id: UUID | str, at: datetime) -> None:
    """Do what was asked for. The provider's own state is asked first, so that a lost answer is not asked twice.

    Raises GatewayUnknown while the provider is out; what it refuses is written down for staff to read.
    """
    case = queries.case(case_id)
    dispute_id = case.dispute.provider_dispute_id
    now = payment_services.sync_dispute(provider_id=dispute_id, at=at)
    if not case.wanted or now is None or now.status != "open":
        _clear(case, accepted_at=None)
        return
    try:
        if case.wanted == Wish.ACCEPT:
            _clear(case, accepted_at=at, keep=True)
            payment_services.client().call(lambda sdk: sdk.dispute.accept(dispute_id, {}))
        else:
            evidence = _evidence(case)
            gate = payment_services.client()
            gate.call(lambda sdk: sdk.dispute.contest(dispute_id, {**evidence, "action": "draft"}))
            gate.call(lambda sdk: sdk.dispute.contest(dispute_id, {**evidence, "action": "submit"}))
    except payment_services.GatewayRefused as error:
        _refused(case, error.description)
        return
    payment_services.sync_dispute(provider_id=dispute_id, at=at)
    _clear(case, accepted_at=None)


def _evidence(case: Case) -> dict[str, Any]:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for paper in case.papers.all():
        by_kind[paper.kind].append(_document(paper))
    return {"amount": case.dispute.amount_minor, "summary": case.words, **by_kind}


def _document(paper: Paper) -> str:
    """The provider's copy of a paper, made once; a lost answer leaves one too many there, which harms nobody."""
    if not paper.provider_document_id:
        with private.storage().open(paper.file) as file:
            content = file.read()
        form = {"file": (paper.name, content, paper.mime), "purpose": "dispute_evidence"}
        made = payment_services.client().call(lambda sdk: sdk.document.create(dict(form)))
        Paper.objects.filter(pk=paper.pk).update(provider_document_id=made["id"])
        paper.provider_document_id = made["id"]
    return paper.provider_document_id


def _require_evidence(case: Case) -> None:
    missing = {}
    if not case.words.strip():
        missing["words"] = ["Write what happened: the bank reads this first."]
    if not case.papers.exists():
        missing["papers"] = ["Banks want at least one paper, such as a proof of delivery."]
    if missing:
        raise InvalidInput("The evidence is not complete. Nothing was sent.", details=missing)


def _refused(case: Case, sentence: str) -> None:
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        case.wanted, case.failure, case.accepted_at = "", sentence[:300] or "The provider refused.", None
        case.save(update_fields=["wanted", "failure", "accepted_at", "updated_at"])
        audit.record("dispute.refused", case, reason=case.failure, label=case.number)


def _clear(case: Case, *, accepted_at: datetime | None, keep: bool = False) -> None:
    """`keep`: noted before it is asked for, so that the bank's answer finds why it was lost."""
    facts: dict[str, Any] = {"accepted_at": accepted_at} if keep else {"wanted": ""}
    Case.objects.filter(pk=case.pk).update(**facts)
