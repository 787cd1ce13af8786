"""What Haat is made of is known and fixed, and nothing meant for debugging answers."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from infra.local import licences
from tests.support import Api

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

LOCKS = sorted((settings.BASE_DIR / "requirements").glob("*.lock"))
DEBUGGING = (
    "/.git/config", "/.env", "/__debug__/", "/admin/", "/metrics", "/server-status", "/debug", "/phpinfo.php", "/actuator/health", "/.well-known/x",
    "/manage.py", "/static/../backend/config/settings.py", "/media/../../backend/config/settings.py", "/console", "/graphql", "/api/schema", "/silk/",
)  # fmt: skip


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_part_is_pinned_and_hashed(lock: Path) -> None:
    """ASVS item 40: the locks are the list of parts; what has no hash is not installed."""
    blocks = re.split(
        r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*$", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE).strip()
    )
    loose = [
        block.splitlines()[0]
        for block in blocks
        if block and ("==" not in block.splitlines()[0] or "--hash=sha256:" not in block)
    ]
    assert len(blocks) > 40
    assert loose == []


def test_every_direct_part_has_a_reason_and_every_part_a_licence_that_is_allowed() -> None:
    """ASVS item 40."""
    text = (settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8")
    named = tomllib.loads(text)["project"]["dependencies"]
    assert all(re.search(rf'^  "{re.escape(name)}",\s+# \S', text, re.MULTILINE) for name in named)
    assert licences.is_allowed("MIT OR GPL-3.0")
    assert not licences.is_allowed("GPL-3.0")  # `./haat check` asks this of every package, Python and npm


@pytest.mark.django_db
@pytest.mark.parametrize("portal", ["customer", "launch"])
def test_nothing_meant_for_debugging_answers(portal: str, aster: Any) -> None:
    """ASVS item 40: no files of ours, no consoles, no measurements in the open."""
    assert settings.DEBUG is False
    api = Api(portal, aster if portal == "customer" else None)
    for path in DEBUGGING:
        assert api.client.get(path).status_code == 404, path
