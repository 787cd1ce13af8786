"""One SMS, and the refusal that no repetition mends."""

from __future__ import annotations

from dataclasses import dataclass, field


class Undeliverable(Exception):
    """The provider, or the register of wordings, will never take this message. Says why without number and text."""


@dataclass(frozen=True, slots=True)
class Sms:
    kind: str
    to: str = field(repr=False)  # E.164
    sender: str
    text: str = field(repr=False)
    variables: dict[str, str] = field(repr=False)  # of the registered wording, by name
    template: str = ""  # the provider's own id of the wording
    dlt_template: str = ""  # the register's
