"""How the brand looked on the day: its name, its colour, and where its logo is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PLAIN = "#1f2933"


def look(brand: Brand) -> dict[str, str]:
    theme = brand.presentation.get("theme", {})
    chosen = str(theme.get("primary", ""))
    colour = chosen.lower() if COLOUR.fullmatch(chosen) else PLAIN
    return {"name": brand.name, "colour": colour, "logo": str(theme.get("logo") or "")}
