"""A seller's pictures of their own products."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.catalog import queries
from haat.catalog.api.pictures import CutIn, OrderIn, PictureChangeIn, PictureIn, PictureOut
from haat.catalog.services import pictures
from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.core.api.uploads import Uploads


class OfProduct(SellerAPI):
    permission = "products.edit"

    @property
    def auto_approve(self) -> bool:
        by_default = bool(self.brand.policy("auto_approve_products", default=False))
        return queries.is_trusted(self.seller, by_default=by_default)

    def product(self, product_id: Any) -> Any:
        return queries.seller_product(seller=self.seller, product_id=product_id)


class Pictures(Uploads, OfProduct):
    upload_bytes_max = pictures.BYTES_MAX

    @operation("Pictures of an own product, in their order", output=PictureOut, many=True)
    def get(self, _request: Any, product_id: Any) -> Any:
        return queries.pictures.wanted(self.product(product_id))

    @operation("Add a picture; its sizes follow", input=PictureIn, output=PictureOut, status=201)
    def post(self, _request: Any, product_id: Any) -> Any:
        return pictures.add_picture(
            product=self.product(product_id),
            content=self.input["file"].read(),
            alt=self.input["alt"],
            variant_id=self.input["variant"],
            auto_approve=self.auto_approve,
        )


class PictureOrder(OfProduct):
    @operation("Put the pictures in an order", input=OrderIn, output=PictureOut, many=True)
    def put(self, _request: Any, product_id: Any) -> Any:
        product = self.product(product_id)
        pictures.order_pictures(product=product, ids=self.input["ids"], auto_approve=self.auto_approve)
        return queries.pictures.wanted(self.product(product_id))


class Picture(OfProduct):
    @operation("Change a picture's words or variant", input=PictureChangeIn, output=PictureOut)
    def patch(self, _request: Any, product_id: Any, picture_id: Any) -> Any:
        return pictures.change_picture(
            product=self.product(product_id), picture_id=picture_id, changes=self.input, auto_approve=self.auto_approve
        )

    @operation("Take a picture away")
    def delete(self, _request: Any, product_id: Any, picture_id: Any) -> None:
        pictures.remove_picture(
            product=self.product(product_id), picture_id=picture_id, auto_approve=self.auto_approve, at=self.at
        )


class PictureCut(OfProduct):
    @operation("Turn or crop a picture; another one takes its place", input=CutIn, output=PictureOut)
    def post(self, _request: Any, product_id: Any, picture_id: Any) -> Any:
        return pictures.cut_picture(
            product=self.product(product_id), picture_id=picture_id, **self.input,
            auto_approve=self.auto_approve, at=self.at,
        )  # fmt: skip


urlpatterns = [
    path("products/<uuid:product_id>/pictures", Pictures.as_view()),
    path("products/<uuid:product_id>/pictures/order", PictureOrder.as_view()),
    path("products/<uuid:product_id>/pictures/<uuid:picture_id>", Picture.as_view()),
    path("products/<uuid:product_id>/pictures/<uuid:picture_id>/cut", PictureCut.as_view()),
]
