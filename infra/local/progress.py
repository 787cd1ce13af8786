"""One line a step with its time; a moving line for what is under way when a person looks at a terminal."""

import sys
import time
from typing import TextIO

SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class Progress:
    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stdout
        self.moving = self.out.isatty()
        self._begun: dict[str, float] = {}
        self._frame = 0

    def begin(self, title: str, *, announce: bool = True) -> None:
        """`announce` is for what may take long: without a terminal it gets a line at its beginning, too."""
        self._begun[title] = time.monotonic()
        if announce and not self.moving:
            self.line(f"· {title} …")

    def finish(self, title: str, note: str = "") -> None:
        seconds = time.monotonic() - self._begun.pop(title)
        self.line(f"{self._paint('✓', 32)} {title:<44}{seconds:>6.1f} s{f'  {note}' if note else ''}")

    def fail(self, title: str) -> None:
        seconds = time.monotonic() - self._begun.pop(title, time.monotonic())
        self.line(f"{self._paint('✗', 31)} {title:<44}{seconds:>6.1f} s")

    def line(self, text: str) -> None:
        self.out.write(f"\r\x1b[K{text}\n" if self.moving else f"{text}\n")
        self.out.flush()

    def tick(self) -> None:
        if not self.moving or not self._begun:
            return
        self._frame += 1
        now = time.monotonic()
        parts = [f"{title} {now - begun:.0f} s" for title, begun in self._begun.items()]
        self.out.write(f"\r\x1b[K{SPINNER[self._frame // 2 % len(SPINNER)]} {' · '.join(parts)}"[:150])
        self.out.flush()

    def clear(self) -> None:
        if self.moving:
            self.out.write("\r\x1b[K")

    def _paint(self, text: str, colour: int) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.moving else text
