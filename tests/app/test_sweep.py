"""What a cut between a sealed file and its record leaves is swept at the next start; nothing else is."""

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from facility_app.db.attachments import AttachmentStore
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import system_actor
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.service.files import AttachFile, attach_file
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from tests.helpers.desk import Desk
from tests.modules.residents.people import SCAN, XRAY_SCAN, register

FACTS = Attachment(AttachmentKind.DECISION)
SYSTEM = system_actor("d")


class PowerCutError(Exception):
    """The machine is off."""


def attach(uow: UnitOfWork, resident_id: str, content: bytes) -> None:
    attach_file(uow, AttachFile(resident_id, content, FACTS))


def is_there(desk: Desk, content: bytes) -> bool:
    """Whether the content lies sealed, asked without the start that sweeps."""
    store = AttachmentStore(desk.folder.files, desk.data_key, bytes)
    return store.holds(hashlib.sha256(content).hexdigest())


@pytest.fixture
def resident_id(desk: Desk) -> str:
    """Somebody with a scan that was struck out: its row stays, and so must the scan."""
    with desk.open() as opened, opened.database.write(SYSTEM) as uow:
        made = register(uow).resident_id
        saved = attach_file(uow, AttachFile(made, SCAN, FACTS))
        void_entry(uow, VoidEntry(EntryKind.ATTACHMENT, saved.entry_id, saved.version, "nhầm người"))
        uow.commit()
    return made


def test_a_file_without_its_record_is_swept_at_the_next_start(desk: Desk, resident_id: str) -> None:
    with suppress(PowerCutError), desk.open() as opened, opened.database.write(SYSTEM) as uow:
        attach(uow, resident_id, XRAY_SCAN)
        raise PowerCutError
    assert is_there(desk, XRAY_SCAN)
    desk.open().close()
    assert not is_there(desk, XRAY_SCAN)
    assert is_there(desk, SCAN)


def test_a_file_stays_whose_record_was_saved_and_whose_mark_was_not_taken_away(
    desk: Desk, resident_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(AttachmentStore, "settle", lambda _store, _sha256: None)
        with desk.open() as opened, opened.database.write(SYSTEM) as uow:
            attach(uow, resident_id, XRAY_SCAN)
            uow.commit()
    assert list((desk.folder.files / "new").iterdir())
    desk.open().close()
    assert list((desk.folder.files / "new").iterdir()) == []
    assert is_there(desk, XRAY_SCAN)


def test_nothing_is_swept_by_the_word_of_an_older_file_put_back(
    desk: Desk,
    resident_id: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    old = tmp_path / "old.db"
    shutil.copy(desk.folder.database, old)
    with monkeypatch.context() as cut:
        cut.setattr(AttachmentStore, "settle", lambda _store, _sha256: None)
        with desk.open() as opened, opened.database.write(SYSTEM) as uow:
            attach(uow, resident_id, XRAY_SCAN)
            uow.commit()
    shutil.copy(old, desk.folder.database)
    desk.open().close()
    caplog.clear()
    assert is_there(desk, XRAY_SCAN)
