"""Every verb and query of the slice against every role."""

from collections.abc import Iterator

import pytest

from facility_app.kernel.actor import Role, system_actor
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, UNDO_IMPORTS, VIEW_CASES
from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.queries import imports, roster, stored
from facility_app.modules.intake.service import roster as verbs
from facility_app.modules.intake.service.roster import ImportRoster, UndoImport, import_roster
from tests.helpers.facility import Facility
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.intake.conftest import opened
from tests.modules.intake.lists import AN, BINH, book
from tests.modules.stays.house import House

KEPT: dict[str, str] = {}
CALLS = (
    Call(
        "preview_roster",
        IMPORT_ROSTERS.roles,
        lambda uow: roster.preview_roster(uow, book(BINH), RosterChoices()),
    ),
    Call("import_roster", IMPORT_ROSTERS.roles, lambda uow: import_roster(uow, ImportRoster(book(BINH)))),
    Call("undo_import", UNDO_IMPORTS.roles, lambda uow: verbs.undo_import(uow, UndoImport(KEPT["run"]))),
    Call("list_imports", IMPORT_ROSTERS.roles, imports.list_imports),
    Call("built_on", IMPORT_ROSTERS.roles, lambda uow: imports.built_on(uow, KEPT["run"])),
    Call("belongings_of", IMPORT_ROSTERS.roles, lambda uow: imports.belongings_of(uow, [])),
    Call("find_import", IMPORT_ROSTERS.roles, lambda uow: stored.find_import(uow, KEPT["run"])),
    Call("case_of_stay", VIEW_CASES.roles, lambda uow: stored.case_of_stay(uow, "0" * 32)),
    Call("people_of", IMPORT_ROSTERS.roles, lambda uow: stored.people_of(uow, KEPT["run"])),
)


@pytest.fixture(scope="module")
def imported(intake_pattern: Facility, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    for house in opened(intake_pattern, tmp_path_factory.mktemp("rights") / "facility"):
        KEPT["run"] = house.write(import_roster, ImportRoster(book(AN)), by=(Role.INTAKE,)).undo_id or ""
        yield house


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(imports, roster, stored, verbs)


def test_the_office_takes_lists_over_and_nobody_else() -> None:
    assert IMPORT_ROSTERS.roles == UNDO_IMPORTS.roles == {Role.HEAD, Role.CLERK, Role.INTAKE}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(imported: House, role: Role) -> None:
    facility = imported.facility
    for call in CALLS:
        found = outcome(facility.database, facility.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found == Outcome(allowed=False, rows_written=0), call.name


def test_nobody_without_a_role_may_anything_and_the_program_may_all(imported: House) -> None:
    facility = imported.facility
    for call in CALLS:
        assert outcome(facility.database, facility.actor(), call) == Outcome(allowed=False, rows_written=0)
        assert outcome(facility.database, system_actor("d"), call).allowed, call.name
