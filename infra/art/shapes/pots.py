"""Clay: thrown, glazed, sometimes dipped."""

import itertools

from infra.art.colour import darken, lighten
from infra.art.lathe import Profile, mouth, outline, profile, shade, turned
from infra.art.look import Look, Shape
from infra.art.pen import Pen, num

PROFILES = {
    "mug": "46,100 46,90 s 48,40 c 40,0",
    "cup": "48,70 s 46,44 s 32,8 c 26,0",
    "bowl": "92,76 s 86,44 s 58,8 c 40,0",
    "katori": "52,46 s 49,28 s 36,6 c 28,0",
    "serving": "122,84 s 112,46 s 70,8 c 52,0",
    "vase": "26,214 s 20,190 s 30,164 s 66,108 s 60,40 c 40,0",
    "vase_neck": "22,228 s 18,200 s 20,160 s 74,92 s 66,26 c 44,0",
    "vase_cyl": "42,204 44,196 s 50,100 c 44,0",
    "moon": "30,176 s 28,166 s 78,128 s 92,80 s 74,22 c 40,0",
    "planter": "72,128 72,112 64,108 s 58,40 c 50,0",
    "pot": "66,110 s 68,96 s 60,30 c 50,0",
    "jar": "60,140 s 66,120 s 66,30 c 58,0",
    "pitcher": "38,190 s 32,164 s 44,120 s 62,60 c 48,0",
    "matka": "34,150 s 26,136 s 74,90 s 78,56 s 50,10 c 36,0",
}


def _glaze(pen: Pen, look: Look, points: Profile, d: str) -> None:
    """`dip`: second glaze on the upper half. `speckle`: iron spots. `band`: painted rings. `block`: printed motifs."""
    height = points[0][1]
    widest = max(h for h, _, _ in points)
    if look.detail == "dip":
        pen.add(f'<clipPath id="c"><path d="{d}"/></clipPath>')
        edge = -height * 0.42
        wave = f"M{num(-widest)} {num(-height - 30)}H{num(widest)}V{num(edge)}Q{num(widest * 0.5)} {num(edge + 14)} 0 {num(edge + 5)}T{num(-widest)} {num(edge + 3)}Z"
        pen.path(wave, look.second, clip_path="url(#c)")
    elif look.detail == "speckle":
        spots = (
            (-0.6, 0.2),
            (-0.3, 0.5),
            (0.1, 0.3),
            (0.45, 0.55),
            (0.6, 0.22),
            (-0.1, 0.75),
            (0.3, 0.78),
            (-0.5, 0.72),
            (0.02, 0.1),
            (-0.42, 0.33),
        )
        for x, y in spots:
            pen.oval(x * widest * 0.8, -height * y - 4, 1.7, 1.5, look.second, opacity=0.75)
    elif look.detail == "band":
        for y in (0.5, 0.58, 0.76):
            at = -height * y
            half = _half_at(points, height * y)
            pen.line(
                f"M{num(-half)} {num(at)}Q0 {num(at + half * 0.3)} {num(half)} {num(at)}",
                look.second,
                4 if y == 0.5 else 2,
            )
    elif look.detail == "block":
        for i, x in enumerate((-0.66, -0.34, 0, 0.34, 0.66)):
            at, lift = x * widest * 0.9, (1 - x * x) * widest * 0.14
            y = -height * 0.44 + lift
            pen.path(
                f"M{num(at)} {num(y - 15)}Q{num(at + 10)} {num(y)} {num(at)} {num(y + 15)}Q{num(at - 10)} {num(y)} {num(at)} {num(y - 15)}Z",
                look.second,
            )
            if i < 4:
                pen.oval(at + widest * 0.15, y + 2, 2.4, 2.4, look.second)


def _half_at(points: Profile, height: float) -> float:
    for (x0, y0, _), (x1, y1, _) in itertools.pairwise(points):
        if y0 >= height >= y1:
            return x0 + (x1 - x0) * ((y0 - height) / (y0 - y1 or 1))
    return points[-1][0]


def thrown(pen: Pen, look: Look, points: Profile, inside: str | None = None) -> tuple[float, float]:
    d = outline(points, 0.2)
    pen.path(d, look.main)
    _glaze(pen, look, points, d)
    shade(pen, d, "satin")
    mouth(pen, points, inside or darken(look.main, 0.2), 0.2, lighten(look.main, 0.2))
    return max(h for h, _, _ in points) * 2, points[0][1]


