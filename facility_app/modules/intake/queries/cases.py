"""Who is being taken in and how far each is: one reading for the list and for one case."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.names import fold, sort_key
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.api import VIEW_DEPOSITS, Per, get_account, list_owed, per_of
from facility_app.modules.intake.domain.arrival_papers import PaperMark, PaperNeed, minutes_of, needs_of
from facility_app.modules.intake.domain.door_health import Sign, signs_of
from facility_app.modules.intake.domain.rights import READ_AT_DOOR, RECEIVE, VIEW_CASES
from facility_app.modules.intake.domain.steps import (
    DoorFacts,
    Step,
    StepState,
    StepView,
    done_steps,
    percent,
    step_views,
)
from facility_app.modules.intake.tables import IntakeCase, IntakeHealth, IntakePaper
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.stays.api import (
    STAY_TYPE_LABELS,
    Arrived,
    StayRow,
    list_arrived,
    list_stay_rows,
)
from facility_app.modules.treatment.api import list_door_states

FINISHED, ONGOING = "finished", "ongoing"
_SHOWN_FINISHED = 200


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One coming as the list shows it.

    Attributes:
        stay_id: empty while nobody was admitted.
        type_words: the legal type; None likewise.
        steps: each step with what is missing.
    """

    case_id: str
    resident_id: str
    stay_id: str
    code: str
    name: str = field(repr=False)
    type_words: Label | None
    stay_type: str
    opened_on: date
    finished_on: date | None
    place: str
    percent: int
    steps: tuple[StepView, ...] = field(repr=False)

    @property
    def missing(self) -> int:
        """How many things are missing."""
        return sum(len(one.lacks) for one in self.steps)

    @property
    def done(self) -> tuple[int, int]:
        """Steps done, of those owed."""
        return done_steps(self.steps)

    def state(self, step: Step) -> StepState:
        """How far one step is."""
        return next(one.state for one in self.steps if one.step is step)

    @staticmethod
    def picked(rows: "Sequence[CaseRow]", look: Look) -> "tuple[CaseRow, ...]":
        """The rows a look asks for, in its order."""
        words = fold(look.text).split()
        step, kind = look.filters.get("missing", ""), look.filters.get("stay_type", "")
        found = [
            row
            for row in rows
            if all(word in f"{fold(row.name)} {fold(row.code)}" for word in words)
            and (not step or row.state(Step(step)) in {StepState.OPEN, StepState.PARTLY})
            and (not kind or row.stay_type == kind)
        ]
        for one in reversed(look.sorts):
            found.sort(key=_SORTS.get(one.key, _SORTS["opened_on"]), reverse=one.descending)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class TickedPaper:
    """One line of the checklist.

    Attributes:
        is_proved: the stay's own decisions say that it came; nothing need be ticked.
        attachment_id: its scan.
    """

    need: PaperNeed
    mark: PaperMark
    is_proved: bool
    reason: str | None
    attachment_id: str | None


@dataclass(frozen=True, slots=True)
class DoorHealth:
    """What was seen, for those who may read it."""

    seen_at: datetime
    seen_by: str
    signs: frozenset[Sign] = field(repr=False)
    note: str | None = field(repr=False)
    treated_at: datetime | None
    treated_by: str | None
    treatment: str | None = field(repr=False)
    version: int

    @classmethod
    def of(cls, record: IntakeHealth) -> "DoorHealth":
        """As kept."""
        return cls(
            record.seen_at,
            record.seen_by,
            signs_of(record.signs),
            record.note,
            record.treated_at,
            record.treated_by,
            record.treatment,
            record.version,
        )


@dataclass(frozen=True, slots=True)
class CaseView:
    """One coming, whole.

    Attributes:
        health: None when nobody looked yet, and for whoever may not read it.
        minutes: form and article of the minutes; None where none are made.
        balance: money in custody; None for whoever may not see it, likewise ``things``.
        bedding: whether supplies are given out at all here.
        stay_version: goes back with a decision about the stay.
    """

    row: CaseRow
    version: int
    is_turned: bool
    checked_on: date | None
    delivered_at: datetime | None
    delivering_name: str | None = field(repr=False)
    delivering_position: str | None
    delivering_agency: str | None
    condition_seen: str | None = field(repr=False)
    papers: tuple[TickedPaper, ...] = field(repr=False)
    health: DoorHealth | None
    minutes: tuple[str, str] | None
    minutes_id: str | None
    balance: Money | None
    things: int | None
    money_on: date | None
    things_on: date | None
    supplies_on: date | None


