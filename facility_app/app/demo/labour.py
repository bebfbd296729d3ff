"""Labour of the demo: three teams, four weeks of sheets, tools, a closed month with its shares and an open one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.clock import day_of
from facility_app.app.demo.education import CLASH
from facility_app.app.demo.hands import Hands
from facility_app.app.demo.names import full_name
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.modules.labour.domain.admission import FitnessNeeded
from facility_app.modules.labour.domain.hours import HOUR
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.shares import ResultKind
from facility_app.modules.labour.domain.sheets import Mark, Quality, Shift
from facility_app.modules.labour.queries.months import preview_month
from facility_app.modules.labour.queries.tools import list_count_ids, list_count_rows
from facility_app.modules.labour.service.months import (
    CloseLabourMonth,
    EnterResult,
    close_labour_month,
    enter_result,
)
from facility_app.modules.labour.service.people import (
    RecordTraining,
    RegisterForLabour,
    record_training,
    register_for_labour,
)
from facility_app.modules.labour.service.sheets import KeepSheet, keep_sheet
from facility_app.modules.labour.service.teams import (
    JoinLabourTeam,
    TeamFacts,
    WorkTypeFacts,
    add_labour_team,
    add_work_type,
    join_labour_team,
)
from facility_app.modules.labour.service.tools import (
    HandOutTools,
    TakeBackTools,
    ToolFacts,
    add_tool,
    hand_out_tools,
    take_back_tools,
)
from facility_app.modules.residents.api import list_births
from facility_app.modules.staff.api import list_staff_ids, list_staff_rows
from facility_app.modules.stays.api import Stage, StayRow, list_stage_ends, list_stay_ids, list_stay_rows
from facility_app.modules.treatment.domain.fitness import WorkLimit, WorkVerdict
from facility_app.modules.treatment.service.fitness import DecideFitness, decide_fitness

WEEKS: Final = 4
LOOKED_AT: Final = 300
"""So many stays are looked through for people; the largest facility has many more."""
OUTSIDE: Final = frozenset({"labour_not_inside", "labour_left_meanwhile"})
WEAVING, GARDEN, SAWING = (
    WorkTypeFacts(
        "DAN", label("demo", "Đan lát mây tre"), minors_may=True, output_unit=label("demo", "sản phẩm"),
        tools=label("demo", "dao chẻ, kéo, kìm"),
    ),
    WorkTypeFacts(
        "RAU", label("demo", "Trồng rau"), minors_may=True, output_unit="kg", protection=label("demo", "ủng, nón"),
        tools=label("demo", "cuốc, xẻng, bình tưới"),
    ),
    WorkTypeFacts(
        "MOC", label("demo", "Xẻ gỗ, làm mộc"), is_hazardous=True, fitness_needed=FitnessNeeded.FULL,
        protection=label("demo", "kính, găng tay, khẩu trang"), tools=label("demo", "cưa máy, bào, đục"),
    ),
)  # fmt: skip
MORNINGS, WHOLE_DAY = Shift(7 * 60, 11 * 60), Shift(7 * 60 + 30, 16 * 60 + 30, 60)


@dataclass(frozen=True, slots=True)
class _Crew:
    """A team as it is made; ``most`` of them at most."""

    code: str
    name: str
    work: WorkTypeFacts
    shift: Shift
    weekdays: str
    place: str
    most: int


CREWS: Final = (
    _Crew("LD1", label("demo", "Tổ đan lát"), WEAVING, WHOLE_DAY, "12345", label("demo", "Nhà xưởng số 1"), 40),
    _Crew("LD2", label("demo", "Tổ rau xanh"), GARDEN, MORNINGS, "123456", label("demo", "Vườn rau"), 15),
    _Crew("LD3", label("demo", "Tổ mộc"), SAWING, MORNINGS, "135", label("demo", "Xưởng mộc"), 10),
)
LARGER: Final = (
    (label("demo", "Tổ đan lát số {number}"), WEAVING, label("demo", "Nhà xưởng số 2")),
    (label("demo", "Tổ rau xanh số {number}"), GARDEN, label("demo", "Vườn rau")),
)
"""What a larger facility has more of, in turn: name, work, place."""
A_CREW: Final = 30
TOOLS: Final = (
    ToolFacts("D-01", label("demo", "Dao chẻ nan"), 40, is_dangerous=True, place=label("demo", "Kho 1")),
    ToolFacts("K-01", label("demo", "Kéo cắt"), 40, is_dangerous=True, place=label("demo", "Kho 1")),
    ToolFacts("C-01", label("demo", "Cuốc"), 20, place=label("demo", "Kho vườn")),
    ToolFacts("C-02", label("demo", "Cưa tay"), 6, is_dangerous=True, place=label("demo", "Xưởng mộc")),
)
SAFETY: Final = label("demo", "Nội quy lao động, sử dụng dụng cụ, sơ cứu")
SAWS: Final = label("demo", "Vận hành máy cưa, chống bụi, phòng cháy")
LOST: Final = label("demo", "01 kéo gãy, đã lập biên bản, nộp lại kho")
EARNED: Final = (
    (ResultKind.INCOME, label("demo", "Bán hàng mây tre đan cho công ty bao tiêu"), 38_450_500, 22),
    (ResultKind.INCOME, label("demo", "Bán rau cho bếp ăn và chợ"), 9_280_000, 26),
    (ResultKind.MATERIALS, label("demo", "Mua mây, tre, hạt giống, phân bón"), 14_620_000, 3),
    (ResultKind.OUTSIDE_LABOUR, label("demo", "Thuê thợ hướng dẫn kỹ thuật đan"), 4_000_000, 15),
    (ResultKind.POWER_WATER, label("demo", "Điện, nước nhà xưởng và vườn"), 2_315_700, 28),
    (ResultKind.TOP_UP, label("demo", "Ăn thêm giữa ca"), 1_950_000, 28),
    (ResultKind.DEPRECIATION, label("demo", "Khấu hao máy cưa, nhà xưởng"), 1_200_000, 28),
)
"""Kind, what for, đồng, on which day of the closed month."""
OF_NOW: Final = (
    (ResultKind.MATERIALS, label("demo", "Mua mây, tre"), 6_100_000, 2),
    (ResultKind.INCOME, label("demo", "Bán hàng mây tre đan đợt 1"), 19_840_000, 12),
)
"""The same of the month that runs."""
STANDING: Final = {Mark.WORKED: 92, Mark.SICK: 3, Mark.CLINIC: 1, Mark.VISIT: 1, Mark.CLASS: 2, Mark.UNEXCUSED: 1}
GRADES: Final = {Quality.GOOD: 4, Quality.PASS: 5, Quality.POOR: 1}
LIMITED_SHARE, EXPIRED_EVERY, LESS_SHARE = 0.12, 9, 0.05
WAITING: Final = 3
"""Registered, and not yet with a doctor's answer in force; the first had one that is over."""


