"""Partner schools, employers and vacancies are written down, corrected, struck out."""

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.partners import (
    EmployerFacts,
    SchoolFacts,
    VacancyFacts,
    checked_employer,
    checked_school,
    checked_vacancy,
)
from facility_app.modules.vocational.domain.rights import GUIDE, RUN_COURSES
from facility_app.modules.vocational.service.entries import EditEntry, Entries, VoidEntry
from facility_app.modules.vocational.tables import Course, Employer, PartnerSchool, Vacancy

_SCHOOLS = Entries(PartnerSchool, checked_school)
_EMPLOYERS = Entries(Employer, checked_employer)
_VACANCIES = Entries(Vacancy, checked_vacancy)


def add_school(uow: UnitOfWork, facts: SchoolFacts) -> str:
    """Write a partner school down; answers its id.

    Raises:
        UserError: as ``checked_school``.
    """
    require(uow, RUN_COURSES)
    return _SCHOOLS.add(uow, "vocational.add_school", facts)


def edit_school(uow: UnitOfWork, command: EditEntry[SchoolFacts]) -> str:
    """Write a partner school anew.

    Raises:
        UserError: as ``checked_school``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    return _SCHOOLS.edit(uow, "vocational.edit_school", command)


def void_school(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike a partner school out that no course names.

    Raises:
        UserError: ``not_found``, ``partner_in_use``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, RUN_COURSES)
    _require_unused(uow, Course.school_id == command.entry_id, Course)
    _SCHOOLS.void(uow, "vocational.void_school", command)


def add_employer(uow: UnitOfWork, facts: EmployerFacts) -> str:
    """Write an employer down; answers its id.

    Raises:
        UserError: as ``checked_employer``.
    """
    require(uow, GUIDE)
    return _EMPLOYERS.add(uow, "vocational.add_employer", facts)


def edit_employer(uow: UnitOfWork, command: EditEntry[EmployerFacts]) -> str:
    """Write an employer anew.

    Raises:
        UserError: as ``checked_employer``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    return _EMPLOYERS.edit(uow, "vocational.edit_employer", command)


def void_employer(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike an employer out that no course and no vacancy names.

    Raises:
        UserError: ``not_found``, ``partner_in_use``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _require_unused(uow, Course.employer_id == command.entry_id, Course)
    _require_unused(uow, Vacancy.employer_id == command.entry_id, Vacancy)
    _EMPLOYERS.void(uow, "vocational.void_employer", command)


def add_vacancy(uow: UnitOfWork, facts: VacancyFacts) -> str:
    """Write a vacancy down; answers its id.

    Raises:
        UserError: as ``checked_vacancy``; ``not_found`` for the employer.
    """
    require(uow, GUIDE)
    uow.get(Employer, facts.employer_id)
    return _VACANCIES.add(uow, "vocational.add_vacancy", facts)


def edit_vacancy(uow: UnitOfWork, command: EditEntry[VacancyFacts]) -> str:
    """Write a vacancy anew.

    Raises:
        UserError: as ``checked_vacancy``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    uow.get(Employer, command.facts.employer_id)
    return _VACANCIES.edit(uow, "vocational.edit_vacancy", command)


def void_vacancy(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike a vacancy out.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _VACANCIES.void(uow, "vocational.void_vacancy", command)


def _require_unused(uow: UnitOfWork, wanted: sa.ColumnElement[bool], record: type[Course] | type[Vacancy]) -> None:
    if uow.session.scalar(sa.select(record.id).where(wanted, record.voided_at.is_(None)).limit(1)) is not None:
        raise UserError(
            "partner_in_use",
            label("errors", "Còn khóa học hoặc chỗ làm việc ghi đơn vị này. Hãy sửa những dòng đó trước."),
        )