def list_case_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the list; what is not finished unless the filter asks otherwise."""
    require(uow, VIEW_CASES)
    return tuple(row.case_id for row in CaseRow.picked(list_cases(uow, look.filters.get("state", "")), look))


def list_cases(uow: UnitOfWork, state: str = "") -> tuple[CaseRow, ...]:
    """Everybody being taken in, the newest first; with ``finished`` those done last."""
    require(uow, VIEW_CASES)
    wanted = sa.select(IntakeCase).where(IntakeCase.voided_at.is_(None))
    if state == FINISHED:
        wanted = wanted.where(IntakeCase.finished_on.is_not(None)).limit(_SHOWN_FINISHED)
    else:
        wanted = wanted.where(IntakeCase.finished_on.is_(None))
    found = uow.session.scalars(wanted.order_by(IntakeCase.opened_on.desc(), IntakeCase.id.desc())).all()
    return _rows(uow, found)


def list_case_rows(uow: UnitOfWork, ids: Sequence[str]) -> tuple[CaseRow, ...]:
    """These cases, in this order."""
    require(uow, VIEW_CASES)
    wanted = sa.select(IntakeCase).where(IntakeCase.id.in_(ids), IntakeCase.voided_at.is_(None))
    made = {row.case_id: row for row in _rows(uow, uow.session.scalars(wanted).all())}
    return tuple(made[one] for one in ids if one in made)


def find_case_of(uow: UnitOfWork, resident_id: str) -> str | None:
    """The case of somebody that is not finished, else the last one."""
    require(uow, VIEW_CASES)
    wanted = sa.select(IntakeCase.id).where(IntakeCase.resident_id == resident_id, IntakeCase.voided_at.is_(None))
    return uow.session.scalar(
        wanted.order_by(IntakeCase.finished_on.is_not(None), IntakeCase.opened_on.desc(), IntakeCase.id.desc())
    )


def get_case(uow: UnitOfWork, case_id: str) -> CaseView:
    """One coming.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_CASES)
    rows = list_case_rows(uow, [case_id])
    if not rows:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=case_id,
        )
    (row,), case = rows, uow.get(IntakeCase, case_id)
    health = _healths(uow, [case_id]).get(case_id)
    sees_condition = uow.actor.may(READ_AT_DOOR) or uow.actor.may(RECEIVE)
    balance, things = _custody(uow, row.resident_id)
    return CaseView(
        row,
        case.version,
        case.is_turned,
        case.checked_on,
        case.delivered_at,
        case.delivering_name,
        case.delivering_position,
        case.delivering_agency,
        case.condition_seen if sees_condition else None,
        _checklist(uow, case, row),
        DoorHealth.of(health) if health is not None and uow.actor.may(READ_AT_DOOR) else None,
        minutes_of(row.stay_type, is_turned=case.is_turned),
        case.minutes_id,
        balance,
        things,
        case.money_on,
        case.things_on,
        case.supplies_on,
    )


def _custody(uow: UnitOfWork, resident_id: str) -> tuple[Money | None, int | None]:
    if not uow.actor.may(VIEW_DEPOSITS):
        return None, None
    kept = get_account(uow, resident_id).kept
    return kept.balance, kept.pieces


def _rows(uow: UnitOfWork, cases: Sequence[IntakeCase]) -> tuple[CaseRow, ...]:
    people = {one.resident_id: one for one in list_resident_rows(uow, [case.resident_id for case in cases])}
    stay_ids = [case.stay_id for case in cases if case.stay_id is not None]
    stays = {one.stay_id: one for one in list_stay_rows(uow, stay_ids)}
    arrived = list_arrived(uow, stay_ids)
    ids = [case.id for case in cases]
    ticked, healths = _ticked(uow, ids), _healths(uow, ids)
    supplied = _supplied(uow, [case.resident_id for case in cases if case.supplies_on is None])
    # To others the step says done or not done: half done would tell them that something was found.
    knows_flags = uow.actor.may(READ_AT_DOOR)
    since = {case.resident_id: datetime.combine(case.opened_on, time(), LOCAL) for case in cases}
    doors = list_door_states(uow, since)
    made = []
    for case in cases:
        person = people.get(case.resident_id)
        if person is None:
            continue
        stay = stays.get(case.stay_id or "")
        facts = _facts(case, person, stay, arrived.get(case.stay_id or "", Arrived()), ticked.get(case.id, {}))
        health, door = healths.get(case.id), doors[case.resident_id]
        waits = health is not None and health.has_flags and health.treated_at is None
        views = step_views(
            DoorFacts(
                **facts,
                has_health=health is not None or door.is_triaged,
                open_flags=knows_flags and (waits or (door.is_triaged and not door.is_settled)),
                has_supplies=case.supplies_on is not None or case.resident_id in supplied,
            )
        )
        made.append(_row(case, person, stay, views))
    return tuple(made)


