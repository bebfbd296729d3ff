"""What forms about trades choose from: people, staff, partners, jobs, modules."""

from collections.abc import Iterable

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import list_rooms
from facility_app.modules.residents.api import list_resident_rows, search_residents
from facility_app.modules.staff.api import Imprint, get_imprint, list_staff_ids, list_staff_rows
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.courses import list_modules
from facility_app.modules.vocational.queries.partners import list_employers, list_schools, list_vacancies


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Residents found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_VOCATIONAL)
    rows = search_residents(uow, text, MOST_OFFERED) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def name_people(uow: UnitOfWork, resident_ids: Iterable[str]) -> tuple[Named, ...]:
    """The residents of these ids."""
    require(uow, VIEW_VOCATIONAL)
    rows = list_resident_rows(uow, list(resident_ids))
    return tuple(Named(row.resident_id, row.name, row.code) for row in rows)


def find_staff(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Members of staff found by name."""
    require(uow, VIEW_VOCATIONAL)
    rows = list_staff_rows(uow, list_staff_ids(uow, Look(text=text))[:MOST_OFFERED])
    return tuple(Named(row.member_id, row.full_name, row.title or "") for row in rows)


def name_staff(uow: UnitOfWork, member_id: str) -> Named | None:
    """The member of staff of an id."""
    require(uow, VIEW_VOCATIONAL)
    return next((Named(row.member_id, row.full_name) for row in list_staff_rows(uow, [member_id])), None)


def choose_schools(uow: UnitOfWork) -> tuple[Named, ...]:
    """Every partner school."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(Named(one.entry_id, one.facts.name, one.facts.licence or "") for one in list_schools(uow))


def choose_employers(uow: UnitOfWork) -> tuple[Named, ...]:
    """Every employer."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(Named(one.entry_id, one.facts.name, one.facts.trade or "") for one in list_employers(uow))


def choose_vacancies(uow: UnitOfWork) -> tuple[Named, ...]:
    """Every vacancy, those open first."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(Named(one.entry_id, one.facts.job, one.employer) for one in list_vacancies(uow))


def choose_rooms(uow: UnitOfWork) -> tuple[Named, ...]:
    """Every meeting room."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(Named(one.room_id, one.name, one.code) for one in list_rooms(uow))


def choose_modules(uow: UnitOfWork, course_id: str) -> tuple[Named, ...]:
    """The modules of a course."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(Named(one.module_id, one.facts.name) for one in list_modules(uow, course_id))


def read_imprint(uow: UnitOfWork) -> Imprint:
    """Whose paper it is."""
    require(uow, VIEW_VOCATIONAL)
    return get_imprint(uow)
