"""Desks for the tests of the outermost ring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desk import Desk, tables_at_hand
from tests.ui.conftest import dressed, one_theme, theme

__all__ = ["desk", "dressed", "empty_desk", "founded_desk", "one_theme", "ready_tables", "stranger", "theme"]


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


@pytest.fixture(scope="session")
def founded_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Another facility made once; nobody changes this one."""
    made = Desk(tmp_path_factory.mktemp("elsewhere"))
    made.found()
    return made


@pytest.fixture
def stranger(tmp_path: Path, founded_elsewhere: Desk) -> Desk:
    """Another facility of the same names, with keys of its own; the test's own copy."""
    return founded_elsewhere.copy(tmp_path / "stranger")


@pytest.fixture
def ready_tables() -> Iterator[None]:
    """A founding in the test is little work: its tables lie ready."""
    with tables_at_hand():
        yield
