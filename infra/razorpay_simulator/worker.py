"""The background loop: due jobs, then due webhook deliveries. Everything it needs to know is in the store."""

import asyncio
import contextlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor

from . import activation, attempts, deliveries, jobs, refunds, transfers
from .sender import send
from .world import World

JOBS: dict[str, jobs.Job] = {
    "payment.expire": refunds.expire_authorized,
    "payment.late_auth": attempts.late_auth,
    "product.review": activation.review,
    "refund.failed": refunds.failed,
    "refund.processed": refunds.processed,
    "refund.slowed": refunds.slowed,
    "transfer.process": transfers.process,
    "transfer.release": transfers.release,
}
TICK = 0.2  # seconds; a request wakes the loop at once, the tick is for what time brings
SENDERS = 4
STOP_WITHIN = 1.0


class Worker:
    def __init__(self, world: World) -> None:
        self.world = world
        self.busy: set[str] = set()
        self.tasks: set[asyncio.Task[None]] = set()
        self.stopping = False
        self.pool = ThreadPoolExecutor(max_workers=SENDERS, thread_name_prefix="webhook")

    async def run(self) -> None:
        while not self.stopping:
            jobs.run_due(self.world, JOBS)
            for delivery in deliveries.due(self.world, self.busy):
                self.busy.add(delivery["webhook"])
                task = asyncio.create_task(self._deliver(delivery))
                self.tasks.add(task)
                task.add_done_callback(self.tasks.discard)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.world.wake.wait(), TICK)
            self.world.wake.clear()

    async def _deliver(self, delivery: sqlite3.Row) -> None:
        """A kill between sending and recording sends again after the start: at least once, as the real one."""
        try:
            with self.world.store.transaction():
                parcel = deliveries.parcel(self.world, delivery)
            loop = asyncio.get_running_loop()
            timeout = self.world.options.webhook_timeout
            status, error = await loop.run_in_executor(self.pool, send, parcel, timeout)
            with self.world.store.transaction():
                deliveries.record(self.world, delivery["seq"], status, error)
        finally:
            self.busy.discard(delivery["webhook"])
            self.world.wake.set()

    async def stop(self, running: asyncio.Task[None]) -> None:
        """Let attempts under way be recorded; one that takes longer is sent again after the next start.

        A flag, not a cancellation: on Python 3.11 `wait_for` can swallow one.
        """
        self.stopping = True
        self.world.wake.set()
        await running
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=STOP_WITHIN)
        self.pool.shutdown(wait=False, cancel_futures=True)
