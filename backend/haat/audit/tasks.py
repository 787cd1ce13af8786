"""Jobs of audit: facts of the layers below it, which cannot write the log themselves."""

from haat.audit import services
from haat.core.jobs import job
from haat.tenancy import queries
from haat.tenancy.context import brand_scope


@job("audit.record_brand_decision", platform=True)
def record_brand_decision(brand_id: str, action: str, reason: str) -> None:
    """Note a decision about a brand in the platform's own log; actor and request came with the job."""
    brand = queries.brand_by_id(brand_id)
    with brand_scope(queries.house()):
        services.record(action, brand, reason=reason)
