"""Jars, tins, compacts, palettes and tubes."""

from infra.art.colour import darken, lighten
from infra.art.lathe import profile, shade, turned
from infra.art.look import Look, Shape
from infra.art.marks import emblem, ink_on, printed
from infra.art.pen import Pen, num
from infra.art.shapes.bottles import cap, wrap


def jar(pen: Pen, look: Look) -> tuple[float, float]:
    turned(pen, profile("76,96 78,90 78,14 s 70,2 c 60,0"), look.main, "gloss", 0.13)
    wrap(pen, look, 78, 84, 22, 0.13)
    lid = profile("76,146 80,140 80,98")
    turned(pen, lid, look.second, "satin", 0.13)
    pen.oval(0, -146, 76, 9.9, lighten(look.second, 0.22))
    emblem(pen, look.mark, 0, -146, 13, ink_on(look.second))
    return 160, 156


def tin(pen: Pen, look: Look) -> tuple[float, float]:
    """Flat balm tin, lid leaning against it."""
    turned(pen, profile("70,44 70,6 66,0"), look.second, "metal", 0.2)
    pen.oval(0, -44, 70, 14, lighten(look.second, 0.3))
    pen.oval(0, -43, 64, 12, look.main)
    pen.path("M-44 -46Q-20 -56 6 -46T40 -44Q10 -34 -20 -38Z", lighten(look.main, 0.35), opacity=0.8)
    pen.group("translate(34 -62) rotate(14)")
    pen.oval(0, 0, 62, 62, darken(look.second, 0.12))
    pen.oval(-2, -2, 60, 60, pen.slant((0, lighten(look.second, 0.45), 1), (1, darken(look.second, 0.1), 1)))
    pen.oval(-2, -2, 50, 50, look.label)
    pen.group("translate(-2 0)")
    printed(pen, look, -44, 84, 92)
    pen.end()
    pen.end()
    return 150, 124


def tube(pen: Pen, look: Look) -> tuple[float, float]:
    """Cream tube standing on its cap."""
    body = "M-44 -46L-56 -252Q0 -258 56 -252L44 -46Z"
    pen.path(body, look.main)
    band = "M-50.4 -156L-46.4 -86Q0 -80 46.4 -86L50.4 -156Q0 -150 -50.4 -156Z"
    pen.path(band, look.label)
    printed(pen, look, -152, 66, 84)
    shade(pen, body, "satin")
    pen.path("M-56 -252L-57 -268Q0 -273 57 -268L56 -252Q0 -258 -56 -252Z", darken(look.main, 0.12))
    pen.line("M-50 -262H50M-50 -258H50", lighten(look.main, 0.3), 1)
    cap(pen, 42, 46, 0, look.second)
    return 112, 268


def stick(pen: Pen, look: Look) -> tuple[float, float]:
    """Solid stick (sunscreen, balm) with its dome showing, cap beside it."""
    pen.group("translate(-26 0)")
    turned(pen, profile("4,190 s 24,182 s 32,164 c 32,112"), lighten(look.main, 0.6), "matte", 0.1)
    turned(pen, profile("36,122 38,118 38,4 36,0"), look.main, "gloss", 0.1)
    wrap(pen, look, 38, 104, 20)
    pen.end()
    pen.group("translate(56 0)")
    turned(pen, profile("34,88 38,82 38,4 36,0"), look.second, "gloss", 0.1)
    pen.oval(0, -88, 34, 3.4, lighten(look.second, 0.25))
    pen.end()
    return 164, 190


def compact(pen: Pen, look: Look) -> tuple[float, float]:
    """Open compact: mirror lid above, pan of powder below."""
    rim = darken(look.second, 0.1)
    pen.oval(0, -150, 84, 84, rim)
    pen.oval(
        0, -150, 76, 76, pen.slant((0, "#fdfdff", 1), (0.5, "#cfd8e3", 1), (0.52, "#eef3f8", 1), (1, "#b9c4d3", 1))
    )
    pen.path("M-52 -120L20 -214L38 -206L-40 -106Z", "#fff", opacity=0.5)
    pen.rect(-20, -70, 40, 12, rim, 4)
    turned(pen, profile("92,44 92,16 86,0"), look.second, "metal", 0.24)
    pen.oval(0, -44, 92, 25, lighten(look.second, 0.2))
    pen.oval(0, -43, 80, 20, darken(look.main, 0.18))
    pen.oval(0, -42, 79, 19, pen.down((0, lighten(look.main, 0.15), 1), (1, look.main, 1)))
    pen.add('<g transform="translate(0 -42) scale(1 .24)" opacity=".35">')
    emblem(pen, look.mark, 0, 0, 84, darken(look.main, 0.4))
    pen.end()
    return 184, 234


