"""Knobs of the webhook engine, set by the control plane and kept across restarts."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from .errors import ApiError
from .world import World


@dataclass
class Knobs:
    """`drop`, `stale`, `wrong_secret` and `garbage` count down; the others stay until changed.

    delay: seconds before the first attempt · duplicate: extra copies of each event ·
    reorder: collect this many deliveries, then send them last first · stale: say of a payment what was true before.
    """

    paused: bool = False
    delay: float = 0.0
    duplicate: int = 0
    reorder: int = 0
    drop: int = 0
    stale: int = 0
    wrong_secret: int = 0
    garbage: int = 0

    @classmethod
    def load(cls, world: World) -> Self:
        return cls(**world.store.setting("knobs", {}))

    def store(self, world: World) -> None:
        world.store.set_setting("knobs", asdict(self))

    def change(self, world: World, changes: dict[str, Any]) -> None:
        kinds = {name: type(value) for name, value in asdict(Knobs()).items()}
        for name, value in changes.items():
            if name not in kinds:
                raise ApiError(f"Unknown knob {name!r}: one of {', '.join(kinds)}.", field=name)
            if isinstance(value, bool) is not (kinds[name] is bool) or not isinstance(value, (int, float)) or value < 0:
                raise ApiError(f"The knob {name} takes a {kinds[name].__name__}.", field=name)
            setattr(self, name, kinds[name](value))
        self.store(world)

    def spend(self, world: World, name: str) -> bool:
        """Use up one of a counting knob; false when none is left."""
        left = getattr(self, name)
        if left:
            setattr(self, name, left - 1)
            self.store(world)
        return bool(left)
