"""A plugin for pytest in a copy of the house with new slices: whatever every slice owes is asked of the new one.

The demo knows nothing of a slice that was not there: a facility with rows of the new slice alone stands in for it.
It is founded once; the empty one is what it was before.
"""

import shutil
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.founding import Founding, found
from facility_app.app.start import Password, enter
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import KdfParams
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role
from facility_app.modules.catalogues.domain import UnitKind
from tests.helpers.desk import CHEAP

FULL, RECORD = "keepsakes", "Keepsake"
"""The new slice with every room, and its record."""
ROWS = 3
EVERY_PAGE = "tests.app.test_every_page"
OF_OTHERS = ("test_a_faulty_", "test_a_tab_", "test_what_persons_fill_")
"""Tests of the checks themselves, of tabs and of papers, which a new slice has none of."""


class Once:
    """Founds one facility, whose folders are copied for everybody who wants one."""

    def __init__(self) -> None:
        """None is founded yet."""
        self._founded: tuple[Path, Path] | None = None
        self._asked: tuple[Founding, KdfParams] | None = None

    def found(self, folder: DataFolder, wish: Founding, state_dir: Path, params: KdfParams) -> None:
        """A facility in ``folder``, in place of ``founding.found``."""
        # Whoever asks for another facility would be handed this one.
        assert self._asked in {None, (wish, params)}, (
            "one facility stands in for all: asked for with the same words"
        )
        self._asked = wish, params
        if self._founded is None:
            first = folder.root.parent.with_name(f"{folder.root.parent.name}-first")
            self._founded = first / "data", first / "state"
            found(DataFolder(self._founded[0]), wish, self._founded[1], params)
        for source, target in zip(self._founded, (folder.root, state_dir), strict=True):
            shutil.copytree(source, target, dirs_exist_ok=True)

    def with_rows(self, root: Path) -> Path:
        """A facility with rows of the new slice, each added by its own verb, in place of ``small_demo``."""
        folder, state_dir = DataFolder(root / "data"), root / "state"
        wish = Founding("G01.28.12", "Cơ sở để thử", "01", UnitKind.PUBLIC, USERS[0].name, PASSWORD)
        self.found(folder, wish, state_dir, CHEAP)
        add_rows(folder, state_dir, CHEAP)
        return root


def add_rows(folder: DataFolder, state_dir: Path, params: KdfParams) -> None:
    """Add rows of the new slice as whoever holds the recovery key."""
    service: Any = import_module(f"facility_app.modules.{FULL}.service")
    add, command = getattr(service, f"add_{RECORD.lower()}"), getattr(service, f"Add{RECORD}")
    door = enter(folder, Password(USERS[0].name, PASSWORD), state_dir, params)
    admin = Actor(RECOVERY_USER, frozenset({Role.ADMIN}), outside.device_name())
    with closing(open_database(folder, door, state_dir)) as database, database.write(admin) as uow:
        for number in range(ROWS):
            add(uow, command(f"Tên {number}"))
        uow.commit()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of what is owed by every page, paper and slice keep what the new one owes."""
    left = [item for item in items if is_asked_of_others(item)]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)
    pages, once = vars(sys.modules[EVERY_PAGE]), Once()
    only = tuple(spec for spec in pages["OPENED"] if spec.id.startswith(f"{FULL}."))
    assert only
    assert {"found", "small_demo"} <= pages.keys()
    pages.update(OPENED=only, found=once.found, small_demo=once.with_rows)


def is_asked_of_others(item: pytest.Item) -> bool:
    """Whether a test of every slice asks this time another than the new one."""
    if "/test_every_" not in item.nodeid:
        return False
    asked = getattr(item, "callspec", None)
    return item.name.startswith(OF_OTHERS) or (asked is not None and FULL not in asked.id)
