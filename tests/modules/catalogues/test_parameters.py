"""Legal numbers: picked by regime or by date, decided values above shipped ones, and what a decision changes."""

from datetime import date
from decimal import Decimal

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.errors import UserError
from facility_app.kernel.money import Money
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.modules.catalogues.domain import (
    EVIDENCE_LABELS,
    PICKED_BY_LABELS,
    UNIT_LABELS,
    Evidence,
    ParameterBook,
    ParameterUnit,
    ParameterValue,
    PickedBy,
    Span,
    changes,
    parameter_value,
    read_parameter_book,
)
from tests.helpers.cases import each

BOOK = read_parameter_book((resources_folder() / "catalogues" / "legal_parameters.csv").read_text("utf-8"))
NEW, OLD = date(2026, 7, 1), date(2026, 6, 30)
L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
HEAD = "key,regime,value,unit,article,picked_by,valid_from,valid_to,evidence,bound,text,english\n"


@each(
    ("key", "value", "article"),
    [
        ("base_salary", "2530000", "NĐ 161/2026"),
        ("food_coefficient", "0.8", "Đ113.1"),
        ("holiday_food_max_times", "3", "Đ113.1"),
        ("tet_food_max_times", "5", "Đ113.1"),
        ("sick_food_min_times", "3", "Đ113.1"),
        ("female_hygiene_max_month", "90000", "Đ113.3"),
        ("labour_max_day_adult", "8", "Đ117"),
        ("labour_max_week_adult", "48", "Đ117"),
        ("labour_max_day_15_17", "6", "Đ128"),
        ("labour_max_week_15_17", "30", "Đ128"),
        ("labour_max_day_12_14", "4", "Đ128"),
        ("labour_max_week_12_14", "20", "Đ128"),
        ("labour_split", "30/20/20/30", "Đ118.2"),
        ("visit_per_week", "1", "Đ120.1"),
        ("visit_minutes", "45", "Đ120.1"),
        ("visit_extra_minutes", "15", "Đ120.1"),
        ("visit_people", "3", "Đ120.1"),
        ("call_per_month", "4", "Đ120.2b"),
        ("call_minutes", "15", "Đ120.2b"),
        ("call_extra_count", "2", "Đ120.2b"),
        ("call_extra_minutes", "30", "Đ120.2b"),
        ("funeral_days", "5", "Đ121.1"),
        ("completion_notice_days", "30", "Đ123"),
        ("social_protection_days", "15", "Đ124"),
        ("isolation_max_days", "5", "TT 14/2014"),
        ("room_min_m2", "6", "Đ6"),
        ("room_care_min_m2", "8", "Đ6"),
        ("room_private_min_m2", "4", "Đ71"),
        ("room_detox_min_m2", "5", "Đ71"),
        ("land_min_m2_urban", "80", "Đ66.1"),
        ("land_min_m2_rural", "100", "Đ66.1"),
        ("land_min_m2_mountain", "120", "Đ66.1"),
        ("post_rehab_compulsory_years", "2", "Đ42"),
        ("post_rehab_other_years", "1", "Đ42"),
        ("report_cutoff_day", "14", "NĐ 09/2019"),
        ("health_check_months", "12", "Đ114.1"),
    ],
)
def test_every_number_of_the_list_of_parameters_is_there_with_its_article(
    key: str, value: str, article: str
) -> None:
    found = BOOK.value(key, NEW)
    assert found.held.value == value
    assert article in found.article


@each(
    ("key", "l2021", "l2025"),
    [
        ("term_first_months", None, "24"),
        ("term_repeat_months", None, "36"),
        ("term_adult_min_months", "12", None),
        ("term_adult_max_months", "24", None),
        ("term_minor_min_months", "6", None),
        ("term_voluntary_max_months", "12", None),
        ("stage1_max_days", None, "2"),
        ("stage2_min_days", None, "10"),
        ("stage3_min_months", None, "3"),
        ("stage5_days", None, "30"),
        ("reduction_allowed", "1", "0"),
        ("prison_keeps_remainder", "0", "1"),
    ],
)
def test_terms_and_stages_follow_the_regime_of_the_stay_on_any_day(
    key: str, l2021: str | None, l2025: str | None
) -> None:
    definition = BOOK.get(key)
    assert definition.picked_by is PickedBy.REGIME
    for day in (date(2019, 1, 1), OLD, NEW, date(2030, 1, 1)):
        for regime, value in ((L2021, l2021), (L2025, l2025)):
            found = definition.on(day, regime)
            assert (None if found is None else found.held.value) == value


@each(
    ("key", "before", "after"),
    [
        ("visit_minutes", "120", "45"),
        ("health_check_months", "6", "12"),
        ("base_salary", "2340000", "2530000"),
        ("completion_notice_days", "15", "30"),
        ("self_termination_working_days", "5", "2"),
    ],
)
def test_food_visits_and_health_follow_the_date(key: str, before: str, after: str) -> None:
    assert BOOK.value(key, OLD).held.value == before
    assert BOOK.value(key, NEW).held.value == after
    assert BOOK.value(key, NEW, L2021).held.value == after


