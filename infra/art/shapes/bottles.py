"""Bottles of the bathroom shelf: droppers, pumps, flacons, mists."""

from infra.art.colour import darken, lighten
from infra.art.lathe import cut, inset, outline, profile, shade, turned
from infra.art.look import Look, Shape
from infra.art.marks import printed
from infra.art.pen import Pen, num


def wrap(pen: Pen, look: Look, half: float, top: float, foot: float, bulge: float = 0.1) -> None:
    """Wrap a label round a cylinder of half width `half`, from height `top` down to `foot`, and print on it."""
    lap = half * bulge * 1.3
    d = (
        f"M{num(-half)} {num(-top)}C{num(-half)} {num(-top + lap)} {num(half)} {num(-top + lap)} {num(half)} {num(-top)}"
        f"V{num(-foot)}C{num(half)} {num(-foot + lap)} {num(-half)} {num(-foot + lap)} {num(-half)} {num(-foot)}Z"
    )
    pen.path(d, look.label)
    printed(pen, look, -top + lap, top - foot, half * 1.7)
    shade(pen, d, "matte")


def cap(pen: Pen, half: float, top: float, foot: float, colour: str, finish: str = "gloss") -> None:
    points = profile(f"{half - 2},{top} {half},{top - 3} {half},{foot}")
    turned(pen, points, colour, finish, 0.1)
    pen.oval(0, -top, half - 2, (half - 2) * 0.1, lighten(colour, 0.25))


def tinted(pen: Pen, points: list[tuple[float, float, str]], colour: str, level: float) -> None:
    """A see-through bottle: tinted wall, liquid up to `level`, highlights."""
    d = outline(points, 0.1)
    pen.path(d, lighten(colour, 0.55), opacity=0.75)
    pen.path(
        outline(cut(inset(points, 4, 6), level), 0.1),
        pen.down((0, lighten(colour, 0.12), 1), (1, darken(colour, 0.12), 1)),
    )
    shade(pen, d, "gloss")


def dropper(pen: Pen, look: Look) -> tuple[float, float]:
    body = profile("17,178 17,168 s 26,160 s 50,140 s 56,118 c 56,6 52,0")
    tinted(pen, body, look.main, 132)
    wrap(pen, look, 56, 108, 24)
    cap(pen, 20, 212, 174, look.second, "metal")
    bulb = profile("8,262 s 13,254 s 14,230 c 14,212")
    turned(pen, bulb, darken(look.second, 0.55), "satin", 0.2)
    return 116, 262


def pump(pen: Pen, look: Look) -> tuple[float, float]:
    body = profile("22,208 22,202 s 44,196 s 58,176 c 58,6 54,0")
    turned(pen, body, look.main, "satin", 0.1)
    wrap(pen, look, 58, 156, 34)
    cap(pen, 23, 230, 206, look.second)
    pen.rect(
        -5,
        -252,
        10,
        24,
        pen.across(
            (0, darken(look.second, 0.2), 1), (0.4, lighten(look.second, 0.4), 1), (1, darken(look.second, 0.25), 1)
        ),
    )
    spout = "M-56 -258Q-58 -272 -44 -272H18Q24 -272 24 -264V-252H-20Q-34 -254 -44 -250L-52 -246Q-57 -250 -56 -258Z"
    pen.path(spout, look.second)
    pen.path(spout, pen.down((0, "#fff", 0.35), (0.5, "#fff", 0), (1, "#1a0d16", 0.25)))
    return 122, 272


def flip(pen: Pen, look: Look) -> tuple[float, float]:
    """Shampoo bottle standing on its foot, flip cap on top."""
    body = profile("30,228 s 44,222 s 58,196 s 62,120 s 60,30 c 58,0")
    turned(pen, body, look.main, "gloss", 0.1)
    wrap(pen, look, 60, 172, 44)
    cap(pen, 34, 264, 226, look.second, "satin")
    pen.line("M-33 -244C-33 -240 33 -240 33 -244", darken(look.second, 0.3), 1.6)
    return 126, 264


