"""Work that falls due later on the virtual clock: processing, expiry, release. Rows, so a restart loses none."""

from collections.abc import Callable

from .world import World

Job = Callable[[World, str], None]


def schedule(world: World, kind: str, entity_id: str, after: float = 0.0) -> None:
    world.store.run("INSERT INTO jobs (due_at, kind, entity) VALUES (?, ?, ?)", world.time() + after, kind, entity_id)


def run_due(world: World, handlers: dict[str, Job]) -> int:
    """Do everything that is due, each piece in its own transaction; return how many pieces."""
    done = 0
    while True:
        job = world.store.row("SELECT * FROM jobs WHERE due_at <= ? ORDER BY due_at, seq LIMIT 1", world.time())
        if job is None:
            return done
        with world.store.transaction():
            world.store.run("DELETE FROM jobs WHERE seq = ?", job["seq"])
            handlers[job["kind"]](world, job["entity"])
        done += 1
