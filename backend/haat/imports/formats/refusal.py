"""A file that cannot be read."""

from haat.core.errors import InvalidInput


class Unreadable(InvalidInput):
    """The sentence says where, and what to do about it."""

    code = "unreadable_file"
