"""A Chromium for the end-to-end tests: found, or installed by the platform's own means where that needs no question."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from infra.local.progress import Progress

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find() -> str | None:
    given = os.environ.get("CHROMIUM_PATH")
    if given:
        return given if Path(given).exists() else None
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in (*on_path, *MAC_APPS) if path and Path(path).exists()), None)


def find_or_install(progress: Progress, log: Path) -> str | None:
    """None when there is none and none can be installed without asking; `advice` says how."""
    found = find()
    if found or os.geteuid() != 0 or not shutil.which("apt-get"):
        return found
    progress.begin("installing Chromium")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("ab") as output:
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"]):
            done = subprocess.run(["apt-get", *words], env=environ, stdout=output, stderr=output, check=False)
            if done.returncode != 0:
                progress.fail("installing Chromium")
                return None
    progress.finish("installing Chromium")
    return find()


def advice() -> str:
    if os.environ.get("CHROMIUM_PATH"):
        return "CHROMIUM_PATH names a file that does not exist."
    how = "brew install --cask chromium" if sys.platform == "darwin" else "apt-get install chromium (as root)"
    return f"No Chromium was found. Install one ({how}) or set CHROMIUM_PATH to it."
