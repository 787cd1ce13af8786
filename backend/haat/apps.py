"""The project itself as an app: it wires the reactions between apps once all are loaded."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HaatConfig(AppConfig):
    name = "haat"
    label = "haat"

    def ready(self) -> None:
        from haat import wiring
        from haat.core import checks  # noqa: F401 - registers itself

        autodiscover_modules("tasks")  # every process knows every job, whichever runs them
        wiring.connect()
