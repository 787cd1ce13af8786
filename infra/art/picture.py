"""One picture: a good on its stage, once or as a set."""

from infra.art.look import Look
from infra.art.motif import MOTIFS
from infra.art.pen import Pen, num
from infra.art.shapes import SHAPES
from infra.art.stage import STAGES

# Where the pieces of a set stand, from back to front: (share of the width sideways, up, scale).
SETS = {
    1: ((0.0, 0.0, 1.0),),
    2: ((0.36, -9.0, 0.92), (-0.3, 4.0, 1.0)),
    3: ((-0.56, -12.0, 0.86), (0.56, -12.0, 0.86), (0.0, 6.0, 1.0)),
}
SET_SPREAD = {1: 1.0, 2: 1.62, 3: 1.98}


def look_of(row: dict[str, str]) -> Look:
    return Look(row["main"], row["second"], row["label"], row.get("mark", ""), row.get("detail", ""))


def fit(width: float, height: float, room: tuple[float, float]) -> float:
    """Scale that makes a good fill the stage while large things still look larger than small ones."""
    exact = min(room[0] / width, room[1] / height)
    return float(exact**0.8) if exact > 1 else exact


def draw(row: dict[str, str]) -> str:
    """Return the SVG file that a row of `art.csv` describes. Raises KeyError for an unknown shape, stage or motif."""
    stage, shape, look = STAGES[row["stage"]], SHAPES[row["shape"]], look_of(row)
    pen = Pen()
    stage.paint(pen, row["backdrop"])
    count = int(row["count"] or 1)
    width, height = shape(Pen(), look)
    scale = fit(width * SET_SPREAD[count], height, stage.room)
    for aside, up, size in SETS[count]:
        pen.group(f"translate({num(stage.x + aside * width * scale)} {num(stage.foot + up)}) scale({scale * size:.2f})")
        stage.shadow(pen, width, height)
        shape(pen, look)
        pen.end()
    if row["motif"]:
        kind, _, colour = row["motif"].partition(":")
        MOTIFS[kind](pen, colour)
    return pen.svg(stage.width, stage.height, row["title"])
