"""The small fictional facility at work: lived through once a process, each test has its copy."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from facility_app.app.demo.fiction import make_demo
from facility_app.db.folder import DataFolder
from tests.helpers.desk import CHEAP, tables_at_hand

FEW: Any = SimpleNamespace(inside=3, people=12)


def small_demo(root: Path) -> Path:
    """``root`` with the facility in ``data`` and the account's folder in ``state``."""
    shutil.copytree(_made(), root, dirs_exist_ok=True)
    return root


@cache
def _made() -> Path:
    root = Path(tempfile.mkdtemp(prefix="small-demo-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    with tables_at_hand():
        make_demo(DataFolder(root / "data"), FEW, 5, root / "state", CHEAP)
    return root
