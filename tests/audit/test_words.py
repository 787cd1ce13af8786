"""Every act that can be logged is called something by people, in the admin portal's log."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT

RECORDED = re.compile(r"\b(?:record|note|note_thing|_note|alarm)\(\s*\"([a-z_]+\.[a-z_]+)\"")


def test_no_act_is_shown_as_a_code() -> None:
    files = [path for path in (ROOT / "backend" / "haat").rglob("*.py") if "migrations" not in path.parts]
    acts = {act for path in files for act in RECORDED.findall(path.read_text(encoding="utf-8"))}
    folder = ROOT / "portals/admin/src/features/audit"
    words = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*words.ts")))
    assert len(acts) > 50
    assert sorted(act for act in acts if f'"{act}": t(' not in words) == []
