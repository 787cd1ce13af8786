"""The verbs of imports and exports."""

from haat.imports.services.expiring import expire
from haat.imports.services.exporting import ask_export, build_export
from haat.imports.services.mapping import set_mapping
from haat.imports.services.moves import move
from haat.imports.services.templates import template
from haat.imports.services.upload import begin
from haat.imports.services.working import work

__all__ = ["ask_export", "begin", "build_export", "expire", "move", "set_mapping", "template", "work"]