def test_what_was_not_read_in_the_law_only_warns() -> None:
    assert BOOK.value("visit_minutes", NEW).is_binding
    assert not BOOK.value("isolation_max_days", NEW).is_binding
    assert not BOOK.value("report_cutoff_day", NEW).is_binding
    assert BOOK.value("room_min_m2", OLD).is_binding
    assert not BOOK.value("room_min_m2", NEW).is_binding


def test_a_value_is_read_as_what_it_counts() -> None:
    assert BOOK.value("base_salary", NEW).money == Money(2_530_000)
    assert BOOK.value("food_coefficient", NEW).number == Decimal("0.8")
    assert BOOK.value("labour_split", NEW).parts == (30, 20, 20, 30)
    assert BOOK.value("weekly_rest_days", NEW).parts == (6, 7)
    assert BOOK.value("visit_minutes", NEW).whole == 45
    assert [BOOK.value("reduction_allowed", NEW, regime).is_on for regime in LegalRegime] == [True, False]


def test_a_key_that_is_not_there_and_a_day_without_a_rule_are_refused_with_the_way_on() -> None:
    with pytest.raises(UserError) as unknown:
        BOOK.value("visit_hours", NEW)
    assert unknown.value.code == "unknown_parameter"
    with pytest.raises(UserError) as missing:
        BOOK.value("spouse_room_hours", NEW)
    assert missing.value.code == "parameter_missing"
    assert "01/07/2026" in missing.value.message
    assert BOOK.get("spouse_room_hours").on(NEW) is None


def test_a_parameter_of_the_regime_asked_without_one_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="regime"):
        BOOK.value("term_first_months", NEW)


def test_every_word_of_it_is_there() -> None:
    for names, labels in (
        (ParameterUnit, UNIT_LABELS),
        (PickedBy, PICKED_BY_LABELS),
        (Evidence, EVIDENCE_LABELS),
        (LegalRegime, REGIME_LABELS),
    ):
        assert set(names) == set(labels)
    assert all(one.english and one.text for one in BOOK.parameters.values())


def decided(value: str, first: date, last: date | None = None, rank: int = 0) -> ParameterValue:
    return ParameterValue(value, "NQ 1", Evidence.FACILITY, Span(first, last), None, f"e{rank}", rank)


def book(*values: ParameterValue) -> ParameterBook:
    return BOOK.with_edits({"food_coefficient": values, "no_longer_shipped": values})


def test_a_decided_value_stands_above_the_shipped_one_from_its_first_day() -> None:
    found = book(decided("0.9", date(2026, 9, 1)))
    assert found.value("food_coefficient", date(2026, 8, 31)).held.value == "0.8"
    assert found.value("food_coefficient", date(2026, 9, 1)).held.value == "0.9"
    assert found.value("food_coefficient", date(2026, 9, 1)).is_binding
    assert "no_longer_shipped" not in found.parameters


def test_after_its_last_day_the_value_before_is_in_force_again() -> None:
    found = book(decided("0.9", date(2026, 9, 1), date(2026, 9, 30)))
    assert found.value("food_coefficient", date(2026, 9, 30)).held.value == "0.9"
    assert found.value("food_coefficient", date(2026, 10, 1)).held.value == "0.8"


def test_of_two_decisions_the_one_that_begins_later_counts_and_from_one_day_the_later_decision() -> None:
    found = book(decided("0.9", date(2026, 9, 1), rank=1), decided("1", date(2026, 8, 1), rank=2))
    assert found.value("food_coefficient", date(2026, 8, 15)).held.value == "1"
    assert found.value("food_coefficient", date(2026, 9, 15)).held.value == "0.9"
    again = book(decided("0.9", NEW, rank=1), decided("1", NEW, rank=2))
    assert again.value("food_coefficient", NEW).held.value == "1"


def test_the_preview_lists_the_days_that_change() -> None:
    before = BOOK.get("visit_minutes")
    wish = decided("60", date(2026, 6, 15), date(2026, 9, 30))
    found = changes(before, before.with_values([wish]), None)
    # From 01/07 on the shipped value begins later, so it counts.
    assert [(one.span.first, one.span.last) for one in found] == [(date(2026, 6, 15), OLD)]
    assert found[0].before is not None
    assert found[0].after is not None
    assert (found[0].before.held.value, found[0].after.held.value) == ("120", "60")


def test_the_preview_is_open_where_the_decision_is() -> None:
    before = BOOK.get("visit_minutes")
    found = changes(before, before.with_values([decided("60", date(2026, 9, 1))]), None)
    assert [(one.span.first, one.span.last) for one in found] == [(date(2026, 9, 1), None)]
    assert changes(before, before, None) == ()


