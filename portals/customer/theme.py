"""A brand's theme as one stylesheet at an address that carries its hash, so that no page needs an inline style."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from portals.customer import fonts

HEX = re.compile(r"#[0-9a-fA-F]{6}")
LENGTH = re.compile(r"\d{1,2}(\.\d+)?(px|rem)")
COLOURS = {
    "background": "#ffffff", "surface": "#ffffff", "text": "#16181d", "muted": "#595f69", "primary": "#1d4ed8",
    "on_primary": "#ffffff", "accent": "#f5b041", "border": "#d9dde3",
}  # fmt: skip
LAYOUTS = ("stage", "window")
DENSITIES = ("normal", "airy", "compact", "dense")


@dataclass(frozen=True, slots=True)
class Theme:
    """What templates need of a theme. `preload` are the fonts of the first screen."""

    css: str
    digest: str
    layout: str
    density: str
    colour: str
    preload: tuple[str, ...]


def of(tokens: dict[str, Any] | None) -> Theme:
    """Build a theme from API tokens. A value that is not of the expected form falls back: it never reaches the CSS."""
    return _build(json.dumps(tokens or {}, sort_keys=True))


@lru_cache(maxsize=512)
def _build(tokens_json: str) -> Theme:
    tokens: dict[str, Any] = json.loads(tokens_json)
    colours = {name: _matching(HEX, tokens.get(name), fallback) for name, fallback in COLOURS.items()}
    colours["on_accent"] = _readable_on(colours["accent"], colours["text"])
    rules = [f"--{name.replace('_', '-')}:{value}" for name, value in colours.items()]
    rules.append(f"--radius:{_matching(LENGTH, tokens.get('radius'), '8px')}")
    families = [fonts.family(str(tokens.get(name, ""))) for name in ("heading_font", "body_font")]
    for role, found in zip(("heading", "body"), families, strict=True):
        stack = f'"{found.name}",{found.fallback}' if found else "system-ui,sans-serif"
        rules.append(f"--{role}-font:{stack}")
    used = {found.name: found for found in families if found}
    css = "".join(fonts.faces(found) for found in used.values()) + ":root{" + ";".join(rules) + "}"
    return Theme(
        css=css,
        digest=hashlib.sha256(css.encode()).hexdigest()[:12],
        layout=_one_of(LAYOUTS, tokens.get("hero_layout")),
        density=_one_of(DENSITIES, tokens.get("density")),
        colour=colours["background"],
        preload=tuple(fonts.address(found.file) for found in used.values()),
    )


def _matching(form: re.Pattern[str], value: object, fallback: str) -> str:
    return value if isinstance(value, str) and form.fullmatch(value) else fallback


def _one_of(allowed: tuple[str, ...], value: object) -> str:
    return str(value) if value in allowed else allowed[0]


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _readable_on(back: str, dark: str) -> str:
    """White or the theme's own dark, whichever stands out more (WCAG contrast)."""
    on_white = 1.05 / (_luminance(back) + 0.05)
    on_dark = (_luminance(back) + 0.05) / (_luminance(dark) + 0.05)
    return "#ffffff" if on_white > on_dark else dark
