"""Sheets: every rule asked in the verb that writes, over all sheets of the person; the rest of a sheet is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from facility_app.kernel.errors import ConflictError, UserError
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.sheets import Mark, Quality, Shift
from facility_app.modules.labour.queries.sheets import list_day_sheets, list_person_days
from facility_app.modules.labour.service.following import follow_exit
from facility_app.modules.labour.service.people import WithdrawRegistration, withdraw_registration
from facility_app.modules.labour.service.sheets import KeepSheet, VoidSheet, keep_sheet, void_sheet
from facility_app.modules.labour.service.teams import JoinLabourTeam, WorkTypeFacts, join_labour_team
from facility_app.modules.stays.domain.events import StayEnded
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from tests.helpers.racing import race
from tests.modules.labour.crowd import write_five_hours
from tests.modules.labour.yard import DAY, EIGHT, LABOUR, LONG, SIXTEEN, Yard, codes, worked
from tests.modules.stays.house import PAPER, TODAY


def test_nine_hours_of_an_adult_and_seven_of_a_sixteen_year_old_are_refused_and_the_rest_is_kept(
    yard: Yard,
) -> None:
    adult, minor, other = yard.lives(), yard.lives(SIXTEEN), yard.lives()
    kept = yard.keeps((worked(adult, 9), worked(minor, 7), worked(other, 8)))
    assert (kept.kept, codes(kept)) == (1, ["labour_day_cap", "labour_day_cap"])
    assert [one.rules[0].article for one in kept.refused] == ["NĐ 163/2026 Đ117.1", "NĐ 163/2026 Đ128.1b"]
    assert all(one.name and one.code for one in kept.refused)
    assert (yard.minutes(adult), yard.minutes(minor), yard.minutes(other)) == ([], [], [("2027-01-25", 480)])
    again = yard.keeps((worked(adult, 8), worked(minor, 6)))
    assert (again.kept, again.refused) == (2, ())


def test_whoever_is_in_hospital_in_detox_unregistered_unfit_or_untrained_is_refused_by_name(yard: Yard) -> None:
    ill, early, unasked, unfit, untrained = (
        yard.lives(),
        yard.lives(detox=None),
        yard.lives(registered=False),
        yard.lives(fit=WorkVerdict.UNFIT),
        yard.lives(trained=False),
    )
    yard.move(send_to_hospital, yard.stay_of(ill), DAY - timedelta(days=2), **PAPER)
    kept = yard.keeps([worked(one, 4) for one in (ill, early, unasked, unfit, untrained)])
    assert (kept.kept, kept.sheet_id) == (0, "")
    assert codes(kept) == [
        "labour_not_inside",
        "labour_before_detox_ends",
        "labour_not_registered",
        "labour_unfit",
        "labour_untrained",
    ]
    for one in kept.refused:
        assert one.rules[0].article in one.rules[0].error().message
    # Their absence may be written down all the same.
    assert yard.keeps((SheetLine(ill, Mark.AWAY), SheetLine(unfit, Mark.SICK))).kept == 2


def test_whoever_goes_to_hospital_during_the_shift_has_the_hours_before_it(yard: Yard) -> None:
    ill = yard.lives()
    yard.move(send_to_hospital, yard.stay_of(ill), DAY, **PAPER)
    # The shift began at seven; at eight they went.
    assert codes(yard.works(ill, 2)) == ["labour_left_meanwhile"]
    assert yard.works(ill, 1).kept == 1


def test_an_unfit_person_on_a_hazardous_job_is_refused_and_a_change_of_work_asks_everybody_again(
    yard: Yard,
) -> None:
    weak, strong = yard.lives(fit=WorkVerdict.LIMITED), yard.lives()
    saw = yard.does(WorkTypeFacts("XE", "Xẻ gỗ", is_hazardous=True))
    yard.trains(weak, saw)
    yard.trains(strong, saw)
    assert yard.keeps((worked(weak, 4), worked(strong, 4))).kept == 2
    refused = yard.refused(keep_sheet, yard.to_keep((), work_type_id=saw), by=LABOUR)
    assert refused.code == "labour_change_refused"
    assert yard.sheet().work == "Đan lát"
    kept = yard.keeps((worked(weak, 4), worked(strong, 4)), DAY + timedelta(days=1), work_type_id=saw)
    assert (kept.kept, codes(kept)) == (1, ["labour_unfit"])


def test_what_was_true_on_the_day_counts_not_what_is_true_now(yard: Yard) -> None:
    gone = yard.lives()
    registration = yard.sql("SELECT id, version FROM labour_registration WHERE resident_id = ?", gone)[0]
    yard.write(
        withdraw_registration,
        WithdrawRegistration(registration[0], registration[1], None, DAY + timedelta(days=1)),
        by=LABOUR,
    )
    assert yard.works(gone, 8).kept == 1
    assert codes(yard.works(gone, 8, DAY + timedelta(days=1))) == ["labour_not_registered"]


def test_hours_of_all_teams_of_the_week_count_together(yard: Yard) -> None:
    person, second = yard.lives(), yard.forms("T2", yard.work)
    for place in range(5):
        assert yard.works(person, 8, DAY + timedelta(days=place)).kept == 1
    yard.write(join_labour_team, JoinLabourTeam(second, (person,), DAY + timedelta(days=5)), by=LABOUR)
    assert yard.works(person, 6, DAY + timedelta(days=5), team=second).kept == 1
    assert codes(yard.works(person, 3, DAY + timedelta(days=6), team=second)) == ["labour_week_cap"]
    assert yard.works(person, 2, DAY + timedelta(days=6), team=second).kept == 1
    # Fewer hours are always written; more are asked about again.
    assert yard.works(person, 5, DAY).kept == 1
    assert codes(yard.works(person, 8.5, DAY)) == ["labour_day_cap"]
    # The next week begins with nothing.
    assert yard.works(person, 8, TODAY, team=second).kept == 1


def test_two_shifts_of_a_day_count_together(yard: Yard) -> None:
    person = yard.lives()
    yard.works(person, 5, shift=Shift(360, 720))
    late = KeepSheet(yard.team, DAY, Shift(780, 1140), (worked(person, 4),), officer_name="An")
    assert codes(yard.write(keep_sheet, late, by=LABOUR)) == ["labour_day_cap"]
    assert yard.write(keep_sheet, replace(late, lines=(worked(person, 3),)), by=LABOUR).kept == 1


# Whole weeks of long shifts, so that most of them come to the cap of the week; then whatever else is tried.
WEEKS = st.permutations([(place, "first") for place in range(7)]).flatmap(
    lambda days: st.tuples(*(st.tuples(st.just(day), st.integers(240, 380)) for day in days))
)
OTHERS = st.lists(
    st.tuples(st.tuples(st.integers(0, 6), st.sampled_from(("first", "second"))), st.integers(1, 600)), max_size=6
)


@settings(
    max_examples=8,
    deadline=None,
    # An example is a week of sheets in a file: whoever looks for the smallest one waits for minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(week=WEEKS, others=OTHERS)
def test_by_whatever_sheets_nobody_comes_over_a_cap(
    yard: Yard, week: tuple[tuple[tuple[int, str], int], ...], others: list[tuple[tuple[int, str], int]]
) -> None:
    """Two shifts a day, any order, corrections among them; a new person for each example."""
    person = yard.lives(SIXTEEN)
    shifts = {"first": Shift(300, 720), "second": Shift(720, 1320)}
    for (place, name), minutes in (*week, *others):
        day = DAY + timedelta(days=place)
        found = yard.sql(
            "SELECT id, version FROM labour_sheet WHERE held_on = ? AND starts_minute = ?",
            day.isoformat(),
            shifts[name].starts,
        )
        line = SheetLine(person, Mark.WORKED, minutes)
        yard.write(
            keep_sheet,
            KeepSheet(yard.team, day, shifts[name], (line,), *(found[0] if found else ("", 0))),
            by=LABOUR,
        )
    by_day: dict[str, int] = {}
    for on, minutes in yard.minutes(person):
        by_day[on] = by_day.get(on, 0) + minutes
    assert max(by_day.values(), default=0) <= 6 * 60
    assert sum(by_day.values()) <= 30 * 60


def test_two_processes_at_once_end_under_the_cap(yard: Yard) -> None:
    person, second = yard.lives(), yard.forms("T2", yard.work)
    # Put into the other team below the rules, so that both may write of the person on the same day.
    yard.write(join_labour_team, JoinLabourTeam(second, (person,), DAY), by=LABOUR)
    folder = yard.facility.file.folder
    earlier = "UPDATE labour_member SET to_on = '2027-01-26' WHERE team_id = '{}'"
    trigger = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'labour_member'"
    overlap = [name for (name,) in yard.sql(trigger) if name.startswith("no_overlap")]
    yard.facility.database.close()
    from tests.helpers.probe import engine_of

    with engine_of(yard.facility.file.path) as engine, engine.begin() as connection:
        for name in overlap:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(earlier.format(yard.team))
    answers = race(write_five_hours, *((folder, team, person, DAY.isoformat()) for team in (yard.team, second)))
    assert sorted(answers) == ["kept", "labour_day_cap"]
    yard.facility.database = yard.facility.file.database()
    assert yard.minutes(person) == [("2027-01-25", 300)]


def test_two_processes_at_once_end_under_the_cap_of_the_week(yard: Yard) -> None:
    """Forty hours stand; two sheets of the week's last days would each be right without the other."""
    person = yard.lives()
    for place in range(5):
        yard.works(person, 8, DAY + timedelta(days=place))
    folder, days = yard.facility.file.folder, [DAY + timedelta(days=place) for place in (5, 6)]
    yard.facility.database.close()
    answers = race(write_five_hours, *((folder, yard.team, person, day.isoformat()) for day in days))
    assert sorted(answers) == ["kept", "labour_week_cap"]
    yard.facility.database = yard.facility.file.database()
    assert sum(minutes for _, minutes in yard.minutes(person)) == 45 * 60


