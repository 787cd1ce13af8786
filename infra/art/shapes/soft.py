"""Cloth: cushions, runners, napkins, rugs, throws."""

from infra.art.colour import darken, lighten
from infra.art.look import Look, Shape
from infra.art.pen import Pen

PILLOW = "M-104 -196Q0 -178 104 -196Q90 -104 106 -4Q0 -20 -106 -4Q-90 -104 -104 -196Z"


def _weave(pen: Pen, look: Look) -> None:
    """Pattern over a square of about 200: stripe, block, check, kantha or plain."""
    if look.detail == "stripe":
        for x in (-84, -56, -28, 0, 28, 56, 84):
            pen.line(f"M{x} -196Q{x * 0.9:.0f} -104 {x} -4", look.second, 9 if x % 56 == 0 else 3)
    elif look.detail == "check":
        pen.line(
            "".join(f"M{x} -192V-8" for x in range(-80, 90, 32))
            + "".join(f"M-98 {y}H98" for y in range(-176, -20, 32)),
            look.second,
            7,
            opacity=0.55,
        )
    elif look.detail == "kantha":
        pen.add(
            f'<path d="{"".join(f"M-94 {y}H94" for y in range(-178, -14, 14))}" fill="none" stroke="{look.second}" stroke-width="2.4" stroke-dasharray="9 8"/>'
        )
    elif look.detail == "block":
        shapes = "".join(
            f"M{x} {y - 15}Q{x + 13} {y} {x} {y + 15}Q{x - 13} {y} {x} {y - 15}Z"
            for row, y in enumerate(range(-164, -20, 34))
            for x in range(-76 + (row % 2) * 19, 90, 38)
        )
        pen.path(shapes, look.second)


def cushion(pen: Pen, look: Look) -> tuple[float, float]:
    pen.group("rotate(-3)")
    pen.path(PILLOW, look.main)
    pen.add(f'<clipPath id="c"><path d="{PILLOW}"/></clipPath><g clip-path="url(#c)">')
    _weave(pen, look)
    pen.end()
    pen.path(PILLOW, pen.glow((0, "#fff", 0.28), (0.55, "#fff", 0), (1, "#1a0d16", 0.28)))
    pen.line(
        "M-98 -190Q-66 -160 -52 -140M98 -190Q70 -164 58 -146M-98 -12Q-70 -36 -58 -52M98 -12Q74 -34 60 -50",
        "#1a0d16",
        3,
        opacity=0.12,
        stroke_linecap="round",
    )
    pen.end()
    return 210, 196


def folded(pen: Pen, look: Look) -> tuple[float, float]:
    """A pile of folded cloth: napkins, runners, towels, throws."""
    for i, tone in enumerate((look.main, look.second, look.main, lighten(look.main, 0.2))):
        y = -i * 30
        w = 100 - i * 2
        pen.path(
            f"M{-w} {y - 4}Q{-w - 8} {y - 18} {-w} {y - 32}H{w - 6}Q{w + 12} {y - 32} {w + 12} {y - 17}T{w - 6} {y - 2}Z",
            tone,
        )
        pen.path(
            f"M{-w} {y - 4}Q{-w - 8} {y - 18} {-w} {y - 32}H{w - 6}Q{w + 12} {y - 32} {w + 12} {y - 17}T{w - 6} {y - 2}Z",
            pen.across((0, "#fff", 0.16), (0.4, "#fff", 0), (1, "#1a0d16", 0.26)),
        )
        pen.line(f"M{-w} {y - 4}H{w - 4}", darken(tone, 0.35), 1.4, opacity=0.5)
        for x in (-60, -20, 20, 60) if look.detail == "stripe" else ():
            pen.rect(x, y - 32, 10, 29, look.label, opacity=0.85)
    if look.detail == "fringe":
        pen.line("".join(f"M{x} -2V10" for x in range(-96, 98, 8)), darken(look.main, 0.1), 2)
    return 214, 124


def rug(pen: Pen, look: Look) -> tuple[float, float]:
    """Rolled dhurrie, its end lying open."""
    pen.path("M-128 -8L-60 -40H132L118 -2Z", look.main)
    pen.path("M-106 -14L-48 -34H-22L-74 -10ZM-22 -10L20 -36H48L14 -8ZM72 -6L104 -38H124L104 -4Z", look.second)
    pen.line(
        "".join(f"M{x} {-8 + (x + 128) * 0.025:.1f}l-6 9" for x in range(-126, 118, 10)), lighten(look.main, 0.4), 2
    )
    pen.group("translate(0 -58)")
    pen.rect(-92, -46, 200, 92, look.main, 10)
    for x in (-66, -14, 38):
        pen.path(f"M{x} -46h26v92h-26Z", look.second)
        pen.path(f"M{x + 13} -30l10 30l-10 30l-10 -30Z", look.label)
    pen.rect(-92, -46, 200, 92, pen.down((0, "#fff", 0.3), (0.35, "#fff", 0), (1, "#1a0d16", 0.4)), 10)
    pen.oval(108, 0, 22, 46, darken(look.main, 0.2))
    pen.line("M108 -34C128 -30 126 34 106 32C92 28 94 -20 108 -20C118 -18 116 18 108 16", lighten(look.main, 0.3), 4)
    pen.end()
    return 260, 108


def basket(pen: Pen, look: Look) -> tuple[float, float]:
    d = "M-84 -128L-70 0Q0 14 70 0L84 -128Z"
    pen.path("M-52 -128C-52 -208 52 -208 52 -128", "none", stroke=darken(look.main, 0.2), stroke_width=9)
    pen.path(d, look.main)
    pen.add(
        f'<path d="{"".join(f"M-88 {y}Q0 {y + 14} 88 {y}" for y in range(-118, 0, 13))}" fill="none" stroke="{darken(look.main, 0.25)}" stroke-width="3" stroke-dasharray="12 6"/>'
    )
    pen.path("M-80 -92Q0 -78 80 -92L77 -66Q0 -52 -77 -66Z", look.second, opacity=0.9)
    pen.path(d, pen.across((0, "#1a0d16", 0.22), (0.28, "#fff", 0.22), (0.5, "#fff", 0), (1, "#1a0d16", 0.32)))
    pen.oval(0, -128, 84, 17, darken(look.main, 0.15))
    pen.oval(0, -127, 76, 13, darken(look.main, 0.5))
    return 168, 180


def apron(pen: Pen, look: Look) -> tuple[float, float]:
    """Cloth hung from a peg: apron, tea towel."""
    pen.oval(0, -256, 8, 8, "#b8894a")
    d = "M-14 -250Q0 -236 14 -250L82 -212L74 0Q50 -10 30 0T-14 0T-74 -2L-80 -212Z"
    pen.path(d, look.main)
    pen.add(f'<clipPath id="c"><path d="{d}"/></clipPath><g clip-path="url(#c)">')
    _weave(pen, look)
    pen.end()
    pen.path(
        d,
        pen.across(
            (0, "#1a0d16", 0.18),
            (0.18, "#fff", 0.2),
            (0.36, "#1a0d16", 0.12),
            (0.56, "#fff", 0.16),
            (0.8, "#1a0d16", 0.1),
            (1, "#1a0d16", 0.28),
        ),
    )
    return 160, 250


SHAPES: dict[str, Shape] = {"cushion": cushion, "folded": folded, "rug": rug, "basket": basket, "towel": apron}
