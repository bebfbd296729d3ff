"""When the next observation is due: by interval, night, band, day, dose; a missed one stays visible."""

from datetime import UTC, date, datetime, timedelta

import pytest

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.dates import LOCAL
from facility_app.modules.treatment.domain import (
    Done,
    DueState,
    Observation,
    Situation,
    clinical,
    next_due,
    read_presets,
)
from facility_app.modules.treatment.domain.observation import due_state
from facility_app.modules.treatment.domain.watch import (
    Spell,
    WatchLevel,
    WatchRules,
    gaps,
    is_stricter,
    next_look,
)
from facility_app.modules.treatment.ui import record_words as words

PRESETS = clinical(ResourceShelf(resources_folder() / "catalogues")).presets


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the situation begins on the 1st at 08:00."""
    return datetime(2026, 11, day, hour, minute, tzinfo=LOCAL)


START = at(1, 8)


def preset(situation: Situation, task: str, place: int = 0) -> Observation:
    return [one for one in PRESETS[situation] if one.task == task][place]


def due(one: Observation, *done: Done | datetime, doses: tuple[datetime, ...] = ()) -> datetime | None:
    made = [entry if isinstance(entry, Done) else Done(entry) for entry in done]
    found = next_due(one, START, made, doses)
    return None if found is None else found.at


def test_every_situation_has_its_presets_and_all_are_proposals_or_read() -> None:
    assert {situation for situation, lines in PRESETS.items() if lines} == {*Situation}


def test_vitals_are_due_every_four_hours_and_every_six_at_night() -> None:
    vitals = preset(Situation.OPIOID_DETOX, "vitals")
    assert due(vitals) == START
    assert due(vitals, START) == at(1, 12)
    assert due(vitals, at(1, 17, 59)) == at(1, 21, 59)
    assert due(vitals, at(1, 18)) == at(2, 0), "22:00 is night"
    assert due(vitals, at(2, 2)) == at(2, 6), "06:00 is day again"
    assert due(vitals, at(3, 21)) is None, "day 4 has its own line"


def test_what_is_due_by_an_interval_is_overdue_once_it_is_due_not_an_interval_later() -> None:
    vitals = preset(Situation.OPIOID_DETOX, "vitals")
    found = next_due(vitals, START, [Done(at(2, 6, 40))])
    assert found is not None
    assert (found.at, found.until) == (at(2, 10, 40), at(2, 10, 40))
    clock = (at(2, 10, 39), at(2, 10, 40), at(2, 10, 41))
    states = [due_state(found.at, found.until, now) for now in clock]
    assert states == [DueState.LATER, DueState.NOW, DueState.OVERDUE]
    # At the chosen start too, while a line that begins at midnight has the first part of its first day.
    begun, later = next_due(vitals, START), next_due(preset(Situation.OPIOID_DETOX, "vitals", 1), START)
    assert begun is not None
    assert later is not None
    assert (begun.until, later.at, later.until) == (START, at(4, 0), at(4, 8))
    cows = next_due(preset(Situation.OPIOID_DETOX, "COWS", 1), START, [Done(at(3, 9))])
    assert cows is not None
    assert (cows.at, cows.until) == (at(4, 0), at(4, 12)), "nobody is woken at midnight for it"


def test_the_tab_and_the_list_say_the_same_moment_day_or_window_and_how_far_it_is() -> None:
    due, now = at(2, 10, 40), at(2, 8, 30)
    assert (words.due_at(due, due, now), words.due_left(due, due, now)) == ("hôm nay 10:40", "còn 2 giờ")
    assert (words.due_at(due, due, at(3, 9)), words.due_left(due, due, at(2, 11))) == (
        "02/11 10:40",
        "quá 20 phút",
    )
    day = (at(2, 0), at(3, 0))
    assert [words.due_at(*day, now), words.due_left(*day, now)] == ["02/11", "đến giờ"]
    assert words.due_left(*day, at(3, 5)) == "quá 5 giờ", "from the end of the day that is told"
    window = (at(4, 0), at(4, 12))
    assert words.due_at(*window, now) == "04/11 00:00–12:00"
    assert words.due_at(*window, at(4, 1)) == "hôm nay 00:00–12:00"


def test_the_next_line_takes_over_on_its_first_day() -> None:
    later = preset(Situation.OPIOID_DETOX, "vitals", 1)
    assert due(later) == at(4, 0)
    assert due(later, at(3, 21)) == at(4, 5)
    assert due(later, at(10, 20)) is None


def test_cows_is_due_before_each_dose_and_in_a_window_after_the_first() -> None:
    cows = preset(Situation.OPIOID_DETOX, "COWS")
    doses = (at(1, 9), at(1, 17), at(2, 9))
    assert due(cows, doses=doses) == at(1, 8)
    assert due(cows, at(1, 8, 50), doses=doses) == at(1, 9, 30)
    assert due(cows, at(1, 8, 50), at(1, 9, 45), doses=doses) == at(1, 16)
    assert due(cows, at(1, 9, 45), doses=doses) == at(1, 16), "what was missed is a gap, not due"
    assert due(cows, at(1, 16, 30), doses=doses) == at(2, 8)
    assert due(cows, at(2, 9, 40), doses=doses) is None
    assert due(cows, doses=(at(4, 9),)) is None, "not after day 3"


def test_cows_ends_after_two_totals_below_five_in_a_row() -> None:
    cows = preset(Situation.OPIOID_DETOX, "COWS", 1)
    low, mild = Done(at(4, 8), 4), Done(at(4, 20), 5)
    assert due(cows, low) == at(4, 20)
    assert due(cows, low, mild, Done(at(5, 8), 4)) == at(5, 20)
    assert due(cows, low, Done(at(4, 20), 4)) is None
    assert due(cows, Done(at(4, 8)), Done(at(4, 20))) is not None, "without a total nothing is calm"


def test_alcohol_is_scored_by_band_and_eight_hourly_once_calm() -> None:
    ciwa = preset(Situation.ALCOHOL_DETOX, "CIWA-Ar")
    for band, hours in (("mild", 4), ("moderate", 2), ("severe", 1)):
        assert due(ciwa, Done(at(2, 8), 20, band)) == at(2, 8 + hours)
    calm = [Done(at(2, hour), 8, "mild") for hour in (0, 4, 8)]
    assert due(ciwa, *calm) == at(2, 16)
    assert due(ciwa, *calm[:2], Done(at(2, 8), 9, "moderate")) == at(2, 10)


def test_named_days_are_due_one_by_one() -> None:
    phq = preset(Situation.STIMULANTS, "PHQ-9")
    assert due(phq) == at(3, 0)
    assert due(phq, at(2, 10)) == at(3, 0), "too early is another one"
    assert due(phq, at(5, 10)) == at(14, 0)
    assert due(phq, at(14, 23)) is None
    suicide = preset(Situation.STIMULANTS, "C-SSRS")
    assert due(suicide) == at(1, 0)
    assert due(suicide, at(7, 1)) is None


def test_named_months_follow_the_calendar() -> None:
    phq = preset(Situation.WHOLE_STAY, "PHQ-9")
    begun = datetime(2027, 1, 31, 9, tzinfo=LOCAL)
    first = next_due(phq, begun)
    assert first is not None
    assert first.at.date() == date(2027, 2, 28)
    assert first.until - first.at == timedelta(days=1)
    weight = preset(Situation.WHOLE_STAY, "weight")
    assert weight.on_months == tuple(range(37))


def test_sedation_is_looked_for_two_to_three_hours_after_the_dose() -> None:
    sedation = preset(Situation.METHADONE_INDUCTION, "sedation")
    found = next_due(sedation, START, [Done(at(1, 8, 30))], [at(1, 9)])
    assert found is not None
    assert (found.at, found.until) == (at(1, 11), at(1, 12))


def test_a_line_may_ask_for_the_time_after_a_dose_alone() -> None:
    text = (resources_folder() / "clinical" / "observation_presets.csv").read_text(encoding="utf-8")
    sedation = read_presets(text.replace("before:60 120-180", "120-180"))[Situation.METHADONE_INDUCTION][0]
    doses = (at(1, 9), at(1, 20), at(2, 9))
    assert due(sedation, doses=doses) == at(1, 11)
    assert due(sedation, at(1, 11, 30), doses=doses) == at(2, 11), "the second dose of a day is not watched"


def test_a_line_that_is_never_due_is_not_read() -> None:
    text = (resources_folder() / "clinical" / "observation_presets.csv").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="never due"):
        read_presets(text.replace("stimulants,vitals,1,10,480", "stimulants,vitals,1,10,"))


RULES = WatchRules(timedelta(minutes=15), timedelta(hours=1))
NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def minutes(count: int) -> datetime:
    return NINE + timedelta(minutes=count)


def test_a_gap_is_every_time_longer_than_its_level_allows_up_to_now() -> None:
    spells = (Spell(WatchLevel.CONSTANT, minutes(0), minutes(60)), Spell(WatchLevel.EVERY_60, minutes(60)))
    looks = [minutes(count) for count in (30, 15, 46, 60, 119)]
    found = gaps(spells, looks, minutes(190), RULES)
    assert [(one.level, one.minutes, one.is_open) for one in found] == [
        (WatchLevel.CONSTANT, 16, False),
        (WatchLevel.EVERY_60, 71, True),
    ]
    assert next_look(spells[1], looks, RULES) == minutes(179)
    assert next_look(Spell(WatchLevel.PENDING, minutes(200)), looks, RULES) == minutes(215)
    assert gaps((), looks, minutes(190), RULES) == ()


def test_levels_stand_in_order_of_closeness() -> None:
    assert [is_stricter(one, WatchLevel.EVERY_15) for one in WatchLevel] == [True, True, True, False]
