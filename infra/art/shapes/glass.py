"""Glassware: what you see is edges, highlights and what stands behind."""

from infra.art.colour import darken, lighten
from infra.art.lathe import Profile, cut, inset, outline, profile, side
from infra.art.look import Look, Shape
from infra.art.pen import Pen, num


def blown(pen: Pen, points: Profile, tint: str, bulge: float = 0.16, lines: str = "") -> str:
    """Draw a clear or tinted glass body with rim, thick foot and highlights; return its outline."""
    d = outline(points, bulge)
    edge = darken(tint, 0.35)
    pen.path(
        d,
        pen.across(
            (0, edge, 0.66),
            (0.07, tint, 0.42),
            (0.3, lighten(tint, 0.45), 0.44),
            (0.62, tint, 0.42),
            (0.92, tint, 0.6),
            (1, edge, 0.7),
        ),
    )
    for stroke in lines.split(";") if lines else ():
        pen.line(stroke, lighten(tint, 0.75), 1.6, opacity=0.65)
    half, height = points[0][0], points[0][1]
    lap = half * bulge
    pen.oval(0, -height, half, lap, lighten(tint, 0.7), opacity=0.35, stroke=edge, stroke_width=1.4)
    foot = points[-1][0]
    pen.oval(0, -5, foot * 0.86, max(foot * bulge * 0.8, 3), darken(tint, 0.1), opacity=0.35)
    pen.line(
        f"M{num(-foot * 0.7)} -3Q0 {num(foot * bulge)} {num(foot * 0.7)} -3",
        "#fff",
        2,
        opacity=0.75,
        stroke_linecap="round",
    )
    pen.line(d, edge, 1.1, opacity=0.45)
    return d