def _row(case: IntakeCase, person: ResidentRow, stay: StayRow | None, views: tuple[StepView, ...]) -> CaseRow:
    return CaseRow(
        case.id,
        case.resident_id,
        case.stay_id or "",
        person.code if stay is None else stay.code,
        person.name,
        None if stay is None else STAY_TYPE_LABELS[stay.stay_type],
        "" if stay is None else str(stay.stay_type),
        case.opened_on,
        case.finished_on,
        person.place or "",
        percent(views),
        views,
    )


def _facts(
    case: IntakeCase,
    person: ResidentRow,
    stay: StayRow | None,
    arrived: Arrived,
    ticked: Mapping[str, IntakePaper],
) -> dict[str, Any]:
    stay_type, is_minor = "" if stay is None else str(stay.stay_type), person.age < ADULT_YEARS
    marks = {
        need.code: _mark(need, arrived, ticked)
        for need in needs_of(stay_type, is_minor=is_minor, is_turned=case.is_turned)
    }
    return {
        "stay_type": stay_type,
        "is_minor": is_minor,
        "is_turned": case.is_turned,
        "is_checked": case.checked_on is not None,
        "papers": marks,
        "has_minutes": case.minutes_id is not None,
        "has_money": case.money_on is not None,
        "has_things": case.things_on is not None,
        "has_bed": bool(person.place),
        "has_plan": arrived.has_plan,
    }


def _mark(need: PaperNeed, arrived: Arrived, ticked: Mapping[str, IntakePaper]) -> PaperMark:
    found = ticked.get(need.code)
    if found is not None:
        return found.mark
    return PaperMark.CAME if _is_proved(need, arrived) else PaperMark.MISSING


def _is_proved(need: PaperNeed, arrived: Arrived) -> bool:
    return bool(need.decision) and need.decision in {str(one) for one in arrived.decisions}


def _checklist(uow: UnitOfWork, case: IntakeCase, row: CaseRow) -> tuple[TickedPaper, ...]:
    (person,) = list_resident_rows(uow, [case.resident_id])
    arrived = list_arrived(uow, [row.stay_id]).get(row.stay_id, Arrived()) if row.stay_id else Arrived()
    ticked = _ticked(uow, [case.id]).get(case.id, {})
    made = []
    for need in needs_of(row.stay_type, is_minor=person.age < ADULT_YEARS, is_turned=case.is_turned):
        found = ticked.get(need.code)
        reason, scan = (None, None) if found is None else (found.reason, found.attachment_id)
        made.append(TickedPaper(need, _mark(need, arrived, ticked), _is_proved(need, arrived), reason, scan))
    return tuple(made)


def _ticked(uow: UnitOfWork, case_ids: Collection[str]) -> Mapping[str, Mapping[str, IntakePaper]]:
    made: dict[str, dict[str, IntakePaper]] = {}
    wanted = sa.select(IntakePaper).where(IntakePaper.case_id.in_(case_ids), IntakePaper.voided_at.is_(None))
    for one in uow.session.scalars(wanted):
        made.setdefault(one.case_id, {})[one.paper] = one
    return made


def _healths(uow: UnitOfWork, case_ids: Collection[str]) -> Mapping[str, IntakeHealth]:
    wanted = sa.select(IntakeHealth).where(IntakeHealth.case_id.in_(case_ids), IntakeHealth.voided_at.is_(None))
    return {one.case_id: one for one in uow.session.scalars(wanted)}


def _supplied(uow: UnitOfWork, resident_ids: Sequence[str]) -> frozenset[str]:
    """Whoever has had the bedding of Đ113.2, as far as the actor may know."""
    if not resident_ids or not uow.actor.may(VIEW_DEPOSITS):
        return frozenset()
    return frozenset(
        row.resident_id
        for row in list_owed(uow, resident_ids)
        if all(not one.left for one in row.owed if per_of(one.norm.supply) is Per.STAY)
    )


_SORTS = {
    "name": lambda row: sort_key(row.name),
    "code": lambda row: row.code,
    "opened_on": lambda row: row.opened_on,
    "percent": lambda row: row.percent,
}
