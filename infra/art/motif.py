"""What a scent or an active smells and looks like: small still-life pieces beside a good."""

from infra.art.colour import darken, lighten
from infra.art.pen import Pen

LEAF = "M0 0C16 -10 22 -34 14 -56C-6 -44 -14 -18 0 0Z"


def _leaf(pen: Pen, x: float, y: float, turn: float, scale: float, colour: str) -> None:
    pen.group(f"translate({x:g} {y:g}) rotate({turn:g}) scale({scale:g})")
    pen.path(LEAF, pen.slant((0, lighten(colour, 0.2), 1), (1, darken(colour, 0.15), 1)))
    pen.line("M0 0Q8 -26 13 -52", darken(colour, 0.3), 1.2, opacity=0.6)
    pen.end()


def _petal(pen: Pen, x: float, y: float, turn: float, colour: str) -> None:
    pen.group(f"translate({x:g} {y:g}) rotate({turn:g})")
    pen.path(
        "M0 0C-22 -4 -26 -24 -8 -30C-4 -26 2 -27 6 -31C24 -24 18 -2 0 0Z",
        pen.down((0, lighten(colour, 0.35), 1), (1, colour, 1)),
    )
    pen.end()


def petals(pen: Pen, colour: str) -> None:
    for x, y, turn in ((76, 446, -16), (112, 456, 24), (322, 444, 40), (298, 460, -30)):
        _petal(pen, x, y, turn, colour)


def leaves(pen: Pen, colour: str) -> None:
    _leaf(pen, 92, 440, -62, 1.2, colour)
    _leaf(pen, 104, 444, -28, 1.0, lighten(colour, 0.12))
    _leaf(pen, 308, 448, 56, 1.1, colour)


def citrus(pen: Pen, colour: str) -> None:
    pen.oval(98, 428, 38, 30, darken(colour, 0.08))
    pen.oval(98, 427, 33, 26, "#fff6e0")
    pen.oval(98, 427, 29, 22.5, colour)
    pen.line("M98 405V449M69 427H127M77 411L119 443M119 411L77 443", "#fff6e0", 2.4)
    _leaf(pen, 128, 446, 64, 0.8, "#5c8a3a")


def drops(pen: Pen, colour: str) -> None:
    for x, y, rx in ((92, 440, 22), (124, 452, 11), (312, 446, 16), (290, 456, 7)):
        pen.oval(x, y, rx, rx * 0.5, colour, opacity=0.75)
        pen.oval(x - rx * 0.3, y - rx * 0.16, rx * 0.34, rx * 0.12, "#fff", opacity=0.85)


def seeds(pen: Pen, colour: str) -> None:
    for x, y, turn in ((82, 442, 20), (106, 452, -30), (128, 444, 70), (304, 448, -14), (324, 440, 40)):
        pen.group(f"translate({x} {y}) rotate({turn})")
        pen.oval(0, 0, 15, 9, darken(colour, 0.12))
        pen.oval(-3, -3, 8, 3, lighten(colour, 0.4), opacity=0.7)
        pen.end()


def threads(pen: Pen, colour: str) -> None:
    """Saffron, vetiver, tulsi stems."""
    pen.line(
        "M62 448Q86 428 118 446M74 456Q104 440 132 456M300 444Q322 430 342 448M286 456Q312 442 336 458M88 440Q98 424 122 432",
        colour,
        3.4,
        stroke_linecap="round",
    )


def smear(pen: Pen, colour: str) -> None:
    """A swatch of the texture itself."""
    pen.path("M44 446C66 428 106 440 142 430C152 436 146 450 128 454C96 462 62 462 44 446Z", colour)
    pen.path("M62 444C84 436 110 444 134 437C120 448 86 452 62 444Z", "#fff", opacity=0.35)


MOTIFS = {
    "petals": petals, "leaves": leaves, "citrus": citrus, "drops": drops,
    "seeds": seeds, "threads": threads, "smear": smear,
}  # fmt: skip
