"""Colour cosmetics: what carries its shade on the outside."""

from infra.art.colour import darken, lighten
from infra.art.lathe import profile, shade, turned
from infra.art.look import Look, Shape
from infra.art.marks import emblem, ink_on
from infra.art.pen import Pen
from infra.art.shapes.bottles import cap


def lipstick(pen: Pen, look: Look) -> tuple[float, float]:
    """Open lipstick, cap standing behind it."""
    pen.group("translate(48 0)")
    turned(pen, profile("30,148 32,144 32,0"), look.second, "metal", 0.1)
    pen.oval(0, -148, 30, 3, lighten(look.second, 0.3))
    emblem(pen, look.mark, 0, -74, 26, ink_on(look.second))
    pen.end()
    pen.group("translate(-30 0)")
    bullet = "M-20 -128V-196C-20 -214 -2 -232 14 -236C19 -236 20 -232 20 -226V-128Z"
    pen.path(bullet, look.main)
    pen.path(
        "M-20 -196C-20 -214 -2 -232 14 -236C19 -236 20 -232 20 -226C12 -214 -6 -200 -20 -196Z", lighten(look.main, 0.28)
    )
    shade(pen, bullet, "gloss")
    turned(pen, profile("24,140 24,92"), "#d9b168", "metal", 0.1)
    turned(pen, profile("33,98 33,0"), look.second, "metal", 0.1)
    pen.rect(-33, -62, 66, 10, look.label, opacity=0.9)
    pen.end()
    return 150, 236


def liquid(pen: Pen, look: Look) -> tuple[float, float]:
    """Liquid lip colour or gloss: clear vial and a tall cap; a swipe of colour at its foot."""
    pen.path("M30 -6C60 -30 92 -22 112 -34C122 -30 120 -14 106 -8C84 2 52 4 30 -6Z", look.main)
    pen.path("M44 -12C66 -26 90 -20 106 -28C96 -20 68 -10 44 -12Z", "#fff", opacity=0.35)
    pen.group("translate(-18 0)")
    d = turned(pen, profile("25,122 27,118 27,4 25,0"), lighten(look.main, 0.1), "gloss", 0.1)
    pen.path(d, pen.across((0, "#fff", 0.5), (0.16, "#fff", 0), (0.86, "#fff", 0), (1, "#fff", 0.4)))
    emblem(pen, look.mark, 0, -62, 22, lighten(look.main, 0.85))
    turned(pen, profile("21,132 21,120"), "#d9b168", "metal", 0.1)
    cap(pen, 27, 254, 130, look.second, "satin")
    pen.end()
    return 150, 254


def nail(pen: Pen, look: Look) -> tuple[float, float]:
    body = profile("20,108 s 34,104 s 52,84 s 56,50 s 50,10 c 42,0")
    turned(pen, body, look.main, "gloss", 0.12)
    pen.path("M-36 -84Q-46 -50 -38 -20", "none", stroke="#fff", stroke_width=5, opacity=0.6, stroke_linecap="round")
    emblem(pen, look.mark, 4, -50, 28, ink_on(look.main))
    cap(pen, 22, 232, 106, look.second, "satin")
    return 112, 232


def _tilted(pen: Pen, degrees: float) -> None:
    pen.group(f"translate(0 -126) rotate({degrees:g}) translate(0 126)")


def kajal(pen: Pen, look: Look) -> tuple[float, float]:
    """Twist-up pencil leaning over a drawn stroke of its colour."""
    pen.path("M-104 -10C-70 -34 -36 6 0 -14S60 -30 96 -8C70 -16 40 4 6 0S-60 6 -104 -10Z", look.main)
    _tilted(pen, 34)
    turned(pen, profile("2,276 s 6,266 c 12,240"), look.main, "satin", 0.1)
    turned(pen, profile("12,242 13,220 13,60"), look.second, "gloss", 0.1)
    pen.rect(-13, -150, 26, 40, look.label, opacity=0.95)
    emblem(pen, look.mark, 0, -130, 16, ink_on(look.label))
    turned(pen, profile("13,60 13,6 11,0"), darken(look.second, 0.25), "metal", 0.1)
    pen.end()
    return 170, 236


