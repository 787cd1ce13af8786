"""Two whole brands with everything that a route can name, told apart by words that appear nowhere else."""

from tests.isolation.world.build import World, build
from tests.isolation.world.side import Side

__all__ = ["Side", "World", "build"]
