"""A form with one file. Its length is looked at before a byte of it is read."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework.parsers import MultiPartParser

from haat.core.api.base import HaatAPI
from haat.core.errors import DomainError

FORM_BYTES = 100_000  # of the other fields and what separates them


class TooLarge(DomainError):
    code = "too_large"
    status = 413


class FileFormParser(MultiPartParser):
    """Takes `multipart/form-data` of a view that says in `upload_bytes_max` how large its file may be."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        most = parser_context["view"].upload_bytes_max
        length = parser_context["request"].META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > most + FORM_BYTES:
            raise TooLarge(_("This file is too large: %(size)d MB are taken.") % {"size": most // 1_000_000})
        return super().parse(stream, media_type, parser_context)


class Uploads(HaatAPI):
    """What views of uploads share. `write_limit` counts them apart from other writing."""

    parser_classes = [FileFormParser]
    write_limit = "uploads"
    upload_bytes_max: ClassVar[int]