def mascara(pen: Pen, look: Look) -> tuple[float, float]:
    """Mascara tube with its wand beside it."""
    pen.group("translate(-34 0)")
    turned(pen, profile("15,196 23,190 25,100 s 24,10 c 22,0"), look.second, "metal", 0.1)
    emblem(pen, look.mark, 0, -96, 24, ink_on(look.second))
    pen.end()
    pen.group("translate(40 -2) rotate(10)")
    cap(pen, 23, 92, 0, look.second, "metal")
    pen.rect(-2.5, -150, 5, 60, "#3b3440")
    pen.path("M-6 -150L-13 -168L-14 -214L-5 -238L5 -238L14 -214L13 -168L6 -150Z", look.main)
    pen.line("".join(f"M-15 {y}L15 {y - 5}" for y in range(-160, -232, -8)), lighten(look.main, 0.25), 2)
    pen.end()
    return 150, 236


def brush(pen: Pen, look: Look) -> tuple[float, float]:
    """One brush leaning on a block; with `detail` set, three of them in a cup."""
    heads = ((-36, -12, 0.86), (0, 0, 1.0), (36, 12, 0.8)) if look.detail == "set" else ((-58, 26, 1.12),)
    if look.detail != "set":
        turned(pen, profile("62,56 62,2 60,0"), look.label, "satin", 0.18)
        pen.oval(0, -56, 62, 11, lighten(look.label, 0.35))
    for x, lean, scale in heads:
        pen.group(f"translate({x} -36) rotate({lean}) scale({scale})")
        pen.path(
            "M-24 -150C-34 -190 -22 -226 0 -234C22 -226 34 -190 24 -150Z",
            pen.down((0, lighten(look.main, 0.3), 1), (0.55, look.main, 1), (1, darken(look.main, 0.3), 1)),
        )
        pen.line(
            "M-10 -156Q-16 -196 -6 -222M10 -156Q16 -196 6 -222M0 -156V-226", darken(look.main, 0.35), 1.2, opacity=0.5
        )
        turned(pen, profile("25,152 17,104"), "#d9b168", "metal", 0.12)
        turned(pen, profile("17,106 s 12,40 c 9,-30"), look.second, "gloss", 0.1)
        pen.end()
    if look.detail == "set":
        turned(pen, profile("58,104 56,4 54,0"), look.label, "satin", 0.14)
        emblem(pen, look.mark, 0, -52, 34, ink_on(look.label))
    return 150, 270


def roller(pen: Pen, look: Look) -> tuple[float, float]:
    """Face roller of stone, or with detail `gua` a gua sha beside it."""
    stone = pen.slant((0, lighten(look.main, 0.5), 1), (0.5, look.main, 1), (1, darken(look.main, 0.25), 1))
    _tilted(pen, -24)
    pen.rect(-34, -262, 68, 40, stone, 18)
    pen.line("M-42 -242V-206Q-42 -200 -36 -200H36Q42 -200 42 -206V-242", "#d9b168", 4)
    turned(pen, profile("6,206 9,190 11,60 7,46"), look.main, "gloss", 0.1)
    pen.line("M-22 -36V-52H22V-36", "#d9b168", 3.4)
    pen.rect(-18, -44, 36, 26, stone, 12)
    pen.end()
    if look.detail == "gua":
        pen.path("M20 -4C-6 -30 10 -64 40 -60C54 -58 54 -76 72 -84C104 -96 122 -56 104 -28C88 -4 44 16 20 -4Z", stone)
        pen.path(
            "M30 -16C20 -34 30 -52 46 -50", "none", stroke="#fff", stroke_width=3, opacity=0.6, stroke_linecap="round"
        )
    return 200, 240


def bindi(pen: Pen, look: Look) -> tuple[float, float]:
    """Bindi card: rows of dots in falling sizes."""
    pen.group("rotate(-4)")
    pen.rect(-78, -228, 156, 228, look.label, 6)
    pen.rect(-78, -228, 156, 228, pen.across((0, "#1a0d16", 0.1), (0.2, "#fff", 0.3), (1, "#1a0d16", 0.12)), 6)
    pen.path("M-78 -228H78V-176Q40 -160 0 -176T-78 -176Z", look.second)
    emblem(pen, look.mark, 0, -202, 30, ink_on(look.second))
    for row in range(5):
        r = 10 - row * 1.5
        for x in (-48, -16, 16, 48):
            y = -146 + row * 30
            pen.oval(x, y, r, r, darken(look.main, 0.05 + 0.06 * row))
            pen.oval(x - r * 0.3, y - r * 0.3, r * 0.3, r * 0.3, "#fff", opacity=0.6)
    pen.end()
    return 160, 228


SHAPES: dict[str, Shape] = {
    "lipstick": lipstick, "liquid": liquid, "nail": nail, "kajal": kajal, "mascara": mascara,
    "brush": brush, "roller": roller, "bindi": bindi,
}  # fmt: skip
