"""Rules on plain values: caps, who may work, the split; the tables are worked out by hand from the articles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.labour.domain.admission import Fit, FitnessNeeded, Work, Worker, refusals
from facility_app.modules.labour.domain.hours import AgeBand, Caps, band_of, check_hours, week_of
from facility_app.modules.labour.domain.shares import ShareKey, Worked, share_out, split_surplus
from tests.helpers.cases import each

MONDAY = date(2027, 1, 25)
ADULT = Caps(AgeBand.ADULT, 8 * 60, 48 * 60, "NĐ 163/2026 Đ117.1", "NĐ 163/2026 Đ117.1")
FROM_15 = Caps(AgeBand.FROM_15, 6 * 60, 30 * 60, "NĐ 163/2026 Đ128.1b", "NĐ 163/2026 Đ128.1b")
FROM_12 = Caps(AgeBand.FROM_12, 4 * 60, 20 * 60, "NĐ 163/2026 Đ128.1a", "NĐ 163/2026 Đ128.1a")
BANDS = {AgeBand.ADULT: ADULT, AgeBand.FROM_15: FROM_15, AgeBand.FROM_12: FROM_12}


def week(*hours: float) -> dict[date, int]:
    """Hours of Monday, Tuesday and so on."""
    return {MONDAY + timedelta(days=place): round(one * 60) for place, one in enumerate(hours)}


@each(
    ("age", "band"),
    [(11, None), (12, "12_14"), (14, "12_14"), (15, "15_17"), (17, "15_17"), (18, "adult"), (60, "adult")],
)
def test_the_band_is_that_of_the_full_years(age: int, band: str | None) -> None:
    found = band_of(age, 15)
    assert (None if found is None else found.value) == band


@each(
    ("caps", "hours", "place", "broken"),
    [
        # Đ117.1: 8 hours a day, 48 a week.
        (ADULT, (8,), 0, None),
        (ADULT, (8.02,), 0, "labour_day_cap"),
        (ADULT, (9,), 0, "labour_day_cap"),
        (ADULT, (8, 8, 8, 8, 8, 8), 5, None),
        (ADULT, (8, 8, 8, 8, 8, 8, 0.5), 6, "labour_week_cap"),
        (ADULT, (7, 7, 7, 7, 7, 7, 6), 6, None),
        (ADULT, (7, 7, 7, 7, 7, 7, 6.5), 6, "labour_week_cap"),
        # Đ128.1b: 6 and 30.
        (FROM_15, (6,), 0, None),
        (FROM_15, (7,), 0, "labour_day_cap"),
        (FROM_15, (6, 6, 6, 6, 6), 4, None),
        (FROM_15, (6, 6, 6, 6, 6, 1), 5, "labour_week_cap"),
        # Đ128.1a: 4 and 20.
        (FROM_12, (4,), 0, None),
        (FROM_12, (4.5,), 0, "labour_day_cap"),
        (FROM_12, (4, 4, 4, 4, 4), 4, None),
        (FROM_12, (4, 4, 4, 4, 4, 0.25), 5, "labour_week_cap"),
        # A row put in before days that are written already: the later day is the one that goes over.
        (ADULT, (8, 8, 8, 8, 8, 8, 1), 0, "labour_week_cap"),
        # Days before the one written to are not asked about again.
        (ADULT, (9, 8), 1, None),
    ],
)
def test_hours_stand_under_the_caps_of_the_band(
    caps: Caps, hours: tuple[float, ...], place: int, broken: str | None
) -> None:
    found = check_hours(week(*hours), MONDAY + timedelta(days=place), lambda _day: caps)
    assert (None if found is None else found.code) == broken
    if found is not None:
        assert found.article == caps.day_article
        assert "{" not in str(found.error().message)


@each(
    ("hours", "place", "broken"),
    [
        # Eighteen on Thursday: 30 up to Wednesday, 48 in all.
        ((6, 6, 6, 8, 8, 8, 6), 6, None),
        ((6, 6, 7), 2, "labour_day_cap"),
        ((6, 6, 6, 8, 8, 8, 6.5), 6, "labour_week_cap"),
        ((6, 6, 6, 9), 3, "labour_day_cap"),
    ],
)
def test_a_birthday_inside_the_week_changes_the_cap_from_that_day_on(
    hours: tuple[float, ...], place: int, broken: str | None
) -> None:
    thursday = MONDAY + timedelta(days=3)
    found = check_hours(
        week(*hours), MONDAY + timedelta(days=place), lambda day: ADULT if day >= thursday else FROM_15
    )
    assert (None if found is None else found.code) == broken


@given(
    band=st.sampled_from(list(AgeBand)),
    writes=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 2), st.sampled_from((0, 45, 120, 200, 240, 500))),
        min_size=12,
        max_size=40,
    ),
)
def test_in_whatever_order_sheets_are_written_nobody_comes_over_a_cap(
    band: AgeBand, writes: list[tuple[int, int, int]]
) -> None:
    """Three teams write a week in any order; what is refused is left out; what stands is under both caps."""
    caps, sheets = BANDS[band], dict[tuple[int, int], int]()
    for day, sheet, minutes in writes:
        tried = {**sheets, (day, sheet): minutes}
        sums: dict[date, int] = {}
        for (place, _), had in tried.items():
            on = MONDAY + timedelta(days=place)
            sums[on] = sums.get(on, 0) + had
        if check_hours(sums, MONDAY + timedelta(days=day), lambda _day: caps) is None:
            sheets = tried
    for place in range(7):
        assert sum(had for (on, _), had in sheets.items() if on == place) <= caps.day
    assert sum(sheets.values()) <= caps.week


@each(("day", "monday"), [(MONDAY, MONDAY), (date(2027, 1, 31), MONDAY), (date(2027, 2, 1), date(2027, 2, 1))])
def test_a_week_runs_from_monday_to_sunday(day: date, monday: date) -> None:
    assert (week_of(day)[0], week_of(day)[-1]) == (monday, monday + timedelta(days=6))


WORK = Work("w", "Đan lát", False, True, True, FitnessNeeded.ANY)
SAW = replace(WORK, name="Xẻ gỗ", is_hazardous=True, minors_may=False)
READY = Worker(
    age=30,
    is_inside=True,
    absence=None,
    absence_article="NĐ 163/2026 Đ114.2",
    inside_minutes=540,
    detox_ended_on=date(2026, 9, 1),
    is_registered=True,
    fit=Fit.FIT,
    trained_general=True,
    trained_here=False,
)
HOSPITAL = label("terms", "Điều trị tại cơ sở khám bệnh, chữa bệnh")


@each(
    ("work", "change", "code", "article"),
    [
        (WORK, {}, None, ""),
        (WORK, {"is_inside": False, "absence": HOSPITAL}, "labour_not_inside", "NĐ 163/2026 Đ114.2"),
        (WORK, {"inside_minutes": 300}, "labour_left_meanwhile", "NĐ 163/2026 Đ87.3"),
        (WORK, {"detox_ended_on": None}, "labour_before_detox_ends", "NĐ 163/2026 Đ87.3"),
        (WORK, {"detox_ended_on": MONDAY + timedelta(days=1)}, "labour_before_detox_ends", "NĐ 163/2026 Đ87.3"),
        (WORK, {"detox_ended_on": MONDAY}, None, ""),
        (WORK, {"is_registered": False}, "labour_not_registered", "NĐ 163/2026 Đ117.2"),
        (WORK, {"fit": None}, "labour_fitness_missing", "NĐ 163/2026 Đ117.2"),
        (WORK, {"fit": Fit.UNFIT}, "labour_unfit", "NĐ 163/2026 Đ117.2"),
        (WORK, {"fit": Fit.LIMITED}, None, ""),
        (
            replace(WORK, fitness_needed=FitnessNeeded.FULL),
            {"fit": Fit.LIMITED},
            "labour_unfit",
            "NĐ 163/2026 Đ117.2",
        ),
        (SAW, {"fit": Fit.LIMITED, "trained_here": True}, "labour_unfit", "NĐ 163/2026 Đ117.2"),
        (WORK, {"trained_general": False}, "labour_untrained", "NĐ 163/2026 Đ117.2"),
        (WORK, {"trained_general": False, "trained_here": True}, None, ""),
        (replace(WORK, needs_training=False), {"trained_general": False}, None, ""),
        (SAW, {}, "labour_untrained", "NĐ 163/2026 Đ117.2"),
        (SAW, {"trained_here": True}, None, ""),
        (WORK, {"age": 16}, None, ""),
        (SAW, {"age": 17, "trained_here": True}, "labour_not_for_minors", "NĐ 163/2026 Đ128.2"),
        (replace(WORK, minors_may=False), {"age": 17}, "labour_not_for_minors", "NĐ 163/2026 Đ128.2"),
    ],
)
def test_who_may_work_at_what(work: Work, change: Mapping[str, object], code: str | None, article: str) -> None:
    found = next(refusals(replace(READY, **change), work, MONDAY, 480), None)  # type: ignore[arg-type]
    assert (None if found is None else found.code) == code
    if found is not None:
        assert found.article == article
        assert article in found.error().message
        assert "{" not in found.error().message


@each(
    ("surplus", "parts"),
    [
        # 30 % food, 20 % living, 20 % residents, 30 % culture; what is left over goes to the residents.
        (10_000_000, (3_000_000, 2_000_000, 2_000_000, 3_000_000)),
        (10_000_001, (3_000_000, 2_000_000, 2_000_001, 3_000_000)),
        (9, (2, 1, 4, 2)),
        (1, (0, 0, 1, 0)),
        (0, (0, 0, 0, 0)),
    ],
)
def test_a_surplus_is_split_in_whole_dong(surplus: int, parts: tuple[int, ...]) -> None:
    split = split_surplus(Money(surplus), (30, 20, 20, 30))
    assert (split.food.vnd, split.living.vnd, split.residents.vnd, split.culture.vnd) == parts


def test_there_is_no_split_of_a_loss_or_by_percents_that_are_no_whole() -> None:
    for surplus, percents in (
        (-1, (30, 20, 20, 30)),
        (1, (30, 20, 20, 20)),
        (1, (30, 30, 40)),
        (1, (-10, 60, 20, 30)),
    ):
        with pytest.raises(ValueError, match="surplus"):
            split_surplus(Money(surplus), percents)


def people(*minutes: int) -> list[Worked]:
    return [Worked(f"id{place}", f"HV{place}", one, 1) for place, one in enumerate(minutes)]


def test_the_residents_part_is_shared_by_hours_the_odd_dong_by_largest_remainder_then_by_code() -> None:
    # 100 đồng by 1:1:1 — 33 each, one over: to the first code. By 480:240:60 of 1.000: 615,38 · 307,69 · 76,92.
    assert [amount.vnd for _, amount in share_out(Money(100), people(60, 60, 60), ShareKey.MINUTES)] == [
        34,
        33,
        33,
    ]
    shared = share_out(Money(1000), people(480, 240, 60), ShareKey.MINUTES)
    assert [amount.vnd for _, amount in shared] == [615, 308, 77]
    assert [amount.vnd for _, amount in share_out(Money(1000), people(480, 240, 60), ShareKey.DAYS)] == [
        334,
        333,
        333,
    ]


def test_money_and_nobody_who_worked_is_refused_and_nothing_is_shared_of_nothing() -> None:
    with pytest.raises(UserError) as told:
        share_out(Money(1), [], ShareKey.MINUTES)
    assert told.value.code == "labour_nobody_worked"
    assert share_out(Money(0), [], ShareKey.MINUTES) == ()


@given(
    surplus=st.integers(0, 10**12),
    cuts=st.lists(st.integers(0, 100), min_size=3, max_size=3),
    minutes=st.lists(st.integers(1, 30_000), min_size=1, max_size=60),
    key=st.sampled_from(list(ShareKey)),
)
def test_the_parts_sum_to_the_surplus_and_the_shares_to_their_part(
    surplus: int, cuts: list[int], minutes: list[int], key: ShareKey
) -> None:
    first, second, third = sorted(cuts)
    split = split_surplus(Money(surplus), (first, second - first, third - second, 100 - third))
    assert split.total == Money(surplus)
    shares = share_out(split.residents, people(*minutes), key)
    assert sum((amount for _, amount in shares), Money(0)) == split.residents
    assert min(amount.vnd for _, amount in shares) >= 0
    weights = [one.weight(key) for one, _ in shares]
    for (one, amount), weight in zip(shares, weights, strict=True):
        assert abs(amount.vnd * sum(weights) - split.residents.vnd * weight) < sum(weights), one.code