def test_stretches_with_the_same_values_are_told_as_one() -> None:
    before = BOOK.get("spouse_room_hours")
    wish = decided("24", date(2026, 7, 1))
    other = decided("30", date(2020, 1, 1), date(2020, 5, 1))
    found = changes(before.with_values([other]), before.with_values([other, wish]), None)
    assert [(one.before, one.span.first, one.span.last) for one in found] == [(None, NEW, None)]


def test_a_stretch_is_not_cut_where_a_value_nobody_sees_ends() -> None:
    hidden = decided("0.85", date(2026, 7, 10), date(2026, 8, 31), rank=1)
    seen = decided("0.9", date(2026, 8, 1), rank=2)
    before = BOOK.get("food_coefficient").with_values([hidden, seen])
    found = changes(before, before.with_values([decided("1", date(2026, 8, 15), rank=3)]), None)
    assert [(one.span.first, one.span.last) for one in found] == [(date(2026, 8, 15), None)]


def test_a_regimes_value_that_ended_is_in_force_no_more() -> None:
    row = "a,L2021,1,days,s,regime,2022-01-01,2026-06-30,read,,T,E\n"
    definition = read_parameter_book(HEAD + row).get("a")
    assert [definition.on(day, L2021) is None for day in (date(2019, 1, 1), OLD, NEW)] == [False, False, True]
    assert definition.on(OLD, L2025) is None


@each(
    ("unit", "typed", "kept"),
    [
        (ParameterUnit.MONTHS, " 24 ", "24"),
        (ParameterUnit.MONTHS, "024", "24"),
        (ParameterUnit.COEFFICIENT, "0,80", "0.8"),
        (ParameterUnit.SQUARE_METRES, "10", "10"),
        (ParameterUnit.SPLIT, "30 / 20/20/30", "30/20/20/30"),
        (ParameterUnit.LADDER, "45/30/15", "45/30/15"),
        (ParameterUnit.WEEKDAYS, "6/7", "6/7"),
        (ParameterUnit.ON_OFF, "0", "0"),
        (ParameterUnit.VND, "2530000", "2530000"),
    ],
)
def test_a_value_is_kept_in_one_form(unit: ParameterUnit, typed: str, kept: str) -> None:
    assert parameter_value(unit, typed) == kept


@each(
    ("unit", "typed"),
    [
        (ParameterUnit.MONTHS, ""),
        (ParameterUnit.MONTHS, "-1"),
        (ParameterUnit.MONTHS, "2.5"),
        (ParameterUnit.MONTHS, "٢"),
        (ParameterUnit.COEFFICIENT, "0"),
        (ParameterUnit.COEFFICIENT, "x"),
        (ParameterUnit.SPLIT, "30/20/20"),
        (ParameterUnit.LADDER, "1/3/2"),
        (ParameterUnit.LADDER, "1/1"),
        (ParameterUnit.WEEKDAYS, "7/6"),
        (ParameterUnit.WEEKDAYS, "8"),
        (ParameterUnit.ON_OFF, "2"),
        (ParameterUnit.DAY_OF_MONTH, "32"),
        (ParameterUnit.VND, "1.000"),
    ],
)
def test_another_value_is_refused_with_the_unit(unit: ParameterUnit, typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parameter_value(unit, typed)
    assert refused.value.code == "bad_parameter_value"
    assert UNIT_LABELS[unit] in refused.value.message
    assert set(refused.value.fields) == {"value"}


@each(
    "rows",
    [
        "a,any,x,days,s,date,2026-07-01,,read,,T,E\n",
        "a,any,1,days,s,date,2026-07-01,,read,,T,E\na,any,1,hours,s,date,2026-07-01,,read,,T,E\n",
        "a,any,1,days,s,regime,2026-07-01,,read,,T,E\n",
        "a,any,1,fathoms,s,date,2026-07-01,,read,,T,E\n",
    ],
)
def test_a_damaged_list_is_not_taken(rows: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which sentence does not matter, the shelf words it
        read_parameter_book(HEAD + rows)


def test_a_number_nobody_could_mean_is_no_value() -> None:
    """Deadlines are counted from these numbers: a slip of the keyboard carries no day out of the calendar."""
    fits = {ParameterUnit.MONTHS: 600, ParameterUnit.DAYS: 20_000, ParameterUnit.WORKING_DAYS: 2_000}
    fits |= {ParameterUnit.HOURS: 100_000, ParameterUnit.MINUTES: 100_000, ParameterUnit.YEARS: 100}
    assert all(unit.canonical(str(most)) == str(most) for unit, most in fits.items())
    assert [unit for unit, most in fits.items() if unit.canonical(str(most + 1)) is not None] == []
    assert ParameterUnit.VND.canonical("2530000000") == "2530000000"
