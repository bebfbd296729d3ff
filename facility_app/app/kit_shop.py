"""How the sheet for a blackout gets to its medium: for the screens, the watch of the shift, the command line."""

import importlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facility_app.app import kit_medium
from facility_app.db.database import Database
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Actor
from facility_app.kernel.errors import FacilityError
from facility_app.modules.medication.papers.kit import kit_sheet
from facility_app.modules.medication.service.kit import EndKit, KitBegun, begin_kit, end_kit
from facility_app.modules.medication.ui.kit_press import KitPress

ROOM: Final = "facility_app.app.kit_room"


def lock_of(word: str) -> bytes:
    """A new lock that ``word`` opens."""
    made: bytes = _room().lock_of(word)
    return made


def claim(folder: str, kit_id: str) -> None:
    """Put the mark of a kit on a medium; refusals as ``kit_medium.claim``."""
    kit_medium.claim(Path(folder), kit_id)


def put(begun: KitBegun, paper: PlainPaper) -> str:
    """Set, lock and write one sheet; answers its SHA-256.

    Raises:
        EnvironmentFault: as ``kit_medium.put``; ``font_missing``.
    """
    sealed: bytes = _room().sealed(paper, begun.lock)
    return kit_medium.put(Path(begun.folder), begun.kit_id, sealed)


@dataclass(frozen=True, slots=True)
class KitWritten:
    """A sheet that lies on its medium."""

    file: Path
    sha256: str
    said: str


def write_kit(database: Database, actor: Actor) -> KitWritten:
    """Write the sheet now: the trail first, then the file, then how it went.

    Raises:
        PermissionDenied, UserError: as ``begin_kit``.
        EnvironmentFault: as ``put``; the task for it is raised.
    """
    with database.write(actor) as uow:
        begun = begin_kit(uow)
        uow.commit()
    try:
        with database.read(actor) as uow:
            paper = kit_sheet(uow)
        sha256 = put(begun, paper)
    except FacilityError as error:
        # What is told is why the sheet was not written; that this could not be noted either comes second.
        with suppress(FacilityError):
            _end(database, actor, EndKit(begun.kit_id, failure=error.code))
        raise
    _end(database, actor, EndKit(begun.kit_id, sha256))
    return KitWritten(Path(begun.folder) / kit_medium.SHEET, sha256, paper.below)


def _end(database: Database, actor: Actor, command: EndKit) -> None:
    with database.write(actor) as uow:
        end_kit(uow, command)
        uow.commit()


def _room() -> Any:
    """The engine: every start would wait for it."""
    return importlib.import_module(ROOM)


KIT_PRESS: Final = KitPress(lock_of, claim, put)
