"""The virtual clock: real time, plus what `./haat clock advance` moved, plus what the control plane moved."""

import json
import time
from pathlib import Path

from .store import Store


class Clock:
    def __init__(self, store: Store, file: str = "") -> None:
        self.store = store
        self.file = Path(file) if file else None
        self.seen: tuple[int, float] = (0, 0.0)

    def time(self) -> float:
        """Unix seconds."""
        return time.time() + self.shared_offset() + self.own_offset()

    def own_offset(self) -> float:
        return float(self.store.setting("clock_offset", 0.0))

    def shared_offset(self) -> float:
        """Of the development clock's file, `{"offset_seconds": 86400}`, which the whole checkout follows."""
        if self.file is None:
            return 0.0
        try:
            changed = self.file.stat().st_mtime_ns
            if changed != self.seen[0]:
                self.seen = (changed, float(json.loads(self.file.read_text())["offset_seconds"]))
        except FileNotFoundError:
            return 0.0
        except ValueError:
            # Caught in the middle of being written: the next look sees it whole.
            self.seen = (0, self.seen[1])
        return self.seen[1]
