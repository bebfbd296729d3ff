"""Files for the tests of the database ring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facility_app.db.database import Database
from tests.helpers.probe import VaultFile


@pytest.fixture
def vault_file(tmp_path: Path) -> VaultFile:
    """A new encrypted file with the probe's tables."""
    made = VaultFile(tmp_path)
    made.create()
    return made


@pytest.fixture
def database(vault_file: VaultFile) -> Iterator[Database]:
    """The same, open."""
    with vault_file.opened() as opened:
        yield opened
