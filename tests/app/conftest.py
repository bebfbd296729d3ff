"""Desks for the tests of the outermost ring."""

from pathlib import Path

import pytest

from tests.helpers.desk import Desk
from tests.ui.conftest import dressed, one_theme, theme

__all__ = ["desk", "dressed", "empty_desk", "founded_desk", "one_theme", "theme"]


@pytest.fixture(scope="session")
def founded_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A facility made once; nobody changes this one."""
    made = Desk(tmp_path_factory.mktemp("founded"))
    made.found()
    return made


@pytest.fixture
def desk(tmp_path: Path, founded_desk: Desk) -> Desk:
    """A facility with an administrator and a nurse, the test's own copy."""
    return founded_desk.copy(tmp_path / "desk")


@pytest.fixture
def empty_desk(tmp_path: Path) -> Desk:
    """A desk at which nothing was founded yet."""
    return Desk(tmp_path / "empty")
