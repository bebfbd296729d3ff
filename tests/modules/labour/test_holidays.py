"""Days off by law: no team owes a sheet then, and work on one needs its reason."""

from datetime import date, timedelta

from facility_app.kernel.dates import moment_of
from facility_app.modules.labour.queries.gaps import list_month_gaps
from facility_app.modules.labour.queries.sheets import list_day_sheets
from facility_app.modules.labour.queries.telling import ANSWERS
from facility_app.modules.labour.service.sheets import keep_sheet
from facility_app.modules.labour.ui.sheets_page import _state
from facility_app.modules.tasks.api import HomeFigures
from tests.modules.labour.yard import LABOUR, Yard, worked

TET = date(2027, 2, 5)
EVE = TET - timedelta(days=1)


def test_no_team_owes_a_sheet_of_a_holiday(yard: Yard) -> None:
    yard.lives()
    yard.at(TET, 18)
    (row,) = yard.read(list_day_sheets, TET)
    assert (row.is_missing, row.is_due, _state(row)) == (False, False, "Nghỉ lễ: Tết Nguyên đán")
    assert [one.is_missing for one in yard.read(list_day_sheets, EVE)] == [True]
    gaps = yard.read(list_month_gaps, date(2027, 2, 1), TET)
    assert [one.held_on.day for one in gaps] == [1, 2, 3, 4]
    (answer,) = ANSWERS[HomeFigures]
    figures = yard.read(answer, HomeFigures(moment_of(TET, 18 * 60)))
    assert "labour.missing" not in {one.id for one in figures}


def test_work_on_a_holiday_is_kept_only_with_its_reason(yard: Yard) -> None:
    person = yard.lives()
    yard.at(TET, 18)
    told = yard.refused(keep_sheet, yard.to_keep((worked(person, 4),), TET), by=LABOUR)
    assert (told.code, "Tết Nguyên đán" in told.message) == ("labour_on_holiday", True)
    kept = yard.works(person, 4, TET, note="trực bếp ngày Tết")
    assert kept.kept == 1
    # The sheet is there: a line is put right without saying it again.
    yard.works(person, 3, TET)
