"""The roll: everybody expected is looked for, what differs waits for a word, and the strength always sums."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.actor import Role
from facility_app.modules.housing.domain.roll import INSIDE, RollMark, RollScope, Strength, is_difference
from facility_app.modules.housing.queries.roll import (
    get_hand_over,
    get_roll,
    list_expected,
    list_open_differences,
    list_rolls,
)
from facility_app.modules.housing.service import roll, teams
from facility_app.modules.stays.service import presence
from tests.modules.housing.home import Home
from tests.modules.housing.test_following import YESTERDAY, housed, team
from tests.modules.stays.house import NOW

GUARD = (Role.GUARD,)


def zone_id(home: Home, code: str) -> str:
    ((found,),) = home.sql("SELECT id FROM housing_zone WHERE code = ?", code)
    return str(found)


@given(
    st.lists(st.sampled_from([INSIDE, "hospital", "escaped", "funeral"])),
    st.lists(st.sampled_from([INSIDE, "remand"])),
)
def test_the_strength_is_those_there_and_those_away_by_reason(one: list[str], other: list[str]) -> None:
    parts, whole = Strength.of(one) + Strength.of(other), Strength.of([*one, *other])
    assert parts == whole
    assert whole.sums
    assert (whole.total, whole.present) == (len(one) + len(other), [*one, *other].count(INSIDE))


@pytest.mark.parametrize(
    ("expected", "mark", "reason", "differs"),
    [
        (INSIDE, None, None, False),
        (INSIDE, RollMark.PRESENT, None, False),
        (INSIDE, RollMark.ABSENT, None, True),
        (INSIDE, RollMark.ABSENT, "không thấy", True),
        (INSIDE, RollMark.ELSEWHERE, "bệnh xá", False),
        (INSIDE, RollMark.ELSEWHERE, None, True),
        ("hospital", RollMark.ELSEWHERE, None, False),
        ("hospital", RollMark.ABSENT, None, False),
        ("hospital", RollMark.PRESENT, None, True),
    ],
)
def test_what_was_seen_differs_or_not(
    expected: str, mark: RollMark | None, reason: str | None, differs: bool
) -> None:
    assert is_difference(expected, mark, reason) is differs


def test_a_morning_with_one_missing_who_turns_out_to_be_in_hospital(home: Home) -> None:
    there, (missing, stay_id), (away, away_stay) = (
        housed(home)[0],
        housed(home, "A-N1-P1-02"),
        housed(home, "A-N1-P1-03"),
    )
    home.move(presence.send_to_hospital, away_stay, YESTERDAY)
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ZONE, zone_id(home, "A")), by=GUARD)
    assert (opened.listed, opened.expected) == (3, 2)
    early = roll.CloseRoll(opened.roll_id, opened.version)
    assert home.refused(roll.close_roll, early, by=GUARD).code == "roll_unfinished"
    ticks = [roll.Tick(there, RollMark.PRESENT), roll.Tick(missing, RollMark.ABSENT, "không thấy ở phòng")]
    assert home.write(roll.tick_roll, roll.TickRoll(opened.roll_id, ticks), by=GUARD) == 1
    closed = home.write(roll.close_roll, early, by=GUARD)
    assert (closed.total, closed.present, closed.away, closed.differences) == (3, 1, 2, 1)
    assert closed.total == closed.present + closed.away
    sheet = home.read(get_roll, opened.roll_id)
    assert sheet is not None
    assert [tick.bed for tick in sheet.ticks] == ["A-N1-P1-01", "A-N1-P1-02", "A-N1-P1-03"]
    (task,) = home.sql("SELECT status, resident_id FROM task WHERE kind = 'housing.explain_difference'")
    assert task == ("open", missing)
    handed = home.read(get_hand_over, NOW - timedelta(hours=12))
    assert not handed.is_clean
    (difference,) = home.read(list_open_differences)
    home.move(presence.send_to_hospital, stay_id, NOW.date())
    said = roll.ExplainDifference(difference.tick_id, difference.version, "đưa đi viện lúc 4 giờ, chưa kịp ghi")
    home.write(roll.explain_difference, said, by=GUARD)
    assert home.sql("SELECT status FROM task WHERE kind = 'housing.explain_difference'") == [("done",)]
    assert home.read(get_hand_over, NOW).is_clean
    strength = home.strength()
    assert (strength.whole.total, strength.whole.present, strength.whole.away) == (3, 1, {"hospital": 2})
    assert strength.sums
    assert away in {row.resident_id for row in home.read(list_expected, RollScope.ALL)}


def test_somebody_seen_who_should_be_away_is_a_difference_until_ticked_otherwise(home: Home) -> None:
    person, stay_id = housed(home)
    home.move(presence.send_to_hospital, stay_id, YESTERDAY)
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ALL), by=GUARD)
    seen = roll.TickRoll(opened.roll_id, [roll.Tick(person, RollMark.PRESENT)])
    assert home.write(roll.tick_roll, seen, by=GUARD) == 1
    back = roll.TickRoll(opened.roll_id, [roll.Tick(person, RollMark.ELSEWHERE, "vẫn ở viện")])
    assert home.write(roll.tick_roll, back, by=GUARD) == 0
    assert home.sql("SELECT status FROM task WHERE kind = 'housing.explain_difference'") == [("withdrawn",)]


def test_a_team_is_called_by_itself_and_those_not_ticked_may_be_told_present_at_once(home: Home) -> None:
    person, _ = housed(home)
    housed(home, "A-N1-P1-02")
    of_team = team(home)
    home.write(teams.join_team, teams.JoinTeam(of_team, [person]), by=(Role.HEAD,))
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.TEAM, team_id=of_team), by=GUARD)
    assert opened.listed == 1
    closed = home.write(
        roll.close_roll, roll.CloseRoll(opened.roll_id, opened.version, rest_is_present=True), by=GUARD
    )
    assert (closed.present, closed.differences) == (1, 0)
    (row,) = home.read(list_rolls)
    assert (row.listed, row.present, row.away, row.unseen) == (1, 1, 0, 0)
    late = roll.TickRoll(opened.roll_id, [roll.Tick(person, RollMark.ABSENT)])
    assert home.refused(roll.tick_roll, late, by=GUARD).code == "roll_closed"


def test_a_roll_that_cannot_be_is_refused_in_words(home: Home) -> None:
    def code(command: roll.OpenRoll) -> str:
        return home.refused(roll.open_roll, command, by=GUARD).code

    assert code(roll.OpenRoll(RollScope.ZONE)) == "roll_scope_odd"
    assert code(roll.OpenRoll(RollScope.ALL, zone_id(home, "A"))) == "roll_scope_odd"
    assert code(roll.OpenRoll(RollScope.ZONE, zone_id(home, "A"))) == "roll_of_nobody"
    person, _ = housed(home)
    opened = home.write(roll.open_roll, roll.OpenRoll(RollScope.ALL), by=GUARD)

    def ticked(who: str, mark: RollMark, reason: str | None = None) -> str:
        command = roll.TickRoll(opened.roll_id, [roll.Tick(who, mark, reason)])
        return home.refused(roll.tick_roll, command, by=GUARD).code

    assert ticked("0" * 32, RollMark.PRESENT) == "not_on_roll"
    assert ticked(person, RollMark.ELSEWHERE) == "field_missing"
    assert ticked(person, RollMark.ABSENT, "x" * 201) == "text_too_long"
    assert ticked(person, RollMark.ABSENT, "khám HIV ở bệnh viện tỉnh") == "text_private"
    sheet = home.read(get_roll, opened.roll_id)
    assert sheet is not None
    nothing = roll.ExplainDifference(sheet.ticks[0].tick_id, sheet.ticks[0].version, "x")
    assert home.refused(roll.explain_difference, nothing, by=GUARD).code == "no_difference"
