"""What every part of the simulator works on: the store, the virtual clock, the options it was started with."""

import asyncio
from dataclasses import dataclass, field

from .clock import Clock
from .entities import Entity, get, insert, save
from .errors import unknown_id
from .store import Store


@dataclass(frozen=True)
class Options:
    """`retry_base` and `retry_cap` are seconds: Razorpay does not publish its back-off, so ours is short."""

    public_url: str = ""
    webhook_host_header: str = ""
    retry_base: float = 2.0
    retry_cap: float = 3600.0
    webhook_timeout: float = 5.0
    clock_file: str = ""


@dataclass
class World:
    store: Store
    options: Options
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    in_flight: set[tuple[str, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.clock = Clock(self.store, self.options.clock_file)

    def time(self) -> float:
        """Unix seconds on the virtual clock."""
        return self.clock.time()

    def now(self) -> int:
        return int(self.time())

    def add(self, entity: Entity) -> Entity:
        return insert(self.store, entity, self.now())

    def save(self, *entities: Entity) -> None:
        for entity in entities:
            save(self.store, entity)

    def fetch(self, kind: str, entity_id: str, merchant: str | None = None) -> Entity:
        """Raises the API's "does not exist", also for entities of another merchant."""
        found = get(self.store, kind, entity_id, merchant)
        if found is None:
            raise unknown_id()
        return found
