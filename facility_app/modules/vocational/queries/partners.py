"""Partner schools, employers and vacancies, to read and to choose from."""

from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.vocational.domain.partners import EmployerFacts, SchoolFacts, VacancyFacts
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Employer, PartnerSchool, Vacancy

_SCHOOL: Final = sa.inspect(PartnerSchool).local_table.c
_EMPLOYER: Final = sa.inspect(Employer).local_table.c
_VACANCY: Final = sa.inspect(Vacancy).local_table.c


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A partner school."""

    entry_id: str
    version: int
    facts: SchoolFacts


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """An employer; ``seats`` that are open today."""

    entry_id: str
    version: int
    facts: EmployerFacts
    seats: int


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy; ``is_open`` today."""

    entry_id: str
    version: int
    facts: VacancyFacts
    employer: str
    is_open: bool


def list_schools(uow: UnitOfWork) -> tuple[SchoolRow, ...]:
    """Every partner school, by name."""
    require(uow, VIEW_VOCATIONAL)
    names = tuple(SchoolFacts.__dataclass_fields__)
    asked = sa.select(_SCHOOL.id, _SCHOOL.version, *(_SCHOOL[name] for name in names))
    asked = asked.where(_SCHOOL.voided_at.is_(None)).order_by(_SCHOOL.name, _SCHOOL.id)
    return tuple(SchoolRow(row[0], row[1], SchoolFacts(*row[2:])) for row in uow.session.execute(asked))


def list_employers(uow: UnitOfWork) -> tuple[EmployerRow, ...]:
    """Every employer, by name."""
    require(uow, VIEW_VOCATIONAL)
    today = local_date(uow.now)
    seats = (
        sa.select(sa.func.coalesce(sa.func.sum(_VACANCY.seats), 0))
        .where(
            _VACANCY.employer_id == _EMPLOYER.id,
            _VACANCY.voided_at.is_(None),
            _VACANCY.open_from <= today,
            sa.or_(_VACANCY.open_to.is_(None), _VACANCY.open_to >= today),
        )
        .scalar_subquery()
    )
    names = tuple(EmployerFacts.__dataclass_fields__)
    asked = sa.select(_EMPLOYER.id, _EMPLOYER.version, seats, *(_EMPLOYER[name] for name in names))
    asked = asked.where(_EMPLOYER.voided_at.is_(None)).order_by(_EMPLOYER.name, _EMPLOYER.id)
    return tuple(
        EmployerRow(row[0], row[1], EmployerFacts(*row[3:]), row[2]) for row in uow.session.execute(asked)
    )


def list_vacancies(uow: UnitOfWork, employer_id: str = "") -> tuple[VacancyRow, ...]:
    """Vacancies of one employer, or of all; those open today first, then the latest."""
    require(uow, VIEW_VOCATIONAL)
    today = local_date(uow.now)
    names = tuple(VacancyFacts.__dataclass_fields__)
    asked = (
        sa.select(
            _VACANCY.id, _VACANCY.version, _EMPLOYER.name.label("employer"), *(_VACANCY[one] for one in names)
        )
        .join(Employer, _EMPLOYER.id == _VACANCY.employer_id)
        .where(_VACANCY.voided_at.is_(None))
        .order_by(_VACANCY.open_from.desc(), _VACANCY.id)
    )
    if employer_id:
        asked = asked.where(_VACANCY.employer_id == employer_id)
    rows = []
    for row in uow.session.execute(asked):
        facts = VacancyFacts(*row[3:])
        is_open = facts.open_from <= today and (facts.open_to is None or facts.open_to >= today)
        rows.append(VacancyRow(row[0], row[1], facts, row[2], is_open))
    return tuple(sorted(rows, key=lambda row: not row.is_open))
