"""The stages goods are photographed on: what is behind them and how they throw their shadow."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.art.colour import darken, lighten
from infra.art.pen import Pen, num


@dataclass(frozen=True)
class Stage:
    """A backdrop in its own units; goods stand at (`x`, `foot`) and are scaled towards `room` (width, height)."""

    width: int
    height: int
    x: float
    foot: float
    room: tuple[float, float]
    paint: Callable[[Pen, str], None]
    shadow: Callable[[Pen, float, float], None]


def plinth(pen: Pen, x: float, top: float, half: float, height: float, colour: str) -> None:
    """A round plinth whose top is an ellipse around (x, top)."""
    lap = half * 0.17
    foot = top + height
    side = f"M{num(x - half)} {num(top)}V{num(foot)}C{num(x - half)} {num(foot + lap * 1.3)} {num(x + half)} {num(foot + lap * 1.3)} {num(x + half)} {num(foot)}V{num(top)}Z"
    pen.path(
        side, pen.across((0, darken(colour, 0.26), 1), (0.3, lighten(colour, 0.1), 1), (1, darken(colour, 0.32), 1))
    )
    pen.oval(x, top, half, lap, lighten(colour, 0.3))


def _floor(pen: Pen, colour: str) -> None:
    pen.rect(0, 430, 400, 70, pen.down((0, darken(colour, 0.14), 1), (1, darken(colour, 0.05), 1)))


def arch(pen: Pen, colour: str) -> None:
    """A lit alcove, as in an old city house."""
    pen.rect(0, 0, 400, 500, colour)
    pen.path(
        "M58 500V212C58 150 120 118 156 92Q186 72 200 46Q214 72 244 92C280 118 342 150 342 212V500Z",
        pen.down((0, lighten(colour, 0.5), 1), (1, lighten(colour, 0.2), 1)),
    )
    pen.path(
        "M58 500V212C58 150 120 118 156 92Q186 72 200 46Q196 84 168 108C134 136 92 160 92 214V500Z",
        darken(colour, 0.1),
        opacity=0.5,
    )
    _floor(pen, colour)
    plinth(pen, 200, 426, 152, 34, colour)


def sun(pen: Pen, colour: str) -> None:
    """A disc low in the sky."""
    pen.rect(0, 0, 400, 500, pen.down((0, lighten(colour, 0.18), 1), (1, colour, 1)))
    pen.oval(200, 236, 158, 158, pen.down((0, lighten(colour, 0.56), 1), (1, lighten(colour, 0.14), 1)))
    _floor(pen, colour)
    plinth(pen, 200, 426, 164, 28, lighten(colour, 0.12))


def drape(pen: Pen, colour: str) -> None:
    """A hung cloth and a step."""
    pen.rect(0, 0, 400, 500, colour)
    fold = pen.across((0, darken(colour, 0.1), 0.8), (0.4, lighten(colour, 0.3), 0.9), (1, darken(colour, 0.06), 0.8))
    for x in range(0, 400, 67):
        pen.path(f"M{x} 0h66q-16 220 6 440h-78q24-220 6-440Z", fold)
    _floor(pen, colour)
    pen.rect(30, 426, 340, 74, pen.down((0, lighten(colour, 0.12), 1), (1, darken(colour, 0.22), 1)))
    pen.path("M30 426L62 404H338L370 426Z", lighten(colour, 0.42))


def podium_shadow(pen: Pen, width: float, height: float) -> None:
    half = width / 2
    reach = min(height * 0.34, 70)
    d = f"M{num(-half * 0.9)} 4Q0 14 {num(half * 0.9)} 4L{num(half + reach)} -6Q{num(half + reach * 0.8)} -14 {num(half * 0.4)} -8Z"
    pen.path(d, "#3a0a26", opacity=0.2)
    pen.oval(
        4, 2, half * 1.08, max(half * 0.13, 7), pen.glow((0, "#3a0a26", 0.5), (0.7, "#3a0a26", 0.24), (1, "#3a0a26", 0))
    )


def sill(pen: Pen, colour: str) -> None:
    """Plaster wall, stone sill and the soft light of a window from the left: quiet and exact."""
    pen.rect(0, 0, 400, 400, pen.slant((0, lighten(colour, 0.22), 1), (1, darken(colour, 0.08), 1)))
    pane = pen.down((0, "#fff", 0.05), (0.5, "#fff", 0.24), (1, "#fff", 0.1))
    pen.path("M70 0H142L238 306H166ZM156 0H228L324 306H252Z", pane)
    pen.rect(0, 306, 400, 94, pen.down((0, darken(colour, 0.08), 1), (1, darken(colour, 0.2), 1)))
    pen.rect(0, 305, 400, 1.6, lighten(colour, 0.3), opacity=0.7)


def niche(pen: Pen, colour: str) -> None:
    """A square niche in the wall, for dark glass and metal."""
    pen.rect(0, 0, 400, 400, pen.down((0, lighten(colour, 0.1), 1), (1, darken(colour, 0.06), 1)))
    pen.rect(46, 40, 308, 306, pen.slant((0, darken(colour, 0.34), 1), (1, darken(colour, 0.12), 1)))
    pen.path("M46 40H354L330 64H74V322L46 346Z", darken(colour, 0.42), opacity=0.55)
    pen.rect(74, 64, 256, 258, pen.glow((0, lighten(colour, 0.12), 1), (1, darken(colour, 0.2), 1)))
    pen.path("M46 346L74 322H330L354 346Z", lighten(colour, 0.16))


def sill_shadow(pen: Pen, width: float, height: float) -> None:
    half = width / 2
    reach = min(height * 0.42, 84)
    d = f"M{num(-half * 0.85)} 3L{num(half * 0.9)} 4L{num(half + reach)} -14L{num(half * 0.2 + reach * 0.7)} -18Z"
    pen.path(d, pen.across((0, "#0f1d22", 0.34), (1, "#0f1d22", 0.02)))
    pen.oval(
        3,
        1,
        half * 1.04,
        max(half * 0.11, 6),
        pen.glow((0, "#0f1d22", 0.55), (0.75, "#0f1d22", 0.2), (1, "#0f1d22", 0)),
    )


STAGES = {
    "arch": Stage(400, 500, 200, 428, (236, 312), arch, podium_shadow),
    "sun": Stage(400, 500, 200, 428, (236, 312), sun, podium_shadow),
    "drape": Stage(400, 500, 200, 416, (246, 312), drape, podium_shadow),
    "sill": Stage(400, 400, 200, 348, (270, 268), sill, sill_shadow),
    "niche": Stage(400, 400, 200, 338, (216, 236), niche, sill_shadow),
}
