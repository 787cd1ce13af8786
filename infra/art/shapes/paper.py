"""Boxes, combs, cloths and other flat goods of the dressing table."""

from infra.art.colour import darken, lighten
from infra.art.lathe import profile, turned
from infra.art.look import Look, Shape
from infra.art.marks import emblem, ink_on, printed
from infra.art.pen import Pen


def gift(pen: Pen, look: Look) -> tuple[float, float]:
    """Gift box in half profile with a ribbon."""
    pen.path("M-104 -130L34 -118V4L-104 -14Z", look.main)
    pen.path("M34 -118L104 -136V-20L34 4Z", darken(look.main, 0.2))
    pen.path("M-104 -130L-34 -148L104 -136L34 -118Z", lighten(look.main, 0.25))
    pen.path("M-112 -150L34 -136V-108L-112 -122Z", lighten(look.main, 0.1))
    pen.path("M34 -136L112 -156V-128L34 -108Z", darken(look.main, 0.28))
    pen.path("M-112 -150L-32 -170L112 -156L34 -136Z", lighten(look.main, 0.38))
    pen.path("M-48 -144L-20 -141V-2L-48 -6Z", look.second)
    pen.path("M-48 -144L40 -163L62 -161L-20 -141Z", lighten(look.second, 0.2))
    for side in (-1, 1):
        d = f"M6 -156C{6 + side * 20} -206 {6 + side * 74} -206 {6 + side * 58} -172C{6 + side * 50} -156 {6 + side * 20} -154 6 -156Z"
        pen.path(d, look.second if side < 0 else darken(look.second, 0.15))
    pen.oval(6, -158, 12, 9, lighten(look.second, 0.2))
    emblem(pen, look.mark, -78, -66, 30, ink_on(look.main))
    return 220, 200


def comb(pen: Pen, look: Look) -> tuple[float, float]:
    """Neem wood comb."""
    pen.group("translate(0 -62) rotate(-9)")
    pen.path(
        "M-110 -34Q0 -78 110 -34V-4H-110Z", pen.slant((0, lighten(look.main, 0.3), 1), (1, darken(look.main, 0.15), 1))
    )
    pen.line("".join(f"M{x} -6V52" for x in range(-104, 108, 8)), look.main, 4.4, stroke_linecap="round")
    pen.line("M-84 -28Q0 -60 84 -28", darken(look.main, 0.3), 1.4, opacity=0.6)
    emblem(pen, look.mark, 0, -30, 22, darken(look.main, 0.45))
    pen.end()
    return 210, 150


def puff(pen: Pen, look: Look) -> tuple[float, float]:
    """Sponge, loofah or pads in a heap."""
    for x, y, r, share in ((-52, -48, 50, 0.16), (50, -44, 46, 0.28), (0, -118, 52, 0.0)):
        pen.oval(x, y, r, r * 0.96, darken(look.main, share))
        pen.oval(x, y, r, r * 0.96, pen.glow((0, "#fff", 0.5), (0.6, "#fff", 0.05), (1, "#1a0d16", 0.2)))
        pen.add(
            "".join(
                f'<circle cx="{x + a}" cy="{y + b}" r="1.8" fill="{darken(look.main, 0.35)}" opacity=".5"/>'
                for a, b in ((-18, 8), (6, -16), (20, 14), (-6, 24), (-24, -14), (24, -10))
            )
        )
    return 200, 168


def mirror(pen: Pen, look: Look) -> tuple[float, float]:
    """Hand mirror with a pierced handle."""
    pen.group("rotate(12)")
    turned(pen, profile("9,120 s 13,70 s 9,30 c 14,0"), look.second, "metal", 0.1)
    pen.oval(0, -192, 82, 88, look.second)
    pen.oval(0, -192, 82, 88, pen.slant((0, "#fff", 0.5), (0.5, "#fff", 0), (1, "#1a0d16", 0.3)))
    pen.oval(
        0, -192, 68, 74, pen.slant((0, "#fdfdff", 1), (0.5, "#cfd8e3", 1), (0.52, "#eef3f8", 1), (1, "#aebccd", 1))
    )
    pen.path("M-40 -160L16 -248L34 -240L-24 -146Z", "#fff", opacity=0.55)
    pen.end()
    return 150, 280


def carton(pen: Pen, look: Look) -> tuple[float, float]:
    """Upright carton with a window of colour: powders, henna, incense."""
    pen.path("M-70 -218L40 -212V4L-70 -6Z", look.main)
    pen.path("M40 -212L78 -224V-10L40 4Z", darken(look.main, 0.25))
    pen.path("M-70 -218L-30 -228L78 -224L40 -212Z", lighten(look.main, 0.3))
    pen.path("M-58 -176L28 -171V-64L-58 -70Z", look.label)
    pen.group("translate(-15 2)")
    printed(pen, look, -172, 100, 80)
    pen.end()
    pen.path("M-70 -44L40 -38V-18L-70 -26Z", look.second)
    return 150, 224


SHAPES: dict[str, Shape] = {"gift": gift, "comb": comb, "puff": puff, "handmirror": mirror, "carton": carton}
