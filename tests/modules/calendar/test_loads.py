"""Class hours of a person a day and a week: the facility's own cap (law.md §18 row 8), which warns and keeps."""

from collections.abc import Sequence
from datetime import date, timedelta

from facility_app.modules.calendar.domain.loads import LoadCaps, heavy_loads, load_warning
from facility_app.modules.calendar.domain.slots import Slot, SlotKind
from tests.helpers.cases import each
from tests.modules.calendar.conftest import MONDAY, at

CAPS = LoadCaps(8 * 60, 40 * 60, "mức ngày", "mức tuần")
SUNDAY = MONDAY + timedelta(days=6)


def lesson(first: float, last: float, day: date = MONDAY, *, is_study: bool = True, who: str = "x") -> Slot:
    times = at(first, day), at(last, day)
    return Slot(SlotKind.CLASS, *times, ("probe", f"{day}{first}{last}"), frozenset(who), is_study=is_study)


def days(hours: float, count: int) -> list[Slot]:
    return [lesson(7, 7 + hours, MONDAY + timedelta(days=place)) for place in range(count)]


@each(
    ("slots", "found"),
    [
        ([lesson(7, 15)], []),
        ([lesson(7, 11), lesson(13, 17.5)], [(MONDAY, False, 510)]),
        ([lesson(7, 11), lesson(9, 17)], [(MONDAY, False, 600)]),  # two at one time count once
        ([lesson(7, 11), lesson(7, 17, is_study=False)], []),
        (days(8, 5), []),
        ([*days(8, 5), lesson(8, 8.5, SUNDAY)], [(MONDAY, True, 2430)]),
        ([*days(8, 5), lesson(8, 9, SUNDAY + timedelta(days=1))], []),
        ([lesson(7, 11), lesson(13, 17.5, who="y")], []),
    ],
)
def test_the_hours_of_all_classes_of_a_day_and_of_a_week_are_held_against_the_cap(
    slots: Sequence[Slot], found: list[tuple[date, bool, int]]
) -> None:
    made = heavy_loads(slots, lambda _day: CAPS)
    assert [(one.on, one.is_week, one.minutes) for one in made] == found
    assert heavy_loads(slots, lambda _day: None) == (), "no cap, no warning"


def test_the_warning_names_day_hours_cap_and_what_it_rests_on() -> None:
    heavy = heavy_loads([lesson(7, 16.5, who="xy"), *days(8, 6)], lambda _day: CAPS)
    said = load_warning(heavy, {"x": "CN-7", "y": "CN-8"})
    assert said is not None
    words = said.text.format(**said.params)
    assert all(one in words for one in ("01/02/2027", "2 người", "CN-7", "9,5 giờ", "8 giờ một ngày", "mức ngày"))
    week = load_warning([one for one in heavy if one.is_week], {"x": "CN-7"})
    assert week is not None
    assert "40 giờ một tuần (mức tuần)" in week.text.format(**week.params)
    assert load_warning((), {}) is None
