"""Every verb and query of the slice against every role; the right is asked for before what the file has."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.modules.labour.domain import rights
from facility_app.modules.labour.domain.shares import ResultKind
from facility_app.modules.labour.module import SPEC
from facility_app.modules.labour.papers import days as day_papers
from facility_app.modules.labour.papers import months as month_papers
from facility_app.modules.labour.papers import safety
from facility_app.modules.labour.queries import book as shown
from facility_app.modules.labour.queries import gaps, month_file, month_table
from facility_app.modules.labour.queries import months as book
from facility_app.modules.labour.queries import people as persons
from facility_app.modules.labour.queries import screens as choices
from facility_app.modules.labour.queries import sheets as days
from facility_app.modules.labour.queries import shifts as taken
from facility_app.modules.labour.queries import teams as crews
from facility_app.modules.labour.queries import tools as shelf
from facility_app.modules.labour.service import books, following, months, people, sheets, teams, tools
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.stays.domain.events import StayEnded
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.sheets.workbook import read_book
from tests.helpers.rights import Call, missteps, public_functions
from tests.modules.labour.conftest import yards
from tests.modules.labour.yard import DAY, EIGHT, Yard
from tests.sheets.made import xlsx_of

R = Role
NONE = "0" * 32
SEEN = Seen(NONE, 1)
SEES = {R.LABOUR, R.HEAD, R.TEAM_OFFICER, R.AUDITOR}
KEEPS = {R.LABOUR, R.HEAD, R.TEAM_OFFICER}
ARRANGES = {R.LABOUR, R.HEAD}
COUNTS = {R.LABOUR, R.HEAD, R.TREASURER, R.AUDITOR}
ENTERS = {R.LABOUR, R.HEAD, R.TREASURER}
CLOSES = {R.HEAD, R.TREASURER}
INSIDE = set(Role) - {R.ADMIN, R.EXCHANGE}
TEAM = teams.TeamFacts("T9", "Tổ 9", NONE, NONE, EIGHT)
KEEP = sheets.KeepSheet(NONE, DAY, EIGHT, ())
TRAIN = people.RecordTraining((NONE,), DAY, DAY, "An")
ENTER = months.EnterResult(ResultKind.INCOME, Money(1), "x", DAY)


def asked(holders: set[Role], run: Callable[..., object], *arguments: Any) -> Call:
    """A call about what the file does not have: whoever may is told so, everybody else is refused before."""

    def call(uow: UnitOfWork) -> object:
        try:
            return run(uow, *arguments)
        except (UserError, ConflictError):
            return None

    return Call(run.__name__, frozenset(holders), call)


CALLS = (
    asked(SEES, persons.find_registration, NONE),
    asked(SEES, persons.list_registrations, NONE),
    asked(SEES, persons.list_trainings, (NONE,)),
    asked(SEES, persons.list_trainings_between, DAY, DAY),
    asked(SEES, persons.list_condition_ids, Look(filters={"state": "ready"})),
    asked(SEES, persons.list_condition_rows, (NONE,)),
    asked(SEES, crews.list_work_type_ids, Look("x")),
    asked(SEES, crews.list_work_type_rows, (NONE,)),
    asked(SEES, crews.list_work_types),
    asked(SEES, crews.list_labour_team_ids, Look("x")),
    asked(SEES, crews.list_labour_team_rows, (NONE,)),
    asked(SEES, crews.list_labour_teams),
    asked(SEES, crews.list_labour_members, NONE),
    asked(SEES, crews.list_labour_spans, NONE),
    asked(SEES, choices.find_people, "x"),
    asked(SEES, choices.find_person, NONE),
    asked(SEES, choices.find_officers, "x"),
    asked(SEES, choices.find_officer, NONE),
    asked(SEES, days.list_day_sheets, DAY),
    asked(SEES, days.get_sheet, NONE, DAY),
    asked(SEES, days.list_person_days, NONE, DAY, DAY),
    asked(SEES, shelf.list_tool_ids, Look("x")),
    asked(SEES, shelf.list_tool_rows, (NONE,)),
    asked(SEES, shelf.list_missing_tools),
    asked(SEES, shelf.list_count_ids, Look(filters={"state": "out"})),
    asked(SEES, shelf.list_count_rows, (NONE,)),
    asked(COUNTS, book.list_entries, DAY, DAY),
    asked(COUNTS, book.preview_month),
    asked(COUNTS, book.preview_of, date(2027, 1, 1)),
    asked(COUNTS, book.list_worked, DAY, DAY),
    asked(COUNTS, book.list_labour_months),
    asked(COUNTS, book.list_shares, NONE),
    asked(COUNTS, shown.get_labour_month),
    asked(COUNTS, shown.list_month_shares, date(2027, 1, 1)),
    asked(COUNTS, gaps.list_month_gaps, date(2027, 1, 1), date(2027, 1, 31)),
    asked(COUNTS, shown.list_team_hours, DAY, DAY),
    asked(SEES, day_papers.sheet_paper, NONE, DAY),
    asked(SEES, safety.safety_paper, DAY, DAY),
    asked(COUNTS, month_papers.book_paper, date(2027, 1, 1)),
    asked(COUNTS, month_papers.shares_paper, date(2027, 1, 1)),
    asked(ARRANGES, taken.team_shifts, NONE),
    asked(ARRANGES, taken.joining_shifts, NONE, DAY, frozenset()),
    asked(ARRANGES, teams.add_work_type, teams.WorkTypeFacts("X", "Việc")),
    asked(ARRANGES, teams.edit_work_type, SEEN, teams.WorkTypeFacts("X", "Việc")),
    asked(ARRANGES, teams.void_work_type, SEEN, "nhầm"),
    asked(ARRANGES, teams.add_labour_team, TEAM),
    asked(ARRANGES, teams.edit_labour_team, SEEN, TEAM),
    asked(ARRANGES, teams.void_labour_team, SEEN, "nhầm"),
    asked(ARRANGES, teams.join_labour_team, teams.JoinLabourTeam(NONE, ())),
    asked(ARRANGES, teams.leave_labour_team, teams.LeaveLabourTeam(NONE, 1, "x")),
    asked(ARRANGES, people.register_for_labour, people.RegisterForLabour(NONE, "A")),
    asked(ARRANGES, people.withdraw_registration, people.WithdrawRegistration(NONE, 1)),
    asked(ARRANGES, people.record_training, TRAIN),
    asked(ARRANGES, people.void_training, SEEN, "nhầm"),
    asked(KEEPS, sheets.keep_sheet, KEEP),
    asked(KEEPS, books.import_labour_month, books.ImportLabourMonth(read_book(xlsx_of([("a",)]), "a"), NONE)),
    asked(KEEPS, books.take_hours_month, NONE, DAY),
    asked(KEEPS, month_file.read_month, read_book(xlsx_of([("a",)]), "a"), NONE),
    asked(KEEPS, month_table.month_table, NONE, DAY),
    asked(KEEPS, month_table.find_team, NONE),
    asked(KEEPS, month_table.sheets_of, NONE, DAY, DAY),
    asked(KEEPS, month_table.lines_of, NONE),
    asked(SEES, crews.list_member_ids, NONE, DAY),
    asked(KEEPS, sheets.void_sheet, sheets.VoidSheet(NONE, 1, "nhầm")),
    asked(ARRANGES, tools.add_tool, tools.ToolFacts("K", "Kéo", 1)),
    asked(ARRANGES, tools.edit_tool, SEEN, tools.ToolFacts("K", "Kéo", 1)),
    asked(ARRANGES, tools.void_tool, SEEN, "nhầm"),
    asked(KEEPS, tools.hand_out_tools, tools.HandOutTools(NONE, {})),
    asked(KEEPS, tools.take_back_tools, tools.TakeBackTools(NONE, 1, 1)),
    asked(ENTERS, months.enter_result, ENTER),
    asked(ENTERS, months.void_result, SEEN, "nhầm"),
    asked(CLOSES, months.close_labour_month, months.CloseLabourMonth(date(2027, 1, 1))),
    asked(INSIDE, following.follow_exit, StayEnded(NONE, NONE, ExitCode.COMPLETED_COMPULSORY, DAY)),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """One facility for all calls; nothing stays written."""
    yield from yards(Path(tmp_path_factory.mktemp("labour")))


def test_the_table_names_every_verb_and_query_and_every_right() -> None:
    papers = (day_papers, month_papers, safety)
    rooms = (
        *papers,
        persons,
        choices,
        crews,
        days,
        shelf,
        book,
        shown,
        teams,
        people,
        sheets,
        tools,
        months,
        following,
        *(books, gaps, month_file, month_table, taken),
    )
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*rooms))
    assert SPEC.permissions == rights.PERMISSIONS


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(shared: Yard, role: Role) -> None:
    assert missteps(shared.facility.database, shared.facility.actor(role), CALLS) == []


def test_nobody_without_a_role_may_anything(shared: Yard) -> None:
    assert missteps(shared.facility.database, shared.facility.actor(), CALLS) == []
