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
    letters = free_letters(3)
    spec = BrandSpec(
        slug=f"{PREFIX}{letters.lower()}", name="Measured", legal_name="Measured Pvt Ltd", order_prefix=letters,
        document_code=letters[:2], home_state="27", gstin="27AAPFU0939F1ZV",
        settings={"policies": {"return_window_days": 7, "cod": True}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now()), True


def free_letters(count: int) -> str:
    """Random ones of which the first two are no brand's code in its papers."""
    from haat.tenancy.models import Brand

    codes = set(Brand.objects.values_list("document_code", flat=True))
    words = iter(lambda: "".join(secrets.choice(ascii_uppercase) for _ in range(count)), "")
    return next(word for word in words if word[:2] not in codes)
