"""The five stages: rows that overlap, durations as findings with their article, who may be in charge."""

from dataclasses import replace
from datetime import date

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    PRACTICE_FIELD_LABELS,
    SCHOOL_LEVEL_LABELS,
    STAGE_ARTICLES,
    STAGE_LABELS,
    STAGE_RESULT_LABELS,
    TRAINING_LABELS,
    PracticeField,
    Qualification,
    SchoolLevel,
    Stage,
    StageParameters,
    StageResult,
    StageRow,
    StayType,
    Training,
    check_in_charge,
    check_stages,
    plan_stages,
    stage_parameters,
    stages_missing,
    stages_owed,
)
from tests.modules.stays.clockwork import shipped_book

L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
END = date(2028, 8, 1)


def durations(regime: LegalRegime) -> StageParameters:
    return stage_parameters(lambda key: shipped_book().get(key).on(date(2027, 1, 1), regime), regime)


NEW = durations(L2025)


def found(*rows: StageRow, on: date = date(2026, 9, 1), end: date | None = END) -> list[tuple[str, str]]:
    findings = check_stages(rows, NEW, on=on, expected_end_on=end)
    assert all("{" not in one.message for one in findings)
    return [(one.code, one.article) for one in findings]


@pytest.mark.parametrize(("until", "is_long"), [(date(2026, 8, 3), False), (date(2026, 8, 4), True)])
def test_stage_one_has_a_maximum_of_two_days(until: date, is_long: bool) -> None:
    expected = [("stage_too_long", "NĐ 163/2026 Đ84.6")] if is_long else []
    assert found(StageRow(Stage.ADMISSION, date(2026, 8, 1), until)) == expected


def test_an_open_stage_one_is_too_long_from_the_third_day_on() -> None:
    row = StageRow(Stage.ADMISSION, date(2026, 8, 1))
    assert found(row, on=date(2026, 8, 3)) == []
    assert found(row, on=date(2026, 8, 4)) == [("stage_too_long", "NĐ 163/2026 Đ84.6")]


@pytest.mark.parametrize(("until", "is_short"), [(date(2026, 8, 12), True), (date(2026, 8, 13), False)])
def test_stage_two_has_a_minimum_of_ten_days(until: date, is_short: bool) -> None:
    expected = [("stage_too_short", "NĐ 163/2026 Đ85.6")] if is_short else []
    assert found(StageRow(Stage.DETOX, date(2026, 8, 3), until)) == expected
    assert found(StageRow(Stage.DETOX, date(2026, 8, 3))) == []


@pytest.mark.parametrize(("until", "is_short"), [(date(2026, 11, 12), True), (date(2026, 11, 13), False)])
def test_stage_three_has_a_minimum_of_three_calendar_months(until: date, is_short: bool) -> None:
    expected = [("stage_too_short", "NĐ 163/2026 Đ86.6")] if is_short else []
    assert found(StageRow(Stage.EDUCATION, date(2026, 8, 13), until)) == expected
    assert found(StageRow(Stage.EDUCATION, date(2026, 8, 13))) == []


def test_labour_begins_when_detox_has_ended_and_runs_to_the_end() -> None:
    detox = StageRow(Stage.DETOX, date(2026, 8, 3), date(2026, 8, 13))
    early = StageRow(Stage.LABOUR, date(2026, 8, 12))
    right = StageRow(Stage.LABOUR, date(2026, 8, 13), END)
    assert found(detox, early) == [("labour_before_detox", "NĐ 163/2026 Đ87.3")]
    assert found(StageRow(Stage.LABOUR, date(2026, 8, 12))) == [("labour_before_detox", "NĐ 163/2026 Đ87.3")]
    assert found(StageRow(Stage.DETOX, date(2026, 8, 3)), right)[0][0] == "labour_before_detox"
    assert found(detox, right) == []
    assert found(detox, StageRow(Stage.LABOUR, date(2026, 8, 13), date(2028, 7, 1))) == [
        ("labour_ends_early", "NĐ 163/2026 Đ87.3")
    ]


def test_stage_five_is_the_last_thirty_days() -> None:
    begins = date(2028, 7, 2)
    assert found(on=date(2028, 7, 1)) == []
    assert found(on=begins) == [("stage_not_begun", "NĐ 163/2026 Đ88.7")]
    assert found(StageRow(Stage.REINTEGRATION, begins), on=begins) == []
    assert found(StageRow(Stage.REINTEGRATION, date(2028, 7, 5)), on=begins) == [
        ("stage_misplaced", "NĐ 163/2026 Đ88.7")
    ]
    assert found(StageRow(Stage.REINTEGRATION, date(2028, 7, 5)), end=None) == []


def test_a_stage_does_not_end_before_it_begins() -> None:
    with pytest.raises(UserError) as caught:
        found(StageRow(Stage.DETOX, date(2026, 8, 3), date(2026, 8, 2)))
    assert caught.value.code == "stage_reversed"
    assert "{" not in caught.value.message


def test_the_old_law_has_no_durations() -> None:
    old = durations(L2021)
    # How old a measuring may be is the program's own number, under either law.
    assert replace(old, measured_days=None) == StageParameters(L2021)
    rows = (
        StageRow(Stage.ADMISSION, date(2026, 3, 1), date(2026, 4, 1)),
        StageRow(Stage.DETOX, date(2026, 4, 1), date(2026, 4, 2)),
        StageRow(Stage.EDUCATION, date(2026, 4, 2), date(2026, 4, 3)),
    )
    assert check_stages(rows, old, on=date(2026, 5, 1), expected_end_on=date(2026, 5, 2)) == ()
    assert plan_stages(date(2026, 3, 1), date(2027, 3, 1), old) == ()


