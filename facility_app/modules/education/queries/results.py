"""What people learnt: results of classes, school reports, and which minors lack the schooling the law asks for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import local_date
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.domain.schooling import compulsory_level
from facility_app.modules.education.queries.lessons import CLASS
from facility_app.modules.education.queries.planned import MEMBER
from facility_app.modules.education.tables import ClassResult, SchoolClass, SchoolReport
from facility_app.modules.residents.api import list_births, list_education_levels, list_resident_marks
from facility_app.modules.stays.api import list_stay_rows, list_whereabouts

RESULT: Final = sa.inspect(ClassResult).local_table.c
REPORT: Final = sa.inspect(SchoolReport).local_table.c


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A result; ``version`` goes back with the decision about it."""

    result_id: str
    version: int
    class_id: str
    resident_id: str
    kind: ResultKind
    graded_on: date
    grade: Grade
    score_tenths: int | None
    note: str | None = field(repr=False)
    class_code: str
    code: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A year of school; ``version`` goes back with the decision about it."""

    report_id: str
    version: int
    resident_id: str
    school_year: int
    level: SchoolLevel
    grade_no: int
    school: str | None
    result: Grade
    is_level_finished: bool
    paper: str | None
    note: str | None = field(repr=False)
    code: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LackingRow:
    """A minor who must be taught at school and is in no class of that level.

    Attributes:
        level: what the law asks for now.
        regime: the law of the stay.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    age: int
    level: SchoolLevel
    regime: LegalRegime


def was_in_class(uow: UnitOfWork, class_id: str, resident_id: str) -> bool:
    """Whether somebody is or was in a class."""
    require(uow, VIEW_EDUCATION)
    asked = sa.select(MEMBER.id).where(
        MEMBER.class_id == class_id, MEMBER.resident_id == resident_id, MEMBER.voided_at.is_(None)
    )
    return uow.session.scalar(asked.limit(1)) is not None


def list_results(uow: UnitOfWork, *, class_id: str = "", resident_id: str = "") -> tuple[ResultRow, ...]:
    """Results of a class, of a person, or all of them, the latest first."""
    require(uow, VIEW_EDUCATION)
    r = RESULT
    columns = (r.id, r.version, r.class_id, r.resident_id, r.kind, r.graded_on, r.grade, r.score_tenths, r.note)
    asked = sa.select(*columns, CLASS.code).join(SchoolClass, CLASS.id == r.class_id).where(r.voided_at.is_(None))
    if class_id:
        asked = asked.where(r.class_id == class_id)
    if resident_id:
        asked = asked.where(r.resident_id == resident_id)
    found: Any = uow.session.execute(asked.order_by(r.graded_on.desc(), r.id.desc())).all()
    people = list_resident_marks(uow, list({row.resident_id for row in found}))
    return tuple(
        ResultRow(*(*row, people[row.resident_id].code, people[row.resident_id].name))
        for row in found
        if row.resident_id in people
    )


def list_reports(uow: UnitOfWork, resident_id: str = "") -> tuple[ReportRow, ...]:
    """School reports of a person, or all of them, the latest year first."""
    require(uow, VIEW_EDUCATION)
    r = REPORT
    columns = (r.id, r.version, r.resident_id, r.school_year, r.level, r.grade_no, r.school, r.result)
    asked = sa.select(*columns, r.is_level_finished, r.paper, r.note).where(r.voided_at.is_(None))
    if resident_id:
        asked = asked.where(r.resident_id == resident_id)
    found: Any = uow.session.execute(asked.order_by(r.school_year.desc(), r.id.desc())).all()
    people = list_resident_marks(uow, list({row.resident_id for row in found}))
    return tuple(
        ReportRow(*(*row, people[row.resident_id].code, people[row.resident_id].name))
        for row in found
        if row.resident_id in people
    )


def list_lacking(uow: UnitOfWork) -> tuple[LackingRow, ...]:
    """Minors inside who must be taught and sit in no class of the level they need, the youngest first."""
    require(uow, VIEW_EDUCATION)
    today = local_date(uow.now)
    stays = {one.resident_id: one for one in list_whereabouts(uow)}
    births = list_births(uow, list(stays))
    minors = {one: birth.age_on(today) for one, birth in births.items() if birth.age_on(today) < ADULT_YEARS}
    people = list_resident_marks(uow, list(minors))
    reached = list_education_levels(uow, list(minors))
    rows_of_stays = list_stay_rows(uow, [stays[one].stay_id for one in minors])
    regimes = {row.resident_id: row.legal_regime for row in rows_of_stays}
    finished, sits_in = _finished(uow, list(minors)), _levels_sat(uow, list(minors), today)
    rows = []
    for one, age in minors.items():
        regime = regimes[one]
        level = compulsory_level(age, regime, reached.get(one), finished.get(one, ()))
        if level is not None and one in people and level not in sits_in.get(one, ()):
            rows.append(LackingRow(one, people[one].code, people[one].name, age, level, regime))
    return tuple(sorted(rows, key=lambda row: (row.age, row.code)))


def _finished(uow: UnitOfWork, wanted: Sequence[str]) -> dict[str, set[SchoolLevel]]:
    asked = sa.select(REPORT.resident_id, REPORT.level).where(
        REPORT.resident_id.in_(wanted), REPORT.is_level_finished.is_(True), REPORT.voided_at.is_(None)
    )
    found: dict[str, set[SchoolLevel]] = defaultdict(set)
    for one, level in uow.session.execute(asked):
        found[one].add(level)
    return found


def _levels_sat(uow: UnitOfWork, wanted: Sequence[str], today: date) -> dict[str, set[SchoolLevel]]:
    asked = (
        sa.select(MEMBER.resident_id, CLASS.level)
        .join(SchoolClass, CLASS.id == MEMBER.class_id)
        .where(
            MEMBER.resident_id.in_(wanted),
            MEMBER.voided_at.is_(None),
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > today),
            CLASS.kind == ClassKind.SCHOOLING,
            CLASS.voided_at.is_(None),
            sa.or_(CLASS.last_on.is_(None), CLASS.last_on >= today),
        )
    )
    found: dict[str, set[SchoolLevel]] = defaultdict(set)
    for one, level in uow.session.execute(asked):
        found[one].add(level)
    return found