def glint(pen: Pen, points: Profile, start: float, stop: float) -> None:
    """A long highlight on the left and a short one on the right, following the wall between two heights."""
    wall: Profile = [(h * 0.78, y, "s") for h, y, _ in points if start <= y <= stop]
    if len(wall) < 2:
        return
    short = wall[: max(2, len(wall) // 2)]
    for sign, part, width, strength in ((-1, wall, 5, 0.75), (1, short, 2.4, 0.55)):
        d = f"M{num(sign * part[0][0])} {num(-part[0][1])}{side(part, sign)}"
        pen.line(d, "#fff", width, opacity=strength, stroke_linecap="round")


def fill(pen: Pen, points: Profile, level: float, colour: str, bulge: float = 0.16) -> None:
    """Pour something in, up to `level`."""
    below = cut(inset(points, 3, 7), level)
    pen.path(outline(below, bulge), pen.down((0, lighten(colour, 0.15), 0.9), (1, darken(colour, 0.1), 0.95)))
    half = below[0][0]
    pen.oval(0, -level, half, half * bulge, lighten(colour, 0.3), opacity=0.9)


def caustic(pen: Pen, half: float, tint: str) -> None:
    """The coloured light that a glass throws on the table."""
    pen.path(
        f"M{num(half * 0.2)} 2L{num(half + 46)} -12L{num(half + 70)} -4L{num(half * 0.8)} 8Z",
        lighten(tint, 0.15),
        opacity=0.4,
    )


PROFILES = {
    "tumbler": "52,128 46,8 c 44,0",
    "highball": "40,176 37,8 c 36,0",
    "old_fashioned": "56,104 54,8 c 52,0",
    "stacking": "50,96 s 49,70 c 42,60 s 42,30 c 40,0",
    "pitcher": "46,208 s 38,186 s 44,140 s 66,70 s 62,20 c 54,0",
    "carafe": "30,226 s 24,200 s 22,164 s 46,110 s 64,54 s 60,14 c 50,0",
    "decanter": "24,232 s 16,204 s 17,168 s 40,118 s 92,48 s 92,20 c 74,0",
    "bottle": "17,238 17,200 s 20,176 s 46,146 s 50,120 c 50,8 c 47,0",
    "bud": "15,186 s 11,160 s 13,120 s 40,70 s 44,36 c 30,0",
    "vase_tall": "44,226 s 32,186 s 34,140 s 54,70 s 46,18 c 40,0",
    "vase_round": "34,166 s 30,150 s 64,112 s 82,70 s 66,18 c 46,0",
    "bowl": "100,86 s 94,54 s 66,14 c 42,0",
    "jar": "54,150 s 58,140 c 58,8 c 54,0",
    "hurricane": "44,214 s 40,190 s 60,120 s 58,50 c 44,0",
    "votive": "42,72 s 44,40 c 38,0",
    "cloche": "6,190 s 70,150 s 84,90 c 84,0",
}


def _lines(kind: str, points: Profile) -> str:
    """Cut, ribbed or hammered pattern as strokes over the wall."""
    top, foot = points[0], points[-1]
    if kind == "ribbed":
        return ";".join(
            f"M{num(top[0] * k)} {num(-top[1] + 8)}L{num(foot[0] * k)} -8"
            for k in (-0.78, -0.5, -0.2, 0.12, 0.42, 0.72)
        )
    if kind == "cut":
        h = top[1]
        return ";".join(
            f"M{num(x - 16)} {num(-h * 0.2)}L{num(x)} {num(-h * 0.52)}L{num(x + 16)} {num(-h * 0.2)}L{num(x)} -10Z"
            for x in (-32, 0, 32)
        )
    if kind == "bubble":
        spots = ((-20, 0.3), (8, 0.55), (24, 0.25), (-8, 0.75), (18, 0.8), (-28, 0.6), (0, 0.16))
        return ";".join(f"M{num(x)} {num(-top[1] * y)}a3 3 0 1 0 .1 0Z" for x, y in spots)
    return ""


def vessel(name: str) -> Shape:
    def draw(pen: Pen, look: Look) -> tuple[float, float]:
        points = profile(PROFILES[name])
        half = max(h for h, _, _ in points)
        caustic(pen, half, look.main)
        kind, _, level = look.detail.partition("@")
        if level:
            fill(pen, points, float(level), look.second)
        blown(pen, points, look.main, lines=_lines(kind, points))
        glint(pen, points, 12, points[0][1] - 8)
        return half * 2, points[0][1]

    return draw


def _stem(cup: str, height: float, foot: float) -> Shape:
    def draw(pen: Pen, look: Look) -> tuple[float, float]:
        edge = darken(look.main, 0.3)
        caustic(pen, foot, look.main)
        pen.oval(0, -4, foot, foot * 0.2, lighten(look.main, 0.5), opacity=0.6, stroke=edge, stroke_width=1.2)
        stem = f"M-3.5 {num(-height)}Q-3 -20 -{num(foot * 0.4)} -6Q0 0 {num(foot * 0.4)} -6Q3 -20 3.5 {num(-height)}Z"
        pen.path(stem, pen.across((0, edge, 0.7), (0.4, "#fff", 0.85), (1, edge, 0.6)))
        pen.group(f"translate(0 {num(-height)})")
        points = profile(cup)
        kind, _, level = look.detail.partition("@")
        if level:
            fill(pen, points, float(level), look.second)
        blown(pen, points, look.main, lines=_lines(kind, points))
        glint(pen, points, 10, points[0][1] - 6)
        pen.end()
        return foot * 2, height + points[0][1]

    return draw


def candlestick(pen: Pen, look: Look) -> tuple[float, float]:
    """Glass candle holder with a lit taper; `second` is the wax."""
    pen.rect(
        -7,
        -236,
        14,
        130,
        pen.across(
            (0, darken(look.second, 0.2), 1), (0.35, lighten(look.second, 0.3), 1), (1, darken(look.second, 0.18), 1)
        ),
        3,
    )
    pen.path("M0 -272C10 -256 8 -242 0 -240C-8 -242 -10 -256 0 -272Z", pen.down((0, "#ffe9a8", 1), (1, "#f59b2e", 1)))
    pen.oval(0, -252, 34, 38, pen.glow((0, "#ffe9a8", 0.55), (1, "#ffe9a8", 0)))
    caustic(pen, 48, look.main)
    points = profile("15,112 s 14,100 s 26,84 s 12,66 s 20,48 s 12,30 s 50,12 c 50,0")
    blown(pen, points, look.main)
    glint(pen, points, 10, 100)
    return 100, 240


SHAPES: dict[str, Shape] = {
    **{f"glass_{name}": vessel(name) for name in PROFILES},
    "goblet": _stem("40,104 s 46,66 s 36,22 c 6,0", 92, 42),
    "coupe": _stem("62,52 s 58,30 s 30,8 c 5,0", 112, 40),
    "flute": _stem("24,128 s 27,80 s 18,20 c 4,0", 86, 36),
    "cakestand_glass": _stem("96,22 s 95,8 c 30,0", 84, 58),
    "glass_candlestick": candlestick,
}
