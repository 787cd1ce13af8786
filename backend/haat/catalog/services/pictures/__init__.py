"""Pictures of products, from the upload to the files that are shown."""

from haat.catalog.services.pictures.cutting import cut_picture
from haat.catalog.services.pictures.inspection import BYTES_MAX, PictureRefused
from haat.catalog.services.pictures.places import change_picture, order_pictures, remove_picture
from haat.catalog.services.pictures.processing import drop_files, process_picture, sweep
from haat.catalog.services.pictures.upload import TooManyPictures, add_picture
from haat.catalog.services.pictures.waiting import forget_unseen

__all__ = [
    "BYTES_MAX",
    "PictureRefused",
    "TooManyPictures",
    "add_picture",
    "change_picture",
    "cut_picture",
    "drop_files",
    "forget_unseen",
    "order_pictures",
    "process_picture",
    "remove_picture",
    "sweep",
]
