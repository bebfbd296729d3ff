"""The sheet for a blackout: its medium named by the head, written at each shift, never in clear.

Writing is three steps, for a file is no part of a transaction: ``begin_kit`` leaves the trail before anything goes
out, the caller sets and writes the sheet, ``end_kit`` says how it went.
"""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.keyslots.recovery import ALPHABET
from facility_app.db.settings_store import put_setting
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import NAME_KIT, WRITE_KIT
from facility_app.modules.medication.domain.kit import MISSING_TASK, SHIFT_HOURS, WORD_BYTES, no_kit, word_of
from facility_app.modules.medication.queries.kit import KIT
from facility_app.modules.medication.tables import BlackoutKit
from facility_app.modules.medication.tables.kit import FOLDER_LIMIT
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

ANOTHER = label("medication", "Đặt nơi ghi khác")


@dataclass(frozen=True, slots=True)
class NameKit:
    """The medium of this machine.

    Attributes:
        kit_id: of the new one; its mark lies on the medium already.
        lock: of the code word, which is shown to nobody else.
        hours: when shifts change.
    """

    kit_id: str
    folder: str
    lock: bytes = field(repr=False)
    hours: str


@dataclass(frozen=True, slots=True)
class KitBegun:
    """What the sheet is written with."""

    kit_id: str
    folder: str
    lock: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EndKit:
    """How writing went.

    Attributes:
        sha256: of the file as it was read back; empty when it could not be written.
        failure: code of why not.
    """

    kit_id: str
    sha256: str = ""
    failure: str = ""


def offer_kit(uow: UnitOfWork) -> tuple[str, str]:
    """A new id and a code word for a medium, nothing written yet."""
    require(uow, NAME_KIT)
    return uow.new_id(), word_of(uow.ports.random(WORD_BYTES), ALPHABET)


def name_kit(uow: UnitOfWork, command: NameKit) -> str:
    """Write the sheet here from now on; what was named before is left as it lies.

    Returns:
        The id.

    Raises:
        UserError: ``invalid``; ``bad_setting`` for hours that are none.
    """
    require(uow, NAME_KIT)
    faults = Faults()
    if not command.folder.strip() or len(command.folder) > FOLDER_LIMIT:
        faults.add("kit_folder", "folder", label("errors", "Hãy chọn một thư mục trên ổ rời."))
    faults.refuse()
    with uow.act("medication.name_kit") as act:
        put_setting(uow, act, SHIFT_HOURS, " ".join(command.hours.split()))
        for former in _standing(uow):
            uow.void(former, str(ANOTHER))
            _forget(uow, former.id)
        made = uow.add(
            BlackoutKit(
                id=command.kit_id,
                folder=command.folder,
                device=uow.actor.device,
                lock=command.lock,
                written_at=None,
                failed_at=None,
                failure=None,
            )
        )
        act.about(made)
    return made.id


def stop_kit(uow: UnitOfWork, version: int, reason: str) -> None:
    """Write no sheet any more; what lies on the medium has to be deleted by hand.

    Raises:
        UserError: ``kit_not_named``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, NAME_KIT)
    found = _one(uow)
    with uow.act("medication.stop_kit", reason=reason) as act:
        kit = uow.get(BlackoutKit, found.id, version=version)
        uow.void(kit, reason)
        act.about(kit)
        _forget(uow, kit.id)


def begin_kit(uow: UnitOfWork) -> KitBegun:
    """Health data is about to leave the program, locked: the trail comes first.

    Raises:
        UserError: ``kit_not_named``.
    """
    require(uow, WRITE_KIT)
    kit = _one(uow)
    with uow.act("medication.begin_kit") as act:
        act.about(kit)
        _note(act, {"folder": kit.folder, "device": uow.actor.device})
    return KitBegun(kit.id, kit.folder, kit.lock)


def end_kit(uow: UnitOfWork, command: EndKit) -> None:
    """Say how it went: a medium that is not there becomes a task for the chief nurse, and goes once it is back.

    Raises:
        UserError: ``kit_not_named``: it was replaced or stopped meanwhile.
    """
    require(uow, WRITE_KIT)
    kit = _one(uow)
    if kit.id != command.kit_id:
        raise no_kit()
    with uow.act("medication.end_kit") as act:
        act.about(kit)
        _note(act, {"sha256": command.sha256, "failure": command.failure})
        if command.failure:
            kit.failed_at, kit.failure = uow.now, command.failure
            raise_task(uow, _missing(uow, kit))
        else:
            kit.written_at, kit.failed_at, kit.failure = uow.now, None, None
            settle_tasks(uow, SettleTasks(BlackoutKit.__tablename__, kit.id, MISSING_TASK))


def _note(act: Act, facts: dict[str, str]) -> None:
    for value in plain_facts(facts):
        act.note(value)


def _missing(uow: UnitOfWork, kit: BlackoutKit) -> RaiseTask:
    return RaiseTask(
        MISSING_TASK,
        label(
            "tasks",
            "Không ghi được phiếu phòng mất điện vào {folder} (máy {device}). Cắm lại ổ rồi bấm “Ghi ngay”; chưa "
            "được thì in phiếu 24 giờ ra giấy.",
        ),
        BlackoutKit.__tablename__,
        kit.id,
        uow.now,
        Role.CHIEF_NURSE,
        {"folder": kit.folder, "device": kit.device},
        # A new one each time it was there in between: a task done stays done.
        occasion="" if kit.written_at is None else f"{kit.written_at:%Y%m%d%H%M%S}",
        may_go_to=frozenset({Role.NURSE, Role.DOCTOR, Role.PHARMACIST}),
    )


def _forget(uow: UnitOfWork, kit_id: str) -> None:
    settle_tasks(uow, SettleTasks(BlackoutKit.__tablename__, kit_id, MISSING_TASK, is_done=False))


def _standing(uow: UnitOfWork) -> list[BlackoutKit]:
    return list(uow.session.scalars(sa.select(BlackoutKit).where(KIT.voided_at.is_(None))))


def _one(uow: UnitOfWork) -> BlackoutKit:
    found = _standing(uow)
    if not found:
        raise no_kit()
    return found[0]
