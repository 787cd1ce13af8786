"""What `doctor` looks at."""

from collections.abc import Callable, Iterator

from infra.local.checkout import Checkout
from infra.local.diagnosis import machine, running, services
from infra.local.diagnosis.finding import Finding

PARTS: tuple[Callable[[Checkout], Iterator[Finding]], ...] = (machine.findings, services.findings, running.findings)


def all_findings(checkout: Checkout) -> list[Finding]:
    return [finding for part in PARTS for finding in part(checkout)]
