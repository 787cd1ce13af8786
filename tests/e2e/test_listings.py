"""The command line brings a file of listings into a running brand, and again changes nothing."""

from __future__ import annotations

import gzip
import uuid
from pathlib import Path
from typing import Any

import pytest

from infra.local.testing import haat
from tests.e2e import places

pytestmark = pytest.mark.slow
HEADER = "uniq_id,pid,product_name,brand,product_category_tree,retail_price,discounted_price,product_rating,description"
ROWS = [
    '{key},{key}P,Brass diya,Jyoti,"[""Home Decor >> Lamps >> Diyas""]",499,399,4,A small lamp of brass.',
    '{key}x,{key}Q,,Jyoti,"[""Home Decor >> Lamps >> Diyas""]",499,399,4,Without a name.',
]


def test_listings_come_in_once(home: Path, stack: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "listings.csv.gz"
    rows = [row.format(key=uuid.uuid4().hex) for row in ROWS]
    file.write_bytes(gzip.compress("\n".join([HEADER, *rows, ""]).encode()))
    first = haat(home, "brand", "import-catalogue", places.NEIGHBOUR, str(file))
    assert "2 rows read: 1 new drafts, 0 changed, 0 unchanged, 1 refused." in first.stdout, first.stdout + first.stderr
    assert f"{file}:3: product_name" in first.stderr
    again = haat(home, "brand", "import-catalogue", places.NEIGHBOUR, str(file))
    assert "2 rows read: 0 new drafts, 0 changed, 1 unchanged, 1 refused." in again.stdout
    listed = haat(home, "brand", "list")
    assert listed.returncode == 0
    assert places.BRAND in listed.stdout
