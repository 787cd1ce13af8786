"""Files in a bucket: a server that speaks S3 stands in for it, and nothing knows the difference."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured, SuspiciousFileOperation
from django.core.files.base import ContentFile
from moto.server import ThreadedMotoServer

from config import storage as config
from haat.core import clock
from haat.tenancy import media, private
from haat.tenancy.context import brand_scope
from haat.tenancy.files import StorageOut
from tests.catalog import pictures
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

PUBLIC, PRIVATE = "haat-media", "haat-private"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, settings: Any) -> Iterator[Any]:
    """Both stores in buckets, empty at first."""
    client = boto3.resource(
        "s3", endpoint_url=server, region_name="ap-south-1", aws_access_key_id="k", aws_secret_access_key="s"
    )
    for name in (PUBLIC, PRIVATE):
        client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "ap-south-1"})
    options = {"access_key": "k", "secret_key": "s"}
    served = config.bucket_of("STORAGE_URL", f"s3://{PUBLIC}/shop?endpoint={server}&region=ap-south-1") | options
    kept = config.bucket_of("PRIVATE_STORAGE_URL", f"s3://{PRIVATE}?endpoint={server}&region=ap-south-1") | options
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "haat.tenancy.buckets.BrandBucket", "OPTIONS": served},
        "private": {"BACKEND": "haat.tenancy.buckets.PrivateBucket", "OPTIONS": kept},
        "exports": {"BACKEND": "haat.tenancy.buckets.ExportBucket", "OPTIONS": kept},
    }
    yield client
    for name in (PUBLIC, PRIVATE):
        client.Bucket(name).objects.all().delete()
        client.Bucket(name).delete()


def keys(client: Any, name: str) -> list[str]:
    return sorted(found.key for found in client.Bucket(name).objects.all())


@pytest.mark.django_db
def test_names_stay_below_the_brands_folder(bucket: Any, aster: Brand, birch: Brand) -> None:
    with brand_scope(aster):
        media.store().replace("theme/logo.svg", b"<svg/>")
        assert keys(bucket, PUBLIC) == [f"shop/{aster.schema_name}/theme/logo.svg"]
    with brand_scope(birch):
        assert media.store().stamp("theme/logo.svg") is None
        for name in (f"../{aster.schema_name}/theme/logo.svg", f"/shop/{aster.schema_name}/theme/logo.svg", "../../x"):
            with pytest.raises(SuspiciousFileOperation):
                media.store().fetch(name)
            with pytest.raises(SuspiciousFileOperation):
                media.store().replace(name, b"")
    with pytest.raises(SuspiciousFileOperation):
        media.store().fetch("theme/logo.svg")


def test_a_file_is_replaced_listed_and_forgotten(bucket: Any, aster: Brand) -> None:
    with brand_scope(aster):
        store = media.store()
        store.replace("a/one.svg", b"1")
        before = store.stamp("a/one.svg")
        store.replace("a/one.svg", b"22")
        after = store.stamp("a/one.svg")
        assert before
        assert after
        assert before.etag != after.etag
        assert store.fetch("a/one.svg") == b"22"
        assert [name for name, _ in store.names("a")] == ["one.svg"]
        store.forget("a/one.svg")
        store.forget("a/one.svg")
        with pytest.raises(FileNotFoundError):
            store.fetch("a/one.svg")


def test_pictures_go_all_the_way(bucket: Any, aster: Brand, birch: Brand, ravi: Any) -> None:
    desk = Api("seller", aster, ravi.user)
    draft = desk.post("products", {"title": "Ribbed tumbler", "sku": "RT-1"})["data"]
    desk.upload(f"products/{draft['id']}/pictures", pictures.with_secrets())
    assert desk.status == 201
    run_jobs(aster, only="catalog.")
    (shown,) = desk.get(f"products/{draft['id']}/pictures")["data"]
    assert shown["status"] == "ready"
    folder = f"shop/{aster.schema_name}/pictures/"
    assert len(keys(bucket, PUBLIC)) == 6
    assert all(key.startswith(folder) for key in keys(bucket, PUBLIC))
    (original,) = keys(bucket, PRIVATE)
    assert original.startswith(f"{aster.schema_name}/originals/")
    answer = Api("customer", aster).client.get(shown["url"])
    assert answer.status_code == 200
    assert answer.content[:4] == b"RIFF"
    assert Api("customer", birch).client.get(shown["url"]).status_code == 404
    assert Api("customer", aster).client.get(f"/media/{original.partition('/')[2]}").status_code == 404
    found = bucket.Object(PUBLIC, keys(bucket, PUBLIC)[0])
    assert "immutable" in found.cache_control
    assert found.content_type == "image/avif"


def test_a_theme_file_is_served_with_its_version(bucket: Any, aster: Brand) -> None:
    with brand_scope(aster):
        media.store().replace("theme/logo.svg", b"<svg/>")
    visitor = Api("customer", aster).client
    answer = visitor.get("/media/theme/logo.svg")
    assert (answer.status_code, answer.content) == (200, b"<svg/>")
    again = visitor.get("/media/theme/logo.svg", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert visitor.get("/media/theme/none.svg").status_code == 404


def test_private_files_have_their_links_from_a_bucket_too(bucket: Any, aster: Brand, asha: Any) -> None:
    with brand_scope(aster):
        kept = private.storage().put("statement.html", ContentFile(b"<p>"))
        address = private.link(name=kept, user_id=asha.user.pk, at=clock.now())
        with pytest.raises(SuspiciousFileOperation):
            private.storage().url(kept)
    answer = Api("customer", aster, asha.user)
    found = answer.client.get(address, headers=answer.headers)
    assert (found.status_code, found.content) == (200, b"<p>")
    private.exports().replace("copy.sealed", b"x")
    assert keys(bucket, PRIVATE)[-1] == "exports/copy.sealed" or "exports/copy.sealed" in keys(bucket, PRIVATE)


def test_a_store_that_is_out_is_said_and_nothing_is_written(aster: Brand, ravi: Any, settings: Any) -> None:
    options = {"bucket_name": "x", "endpoint_url": "http://127.0.0.1:9", "region_name": "x", "access_key": "k",
               "secret_key": "s", "location": ""}  # fmt: skip
    settings.STORAGES = settings.STORAGES | {
        "private": {"BACKEND": "haat.tenancy.buckets.PrivateBucket", "OPTIONS": options}
    }
    with brand_scope(aster), pytest.raises(StorageOut):
        private.storage().fetch("x")
    desk = Api("seller", aster, ravi.user)
    draft = desk.post("products", {"title": "Ribbed tumbler", "sku": "RT-1"})["data"]
    answer = desk.upload(f"products/{draft['id']}/pictures", pictures.picture())
    assert (desk.status, answer["error"]["code"]) == (503, "storage_out")
    assert desk.get(f"products/{draft['id']}/pictures")["data"] == []


@pytest.mark.parametrize(
    "url", ["/srv/media", "ftp://x/y", "s3://", "s3://k:s@bucket/x", "s3://bucket/x?acl=public", "file://host/media"]
)
def test_an_address_that_means_nothing_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="STORAGE_URL"):
        config.bucket_of("STORAGE_URL", url)


def test_pictures_may_be_read_elsewhere(aster: Brand, settings: Any, tmp_path: Path) -> None:
    settings.STORAGE_PUBLIC_URL = "https://cdn.example"
    with brand_scope(aster):
        assert media.address("pictures/x/800.webp") == f"https://cdn.example/{aster.schema_name}/pictures/x/800.webp"
        assert media.address("") == ""
    page = Api("customer", aster).client.get("/healthz")
    assert "img-src 'self' data: https://cdn.example;" in page.headers["Content-Security-Policy"]