def test_a_sheet_is_corrected_and_struck_out_and_a_stale_copy_is_refused(yard: Yard) -> None:
    person = yard.lives()
    kept = yard.keeps((SheetLine(person, Mark.WORKED, 480, 12_500, Quality.GOOD, "làm tốt"),))
    (line,) = yard.sheet().lines
    assert (line.mark, line.minutes, line.output_milli, line.quality) == (Mark.WORKED, 480, 12_500, Quality.GOOD)
    assert yard.keeps((SheetLine(person, Mark.CLASS),)).kept == 1
    assert yard.minutes(person) == [("2027-01-25", 0)]
    stale = KeepSheet(yard.team, DAY, LONG, (worked(person, 1),), kept.sheet_id, kept.version)
    seen = yard.sheet()
    if seen.version == kept.version:
        stale = replace(stale, version=kept.version + 1)
    with pytest.raises(ConflictError):
        yard.write(keep_sheet, stale, by=LABOUR)
    there = KeepSheet(yard.team, DAY, LONG, (worked(person, 1),), officer_name="An")
    assert yard.refused(keep_sheet, there, by=LABOUR).code == "labour_sheet_there"
    yard.write(void_sheet, VoidSheet(seen.sheet_id, seen.version, "nhầm ngày"), by=LABOUR)
    assert yard.minutes(person) == []
    assert yard.sheet().sheet_id == ""


