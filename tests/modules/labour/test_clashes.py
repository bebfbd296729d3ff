"""Whoever comes into a team, or whose team gets other hours, is asked of the calendar first, as classes do."""

from dataclasses import replace
from datetime import date, timedelta

from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.api import SlotKind, list_slots
from facility_app.modules.calendar.domain.bookings import BookingFacts
from facility_app.modules.calendar.domain.slots import OccupiedAsked
from facility_app.modules.calendar.service.bookings import Book, book
from facility_app.modules.labour.domain.sheets import Shift
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.teams import JoinLabourTeam, TeamFacts, edit_labour_team, join_labour_team
from tests.helpers.cases import each
from tests.modules.labour.yard import EIGHT, LABOUR, OFFICER, Yard
from tests.modules.stays.house import TODAY

TOMORROW = TODAY + timedelta(days=1)
NINE, SIX = 9 * 60, 18 * 60
EARLY = replace(EIGHT, starts=NINE - 180, ends=NINE - 60, rest=0)


def wanted(yard: Yard, kind: SlotKind = SlotKind.VISIT, starts: int = NINE, *people: str, staff: str = "") -> None:
    """Somebody is expected somewhere for an hour tomorrow."""
    times, title = (moment_of(TOMORROW, starts), moment_of(TOMORROW, starts + 60)), "Hẹn"
    facts = BookingFacts(kind, *times, None if kind is SlotKind.HEALTH else title, None, staff or None)
    yard.write(book, Book(replace(facts, resident_ids=people), "việc gấp"), by=LABOUR)


def reasons(yard: Yard, verb: str) -> list[str | None]:
    """Why a verb was done nevertheless, in the order of the trail."""
    asked = (
        "SELECT v.after FROM audit_entry e LEFT JOIN audit_value v ON v.entry_seq = e.seq "
        "AND v.table_name = 'audit_entry' WHERE e.verb = ? ORDER BY e.seq"
    )
    return [one for (one,) in yard.sql(asked, verb)]


def facts_of(yard: Yard, shift: Shift = EIGHT, weekdays: str = "1234567", officer: str = OFFICER) -> TeamFacts:
    """The team, at other times."""
    return TeamFacts("T1", "Tổ T1", yard.work, officer, shift, weekdays)


@each(("kind", "said"), [(SlotKind.VISIT, "Hẹn"), (SlotKind.AUTHORITY, "Hẹn"), (SlotKind.HEALTH, "Y tế")])
def test_whoever_is_expected_elsewhere_comes_into_a_team_only_with_a_reason(
    yard: Yard, kind: SlotKind, said: str
) -> None:
    second, person, free = yard.forms(f"T-{kind}", yard.work), yard.lives(), yard.lives()
    wanted(yard, kind, NINE, person)
    both = JoinLabourTeam(second, (person, free))
    refused = yard.refused(join_labour_team, both, by=LABOUR)
    assert refused.code == "calendar_clash"
    assert all(word in refused.message for word in (said, f"Tổ T-{kind}", "09:00", "10:00", "1 người"))
    members = "SELECT count(*) FROM labour_member WHERE team_id = ? AND voided_at IS NULL"
    assert yard.sql(members, second) == [(0,)], "asked before it is saved"
    assert yard.write(join_labour_team, JoinLabourTeam(second, (free,)), by=LABOUR) == 1
    assert yard.write(join_labour_team, replace(both, clash_reason="thăm xong vào làm"), by=LABOUR) == 1
    assert reasons(yard, "labour.join_team")[-2:] == [None, "thăm xong vào làm"]


def test_the_team_somebody_leaves_and_a_time_beside_the_shift_are_no_clash(yard: Yard) -> None:
    second, person = yard.forms("T2", yard.work), yard.lives()
    wanted(yard, SlotKind.VISIT, EIGHT.ends, person)
    assert yard.write(join_labour_team, JoinLabourTeam(second, (person,), TODAY), by=LABOUR) == 1
    assert reasons(yard, "labour.join_team")[-1] is None
    asked = OccupiedAsked.of_days(TOMORROW, 1)
    assert [one.name for one in yard.read(list_slots, asked) if one.kind is SlotKind.LABOUR] == ["Tổ T2"]


@each(
    ("first", "then", "days", "is_asked"),
    [
        (EARLY, EIGHT, "1234567", True),
        (EIGHT, replace(EIGHT, rest=30), "1234567", False),
        (EIGHT, replace(EIGHT, ends=SIX), "1234567", True),
        (EARLY, replace(EARLY, ends=NINE), "1234567", False),
        (EARLY, EIGHT, "1", False),
    ],
)
def test_other_hours_and_other_days_of_a_team_ask_of_everybody_in_it(
    yard: Yard, first: Shift, then: Shift, days: str, *, is_asked: bool
) -> None:
    person = yard.lives()
    yard.write(edit_labour_team, Seen(yard.team, version(yard)), facts_of(yard, first), by=LABOUR)
    wanted(yard, SlotKind.VISIT, NINE, person) if first is EARLY else wanted(
        yard, SlotKind.VISIT, SIX - 60, person
    )
    seen, facts = Seen(yard.team, version(yard)), facts_of(yard, then, days)
    if not is_asked:
        yard.write(edit_labour_team, seen, facts, by=LABOUR)
        return
    assert yard.refused(edit_labour_team, seen, facts, by=LABOUR).code == "calendar_clash"
    assert yard.sql("SELECT starts_minute FROM labour_team WHERE id = ?", yard.team) == [(first.starts,)]
    yard.write(edit_labour_team, seen, facts, "nghỉ thăm gặp", by=LABOUR)
    assert reasons(yard, "labour.edit_team")[-1] == "nghỉ thăm gặp"


def test_another_officer_is_asked_of_and_another_name_is_not(yard: Yard) -> None:
    yard.lives()
    wanted(yard, SlotKind.OTHER, NINE, staff=OFFICER)
    renamed = replace(facts_of(yard), name="Tổ đan")
    yard.write(edit_labour_team, Seen(yard.team, version(yard)), renamed, by=LABOUR)
    assert reasons(yard, "labour.edit_team")[-1] is None


def test_what_is_over_is_not_asked_about(yard: Yard) -> None:
    second, person = yard.forms("T2", yard.work), yard.lives()
    wanted(yard, SlotKind.VISIT, NINE, person)
    yard.at(TOMORROW + timedelta(days=1))
    assert yard.write(join_labour_team, JoinLabourTeam(second, (person,), date(2027, 1, 4)), by=LABOUR) == 1


def version(yard: Yard) -> int:
    """The team's version."""
    ((found,),) = yard.sql("SELECT version FROM labour_team WHERE id = ?", yard.team)
    return int(found)
