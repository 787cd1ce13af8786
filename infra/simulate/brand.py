"""A brand to play in; those of earlier runs sleep."""

from __future__ import annotations

from typing import Any

from infra.bench.brand import free_letters

PREFIX = "simulated-"


def new_brand() -> Any:
    from haat.core import clock
    from haat.tenancy.services import BrandSpec, launch_brand

    letters = free_letters(4)
    spec = BrandSpec(
        slug=f"{PREFIX}{letters.lower()}", name="Simulated", legal_name="Simulated Pvt Ltd", order_prefix=letters[:3],
        document_code=letters[:2], home_state="27", gstin="27AAPFU0939F1ZV", settings={"policies": {}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now())
