"""What a seller's promotion would do to a cart of its own goods."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.checkout import services
from haat.checkout.api.shapes import PreviewOut, preview_shape
from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.promotions.api.shapes import TermsIn
from haat.promotions.services import Spec


class PromotionPreview(SellerAPI):
    permission = "promotions.edit"

    @operation("What a promotion of mine would do to a sample cart", input=TermsIn, output=PreviewOut)
    def post(self, _request: Any) -> Any:
        spec = Spec(**self.input)
        return preview_shape(services.preview(brand=self.brand, spec=spec, at=self.at, seller=self.seller))


urlpatterns = [path("promotions/preview", PromotionPreview.as_view())]