def test_the_planned_stages_overlap_as_the_law_lays_them_out() -> None:
    planned = plan_stages(date(2026, 8, 1), END, NEW)
    assert [(row.stage.number, row.start_on, row.end_on) for row in planned] == [
        (1, date(2026, 8, 1), date(2026, 8, 3)),
        (2, date(2026, 8, 3), date(2026, 8, 13)),
        (3, date(2026, 8, 13), date(2026, 11, 13)),
        (4, date(2026, 8, 13), END),
        (5, date(2028, 7, 2), END),
    ]
    assert found(*planned, on=END) == []
    assert len(plan_stages(date(2026, 8, 1), None, NEW)) == 4


def test_who_owes_which_stages() -> None:
    three = (Stage.ADMISSION, Stage.DETOX, Stage.EDUCATION)
    assert stages_owed(StayType.COMPULSORY_MINOR, L2021) == tuple(Stage)
    assert stages_owed(StayType.VOLUNTARY_PUBLIC, L2025) == tuple(Stage)
    assert stages_owed(StayType.VOLUNTARY_PUBLIC, L2021) == three
    assert stages_owed(StayType.VOLUNTARY_PRIVATE, L2025) == three
    assert stages_owed(StayType.HOME_PHASES_AT_FACILITY, L2025) == three
    assert stages_owed(StayType.TEMPORARY, L2025) == stages_owed(StayType.SUBSTITUTION, L2025) == ()


def test_what_is_missing_at_the_end() -> None:
    planned = plan_stages(date(2026, 8, 1), END, NEW)
    assert stages_missing(StayType.COMPULSORY_ADULT, L2025, planned, on=END) == ()
    assert stages_missing(StayType.COMPULSORY_ADULT, L2025, planned, on=date(2028, 6, 1)) == (Stage.REINTEGRATION,)
    open_detox = (planned[0], StageRow(Stage.DETOX, date(2026, 8, 3)))
    assert stages_missing(StayType.VOLUNTARY_PRIVATE, L2025, open_detox, on=END) == (Stage.DETOX, Stage.EDUCATION)
    running = StageRow(Stage.LABOUR, date(2026, 8, 13))
    assert Stage.LABOUR not in stages_missing(StayType.COMPULSORY_ADULT, L2025, (running,), on=END)


SKILLED = frozenset({Training.REHAB, Training.COUNSELLING, Training.MANAGEMENT})


@pytest.mark.parametrize("stage", [Stage.ADMISSION, Stage.EDUCATION, Stage.REINTEGRATION])
def test_who_is_in_charge_has_the_school_and_the_training(stage: Stage) -> None:
    assert check_in_charge(stage, Qualification(SchoolLevel.INTERMEDIATE, trainings=SKILLED)) == ()
    low = check_in_charge(stage, Qualification(SchoolLevel.ELEMENTARY))
    assert [one.code for one in low] == ["level_too_low", "training_missing"]
    assert all(one.article.startswith("NĐ 163/2026 Đ8") and "{" not in one.message for one in low)


def test_education_asks_for_counselling_and_management_too() -> None:
    held = Qualification(SchoolLevel.COLLEGE, trainings=frozenset({Training.REHAB}))
    assert check_in_charge(Stage.ADMISSION, held) == ()
    lacking = check_in_charge(Stage.EDUCATION, held)[0]
    assert TRAINING_LABELS[Training.COUNSELLING] in lacking.message
    assert TRAINING_LABELS[Training.REHAB] not in lacking.message


def test_detox_is_a_doctors_and_not_every_doctors() -> None:
    assert [one.code for one in check_in_charge(Stage.DETOX, Qualification(SchoolLevel.UNIVERSITY))] == [
        "not_a_doctor"
    ]
    psychiatrist = Qualification(SchoolLevel.UNIVERSITY, frozenset({PracticeField.PSYCHIATRY}))
    general = Qualification(SchoolLevel.UNIVERSITY, frozenset({PracticeField.GENERAL}))
    trained = Qualification(SchoolLevel.UNIVERSITY, general.practice, frozenset({Training.DETOX}))
    assert check_in_charge(Stage.DETOX, psychiatrist) == check_in_charge(Stage.DETOX, trained) == ()
    assert [one.article for one in check_in_charge(Stage.DETOX, general)] == ["NĐ 163/2026 Đ85.5"]


def test_labour_asks_nothing_of_who_is_in_charge() -> None:
    assert check_in_charge(Stage.LABOUR, Qualification()) == ()


def test_everything_has_its_word() -> None:
    assert set(STAGE_LABELS) == set(Stage) == set(STAGE_ARTICLES[L2021]) == set(STAGE_ARTICLES[L2025])
    assert set(STAGE_RESULT_LABELS) == set(StageResult)
    assert set(SCHOOL_LEVEL_LABELS) == set(SchoolLevel)
    assert set(PRACTICE_FIELD_LABELS) == set(PracticeField)
    assert set(TRAINING_LABELS) == set(Training)
