"""Jobs of audit: sealing, and facts of the layers below it, which cannot write the log themselves."""

from typing import Any

from django.utils import timezone

from haat.audit import services
from haat.core.jobs import job
from haat.tenancy import queries
from haat.tenancy.context import brand_scope


@job("audit.seal")
def seal() -> None:
    services.seal()


@job("audit.seal_late")
def seal_late() -> None:
    """Look through the whole log, for what a transaction of more than an hour left behind."""
    services.seal(everything=True)


@job("audit.prove", external=True)
def prove() -> None:
    """Walk through the whole log. It only reads until its end, so it holds no transaction open."""
    services.prove(at=timezone.now())


@job("audit.record_brand_decision", platform=True)
def record_brand_decision(
    brand_id: str, action: str, reason: str, before: dict[str, Any] | None = None, after: dict[str, Any] | None = None
) -> None:
    """Note a decision about a brand in the platform's own log; actor and request came with the job."""
    brand = queries.brand_by_id(brand_id)
    with brand_scope(queries.house()):
        services.record(action, brand, before=before, after=after, reason=reason)


@job("audit.record_brand_setting", platform=True)
def record_brand_setting(brand_id: str, action: str, label: str, before: Any, after: Any) -> None:
    """Note a change of a brand's set-up in the brand's own log."""
    brand = queries.brand_by_id(brand_id)
    with brand_scope(brand):
        services.record(action, brand, before=before, after=after, label=label)


@job("audit.record_security_note", platform=True)
def record_security_note(**noted: Any) -> None:
    """Write what identity saw into the log of the brand it happened at, or into the platform's own."""
    brand = queries.brand_by_id(noted["brand_id"]) if noted["brand_id"] else queries.house()
    with brand_scope(brand):
        services.record_security(**noted)
