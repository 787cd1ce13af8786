"""Shapes that a lathe could turn: a half profile, mirrored, filled and shaded like a lit, round body."""

import itertools

from infra.art.colour import darken, lighten
from infra.art.pen import Pen, num

# One point of a half profile from top to bottom: half width, height above the foot, and whether the line
# turns a corner there ("c") or runs through smoothly ("s").
Point = tuple[float, float, str]
Profile = list[Point]


def profile(text: str) -> Profile:
    """Read `30,200 s 44,150 c 40,0`: an optional `s` before a point makes it smooth."""
    points: Profile = []
    kind = "c"
    for token in text.split():
        if token in ("s", "c"):
            kind = token
            continue
        half, height = token.split(",")
        points.append((float(half), float(height), kind))
        kind = "c"
    return points


def _tangent(points: Profile, index: int) -> tuple[float, float]:
    """Catmull-Rom tangent, zero at corners and ends."""
    if points[index][2] == "c" or index in (0, len(points) - 1):
        return 0.0, 0.0
    before, after = points[index - 1], points[index + 1]
    return (after[0] - before[0]) / 6, (after[1] - before[1]) / 6


def side(points: Profile, sign: int) -> str:
    """Path commands down (sign 1) or, reversed by the caller, up one side. y grows downwards from the foot at 0."""
    steps = []
    for i in range(1, len(points)):
        (x0, y0, _), (x1, y1, _) = points[i - 1], points[i]
        (tx0, ty0), (tx1, ty1) = _tangent(points, i - 1), _tangent(points, i)
        if (tx0, ty0, tx1, ty1) == (0, 0, 0, 0):
            steps.append(f"L{num(sign * x1)} {num(-y1)}")
        else:
            a = f"{num(sign * (x0 + tx0))} {num(-(y0 + ty0))}"
            b = f"{num(sign * (x1 - tx1))} {num(-(y1 - ty1))}"
            steps.append(f"C{a} {b} {num(sign * x1)} {num(-y1)}")
    return "".join(steps)


def outline(points: Profile, bulge: float = 0.16) -> str:
    """Closed outline with a curved foot; `bulge` is how far we look down on the body (ellipse height / width)."""
    top, foot = points[0], points[-1]
    start = f"M{num(top[0])} {num(-top[1])}"
    lap = -foot[1] + foot[0] * bulge * 1.3
    base = f"C{num(foot[0])} {num(lap)} {num(-foot[0])} {num(lap)} {num(-foot[0])} {num(-foot[1])}"
    rim = top[0] * bulge
    lid = f"C{num(-top[0])} {num(-top[1] - rim * 1.3)} {num(top[0])} {num(-top[1] - rim * 1.3)} {num(top[0])} {num(-top[1])}Z"
    mirrored = side(list(reversed(points)), -1)
    return start + side(points, 1) + base + mirrored + lid


def shade(pen: Pen, d: str, finish: str = "gloss") -> None:
    """Lay light and shadow of a round body over `d`: window light from the left, darker right edge."""
    lamp = {"gloss": 0.5, "matte": 0.16, "metal": 0.75, "satin": 0.3}[finish]
    edge = {"gloss": 0.26, "matte": 0.2, "metal": 0.42, "satin": 0.24}[finish]
    dark = "#1a0d16"
    pen.path(
        d,
        pen.across(
            (0, dark, edge * 0.7),
            (0.13, dark, 0.03),
            (0.2, "#fff", lamp * 0.5),
            (0.27, "#fff", lamp),
            (0.36, "#fff", lamp * 0.25),
            (0.5, "#fff", 0),
            (0.72, dark, 0.05),
            (0.93, dark, edge),
            (1, dark, edge * 0.75),
        ),
    )


def turned(pen: Pen, points: Profile, colour: str, finish: str = "gloss", bulge: float = 0.16) -> str:
    """Draw an opaque body and return its outline."""
    d = outline(points, bulge)
    pen.path(d, colour)
    shade(pen, d, finish)
    return d


def mouth(pen: Pen, points: Profile, inside: str, bulge: float = 0.16, rim: str | None = None) -> None:
    """Draw the opening at the top of a vessel: the dark inside and a lit rim."""
    half, height = points[0][0], points[0][1]
    ry = half * bulge
    pen.oval(0, -height, half, ry, rim or lighten(inside, 0.35))
    pen.oval(0, -height + ry * 0.14, half * 0.93, ry * 0.84, pen.down((0, darken(inside, 0.45), 1), (1, inside, 1)))


def inset(points: Profile, by: float, floor: float = 0.0) -> Profile:
    """Return the profile drawn in by `by` on the sides and lifted to `floor` at the foot: liquid, or glass thickness."""
    return [(max(half - by, 1), max(height, floor), kind) for half, height, kind in points]


def cut(points: Profile, level: float) -> Profile:
    """Return the part of the profile below `level`, with a new top edge there: what a vessel is filled with."""
    below: Profile = []
    for (x0, y0, _), point in itertools.pairwise(points):
        if y0 > level >= point[1]:
            share = (y0 - level) / (y0 - point[1])
            below.append((x0 + (point[0] - x0) * share, level, "c"))
        if point[1] < level:
            below.append(point)
    return below
