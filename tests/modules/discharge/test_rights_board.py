"""What only the screens of releases ask, against every role."""

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.discharge import domain
from facility_app.modules.discharge.queries import board, homes
from facility_app.modules.discharge.service import closing
from facility_app.modules.discharge.service.closing import CloseOnScan, close_on_scan
from tests.helpers.rights import Call, outcome, public_functions
from tests.modules.discharge.leaving import House

VIEW = domain.VIEW_RELEASES.roles


def calls(stay: str, resident: str) -> tuple[Call, ...]:
    """Every question with arguments that succeed."""
    return (
        Call("list_board", VIEW, board.list_board),
        Call("read_release", VIEW, lambda uow: board.read_release(uow, stay)),
        Call("find_release_of", VIEW, lambda uow: board.find_release_of(uow, resident)),
        Call("read_imprint", VIEW, board.read_imprint),
        Call("count_overheld", VIEW, board.count_overheld),
        Call("propose_home", domain.PREPARE_RELEASE.roles, lambda uow: homes.propose_home(uow, resident)),
    )


def test_every_question_of_the_screens_is_asked_here() -> None:
    assert public_functions(board) | public_functions(homes) == {one.name for one in calls("", "")}
    assert public_functions(closing) == {"close_on_scan"}


@pytest.mark.parametrize("role", list(Role))
def test_a_question_answers_only_whom_the_table_names_and_writes_nothing(house: House, role: Role) -> None:
    stay = house.admit()
    for call in calls(stay, house.stay(stay).resident_id):
        found = outcome(house.database, house.actor(role), call)
        assert (call.name, found.allowed, found.rows_written) == (call.name, role in call.roles, 0)


@pytest.mark.parametrize("role", sorted(set(Role) - domain.CLOSE_RELEASES.roles))
def test_nobody_else_closes_a_case(house: House, role: Role) -> None:
    stay = house.admit()
    told = house.refused(close_on_scan, CloseOnScan(stay, 0, b"%PDF-1.4"), by=(role,))
    assert told.code == "permission_denied"


def test_a_case_without_a_receipt_paper_keeps_no_scan(house: House) -> None:
    stay = house.admit()
    assert house.refused(close_on_scan, CloseOnScan(stay, 0, b"%PDF-1.4")).code == "receipt_missing"