def pot(name: str) -> Shape:
    def draw(pen: Pen, look: Look) -> tuple[float, float]:
        return thrown(pen, look, profile(PROFILES[name]), look.label or None)

    return draw


def _handle(pen: Pen, d: str, colour: str, width: float) -> None:
    pen.line(d, darken(colour, 0.22), width, stroke_linecap="round")
    pen.line(d, lighten(colour, 0.08), width * 0.5, stroke_linecap="round", opacity=0.8)


def mug(pen: Pen, look: Look) -> tuple[float, float]:
    _handle(pen, "M42 -84C86 -88 88 -26 40 -26", look.main, 13)
    return thrown(pen, look, profile(PROFILES["mug"]), look.label or None)


def teapot(pen: Pen, look: Look) -> tuple[float, float]:
    _handle(pen, "M62 -104C122 -112 116 -22 58 -32", look.main, 13)
    spout = "M-58 -40C-96 -52 -92 -96 -118 -112L-104 -120C-80 -108 -78 -86 -52 -84Z"
    pen.path(spout, darken(look.main, 0.08))
    pen.path(spout, pen.down((0, "#fff", 0.3), (1, "#1a0d16", 0.2)))
    thrown(pen, look, profile("40,122 s 72,96 s 78,56 s 62,14 c 46,0"))
    turned(pen, profile("8,140 s 36,130 c 42,120"), look.main, "satin", 0.2)
    pen.oval(0, -150, 9, 9, look.second)
    pen.oval(-3, -153, 3, 3, "#fff", opacity=0.6)
    return 190, 150


def saucer_cup(pen: Pen, look: Look) -> tuple[float, float]:
    pen.oval(0, -10, 84, 17, darken(look.main, 0.12))
    pen.oval(0, -13, 84, 17, look.main)
    pen.oval(0, -12, 52, 9, darken(look.main, 0.16))
    pen.group("translate(0 -12)")
    _handle(pen, "M42 -56C74 -62 74 -22 36 -22", look.main, 8)
    thrown(pen, look, profile(PROFILES["cup"]), look.label or None)
    pen.end()
    return 168, 82


def lidded(pen: Pen, look: Look) -> tuple[float, float]:
    """Storage jar with a wooden lid."""
    thrown(pen, look, profile(PROFILES["jar"]))
    turned(pen, profile("54,158 56,154 56,138"), "#b98a57", "satin", 0.2)
    pen.oval(0, -158, 54, 10.8, "#cfa473")
    pen.oval(0, -164, 11, 9, "#a87743")
    return 132, 166


def planted(pen: Pen, look: Look) -> tuple[float, float]:
    """Planter with a rubber plant in it."""
    leaf = "M0 0C26 -20 34 -62 14 -98C-12 -74 -18 -28 0 0Z"
    for x, turn, scale, share in (
        (-8, -58, 0.9, 0.2),
        (8, 52, 0.95, 0.28),
        (-4, -24, 1.15, 0.08),
        (6, 20, 1.1, 0.0),
        (0, -2, 1.3, 0.14),
    ):
        pen.group(f"translate({x} -114) rotate({turn}) scale({scale})")
        pen.path(leaf, pen.slant((0, lighten("#3f7a58", share + 0.12), 1), (1, darken("#2c5f45", 0.1), 1)))
        pen.line("M0 0Q12 -50 13 -90", "#d5e6d2", 1.4, opacity=0.6)
        pen.end()
    thrown(pen, look, profile(PROFILES["planter"]), "#4a3626")
    return 144, 230


def mortar(pen: Pen, look: Look) -> tuple[float, float]:
    """Stone mortar, the pestle standing in it."""
    pen.group("translate(10 -70) rotate(22)")
    turned(pen, profile("14,120 s 17,108 s 11,70 s 18,10 c 20,0"), lighten(look.main, 0.12), "matte", 0.2)
    pen.end()
    points = profile("78,104 s 80,88 s 60,26 c 62,0")
    turned(pen, points, look.main, "matte", 0.2)
    pen.oval(0, -104, 78, 15.6, lighten(look.main, 0.25))
    pen.path(
        "M-68 -103C-68 -88 68 -88 68 -103C60 -112 34 -114 22 -114L2 -96L-14 -114C-40 -113 -62 -110 -68 -103Z",
        darken(look.main, 0.45),
    )
    return 160, 190


SHAPES: dict[str, Shape] = {
    **{f"pot_{name}": pot(name) for name in PROFILES},
    "mug": mug, "teapot": teapot, "saucer_cup": saucer_cup, "lidded": lidded, "planted": planted,
    "mortar": mortar,
}  # fmt: skip
