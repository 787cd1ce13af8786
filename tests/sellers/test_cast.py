"""The cast stands: what every other suite builds on."""

from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from haat.core import clock
from haat.core.errors import NotFound
from haat.customers import queries as customers
from haat.sellers import queries, services
from haat.sellers.models import Seller
from haat.sellers.types import OwnerSpec, SellerSpec
from haat.tenancy.context import brand_scope
from tests.support import gstin_of


def test_rivals_are_active_and_payable(aster: Any, ravi: Any, meera: Any) -> None:
    with brand_scope(aster):
        assert [seller.slug for seller in queries.active_sellers()] == ["meera-crafts", "ravi-traders"]
        assert ravi.seller.is_active
        assert ravi.seller.is_payable
        assert (ravi.seller.state, meera.seller.state) == ("27", "29")


def test_a_neighbour_sees_none_of_them(birch: Any, ravi: Any, asha: Any) -> None:
    with brand_scope(birch):
        assert not queries.active_sellers().exists()
        with pytest.raises(NotFound):
            queries.seller(ravi.seller.pk)


def test_customers_have_a_home(aster: Any, asha: Any, ben: Any) -> None:
    with brand_scope(aster):
        assert customers.addresses(customer=asha.customer).get() == asha.address
        with pytest.raises(NotFound):
            customers.address_of(customer=ben.customer, address_id=asha.address.pk)


def spec_of(slug: str, name: str = "Third") -> SellerSpec:
    pan = "AAPFT0003C"
    return SellerSpec(
        slug=slug, name=name, legal_name="Third LLP", pan=pan, gstin=gstin_of(pan, "07"), state="07",
        address="1 Road", city="Delhi", pin="110001", bank_account="123456789012", ifsc="HDFC0001234",
        account_holder="Third LLP", owner=OwnerSpec("Tara", email="tara@example.com"),
    )  # fmt: skip


def test_seeding_twice_changes_only_texts(aster: Any, birch: Any) -> None:
    with brand_scope(aster):
        first = services.seed_seller(spec=spec_of("third"), at=clock.now())
        again = services.seed_seller(spec=spec_of("third", "Third and Sons"), at=clock.now())
        assert first.pk == again.pk
        assert Seller.objects.get().name == "Third and Sons"
    with brand_scope(birch):  # one entity sells on two brands and is verified once
        other = services.seed_seller(spec=spec_of("third"), at=clock.now())
    assert other.entity_id == first.entity_id
    assert other.pk != first.pk


def test_an_unverified_seller_cannot_be_active(aster: Any, ravi: Any) -> None:
    with brand_scope(aster), pytest.raises(IntegrityError, match="active_is_verified"), transaction.atomic():
        Seller.objects.filter(pk=ravi.seller.pk).update(entity_status="suspended")


def test_a_brand_cannot_read_entities(aster: Any, ravi: Any) -> None:
    with (
        brand_scope(aster),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM public.verification_sellerentity")
