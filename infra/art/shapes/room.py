"""Lamps, candles, mirrors, clocks, frames."""

import math

from infra.art.colour import darken, lighten
from infra.art.lathe import mouth, profile, turned
from infra.art.look import Look, Shape
from infra.art.pen import Pen, num

FLAME = "M0 -34C11 -17 9 -3 0 0C-9 -3 -11 -17 0 -34Z"


def _flame(pen: Pen, x: float, y: float) -> None:
    pen.oval(x, y - 14, 38, 42, pen.glow((0, "#ffe9a8", 0.6), (1, "#ffe9a8", 0)))
    pen.line(f"M{num(x)} {num(y + 6)}v-8", "#4a3a2a", 2)
    pen.add(
        f'<path d="{FLAME}" transform="translate({num(x)} {num(y)})" fill="{pen.down((0, "#fff2b8", 1), (1, "#f08a2c", 1))}"/>'
    )


def lamp(pen: Pen, look: Look) -> tuple[float, float]:
    """Table lamp, lit. `detail` is the foot: ball, column or glass."""
    pen.oval(0, -176, 130, 120, pen.glow((0, "#fff1c9", 0.75), (1, "#fff1c9", 0)))
    feet = {
        "ball": "12,132 s 14,118 s 56,70 s 48,16 c 40,0",
        "column": "10,132 s 16,120 s 12,100 s 22,60 s 14,22 s 48,8 c 48,0",
        "gourd": "10,132 s 12,124 s 34,104 s 22,84 s 54,40 c 42,0",
    }
    turned(pen, profile(feet[look.detail or "ball"]), look.main, "gloss", 0.16)
    pen.rect(-4, -150, 8, 22, "#b8894a")
    shade = "M-46 -250H46L92 -142Q0 -126 -92 -142Z"
    pen.path(shade, look.second)
    pen.path(
        shade, pen.across((0, "#1a0d16", 0.16), (0.3, "#fff6d8", 0.6), (0.55, "#fff6d8", 0.35), (1, "#1a0d16", 0.2))
    )
    pen.path("M-92 -142Q0 -126 92 -142Q0 -148 -92 -142Z", "#fff3cf")
    pen.oval(0, -250, 46, 7, lighten(look.second, 0.3))
    return 120, 250


def lantern(pen: Pen, look: Look) -> tuple[float, float]:
    """Lantern with glass sides and a candle."""
    pen.line("M-24 -206C-24 -256 24 -256 24 -206", darken(look.main, 0.1), 4)
    turned(pen, profile("12,214 s 40,190 c 64,176"), look.main, "metal", 0.14)
    pen.rect(-56, -176, 112, 166, "#fff3d6", opacity=0.45)
    pen.rect(-15, -74, 30, 64, pen.across((0, "#e9dcc6", 1), (0.4, "#fffaf0", 1), (1, "#dccbb0", 1)), 3)
    _flame(pen, 0, -82)
    frame = darken(look.main, 0.12)
    for x in (-58, -2, 52):
        pen.rect(x, -178, 6 if x != -2 else 4, 170, frame)
    pen.path(
        "M-54 -166C-30 -130 -30 -60 -54 -20M54 -166C30 -130 30 -60 54 -20", "none", stroke=look.main, stroke_width=3
    )
    turned(pen, profile("66,16 68,12 68,0"), look.main, "metal", 0.14)
    return 136, 230


def pillar(pen: Pen, look: Look) -> tuple[float, float]:
    """Poured candle in a vessel of glass or clay (`detail` glass)."""
    points = profile("56,112 58,104 58,8 55,0")
    if look.detail == "glass":
        turned(pen, points, look.second, "gloss", 0.16)
        pen.path("M-58 -96Q-58 -40 -57 -8", "none", stroke="#fff", stroke_width=5, opacity=0.5)
    else:
        turned(pen, points, look.main, "satin", 0.16)
    mouth(pen, points, lighten(look.second, 0.5), 0.16, lighten(look.main, 0.4))
    pen.oval(0, -111, 50, 7, lighten(look.second, 0.62))
    pen.rect(-34, -74, 68, 44, look.label, 2)
    pen.rect(-20, -60, 40, 3, darken(look.second, 0.6), 1.5)
    pen.rect(-13, -50, 26, 2, darken(look.second, 0.6), 1)
    _flame(pen, 0, -118)
    return 116, 150