def test_what_cannot_be_on_a_sheet_is_refused_in_words(yard: Yard) -> None:
    person, stranger = yard.lives(), yard.lives(team=yard.forms("T2", yard.work))
    for line, code in (
        (SheetLine(stranger, Mark.WORKED, 60), "labour_not_member"),
        (SheetLine(person, Mark.SICK, 60), "labour_absent_with_hours"),
        (SheetLine(person, Mark.WORKED, 0), "labour_no_minutes"),
        (SheetLine(person, Mark.WORKED, 60, -1), "number_out_of_range"),
    ):
        kept = yard.keeps((line,))
        assert codes(kept) == [code]
        assert "{" not in kept.refused[0].rules[0].error().message
    assert codes(yard.works(person, 7, shift=Shift(420, 780))) == ["labour_longer_than_shift"]
    twice = KeepSheet(yard.team, DAY, EIGHT, (worked(person, 1), worked(person, 2)), officer_name="An")
    assert yard.refused(keep_sheet, twice, by=LABOUR).code == "labour_line_twice"
    for day, shift, code in (
        (TODAY + timedelta(days=1), EIGHT, "labour_day_to_come"),
        (DAY, Shift(600, 500), "labour_shift_odd"),
        (DAY, Shift(600, 660, 60), "labour_shift_odd"),
        (date(2026, 6, 1), EIGHT, "parameter_missing"),
    ):
        command = KeepSheet(yard.team, day, shift, (worked(person, 1),), officer_name="An")
        if code == "parameter_missing":
            yard.sql("SELECT 1")
            save_member_early(yard, person)
        assert yard.refused(keep_sheet, command, by=LABOUR).code == code