@dataclass(frozen=True, slots=True)
class _Team:
    """A team of the demo and who is in it."""

    team_id: str
    officer: str = field(repr=False)
    work: WorkTypeFacts
    work_type_id: str
    shift: Shift
    weekdays: str
    people: tuple[str, ...]


def write_labour(hands: Hands, chance: Chance, more: int) -> None:
    """Everything there is of labour on the last morning: one sheet of the day is kept, the others are missing.

    Args:
        hands: whose hands write it.
        chance: what is drawn from.
        more: teams more than the smallest facility has.
    """
    this_month = day_of(0).replace(day=1)
    month = (this_month - timedelta(days=1)).replace(day=1)
    with hands.by(Role.HEAD) as uow:
        stays, adults = _people(uow, LOOKED_AT + 2 * A_CREW * more)
        teams = _teams(uow, [*CREWS, *_larger(more)], stays, adults)
    stay_of = {one.resident_id: one.stay_id for one in stays}
    with hands.by(Role.DOCTOR) as uow:
        for one in teams:
            _examine(uow, one, stay_of, month, chance)
    at_work = {person for one in teams for person in one.people}
    others = [one for one in stays if one.resident_id not in at_work][:WAITING]
    with hands.by(Role.DOCTOR) as uow:
        for stay in others[:1]:
            past = DecideFitness(stay.stay_id, WorkVerdict.FIT, day_of(3), decided_on=day_of(30))
            decide_fitness(uow, past)
    with hands.by(Role.LABOUR) as uow:
        for stay in others:
            register_for_labour(uow, RegisterForLabour(stay.resident_id, stay.name, registered_on=day_of(4)))
    with hands.by(Role.LABOUR) as uow:
        for place, one in enumerate(teams):
            _admit(uow, one, place, month, chance)
        for one in teams:
            for day in _days(one):
                _keep(uow, one, day, chance)
        _tools(uow, [one for one in teams if one.people])
        worked = any(one.people for one in teams)
        for kind, text, vnd, day_no in EARNED if worked else ():
            enter_result(uow, EnterResult(kind, Money(vnd), text, month.replace(day=day_no)))
        for kind, text, vnd, day_no in OF_NOW:
            enter_result(uow, EnterResult(kind, Money(vnd), text, this_month.replace(day=day_no)))
    if worked:
        with hands.by(Role.TREASURER) as uow:
            _close(uow, CloseLabourMonth(month, officer_name=str(full_name(chance, is_female=True))))