def palette(pen: Pen, look: Look) -> tuple[float, float]:
    """Open eyeshadow palette; `detail` lists its pans."""
    pans = look.detail.split("+")
    pen.path("M-108 -74L-98 -206Q-97 -212 -90 -212H90Q97 -212 98 -206L108 -74Z", look.second)
    pen.path("M-96 -82L-88 -202H88L96 -82Z", pen.slant((0, "#f8fafc", 1), (0.5, "#c7d0dd", 1), (1, "#e9eef4", 1)))
    pen.path("M-60 -82L20 -202H44L-30 -82Z", "#fff", opacity=0.45)
    pen.path("M-108 -74H108L122 -12Q122 -2 112 -2H-112Q-122 -2 -122 -12Z", darken(look.second, 0.15))
    pen.path("M-108 -74H108L120 -18H-120Z", look.second)
    half = (len(pans) + 1) // 2
    for i, colour in enumerate(pans):
        row, column = divmod(i, half)
        y = -60 + row * 24
        width = (200 + row * 12) / half
        x = -(100 + row * 6) + column * width + width / 2
        pen.oval(x, y, min(width * 0.42, 24), 9.5, darken(colour, 0.25))
        pen.oval(x, y + 0.8, min(width * 0.4, 22.5), 8.5, pen.down((0, lighten(colour, 0.3), 1), (1, colour, 1)))
    return 244, 212


def soap(pen: Pen, look: Look) -> tuple[float, float]:
    """Bar of soap on a second, wrapped one."""
    pen.rect(-92, -52, 184, 52, look.label, 8)
    pen.rect(-92, -52, 184, 52, pen.down((0, "#fff", 0.3), (0.4, "#fff", 0), (1, "#1a0d16", 0.18)), 8)
    pen.rect(-34, -52, 68, 52, look.second)
    pen.group("translate(0 4)")
    printed(pen, Look(look.main, look.second, look.second, look.mark), -52, 46, 60)
    pen.end()
    pen.group("translate(6 -52) rotate(-3)")
    pen.rect(-84, -58, 168, 58, darken(look.main, 0.12), 20)
    pen.rect(-84, -60, 168, 54, pen.down((0, lighten(look.main, 0.35), 1), (0.7, look.main, 1)), 19)
    pen.oval(0, -34, 52, 15, darken(look.main, 0.1), opacity=0.5)
    emblem(pen, look.mark, 0, -34, 22, darken(look.main, 0.3))
    if look.detail == "flecks":
        for x, y in ((-62, -40), (-48, -18), (58, -44), (66, -22), (-20, -50), (30, -14)):
            pen.oval(x, y, 2.6, 1.8, darken(look.main, 0.45), opacity=0.6)
    pen.end()
    return 190, 116


def _pouch(pen: Pen, look: Look, half: float, height: float) -> None:
    d = (
        f"M{num(-half)} {num(-height)}H{num(half)}L{num(half + 3)} {num(-height * 0.5)}L{num(half)} 0H{num(-half)}"
        f"L{num(-half - 3)} {num(-height * 0.5)}Z"
    )
    pen.path(d, look.main)
    pen.path(
        d,
        pen.across(
            (0, "#1a0d16", 0.2), (0.1, "#fff", 0.25), (0.3, "#fff", 0), (0.8, "#1a0d16", 0.02), (1, "#1a0d16", 0.24)
        ),
    )
    pen.rect(-half, -height, half * 2, 14, darken(look.main, 0.15))


def sachet(pen: Pen, look: Look) -> tuple[float, float]:
    """Sheet mask or powder pouch."""
    _pouch(pen, look, 74, 220)
    pen.path("M74 -220h-10l10 10Z", "#fff", opacity=0.6)
    pen.oval(0, -112, 52, 64, look.label)
    printed(pen, look, -156, 96, 84)
    pen.rect(-40, -32, 80, 6, look.second, 3)
    return 150, 220


SHAPES: dict[str, Shape] = {
    "jar": jar, "tin": tin, "tube": tube, "stick": stick, "compact": compact,
    "palette": palette, "soap": soap, "sachet": sachet,
}  # fmt: skip
