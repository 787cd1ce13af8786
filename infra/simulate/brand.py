"""A brand to play in; those of earlier runs sleep."""

from __future__ import annotations

import secrets
from string import ascii_uppercase
from typing import Any

PREFIX = "simulated-"


def new_brand() -> Any:
    from haat.core import clock
    from haat.tenancy.models import Brand
    from haat.tenancy.services import BrandSpec, launch_brand

    codes = set(Brand.objects.values_list("document_code", flat=True))
    letters = next(word for word in iter(_letters, "") if word[:2] not in codes)
    spec = BrandSpec(
        slug=f"{PREFIX}{letters.lower()}", name="Simulated", legal_name="Simulated Pvt Ltd", order_prefix=letters[:3],
        document_code=letters[:2], home_state="27", gstin="27AAPFU0939F1ZV", settings={"policies": {}},
    )  # fmt: skip
    return launch_brand(spec=spec, at=clock.now())


def _letters() -> str:
    return "".join(secrets.choice(ascii_uppercase) for _ in range(4))
