"""Hôm nay: sheets that are missing today stand before those that are there, tools that are out before both."""

from datetime import date, timedelta

from facility_app.kernel.actor import Role
from facility_app.modules.labour.service.months import CloseLabourMonth, close_labour_month
from facility_app.modules.labour.service.tools import HandOutTools, ToolFacts, add_tool, hand_out_tools
from facility_app.modules.labour.ui import places
from facility_app.modules.tasks.api import HomeFigure
from facility_app.modules.tasks.queries import get_home_figures
from tests.modules.labour.yard import GAPS, LABOUR, TREASURER, Yard, worked
from tests.modules.stays.house import TODAY


def figures(yard: Yard, role: Role = Role.TEAM_OFFICER) -> list[tuple[str, int | None, str]]:
    """What somebody sees of labour, in its order."""
    seen: tuple[HomeFigure, ...] = yard.read(get_home_figures, by=(role,))
    return [(one.id, one.number, one.page) for one in seen if one.id.startswith("labour.")]


def test_what_is_missing_today_stands_first_and_leads_to_its_page(yard: Yard) -> None:
    first = yard.lives()
    yard.lives(team=yard.forms("T2", yard.work))
    yard.forms("T3", yard.work)
    # A team nobody is in owes no sheet.
    before = ("labour.forgotten", 14, places.SHEETS)
    assert figures(yard) == [before, ("labour.missing", 2, places.SHEETS)]
    yard.keeps((worked(first, 8),), TODAY)
    knives = yard.write(add_tool, ToolFacts("DAO", "Dao", 10), by=LABOUR)
    yard.write(hand_out_tools, HandOutTools(yard.team, {knives: 8}, "An"), by=LABOUR)
    assert figures(yard) == [
        ("labour.tools_out", 8, places.TOOLS),
        before,
        ("labour.missing", 1, places.SHEETS),
        ("labour.sheets", 1, places.SHEETS),
    ]
    assert figures(yard, Role.NURSE) == []


def test_a_sheet_forgotten_in_the_week_before_leads_to_its_day_until_it_is_kept_or_its_month_is_closed(
    yard: Yard,
) -> None:
    person = yard.lives()
    for back in range(1, 6):
        yard.keeps((worked(person, 4),), TODAY - timedelta(days=back))
    assert figures(yard)[0] == ("labour.forgotten", 2, places.SHEETS)
    (found,) = [
        one for one in yard.read(get_home_figures, by=(Role.TEAM_OFFICER,)) if one.id.endswith("forgotten")
    ]
    assert dict(found.args) == {"day": (TODAY - timedelta(days=7)).isoformat()}
    yard.write(
        close_labour_month, CloseLabourMonth(date(2027, 1, 1), officer_name="An", gap_note=GAPS), by=TREASURER
    )
    assert figures(yard) == [("labour.missing", 1, places.SHEETS)]
