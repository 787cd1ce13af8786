"""How one good looks: what a row of `art.csv` says about it."""

from collections.abc import Callable
from dataclasses import dataclass

from infra.art.pen import Pen


@dataclass(frozen=True)
class Look:
    """Colours of one good. `detail` names a variation that its shape understands."""

    main: str
    second: str
    label: str
    mark: str = "leaf"
    detail: str = ""


# A shape draws itself standing on y = 0 around x = 0 and answers (width, height) for its shadow.
Shape = Callable[[Pen, Look], tuple[float, float]]
