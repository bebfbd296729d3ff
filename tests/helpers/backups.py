"""What tests of backups share: a vault with attachments, a backup of it, refusals by code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from facility_app.db.backup import BackupMade, make_backup
from facility_app.kernel.errors import EnvironmentFault
from tests.helpers.vaults import Tables, Vault, make_vault

ATTACHMENT = "ab/0123456789abcdef.sealed"


def vault_with_attachments(root: Path, *, facility: str = "this", tables: Tables = Tables.FEW) -> Vault:
    """A vault as ``make_vault`` makes it, with two attachments, one of them empty."""
    made = make_vault(root, facility=facility, tables=tables)
    made.attach(ATTACHMENT, b"sealed " * 300)
    made.attach("cd/empty", b"")
    return made


def backed_up(vault: Vault, into: Path | None = None) -> BackupMade:
    """A verified backup."""
    return make_backup(vault.source, vault.clock, into)


def refused(work: Callable[[], object]) -> str:
    """Code of the fault ``work`` ends in; its sentence must be complete."""
    with pytest.raises(EnvironmentFault) as caught:
        work()
    assert caught.value.message
    return caught.value.code


def names_in(folder: Path) -> set[str]:
    """Names in a folder."""
    return {path.name for path in folder.iterdir()}
