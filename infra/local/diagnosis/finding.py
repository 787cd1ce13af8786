from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True)
class Finding:
    """`mend` says what to do; it is shown unless the level is ok."""

    level: Level
    subject: str
    found: str
    mend: str = ""
