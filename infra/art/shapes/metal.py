"""Brass, copper and steel."""

from infra.art.colour import darken, lighten
from infra.art.lathe import mouth, profile, turned
from infra.art.look import Look, Shape
from infra.art.pen import Pen, num

PROFILES = {
    "lota": "40,118 s 30,104 s 34,96 s 66,60 s 52,12 c 34,0",
    "tumbler": "44,122 42,8 c 40,0",
    "urli": "124,62 120,54 s 112,30 s 70,4 c 50,0",
    "jug": "36,196 s 28,168 s 34,140 s 62,84 s 56,24 c 44,0",
    "box": "64,82 64,6 c 62,0",
    "vase": "40,206 s 22,176 s 18,150 s 50,96 s 44,40 s 28,16 c 38,0",
    "bowl": "86,66 s 78,34 s 44,6 c 34,0",
}


def beaten(name: str) -> Shape:
    def draw(pen: Pen, look: Look) -> tuple[float, float]:
        points = profile(PROFILES[name])
        turned(pen, points, look.main, "metal", 0.18)
        half, height = max(h for h, _, _ in points), points[0][1]
        if look.detail == "hammered":
            for i, (x, y) in enumerate(
                (
                    (-0.5, 0.3),
                    (-0.2, 0.45),
                    (0.15, 0.3),
                    (0.45, 0.5),
                    (-0.35, 0.62),
                    (0.05, 0.62),
                    (0.35, 0.22),
                    (-0.05, 0.18),
                )
            ):
                pen.oval(x * half, -height * y, 6, 5, ("#fff", darken(look.main, 0.4))[i % 2], opacity=0.2)
        mouth(pen, points, look.second or darken(look.main, 0.3), 0.18, lighten(look.main, 0.45))
        if look.detail == "flowers":
            for i, x in enumerate((-72, -44, -12, 20, 52, 78, -58, 4, 38)):
                y = -height - (3 if i < 6 else -7)
                pen.oval(x, y, 12, 8, ("#f08a2c", "#e8b02e", "#c2304f")[i % 3])
                pen.oval(x, y - 1, 5, 3, "#fff3c4", opacity=0.6)
        return half * 2, height

    return draw


def kettle(pen: Pen, look: Look) -> tuple[float, float]:
    pen.path("M58 -56C96 -66 92 -112 120 -126L132 -116C112 -98 110 -62 66 -36Z", darken(look.main, 0.1))
    turned(pen, profile("38,128 s 74,96 s 82,40 c 76,0"), look.main, "metal", 0.14)
    turned(pen, profile("10,142 s 32,136 c 39,126"), lighten(look.main, 0.1), "metal", 0.18)
    pen.oval(0, -148, 9, 8, look.second)
    pen.line("M-58 -106C-64 -206 64 -206 58 -106", darken(look.main, 0.25), 5)
    pen.line("M-34 -176C-16 -186 16 -186 34 -176", look.second, 13, stroke_linecap="round")
    return 190, 190


def cutlery(pen: Pen, look: Look) -> tuple[float, float]:
    """Fork, knife and spoon, standing a little apart; handles in the second colour."""
    steel = pen.across(
        (0, darken(look.main, 0.3), 1),
        (0.35, lighten(look.main, 0.55), 1),
        (0.6, look.main, 1),
        (1, darken(look.main, 0.35), 1),
    )
    grip = pen.across(
        (0, darken(look.second, 0.25), 1), (0.4, lighten(look.second, 0.25), 1), (1, darken(look.second, 0.25), 1)
    )
    for x, head in (
        (
            -66,
            "M-13 -250V-206C-13 -192 -5 -186 -4 -176V-120H4V-176C5 -186 13 -192 13 -206V-250H9V-212H6V-250H2V-212H-2V-250H-6V-212H-9V-250Z",
        ),
        (0, "M-8 -120V-250C8 -246 14 -200 11 -166L5 -150V-120Z"),
        (66, "M0 -252C20 -250 22 -196 4 -182V-120H-4V-182C-22 -196 -20 -250 0 -252Z"),
    ):
        pen.group(f"translate({num(x)} 0)")
        pen.path(head, steel)
        pen.rect(-7, -122, 14, 122, grip, 7)
        pen.rect(-5, -120, 3, 112, "#fff", 1.5, opacity=0.35)
        pen.end()
    return 170, 250


def diya(pen: Pen, look: Look) -> tuple[float, float]:
    pen.oval(0, -116, 58, 62, pen.glow((0, "#ffe9a8", 0.6), (1, "#ffe9a8", 0)))
    turned(pen, profile("7,58 s 8,40 s 14,28 s 40,12 c 52,0"), look.main, "metal", 0.2)
    turned(pen, profile("66,86 s 56,66 c 14,54"), look.main, "metal", 0.2)
    mouth(pen, profile("66,86 14,54"), "#e0a63a", 0.2, lighten(look.main, 0.4))
    pen.path("M0 -150C14 -126 10 -98 0 -92C-10 -98 -14 -126 0 -150Z", pen.down((0, "#fff2b8", 1), (1, "#f08a2c", 1)))
    return 132, 150


def incense(pen: Pen, look: Look) -> tuple[float, float]:
    """Incense holder with three sticks and a thread of smoke."""
    pen.line("M-20 -236C-40 -260 6 -276 -14 -300", "#fff", 3, opacity=0.5, stroke_linecap="round")
    for x in (-20, 0, 20):
        pen.line(f"M{num(x * 0.3)} -34L{num(x)} -232", "#6b4a36", 3.2, stroke_linecap="round")
        pen.oval(x, -232, 2.6, 2.6, "#f0682c")
    turned(pen, profile("16,46 s 20,34 s 54,18 c 60,0"), look.main, "metal", 0.2)
    mouth(pen, profile("16,46 20,34"), darken(look.main, 0.3), 0.2, lighten(look.main, 0.4))
    return 120, 232


def bell(pen: Pen, look: Look) -> tuple[float, float]:
    pen.oval(0, -8, 9, 9, darken(look.main, 0.3))
    turned(pen, profile("12,120 s 34,100 s 42,50 s 62,14 c 64,8"), look.main, "metal", 0.16)
    pen.line("M-44 -46Q0 -34 44 -46M-40 -58Q0 -46 40 -58", darken(look.main, 0.4), 2, opacity=0.5)
    turned(pen, profile("8,204 s 12,190 s 7,160 s 10,140 c 14,118"), look.main, "metal", 0.16)
    return 128, 204


SHAPES: dict[str, Shape] = {
    **{f"metal_{name}": beaten(name) for name in PROFILES},
    "kettle": kettle, "cutlery": cutlery, "diya": diya, "incense": incense, "bell": bell,
}  # fmt: skip