def _larger(more: int) -> Iterator[_Crew]:
    for place in range(more):
        name, work, where = LARGER[place % len(LARGER)]
        number = place // len(LARGER) + 2
        code = f"LD{len(CREWS) + 1 + place}"
        yield _Crew(code, name.format(number=number), work, MORNINGS, "12345", where, A_CREW)


def _people(uow: UnitOfWork, most: int) -> tuple[Sequence[StayRow], frozenset[str]]:
    """Those inside whose withdrawal ended before the first sheet, who leaves last first; and who is of age."""
    since = day_of(7 * WEEKS + 7)
    ids = list_stay_ids(uow, Look(filters={"presence": "inside"}))[-most:]
    ends = list_stage_ends(uow, ids, Stage.DETOX)
    rows = [row for row in reversed(list_stay_rows(uow, ids)) if (ends.get(row.stay_id) or day_of(0)) < since]
    births = list_births(uow, [row.resident_id for row in rows])
    grown = (one for one, birth in births.items() if birth.age_on(since) >= ADULT_YEARS)
    return rows, frozenset(grown)


def _teams(
    uow: UnitOfWork, crews: Sequence[_Crew], stays: Sequence[StayRow], adults: frozenset[str]
) -> list[_Team]:
    officers = list_staff_rows(uow, list_staff_ids(uow, Look()))
    waiting, made = [one.resident_id for one in stays], []
    work_types = dict[str, str]()
    for place, crew in enumerate(crews):
        work = crew.work
        if work.code not in work_types:
            work_types[work.code] = add_work_type(uow, work)
        work_type_id, officer = work_types[work.code], officers[place % len(officers)]
        facts = TeamFacts(
            crew.code, crew.name, work_type_id, officer.member_id, crew.shift, crew.weekdays, crew.place
        )
        team_id = add_labour_team(uow, facts)
        people = tuple([one for one in waiting if one in adults or work is GARDEN][: crew.most])
        waiting = [one for one in waiting if one not in people]
        if people:
            join_labour_team(uow, JoinLabourTeam(team_id, people, _first_day(), CLASH))
        made.append(_Team(team_id, officer.full_name, work, work_type_id, crew.shift, crew.weekdays, people))
    return made


