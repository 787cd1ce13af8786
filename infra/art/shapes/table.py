"""Plates, trays, boards: flat things, propped up so that their face is seen."""

import math

from infra.art.colour import darken, lighten
from infra.art.look import Look, Shape
from infra.art.pen import Pen, num


def plate(pen: Pen, look: Look) -> tuple[float, float]:
    """A plate on its edge and another lying before it. `detail` is the painted border: line, leaf or dip."""
    pen.group("translate(0 -112)")
    pen.oval(4, 2, 108, 110, darken(look.main, 0.3))
    pen.oval(0, 0, 108, 110, look.main)
    pen.oval(0, 0, 108, 110, pen.slant((0, "#fff", 0.55), (0.45, "#fff", 0), (1, "#1a0d16", 0.2)))
    if look.detail == "line":
        pen.oval(0, 0, 101, 103, "none", stroke=look.second, stroke_width=4)
        pen.oval(0, 0, 94, 96, "none", stroke=look.second, stroke_width=1.4)
    elif look.detail == "leaf":
        for i in range(16):
            pen.add(
                f'<path d="M0 -84Q9 -93 0 -104Q-9 -93 0 -84Z" fill="{look.second}" transform="rotate({num(i * 22.5)})"/>'
            )
    elif look.detail == "dip":
        pen.path("M-108 0A108 110 0 0 1 60 -91Q20 -40 -30 -20T-108 0Z", look.second)
    pen.oval(0, 0, 74, 76, darken(look.main, 0.08))
    pen.oval(2, 2, 72, 74, pen.slant((0, darken(look.main, 0.1), 1), (1, lighten(look.main, 0.25), 1)))
    pen.end()
    pen.oval(70, -4, 74, 15, darken(look.main, 0.25))
    pen.oval(70, -8, 74, 15, look.main)
    pen.oval(70, -8, 50, 9, darken(look.main, 0.1))
    pen.oval(70, -8, 72, 14, "none", stroke=look.second, stroke_width=1.6, opacity=0.8)
    return 220, 220


def thali(pen: Pen, look: Look) -> tuple[float, float]:
    """Metal thali seen from above the table, katoris on it."""
    pen.oval(0, -26, 132, 46, darken(look.main, 0.35))
    pen.oval(
        0,
        -32,
        132,
        46,
        pen.across(
            (0, darken(look.main, 0.2), 1),
            (0.35, lighten(look.main, 0.6), 1),
            (0.7, look.main, 1),
            (1, darken(look.main, 0.3), 1),
        ),
    )
    pen.oval(0, -31, 120, 39, pen.slant((0, darken(look.main, 0.12), 1), (1, lighten(look.main, 0.4), 1)))
    for x, y, food in ((-66, -42, "#c9482c"), (0, -54, "#e8b02e"), (66, -42, "#7d9a4a")):
        pen.path(f"M{x - 30} {y - 16}Q{x - 28} {y + 14} {x} {y + 14}T{x + 30} {y - 16}Z", darken(look.main, 0.1))
        pen.oval(x, y - 16, 30, 10, lighten(look.main, 0.5))
        pen.oval(x, y - 15, 25, 7.6, food)
    return 264, 90


def tray(pen: Pen, look: Look) -> tuple[float, float]:
    """Tray leaning against the wall; `detail` inlay paints a pattern."""
    pen.rect(-116, -172, 232, 172, darken(look.main, 0.2), 20)
    pen.rect(-116, -174, 232, 168, pen.slant((0, lighten(look.main, 0.25), 1), (1, look.main, 1)), 20)
    pen.rect(-100, -158, 200, 136, pen.slant((0, darken(look.second, 0.1), 1), (1, lighten(look.second, 0.15), 1)), 10)
    if look.detail == "inlay":
        pen.add(
            "".join(
                f'<path d="M{x} {y - 20}L{x + 18} {y}L{x} {y + 20}L{x - 18} {y}Z" fill="none" stroke="{look.label}" stroke-width="2.4"/>'
                for x in (-64, -22, 20, 62)
                for y in (-118, -62)
            )
        )
    for x in (-116, 96):
        pen.rect(x + 4, -108, 12, 40, darken(look.main, 0.45), 6)
    return 232, 174


