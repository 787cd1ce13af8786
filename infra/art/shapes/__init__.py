"""Every shape a row of `art.csv` can ask for, by name."""

from infra.art.look import Shape
from infra.art.shapes import bottles, cases, colours, glass, metal, paper, pots, room, soft, table

SHAPES: dict[str, Shape] = {
    **bottles.SHAPES,
    **cases.SHAPES,
    **colours.SHAPES,
    **paper.SHAPES,
    **glass.SHAPES,
    **metal.SHAPES,
    **pots.SHAPES,
    **room.SHAPES,
    **soft.SHAPES,
    **table.SHAPES,
}
