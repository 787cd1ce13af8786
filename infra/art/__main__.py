"""Draw every picture that `<brand folder>/theme/art.csv` and `scenes.toml` describe."""

import csv
import sys
import tomllib
from pathlib import Path

from infra.art.picture import draw
from infra.art.scene import compose


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main(folders: list[str]) -> None:
    for folder in folders:
        theme = Path(folder) / "theme"
        with (theme / "art.csv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                _write(theme / row["file"], draw(row))
        for scene in tomllib.loads((theme / "scenes.toml").read_text(encoding="utf-8"))["scene"]:
            _write(theme / scene["file"], compose(scene))


if __name__ == "__main__":
    main(sys.argv[1:])
