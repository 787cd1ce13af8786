"""A brand to measure, in a database of its own."""

from __future__ import annotations

from typing import Any

SLUG = "measured"


def bench_brand(*, keep: bool) -> tuple[Any, bool]:
    """The brand, and whether it is new. Without `keep` the one before is put away first."""
    from haat.core import clock
    from haat.tenancy import hosts
    from haat.tenancy.models import Brand
    from haat.tenancy.services import BrandSpec, launch_brand

    found = Brand.objects.filter(slug=SLUG).first()
    if found and keep:
        return found, False
    if found:
        Brand.objects.filter(pk=found.pk).update(slug=f"{SLUG}-{found.pk.hex[-6:]}", status=Brand.Status.SUSPENDED)
        hosts.forget()
    number = Brand.objects.filter(slug__startswith=SLUG).count()
    spec = BrandSpec(
        slug=SLUG, name="Measured", legal_name="Measured Pvt Ltd", order_prefix=f"BM{chr(65 + number % 26)}",
        document_code=f"B{chr(65 + number % 26)}", home_state="27", gstin="27AAPFU0939F1ZV",
        settings={"policies": {"return_window_days": 7, "cod": True}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now()), True