def save_member_early(yard: Yard, resident_id: str) -> None:
    """In the team before the law's first day with caps."""
    ((member, version),) = yard.sql("SELECT id, version FROM labour_member WHERE resident_id = ?", resident_id)
    with yard.facility.database.write(yard.facility.actor()) as uow:
        from facility_app.modules.labour.tables import LabourMember

        with uow.act("labour.join_team"):
            uow.get(LabourMember, member, version=version).from_on = date(2026, 5, 1)
        uow.commit()


def test_days_are_listed_missing_sheets_first_and_a_person_has_a_book(yard: Yard) -> None:
    person, second = yard.lives(), yard.forms("T0", yard.work)
    other = yard.lives(team=second)
    yard.works(person, 8)
    rows = yard.read(list_day_sheets, DAY)
    assert [(row.team.code, row.is_missing, row.worked, row.minutes) for row in rows] == [
        ("T0", True, 0, 0),
        ("T1", False, 1, 480),
    ]
    yard.works(other, 4, team=second)
    assert [row.is_missing for row in yard.read(list_day_sheets, DAY)] == [False, False]
    (day,) = yard.read(list_person_days, person, DAY, TODAY)
    assert (day.held_on, day.team, day.work, day.minutes, day.mark) == (DAY, "Tổ T1", "Đan lát", 480, Mark.WORKED)


def test_whoever_was_to_come_into_a_team_after_leaving_never_does(yard: Yard) -> None:
    person, second = yard.lives(), yard.forms("T2", yard.work)
    yard.write(join_labour_team, JoinLabourTeam(second, (person,), TODAY + timedelta(days=7)), by=LABOUR)
    yard.end(yard.stay_of(person), ExitCode.DEATH)
    spans = yard.sql("SELECT to_on, voided_at IS NULL FROM labour_member ORDER BY from_on")
    assert spans == [(TODAY.isoformat(), 1), (None, 0)]


def test_whoever_leaves_for_good_is_in_no_team_and_registered_no_more(yard: Yard) -> None:
    person = yard.lives()
    yard.end(yard.stay_of(person), ExitCode.DEATH)
    assert yard.sql("SELECT to_on FROM labour_member") == [(TODAY.isoformat(),)]
    assert yard.sql("SELECT withdrawn_on FROM labour_registration") == [(TODAY.isoformat(),)]
    with pytest.raises(UserError, match="lần cai nghiện"):
        yard.write(join_labour_team, JoinLabourTeam(yard.team, (person,)), by=LABOUR)


def test_who_only_changes_the_kind_of_stay_walks_through_no_gate_and_works_on(yard: Yard) -> None:
    person = yard.lives()
    turned = StayEnded(yard.stay_of(person), person, ExitCode.TEMP_TO_COMPULSORY, TODAY)
    yard.write(follow_exit, turned, by=LABOUR)
    assert yard.sql("SELECT to_on FROM labour_member") == [(None,)]
    assert yard.sql("SELECT withdrawn_on FROM labour_registration") == [(None,)]
