"""Pages are Markdown; nothing in them runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from haat.content.services import PageSpec, render, set_pages
from haat.core import clock
from haat.tenancy.context import brand_scope
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "<a href='x' onclick=x>",
        "![x](https://e.example/x.png)",
    ],
)
def test_nothing_runs(text: str) -> None:
    """ASVS item 34."""
    html = render(text)
    assert "<img" not in html
    assert "<a" not in html or "javascript" not in html


def test_pages_are_set_as_a_whole(aster: Brand, birch: Brand) -> None:
    at = clock.now()
    about, terms = PageSpec("about", "About", "Hello"), PageSpec("terms", "Terms", "| a |\n|---|\n| 1 |")
    with brand_scope(aster):
        assert set_pages(specs=[about, terms], at=at) == 2
        assert set_pages(specs=[about, terms], at=at) == 0
    visitor = Api("customer", aster)
    assert [page["slug"] for page in visitor.get("pages")["data"]] == ["about", "terms"]
    assert "<table>" in visitor.get("pages/terms")["data"]["html"]
    Api("customer", birch).get("pages/about")
    with brand_scope(aster):
        assert set_pages(specs=[about], at=at) == 1
    stranger = Api("customer", birch)
    stranger.get("pages/about")
    assert stranger.status == 404
