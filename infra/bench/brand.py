"""A brand to measure."""

from __future__ import annotations

import secrets
from string import ascii_uppercase
from typing import Any

PREFIX = "measured-"


def bench_brand(*, keep: bool) -> tuple[Any, bool]:
    """A brand, and whether it is new; with `keep` the one of the last run. The others sleep."""
    from haat.core import clock
    from haat.tenancy.models import Brand
    from haat.tenancy.services import BrandSpec, launch_brand

    before = Brand.objects.filter(slug__startswith=PREFIX, status=Brand.Status.ACTIVE)
    last = before.order_by("-launched_at").first()
    if last and keep:
        return last, False
    before.update(status=Brand.Status.SUSPENDED)
    codes = set(Brand.objects.values_list("document_code", flat=True))
    letters = next(word for word in iter(_letters, "") if word[:2] not in codes)
    spec = BrandSpec(
        slug=f"{PREFIX}{letters.lower()}", name="Measured", legal_name="Measured Pvt Ltd", order_prefix=letters,
        document_code=letters[:2], home_state="27", gstin="27AAPFU0939F1ZV",
        settings={"policies": {"return_window_days": 7, "cod": True}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now()), True


def _letters() -> str:
    return "".join(secrets.choice(ascii_uppercase) for _ in range(3))
