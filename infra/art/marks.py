"""Sellers' emblems and label print. Print is drawn as bars: pictures stay legible at thumbnail size without fonts."""

import math

from infra.art.colour import contrast, darken, lighten
from infra.art.look import Look
from infra.art.pen import Pen, num


def ink_on(paper: str) -> str:
    """Return a dark or light ink of the paper's own hue, whichever can be read."""
    dark, light = darken(paper, 0.75), lighten(paper, 0.86)
    return dark if contrast(paper, dark) > contrast(paper, light) else light


def _petals(count: int, radius: float, width: float) -> str:
    leaf = f"M0 0C{num(width)} {num(-radius * 0.4)} {num(width)} {num(-radius * 0.8)} 0 {num(-radius)}C{num(-width)} {num(-radius * 0.8)} {num(-width)} {num(-radius * 0.4)} 0 0Z"
    turns = (f'<path d="{leaf}" transform="rotate({num(360 / count * i)})"/>' for i in range(count))
    return "".join(turns)


def _rays(count: int, inner: float, outer: float) -> str:
    d = ""
    for i in range(count):
        a = 2 * math.pi * i / count
        d += f"M{num(inner * math.cos(a))} {num(inner * math.sin(a))}L{num(outer * math.cos(a))} {num(outer * math.sin(a))}"
    return d


def emblem(pen: Pen, mark: str, x: float, y: float, size: float, ink: str) -> None:
    """Draw a seller's emblem around (x, y), `size` across."""
    r = size / 2
    pen.add(f'<g transform="translate({num(x)} {num(y)})" fill="{ink}">')
    if mark == "leaf":
        pen.path(
            f"M0 {num(r)}C{num(-r * 1.2)} {num(r * 0.2)} {num(-r * 0.6)} {num(-r * 0.8)} 0 {num(-r)}C{num(r * 0.6)} {num(-r * 0.8)} {num(r * 1.2)} {num(r * 0.2)} 0 {num(r)}Z",
            ink,
        )
    elif mark == "flower":
        pen.add(_petals(8, r, r * 0.34))
    elif mark == "sun":
        pen.oval(0, 0, r * 0.5, r * 0.5, ink)
        pen.line(_rays(12, r * 0.68, r), ink, size * 0.07)
    elif mark == "ring":
        pen.line(
            f"M{num(-r)} 0A{num(r)} {num(r)} 0 1 1 {num(r)} 0A{num(r)} {num(r)} 0 1 1 {num(-r)} 0Z", ink, size * 0.1
        )
        pen.oval(0, 0, r * 0.36, r * 0.36, ink)
    elif mark == "arch":
        pen.path(
            f"M{num(-r * 0.7)} {num(r)}V{num(-r * 0.1)}Q{num(-r * 0.6)} {num(-r * 0.6)} 0 {num(-r)}Q{num(r * 0.6)} {num(-r * 0.6)} {num(r * 0.7)} {num(-r * 0.1)}V{num(r)}Z",
            ink,
        )
    elif mark == "grid":
        k = r * 0.82
        pen.add(
            "".join(
                f'<rect x="{num(cx)}" y="{num(cy)}" width="{num(k)}" height="{num(k)}"/>'
                for cx, cy in ((-r, -r), (r - k, -r), (-r, r - k), (r - k, r - k))
            )
        )
    else:  # drop
        pen.path(
            f"M0 {num(-r)}C{num(r * 1.1)} {num(r * 0.2)} {num(r * 0.7)} {num(r)} 0 {num(r)}C{num(-r * 0.7)} {num(r)} {num(-r * 1.1)} {num(r * 0.2)} 0 {num(-r)}Z",
            ink,
        )
    pen.end()


def printed(pen: Pen, look: Look, top: float, height: float, width: float, paper: str | None = None) -> None:
    """Print emblem and lines on a label whose top edge is `top` (negative is up), centred on x = 0."""
    ink = ink_on(paper or look.label)
    size = min(width * 0.42, height * 0.36)
    emblem(pen, look.mark, 0, top + height * 0.3, size, ink)
    y = top + height * 0.62
    for share, thick in ((0.5, 3.2), (0.34, 1.8), (0.42, 1.8)):
        pen.rect(-width * share / 2, y, width * share, thick, ink, thick / 2, opacity=0.85)
        y += height * 0.1
