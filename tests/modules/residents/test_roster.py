"""A list taken over: everyone of it with everything, one entry of the trail, and still no number twice."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from facility_app.db.audit import audit_entry
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.residents.domain.past import SubstanceUse
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel
from facility_app.modules.residents.queries.entries import list_papers, list_relatives
from facility_app.modules.residents.queries.people import list_resident_ids, list_resident_rows
from facility_app.modules.residents.service.roster import RosterLine, TakeOverRoster, take_over_roster
from tests.helpers.facility import Facility
from tests.modules.residents.people import ALIAS, CARD, DUC, FATHER, HOME, OLD_CARD, actor_of, named, written

FULL = RosterLine(DUC, (ALIAS,), (CARD,), (HOME,), (FATHER,))
OTHER = RosterLine(named("Lê Hai"))
SOURCE = "danh sách chuyển từ cơ sở cũ"


def taken_over(
    facility: Facility, *lines: RosterLine, source: str = SOURCE, role: Role = Role.INTAKE
) -> tuple[str, ...]:
    with facility.database.write(actor_of(facility, role)) as uow:
        made = take_over_roster(uow, TakeOverRoster(lines, source))
        uow.commit()
    return made


def test_everyone_of_a_list_is_there_with_the_next_numbers_and_everything_it_says(facility: Facility) -> None:
    written(facility, named("Trần Một"))
    first, second = taken_over(facility, FULL, OTHER)
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        rows = list_resident_rows(uow, [first, second])
        assert [row.code for row in rows] == ["26-0002", "26-0003"]
        assert [row.name for row in rows] == [DUC.name, "Lê Hai"]
        assert [entry.facts for entry in list_papers(uow, first)] == [CARD]
        assert [entry.facts for entry in list_relatives(uow, first)] == [FATHER]


def test_a_list_is_one_decision_with_its_source(facility: Facility) -> None:
    taken_over(facility, FULL, OTHER)
    with facility.database.connection() as connection:
        verbs = connection.execute(sa.select(audit_entry.c.verb)).scalars().all()
    assert verbs.count("residents.take_over_roster") == 1
    assert "residents.register_resident" not in verbs
    with pytest.raises(UserError) as refusal:
        taken_over(facility, OTHER, source=" ")
    assert refusal.value.code == "reason_missing"


@pytest.mark.parametrize("lines", [(replace(OTHER, papers=(CARD,)),), (OTHER, replace(OTHER, papers=(OLD_CARD,)))])
def test_a_number_somebody_bears_is_refused_and_nobody_of_the_list_is_written(
    facility: Facility, lines: tuple[RosterLine, ...]
) -> None:
    written(facility, papers=(CARD, OLD_CARD))
    with pytest.raises(UserError) as refusal:
        taken_over(facility, *lines)
    assert refusal.value.code == "paper_number_taken"
    with facility.database.read(actor_of(facility, Role.HEAD)) as uow:
        assert len(list_resident_ids(uow, Look())) == 1


def test_a_number_twice_in_one_list_is_refused(facility: Facility) -> None:
    with pytest.raises(UserError) as refusal:
        taken_over(facility, FULL, replace(OTHER, papers=(CARD,)))
    assert refusal.value.code == "paper_number_taken"


@pytest.mark.parametrize(
    "line",
    [
        replace(OTHER, alerts=(Alert(AlertKind.CHRONIC, AlertLevel.WARNING, date(2026, 1, 1)),)),
        replace(OTHER, substances=(SubstanceUse("heroin", "injected", first_year=2020, is_main=True),)),
    ],
)
def test_what_the_actor_may_not_write_alone_is_refused_in_a_list_too(facility: Facility, line: RosterLine) -> None:
    with pytest.raises(PermissionDenied):
        taken_over(facility, line, role=Role.CLERK)
