"""Saying what somebody's place must be, without why; who says it may take it back."""

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.needs import COHORT_LIMIT, NEED_LABELS, RIGHT_TO_NEED, NeedKind
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.queries.sleeping import Judge
from facility_app.modules.housing.queries.state import Standing
from facility_app.modules.housing.service.placing import Beds
from facility_app.modules.housing.tables import HousingBed, HousingNeed
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

MOVE_TASK: Final = "housing.move_person"
_PLACERS: Final = frozenset({Role.GUARD, Role.INTAKE})


@dataclass(frozen=True, slots=True)
class RequirePlacement:
    """Somebody's place must be of a kind.

    Attributes:
        need: the kind; which sickness it comes from is said nowhere.
        until: when it ends by itself; None until somebody ends it.
        cohort: of an infection room, a mark such as A or B: those with the same one may share it.
        body_sex: of the room by the body's sex, that sex.
    """

    resident_id: str
    need: NeedKind
    until: datetime | None = None
    cohort: str | None = field(default=None, repr=False)
    body_sex: Sex | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EndNeed:
    """A need no longer holds."""

    need_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SavedNeed:
    """What a need leaves.

    Attributes:
        is_met: whether the bed somebody has now is right for it; without one it is not.
    """

    need_id: str
    version: int
    is_met: bool


def require_placement(uow: UnitOfWork, command: RequirePlacement) -> SavedNeed:
    """Say what somebody's place must be; when their bed is not right for it, those who place people get a task.

    A need of the same kind that still holds is renewed: its end and cohort are those said last.

    Raises:
        UserError: ``not_found``, ``need_has_ended`` for an end that has passed, ``need_without_sex``,
            ``text_too_long``.
        PermissionDenied: for a kind that somebody else asks for.
    """
    require(uow, VIEW_BOARD)
    require(uow, RIGHT_TO_NEED[command.need])
    cohort = _checked(uow, command)
    found = _standing(uow, command)
    with uow.act("housing.require_placement") as act:
        if found is None:
            found = uow.add(
                HousingNeed(
                    resident_id=command.resident_id,
                    kind=command.need,
                    cohort=cohort,
                    body_sex=command.body_sex,
                    from_at=uow.now,
                    until_at=command.until,
                )
            )
        else:
            found.until_at, found.cohort, found.body_sex = command.until, cohort, command.body_sex
        act.about(found)
        uow.session.flush()
        is_met = _is_met(uow, command.resident_id)
        if not is_met:
            _ask_to_move(uow, command)
    return SavedNeed(found.id, found.version, is_met)


def end_need(uow: UnitOfWork, command: EndNeed) -> None:
    """Take a need back.

    Raises:
        UserError: ``need_has_ended``, ``reason_missing``, ``not_found``.
        PermissionDenied: for a kind that somebody else asks for.
        ConflictError: ``record_changed``.
    """
    require(uow, VIEW_BOARD)
    found = uow.get(HousingNeed, command.need_id, version=command.version)
    require(uow, RIGHT_TO_NEED[found.kind])
    require_reason(command.reason)
    if found.ended_at is not None:
        raise UserError("need_has_ended", label("errors", "Yêu cầu này đã kết thúc. Hãy mở lại danh sách."))
    with uow.act("housing.end_need", reason=command.reason) as act:
        act.about(found)
        found.ended_at = uow.now
        settle_tasks(
            uow, SettleTasks("resident", found.resident_id, MOVE_TASK, occasion=found.kind.value, is_done=False)
        )


def _checked(uow: UnitOfWork, command: RequirePlacement) -> str | None:
    faults = Faults()
    cohort = faults.line("cohort", command.cohort)
    if cohort is not None and len(cohort) > COHORT_LIMIT:
        faults.add("text_too_long", "cohort", label("errors", "Ký hiệu nhóm quá dài: tối đa 8 ký tự."))
    if command.until is not None and command.until <= uow.now:
        faults.add("need_has_ended", "until", label("errors", "Thời điểm kết thúc phải sau bây giờ."))
    if (command.need is NeedKind.BODY_SEX_ROOM) is (command.body_sex is None):
        faults.add(
            "need_without_sex",
            "body_sex",
            label("errors", "Nêu giới tính thực tế trên cơ thể cho đúng loại yêu cầu này, và chỉ loại này."),
        )
    faults.refuse()
    if not list_resident_rows(uow, [command.resident_id]):
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=command.resident_id,
        )
    return cohort if command.need is NeedKind.INFECTION_ROOM else None


def _standing(uow: UnitOfWork, command: RequirePlacement) -> HousingNeed | None:
    """The need of this kind that nobody has ended; one whose time has passed is taken up again."""
    n = HousingNeed
    asked = sa.select(n).where(
        n.resident_id == command.resident_id,
        n.kind == command.need,
        n.ended_at.is_(None),
        n.voided_at.is_(None),
    )
    return uow.session.scalars(asked).first()


def _is_met(uow: UnitOfWork, resident_id: str) -> bool:
    placement = Beds(uow).of(resident_id)
    if placement is None:
        return False
    bed = uow.get(HousingBed, placement.bed_id)
    judge = Judge(uow, resident_id, Standing(uow).beds(room_id=bed.room_id))
    return judge.choice(bed.id).level not in {Level.HARD, Level.OVERRIDABLE}


def _ask_to_move(uow: UnitOfWork, command: RequirePlacement) -> None:
    raise_task(
        uow,
        RaiseTask(
            MOVE_TASK,
            label("tasks", "Xếp lại chỗ ở: {need}"),
            "resident",
            command.resident_id,
            datetime.combine(local_date(uow.now), time.max, LOCAL),
            Role.TEAM_OFFICER,
            {"need": NEED_LABELS[command.need]},
            command.resident_id,
            occasion=command.need.value,
            may_go_to=_PLACERS,
        ),
    )
