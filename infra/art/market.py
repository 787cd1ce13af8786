"""The picture of the platform's own front page: a haat, a market of stalls with goods of many houses.

`python -m infra.art.market <file>` draws it.
"""

import sys
from pathlib import Path

from infra.art.colour import darken, lighten
from infra.art.look import Look
from infra.art.pen import Pen, num
from infra.art.shapes import SHAPES
from infra.art.stage import podium_shadow

WIDTH, HEIGHT, COUNTER, GROUND = 1600, 640, 430, 590
STALLS = (
    (40, "#d81b60", "#fff1e6", "#f28fab", ("dropper #c2185b #d4a24c #fff3ee leaf @ 80 .95", "lipstick #b3122e #3a1030 #f2b84b flower @ 200 .8", "jar #ffe9ee #d4a24c #fff6f2 leaf @ 300 .62")),
    (430, "#0f4454", "#eef2f0", "#7fa6ad", ("glass_carafe #2f6f8f - - - ribbed @ 84 .9", "goblet #c98a4a @ 190 .85", "pot_moon #efe9dd #8a7a60 #cfc6b2 - speckle @ 296 .85")),
    (820, "#f2913d", "#fff6df", "#f7c174", ("metal_jug #b8733f - - - hammered @ 84 .9", "diya #c79a4b @ 200 .95", "metal_bowl #c79a4b - - - hammered @ 302 .8")),
    (1210, "#3f7d4e", "#f2f7e8", "#a9cf8f", ("oil #c9862f #8c5a18 #fff1d9 leaf @ 70 .85", "basket #c9a46a #2f5f5a @ 190 .8", "planted #b5633f @ 302 .72")),
)  # fmt: skip


def _good(pen: Pen, text: str, left: float) -> None:
    described, _, place = text.partition("@")
    shape, *words = (("" if word == "-" else word) for word in described.split())
    main, second, label, mark, detail = (*words, "", "", "", "", "")[:5]
    x, scale = (float(part) for part in place.split())
    look = Look(main, second, label, mark, detail)
    pen.group(f"translate({num(left + x)} {COUNTER}) scale({scale * 0.86:.2f})")
    width, height = SHAPES[shape](Pen(), look)
    podium_shadow(pen, width, height * 0.5)
    SHAPES[shape](pen, look)
    pen.end()


def _awning(pen: Pen, left: float, colour: str, pale: str) -> None:
    """Seven stripes, each ending in a scallop."""
    for i in range(7):
        tone = (colour, pale)[i % 2]
        top, foot = left + 20 + i * 46, left - 10 + i * 55
        pen.path(f"M{num(top)} 120H{num(top + 46)}L{num(foot + 55)} 206a27.5 27.5 0 0 1-55 0Z", tone)
    pen.path(
        f"M{num(left + 20)} 120H{num(left + 342)}L{num(left + 375)} 206H{num(left - 10)}Z",
        pen.down((0, "#fff", 0.3), (0.4, "#fff", 0), (1, "#1a0d16", 0.16)),
    )
    pen.rect(left + 12, 108, 338, 14, darken(colour, 0.25), 7)


def _stall(pen: Pen, left: float, colour: str, pale: str, cloth: str) -> None:
    for x in (left + 16, left + 338):
        pen.rect(x, 120, 10, GROUND - 120, pen.across((0, "#8a5a34", 1), (0.4, "#b98a57", 1), (1, "#6a4326", 1)))
    pen.rect(left + 26, 206, 312, COUNTER - 206, pen.down((0, lighten(cloth, 0.5), 0.95), (1, cloth, 0.8)))
    pen.rect(left + 26, COUNTER, 312, GROUND - COUNTER, pen.down((0, cloth, 1), (1, darken(cloth, 0.16), 1)))
    for i in range(6):
        pen.path(f"M{num(left + 26 + i * 52)} {COUNTER + 8}h52l-26 44Z", (colour, pale)[i % 2], opacity=0.9)
    pen.rect(left, COUNTER - 6, 364, 18, pen.down((0, "#cfa473", 1), (1, "#8a5a34", 1)), 4)
    _awning(pen, left, colour, pale)


def _lights(pen: Pen) -> None:
    """Four spans of cable, eight bulbs on each, hanging where the cable hangs."""
    high, low = 22, 92
    pen.line("M0 22" + "".join(f"Q{x + 200} {low} {x + 400} {high}" for x in range(0, WIDTH, 400)), "#5a6099", 2.5)
    for place in range(32):
        t = (place % 8 + 0.5) / 8
        x = (place // 8 + t) * 400
        y = high * ((1 - t) ** 2 + t**2) + 2 * low * t * (1 - t) + 9
        pen.oval(x, y, 26, 26, pen.glow((0, "#ffd978", 0.55), (1, "#ffd978", 0)))
        pen.oval(x, y, 5.5, 7, lighten("#f5b041", 0.4))


def market() -> str:
    """Return the whole picture; its sky is left clear for the night of the page."""
    pen = Pen()
    pen.rect(0, GROUND, WIDTH, HEIGHT - GROUND, "#262b57")
    pen.rect(0, GROUND, WIDTH, 5, "#3a407c")
    _lights(pen)
    for left, colour, pale, cloth, goods in STALLS:
        _stall(pen, left, colour, pale, cloth)
        for text in goods:
            _good(pen, text, left)
    return pen.svg(WIDTH, HEIGHT, "A market of four stalls: beauty, glass, brass and plants")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(market(), encoding="utf-8")
