"""Wide pictures: heroes, banners and category tiles, composed of the same goods that are sold.

`scenes.toml` says which; one good is written `shape main second label mark detail @ x y scale`, `-` for nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from infra.art.colour import darken, lighten
from infra.art.look import Look
from infra.art.pen import Pen, num
from infra.art.shapes import SHAPES
from infra.art.stage import plinth, podium_shadow, sill_shadow


@dataclass(frozen=True)
class Frame:
    """Size and ground line of a scene."""

    width: int
    height: int
    ground: float


def _ogee(x: float, foot: float, half: float, height: float) -> str:
    """An arch with a pointed crown."""
    spring, crown = foot - height * 0.62, foot - height
    left, right = x - half, x + half
    return (
        f"M{num(left)} {num(foot)}V{num(spring)}C{num(left)} {num(crown + height * 0.16)} {num(x - half * 0.25)} {num(crown + height * 0.13)} {num(x)} {num(crown)}"
        f"C{num(x + half * 0.25)} {num(crown + height * 0.13)} {num(right)} {num(crown + height * 0.16)} {num(right)} {num(spring)}V{num(foot)}Z"
    )


def alcoves(pen: Pen, frame: Frame, colours: list[str]) -> None:
    """A haveli wall of alcoves in three colours."""
    wall, inner, far = colours
    pen.rect(0, 0, frame.width, frame.height, wall)
    for share, half, height, tone in ((0.2, 0.15, 0.66, far), (0.8, 0.15, 0.66, far), (0.5, 0.24, 0.9, inner)):
        x = frame.width * share
        arch = _ogee(x, frame.ground + 6, frame.width * half, frame.ground * height)
        pen.path(arch, pen.down((0, lighten(tone, 0.18), 1), (1, darken(tone, 0.06), 1)))
        pen.line(arch, lighten(tone, 0.45), 3, opacity=0.7)
    pen.rect(
        0,
        frame.ground,
        frame.width,
        frame.height - frame.ground,
        pen.down((0, darken(wall, 0.22), 1), (1, darken(wall, 0.08), 1)),
    )


def sunrise(pen: Pen, frame: Frame, colours: list[str]) -> None:
    """A disc over layered hills of colour."""
    sky, disc, hill = colours
    w, h, g = frame.width, frame.height, frame.ground
    pen.rect(0, 0, w, h, pen.down((0, lighten(sky, 0.12), 1), (1, sky, 1)))
    pen.oval(w * 0.56, g * 0.58, g * 0.5, g * 0.5, pen.down((0, lighten(disc, 0.3), 1), (1, disc, 1)))
    pen.path(
        f"M0 {num(g * 0.86)}Q{num(w * 0.26)} {num(g * 0.66)} {num(w * 0.52)} {num(g * 0.84)}T{w} {num(g * 0.74)}V{h}H0Z",
        lighten(hill, 0.16),
        opacity=0.9,
    )
    pen.rect(0, g, w, h - g, pen.down((0, darken(hill, 0.12), 1), (1, hill, 1)))


def window(pen: Pen, frame: Frame, colours: list[str]) -> None:
    """A plaster wall in the light of a barred window, and a long stone sill."""
    wall, light, stone = colours
    w, h, g = frame.width, frame.height, frame.ground
    pen.rect(0, 0, w, h, pen.slant((0, lighten(wall, 0.12), 1), (1, darken(wall, 0.14), 1)))
    pane = pen.down((0, light, 0.08), (0.6, light, 0.34), (1, light, 0.14))
    step = w * 0.15
    panes = "".join(
        f"M{num(w * 0.1 + i * step)} 0h{num(step * 0.82)}l{num(g * 0.5)} {num(g)}h{num(-step * 0.82)}Z"
        for i in range(4)
    )
    pen.path(panes, pane)
    pen.line(f"M0 {num(g * 0.36)}L{w} {num(g * 0.36)}", darken(wall, 0.1), 9, opacity=0.16)
    pen.rect(0, g, w, h - g, pen.down((0, lighten(stone, 0.12), 1), (0.12, stone, 1), (1, darken(stone, 0.2), 1)))
    pen.rect(0, g - 1, w, 2, lighten(stone, 0.4), opacity=0.8)


def shelf(pen: Pen, frame: Frame, colours: list[str]) -> None:
    """A dark cabinet, lit from within."""
    wall, light, wood = colours
    w, h, g = frame.width, frame.height, frame.ground
    pen.rect(0, 0, w, h, wall)
    pen.rect(0, 0, w, g, pen.glow((0, lighten(wall, 0.26), 1), (1, darken(wall, 0.3), 1)))
    pen.oval(w / 2, 0, w * 0.5, g * 0.7, pen.glow((0, light, 0.28), (1, light, 0)))
    pen.rect(0, g, w, h - g, pen.down((0, lighten(wood, 0.2), 1), (0.16, wood, 1), (1, darken(wood, 0.4), 1)))


Ground = Callable[[Pen, Frame, list[str]], None]
GROUNDS: dict[str, tuple[Ground, Callable[[Pen, float, float], None]]] = {
    "alcoves": (alcoves, podium_shadow),
    "sunrise": (sunrise, podium_shadow),
    "window": (window, sill_shadow),
    "shelf": (shelf, sill_shadow),
}


def _good(pen: Pen, text: str, shadow: Callable[[Pen, float, float], None]) -> None:
    described, _, place = text.partition("@")
    shape, *words = (("" if word == "-" else word) for word in described.split())
    main, second, label, mark, detail = (*words, "", "", "", "", "")[:5]
    x, y, scale = (float(part) for part in place.split())
    look = Look(main, second, label, mark, detail)
    width, height = SHAPES[shape](Pen(), look)
    pen.group(f"translate({num(x)} {num(y)}) scale({scale:g})")
    shadow(pen, width, height)
    SHAPES[shape](pen, look)
    pen.end()


def compose(scene: dict[str, Any]) -> str:
    """Return the SVG file of one `[[scene]]`."""
    frame = Frame(scene["width"], scene["height"], scene["ground"])
    paint, shadow = GROUNDS[scene["backdrop"]]
    pen = Pen()
    paint(pen, frame, scene["colours"])
    for text in scene.get("plinths", []):
        x, top, half, height, colour = text.split()
        plinth(pen, float(x), float(top), float(half), float(height), colour)
    for text in scene["goods"]:
        _good(pen, text, shadow)
    return pen.svg(frame.width, frame.height, scene["title"])