def oil(pen: Pen, look: Look) -> tuple[float, float]:
    """Slender oil bottle with a long neck."""
    body = profile("13,236 13,200 s 16,186 s 40,160 s 46,136 c 46,6 43,0")
    tinted(pen, body, look.main, 176)
    wrap(pen, look, 46, 122, 26)
    cap(pen, 16, 264, 226, look.second, "metal")
    return 98, 264


def mist(pen: Pen, look: Look) -> tuple[float, float]:
    body = profile("20,176 20,172 s 40,166 s 47,150 c 47,6 44,0")
    tinted(pen, body, look.main, 156)
    wrap(pen, look, 47, 134, 30)
    cap(pen, 21, 194, 174, look.second, "metal")
    turned(pen, profile("11,222 13,218 13,194"), look.second, "satin", 0.12)
    pen.oval(-9, -209, 2.2, 2.6, darken(look.second, 0.6))
    overcap = outline(profile("26,246 30,240 30,176"), 0.1)
    pen.path(overcap, "#fff", opacity=0.28)
    pen.line("M-24 -238V-184", "#fff", 3, opacity=0.7, stroke_linecap="round")
    return 100, 246


def flacon(pen: Pen, look: Look) -> tuple[float, float]:
    """Square perfume flacon of thick glass."""
    pen.rect(-70, -150, 140, 150, lighten(look.main, 0.6), 16, opacity=0.85)
    pen.rect(-58, -128, 116, 116, pen.slant((0, lighten(look.main, 0.25), 1), (1, darken(look.main, 0.15), 1)), 10)
    pen.path("M-58 -70L-10 -128H20L-58 -34Z", "#fff", opacity=0.16)
    pen.rect(
        -70,
        -150,
        140,
        150,
        pen.across(
            (0, "#1a0d16", 0.2),
            (0.08, "#fff", 0.5),
            (0.16, "#fff", 0),
            (0.86, "#1a0d16", 0),
            (0.94, "#fff", 0.35),
            (1, "#1a0d16", 0.2),
        ),
        16,
    )
    pen.rect(-34, -104, 68, 66, look.label, 3)
    printed(pen, look, -104, 66, 66)
    cap(pen, 14, 166, 148, "#c9a25b", "metal")
    if look.detail == "round":
        pen.oval(0, -196, 34, 34, look.second)
        pen.oval(0, -196, 34, 34, pen.glow((0, "#fff", 0.45), (0.5, "#fff", 0), (1, "#1a0d16", 0.3)))
        return 140, 230
    cap(pen, 27, 222, 166, look.second, "gloss")
    return 140, 222


def attar(pen: Pen, look: Look) -> tuple[float, float]:
    """Cut-glass attar phial with a tall stopper."""
    body = profile("14,150 14,140 s 22,132 s 52,92 s 56,60 s 44,18 c 34,8 44,0")
    tinted(pen, body, look.main, 104)
    for x in (-36, -18, 0, 18, 36):
        pen.line(f"M{num(x * 0.4)} -128Q{num(x * 1.5)} -70 {num(x * 0.8)} -10", "#fff", 1.4, opacity=0.5)
    cap(pen, 17, 164, 146, look.second, "metal")
    stopper = profile("2,246 s 9,232 s 18,206 s 9,184 c 12,164")
    turned(pen, stopper, look.second, "metal", 0.2)
    pen.rect(-21, -84, 42, 46, look.label, 21)
    printed(pen, look, -84, 46, 40)
    return 112, 246


def rollon(pen: Pen, look: Look) -> tuple[float, float]:
    turned(pen, profile("26,140 28,136 28,4 26,0"), look.main, "gloss", 0.1)
    wrap(pen, look, 28, 122, 24)
    cap(pen, 28, 212, 140, look.second, "metal")
    return 58, 212


SHAPES: dict[str, Shape] = {
    "dropper": dropper, "pump": pump, "flip": flip, "oil": oil, "mist": mist,
    "flacon": flacon, "attar": attar, "rollon": rollon,
}  # fmt: skip
