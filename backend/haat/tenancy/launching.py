"""From the platform's form to a brand: defaults that a manifest would state, and a theme from one colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.core import countries, events
from haat.core.errors import InvalidInput
from haat.tenancy import services
from haat.tenancy.types import BrandDecided, BrandOwnerNamed

if TYPE_CHECKING:
    from datetime import datetime

    from haat.tenancy.models import Brand

CONTRAST_MIN = 4.5  # WCAG 2.2 AA for text
POLICIES: dict[str, Any] = {
    "return_window_days": 7, "cod": True, "cod_fee_minor": 4900, "cod_cap_minor": 500_000, "reservation_minutes": 15,
    "payout_delay_days": 2, "base_fee_minor": 7900, "free_above_minor": 99_900, "per_extra_kg_minor": 3000,
}  # fmt: skip
THEME = {
    "background": "#f7f7f5", "surface": "#ffffff", "text": "#1c1d1f", "muted": "#55585e", "border": "#d9dadd",
    "radius": "6px", "heading_font": "system-ui", "body_font": "system-ui", "density": "normal",
}  # fmt: skip
INK, PAPER = "#111111", "#ffffff"


@dataclass(frozen=True, slots=True)
class LaunchForm:
    """What the platform's staff fill in to launch a brand."""

    slug: str
    name: str
    legal_name: str
    order_prefix: str
    document_code: str
    home_state: str
    gstin: str
    email: str
    phone: str
    primary: str  # brand colour, #rrggbb
    owner_name: str
    owner_email: str
    country: str = "IN"


@transaction.atomic
def launch(*, form: LaunchForm, at: datetime) -> Brand:
    """Launch a brand and name its owner. Raises what `launch_brand` raises, and InvalidInput for a pale colour."""
    brand = services.launch_brand(spec=_spec(form), at=at)
    owner = BrandOwnerNamed(brand_id=str(brand.pk), owner_name=form.owner_name, owner_email=form.owner_email)
    events.publish(owner)
    events.publish(BrandDecided(brand_id=str(brand.pk), action="brand.launched"))
    return brand


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _spec(form: LaunchForm) -> services.BrandSpec:
    return services.BrandSpec(
        slug=form.slug, name=form.name, legal_name=form.legal_name, order_prefix=form.order_prefix,
        document_code=form.document_code, home_state=form.home_state, gstin=form.gstin,
        country=form.country, currency=countries.country(form.country).currency, locale=f"en-{form.country}",
        settings={"policies": POLICIES, "contact": {"email": form.email, "phone": form.phone}},
        presentation={"theme": _theme(form.primary), "navigation": {"main": [], "footer": []}, "home": []},
    )  # fmt: skip


def _theme(primary: str) -> dict[str, str]:
    if contrast(primary, THEME["background"]) < CONTRAST_MIN:
        sentence = "This colour is too pale to be read on a light page. Choose a darker one."
        raise InvalidInput(sentence, details={"primary": [sentence]})
    on_primary = max((INK, PAPER), key=lambda colour: contrast(primary, colour))
    return THEME | {"primary": primary, "on_primary": on_primary, "accent": primary}


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