def _examine(uow: UnitOfWork, team: _Team, stay_of: Mapping[str, str], first: date, chance: Chance) -> None:
    """A doctor's answer for everybody; who saws is fit, the last weaver is not."""
    for place, one in enumerate(team.people):
        verdict, limits = WorkVerdict.FIT, frozenset[WorkLimit]()
        if team.work is WEAVING and place and place == len(team.people) - 1:
            verdict = WorkVerdict.UNFIT
        elif team.work is not SAWING and chance.happens(LIMITED_SHARE):
            verdict, limits = WorkVerdict.LIMITED, frozenset({WorkLimit.NO_HEAVY, WorkLimit.NO_SUN})
        decide_fitness(uow, DecideFitness(stay_of[one], verdict, day_of(-150), limits, first))


def _admit(uow: UnitOfWork, team: _Team, place: int, first: date, chance: Chance) -> None:
    """Registration and safety training; the training of some is over."""
    if not team.people:
        return
    for one in team.people:
        signed = str(full_name(chance, is_female=False))
        register_for_labour(uow, RegisterForLabour(one, signed, registered_on=first))
    over = team.people[EXPIRED_EVERY - 1 :: EXPIRED_EVERY]
    lasting = tuple(one for one in team.people if one not in over)
    trainer = str(full_name(chance, is_female=place == 1))
    for people, until in ((lasting, day_of(-300)), (over, day_of(9))):
        if people:
            record_training(uow, RecordTraining(people, first, until, trainer, content=SAFETY))
    if team.work.is_hazardous:
        about = RecordTraining(team.people, first, day_of(-300), trainer, team.work_type_id, SAWS)
        record_training(uow, about)


def _first_day() -> date:
    """A Monday four weeks before this one: a team owes no sheet of a day before it was made."""
    return day_of(7 * WEEKS + day_of(0).weekday())


def _days(team: _Team) -> Iterator[date]:
    """The days a team has a sheet of: four weeks and this one; this morning only those who saw have one."""
    for ago in range((day_of(0) - _first_day()).days, -1, -1):
        day = day_of(ago)
        if team.people and str(day.isoweekday()) in team.weekdays and (ago or team.work.is_hazardous):
            yield day


def _keep(uow: UnitOfWork, team: _Team, day: date, chance: Chance) -> None:
    """One sheet; whoever may not work that day stands on it as away or excused."""
    lines = tuple(_line(one, team, chance) for one in team.people)
    kept = keep_sheet(uow, KeepSheet(team.team_id, day, team.shift, lines))
    if kept.refused:
        others = tuple(
            SheetLine(one.resident_id, Mark.AWAY if one.rules[0].code in OUTSIDE else Mark.EXCUSED)
            for one in kept.refused
        )
        keep_sheet(uow, KeepSheet(team.team_id, day, team.shift, others, kept.sheet_id, kept.version))


def _line(resident_id: str, team: _Team, chance: Chance) -> SheetLine:
    mark = chance.weighted(STANDING)
    if mark is not Mark.WORKED:
        return SheetLine(resident_id, mark)
    minutes = team.shift.minutes - (HOUR if chance.happens(LESS_SHARE) else 0)
    output = None if team.work.output_unit is None else chance.between(4, 14) * 1000
    return SheetLine(resident_id, mark, minutes, output, chance.weighted(GRADES))


def _tools(uow: UnitOfWork, teams: Sequence[_Team]) -> None:
    """Tools went out this morning: one kind is back and one of it is missing, the others are still out."""
    made = [add_tool(uow, one) for one in TOOLS]
    if not teams:
        return
    hand_out_tools(uow, HandOutTools(teams[0].team_id, {made[0]: 38, made[1]: 20}, teams[0].officer))
    (back,) = (one for one in list_count_rows(uow, list_count_ids(uow, Look())) if one.tool == TOOLS[1].name)
    take_back_tools(uow, TakeBackTools(back.count_id, back.version, back.taken - 1, LOST, teams[0].officer))


def _close(uow: UnitOfWork, command: CloseLabourMonth) -> None:
    seen = preview_month(uow)
    if seen is not None and seen.worked and seen.first_on == command.first_on:
        close_labour_month(uow, command)