def board(pen: Pen, look: Look) -> tuple[float, float]:
    """Serving board propped up, with grain."""
    d = "M-78 0V-150Q-78 -172 -54 -174Q-22 -178 -20 -198V-232Q-20 -246 0 -246T20 -232V-198Q22 -178 54 -174Q78 -172 78 -150V0Z"
    pen.group("rotate(3)")
    pen.path(d, darken(look.main, 0.3), transform="translate(5 2)")
    pen.path(d, pen.slant((0, lighten(look.main, 0.25), 1), (1, darken(look.main, 0.06), 1)))
    pen.line(
        "M-50 -4C-58 -60 -36 -110 -48 -170M-18 -4C-8 -60 -28 -120 -10 -180M22 -4C32 -70 10 -130 18 -190M54 -4C46 -60 62 -120 52 -170",
        darken(look.main, 0.25),
        1.6,
        opacity=0.5,
    )
    pen.oval(0, -226, 8, 8, darken(look.main, 0.55))
    if look.detail == "marble":
        pen.path("M-78 0V-96H78V0Z", "#f1efec")
        pen.line(
            "M-70 -20C-40 -50 -10 -30 10 -60S50 -80 76 -84M-30 -2C0 -30 40 -10 76 -36", "#b9b4b0", 1.8, opacity=0.7
        )
    pen.end()
    return 166, 246


def coasters(pen: Pen, look: Look) -> tuple[float, float]:
    for i in range(4):
        y = -12 - i * 13
        tone = (look.main, look.second)[i % 2]
        pen.path(f"M-66 {y}V{y + 10}C-66 {y + 30} 66 {y + 30} 66 {y + 10}V{y}Z", darken(tone, 0.18))
        pen.oval(0, y, 66, 18, tone)
    pen.group("translate(52 -64) rotate(16)")
    pen.oval(0, 0, 58, 60, darken(look.main, 0.15))
    pen.oval(-3, -1, 57, 59, look.main)
    for turn in range(0, 360, 45):
        pen.add(f'<path d="M-3 -8Q7 -28 -3 -48Q-13 -28 -3 -8Z" fill="{look.second}" transform="rotate({turn} -3 -1)"/>')
    pen.end()
    return 170, 124


def cakestand(pen: Pen, look: Look) -> tuple[float, float]:
    pen.path(
        "M-12 -98Q-10 -30 -52 -6Q0 10 52 -6Q10 -30 12 -98Z",
        pen.across((0, darken(look.main, 0.15), 1), (0.4, lighten(look.main, 0.5), 1), (1, darken(look.main, 0.25), 1)),
    )
    pen.oval(0, -96, 112, 22, darken(look.main, 0.25))
    pen.oval(0, -104, 112, 22, look.main)
    pen.oval(0, -103, 98, 17, lighten(look.main, 0.35))
    steps = math.tau / 24
    pen.add(
        "".join(
            f'<circle cx="{num(107 * math.cos(i * steps))}" cy="{num(-102 + 20 * math.sin(i * steps))}" r="3" fill="{look.second}"/>'
            for i in range(13)
        )
    )
    return 190, 126


def chakla(pen: Pen, look: Look) -> tuple[float, float]:
    """Round rolling board on three feet, rolling pin across it."""
    for x in (-84, 0, 84):
        pen.rect(x - 11, -26, 22, 26 if x else 32, darken(look.main, 0.35), 4)
    pen.path(
        "M-122 -46V-30C-122 2 122 2 122 -30V-46Z",
        pen.across(
            (0, darken(look.main, 0.25), 1), (0.35, lighten(look.main, 0.2), 1), (1, darken(look.main, 0.35), 1)
        ),
    )
    pen.oval(0, -46, 122, 32, lighten(look.main, 0.18))
    pen.oval(0, -47, 104, 25, look.second)
    pen.line(
        "M-84 -46C-50 -62 -20 -38 20 -52S70 -44 90 -56M-40 -32C-10 -42 20 -30 60 -38",
        darken(look.second, 0.25),
        1.6,
        opacity=0.6,
    )
    pen.group("translate(0 -74) rotate(-12)")
    pen.rect(-150, -7, 300, 14, darken(look.main, 0.15), 7)
    pen.rect(
        -100,
        -15,
        200,
        30,
        pen.down((0, lighten(look.main, 0.4), 1), (0.5, look.main, 1), (1, darken(look.main, 0.35), 1)),
        14,
    )
    pen.end()
    return 290, 120


SHAPES: dict[str, Shape] = {
    "plate": plate, "thali": thali, "tray": tray, "board": board, "coasters": coasters, "cakestand": cakestand,
    "chakla": chakla,
}  # fmt: skip