def tapers(pen: Pen, look: Look) -> tuple[float, float]:
    """Three candles of different heights."""
    for x, height, tone in ((-46, 196, look.main), (46, 150, look.second), (0, 236, lighten(look.main, 0.25))):
        pen.rect(x - 15, -height, 30, height, tone, 4)
        pen.rect(
            x - 15,
            -height,
            30,
            height,
            pen.across((0, "#1a0d16", 0.16), (0.3, "#fff", 0.4), (0.55, "#fff", 0), (1, "#1a0d16", 0.26)),
            4,
        )
        _flame(pen, x, -height - 6)
    return 130, 200


def wall_mirror(pen: Pen, look: Look) -> tuple[float, float]:
    """Arched or round mirror leaning on the wall; `detail` round."""
    d = "M-84 0V-150A84 96 0 0 1 84 -150V0Z"
    if look.detail == "round":
        d = "M-110 -114A110 110 0 1 1 110 -114A110 110 0 1 1 -110 -114Z"
    pen.path(d, darken(look.main, 0.3), transform="translate(5 2)")
    pen.path(d, pen.slant((0, lighten(look.main, 0.35), 1), (0.5, look.main, 1), (1, darken(look.main, 0.25), 1)))
    pen.group("translate(0 -9) scale(.87 .9)" if look.detail != "round" else "translate(0 -12) scale(.89)")
    pen.path(d, pen.slant((0, "#f7fafb", 1), (0.5, "#c5d2d8", 1), (0.52, "#e3ebee", 1), (1, "#a9bac2", 1)))
    pen.path("M-60 -60L30 -210L58 -190L-40 -30Z", "#fff", opacity=0.45)
    pen.end()
    return 220, 240


def clock(pen: Pen, look: Look) -> tuple[float, float]:
    pen.oval(4, -110, 108, 108, darken(look.main, 0.35))
    pen.oval(0, -112, 108, 108, look.main)
    pen.oval(0, -112, 94, 94, pen.slant((0, lighten(look.second, 0.3), 1), (1, darken(look.second, 0.06), 1)))
    ticks = "".join(
        f"M{num(78 * math.sin(i * math.tau / 12))} {num(-112 - 78 * math.cos(i * math.tau / 12))}"
        f"L{num(86 * math.sin(i * math.tau / 12))} {num(-112 - 86 * math.cos(i * math.tau / 12))}"
        for i in range(12)
    )
    pen.line(ticks, look.label, 4, stroke_linecap="round")
    pen.line("M0 -112L-34 -140M0 -112L40 -170", look.label, 6, stroke_linecap="round")
    pen.oval(0, -112, 7, 7, "#b8894a")
    return 216, 220


def frame(pen: Pen, look: Look) -> tuple[float, float]:
    """Photo frame with a drawn landscape."""
    pen.group("rotate(-2)")
    pen.rect(-84, -214, 168, 214, darken(look.main, 0.2), 3)
    pen.rect(-88, -216, 168, 214, pen.slant((0, lighten(look.main, 0.3), 1), (1, look.main, 1)), 3)
    pen.rect(-70, -198, 132, 178, "#fbf8f2")
    pen.rect(-52, -178, 96, 138, look.second)
    pen.oval(18, -142, 15, 15, "#f6e2b3")
    pen.path("M-52 -84L-20 -118L6 -88L22 -104L44 -80V-40H-52Z", darken(look.second, 0.35))
    pen.end()
    return 176, 214


def diffuser(pen: Pen, look: Look) -> tuple[float, float]:
    """Reed diffuser."""
    for x in (-34, -17, 0, 18, 36):
        pen.line(f"M{num(x * 0.2)} -110L{num(x * 1.5)} -264", "#9c7a52", 3.2, stroke_linecap="round")
    turned(pen, profile("16,124 16,110 s 44,98 s 52,84 c 52,6 50,0"), look.main, "gloss", 0.14)
    mouth(pen, profile("16,124 16,110"), "#4a3626", 0.2, lighten(look.main, 0.3))
    pen.rect(-30, -70, 60, 42, look.label, 2)
    pen.rect(-17, -57, 34, 3, darken(look.second, 0.5), 1.5)
    pen.rect(-11, -48, 22, 2, darken(look.second, 0.5), 1)
    return 104, 264


SHAPES: dict[str, Shape] = {
    "lamp": lamp, "lantern": lantern, "pillar": pillar, "tapers": tapers, "wall_mirror": wall_mirror,
    "clock": clock, "frame": frame, "diffuser": diffuser,
}  # fmt: skip
