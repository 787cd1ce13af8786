"""A pen that collects SVG elements and the gradients they use."""

from collections.abc import Mapping, Sequence
from html import escape

Stop = tuple[float, str, float]  # offset 0..1, colour, opacity 0..1


def num(value: float) -> str:
    """Write a coordinate in as few characters as its tenth allows: these files are served as they are."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    if text in ("-0", "", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _share(value: float) -> str:
    return f"{value:.2g}".replace("0.", ".", 1)


def _extra(attributes: Mapping[str, object]) -> str:
    return "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())


class Pen:
    """Elements in drawing order. Equal gradients are written once."""

    def __init__(self) -> None:
        self._gradients: dict[tuple[str, str, str], str] = {}
        self._parts: list[str] = []

    def add(self, *elements: str) -> None:
        self._parts.extend(elements)

    def _gradient(self, tag: str, attributes: str, stops: Sequence[Stop]) -> str:
        inner = "".join(
            f'<stop offset="{_share(o)}" stop-color="{c}"' + (f' stop-opacity="{_share(a)}"' if a < 1 else "") + "/>"
            for o, c, a in stops
        )
        name = self._gradients.setdefault((tag, attributes, inner), f"g{len(self._gradients)}")
        return f"url(#{name})"

    def across(self, *stops: Stop) -> str:
        """Gradient from left to right of the painted shape."""
        return self._gradient("linearGradient", "", stops)

    def down(self, *stops: Stop) -> str:
        """Gradient from top to bottom of the painted shape."""
        return self._gradient("linearGradient", ' x2="0" y2="1"', stops)

    def slant(self, *stops: Stop) -> str:
        """Gradient from the top left to the bottom right corner."""
        return self._gradient("linearGradient", ' x2="1" y2="1"', stops)

    def glow(self, *stops: Stop) -> str:
        """Gradient from the middle outwards."""
        return self._gradient("radialGradient", "", stops)

    def path(self, d: str, fill: str, **attributes: object) -> None:
        self.add(f'<path d="{d}" fill="{fill}"{_extra(attributes)}/>')

    def line(self, d: str, stroke: str, width: float, **attributes: object) -> None:
        self.add(f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{num(width)}"{_extra(attributes)}/>')

    def oval(self, cx: float, cy: float, rx: float, ry: float, fill: str, **attributes: object) -> None:
        at = f'cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx)}" ry="{num(ry)}"'
        self.add(f'<ellipse {at} fill="{fill}"{_extra(attributes)}/>')

    def rect(self, x: float, y: float, w: float, h: float, fill: str, r: float = 0, **attributes: object) -> None:
        at = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"' + (f' rx="{num(r)}"' if r else "")
        self.add(f'<rect {at} fill="{fill}"{_extra(attributes)}/>')

    def group(self, transform: str, opacity: float = 1) -> None:
        """Open a group; `end` closes it."""
        fade = f' opacity="{opacity:g}"' if opacity < 1 else ""
        self.add(f'<g transform="{transform}"{fade}>')

    def end(self) -> None:
        self.add("</g>")

    def svg(self, width: int, height: int, title: str) -> str:
        """Return the whole file. The title is for people who open the file itself; pages carry their own alt text."""
        defs = "".join(
            f'<{tag} id="{name}"{attributes}>{inner}</{tag}>'
            for (tag, attributes, inner), name in self._gradients.items()
        )
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><title>{escape(title)}</title>'
        return head + (f"<defs>{defs}</defs>" if defs else "") + "".join(self._parts) + "</svg>\n"
