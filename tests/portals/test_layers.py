"""kit ← features ← routes ← app; no feature knows another, the kit knows no business."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.portals.sources import PORTALS, imports, place, sources

MAY_IMPORT = {
    "api": {"api", "i18n"},
    "i18n": {"i18n"},
    "features": {"api", "i18n", "features"},
    "routes": {"api", "i18n", "features"},
    "app": {"api", "i18n", "features", "routes", "app"},
    "": {"api", "i18n", "features", "routes", "app", ""},
}
# Sentences of the server, said in both portals: about a row of a file, what happened to an order, why a fee
# is what it is. Words, and nothing that acts on them.
SERVER_WORDS = {
    "row-words.ts", "row-words.test.ts", "hi-rows.ts", "happening-words.ts", "hi-happenings.ts", "fee-words.ts", "fee-words.test.ts", "hi-paying.ts",
    "account-words.ts", "hi-accounts.ts",
}  # fmt: skip
BUSINESS = re.compile(r"\b(seller|product|payout|commission|refund|shipment|cart|invoice|catalogue)s?\b", re.IGNORECASE)


def violations(root: Path = PORTALS) -> list[str]:
    found = []
    for file in sources(root):
        portal, layer, feature = place(file, root)
        for target_portal, target_layer, target_feature in imports(file, root):
            where = f"{file.relative_to(root)} → {target_portal}/{target_layer}/{target_feature}"
            if target_portal == "kit":
                continue
            if portal == "kit" or target_portal not in {portal, ""}:
                found.append(f"{where}: another portal's code")
            elif target_layer not in MAY_IMPORT[layer] and target_portal:
                found.append(f"{where}: {layer} may not know {target_layer}")
            elif feature and target_layer == "features" and target_feature != feature:
                found.append(f"{where}: a feature knows another")
    return found


def test_imports_go_one_way() -> None:
    assert not violations()


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("kit/src/ui/x.ts", 'import { y } from "../../../seller/src/api/types";'),
        ("seller/src/features/orders/x.ts", 'import { y } from "@/features/payouts/y";'),
        ("seller/src/features/orders/x.ts", 'import { y } from "@/routes/home";'),
        ("seller/src/routes/x.tsx", 'import { y } from "@/app/layout";'),
        ("seller/src/api/x.ts", 'import { y } from "@/features/orders/y";'),
        ("admin/src/routes/x.tsx", 'const y = import("../../../seller/src/routes/home");'),
    ],
)
def test_a_planted_violation_is_seen(tmp_path: Path, file: str, line: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")
    assert len(violations(tmp_path)) == 1


def test_the_kit_knows_no_business_noun() -> None:
    kit = [file for file in sources() if place(file)[0] == "kit" and file.name not in SERVER_WORDS]
    found = [f"{file.name}: {match.group()}" for file in kit for match in BUSINESS.finditer(_code(file))]
    assert not found


def _code(file: Path) -> str:
    """Without comments, whose sentences may speak of anything, and without the words of the catalogues."""
    text = file.read_text(encoding="utf-8")
    return "" if file.parent.name == "testing" else re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
