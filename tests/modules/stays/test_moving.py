"""Two lists of deadlines side by side, and the articles of the law a stay is finished under."""

from dataclasses import replace
from datetime import date

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    Deadline,
    EventKind,
    ExitCode,
    Stage,
    StageParameters,
    StageRow,
    StayType,
    TermCase,
    TermEvent,
    check_stages,
    evaluate,
    exit_article,
)
from facility_app.modules.stays.domain.articles import LEAST_AGE
from facility_app.modules.stays.domain.moving import moved, paired
from tests.modules.stays.clockwork import numbers

L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
DAY = date(2028, 7, 2)
NOTICE = Deadline("completion_notice", DAY, "Đ123", (Role.DISCHARGE,), label("tasks", "Khám sức khỏe định kỳ"))


def ladder(*days: int) -> tuple[Deadline, ...]:
    return tuple(
        replace(NOTICE, code="release_ladder", due_on=date(2028, 8, 1 + step), occasion=str(step)) for step in days
    )


def test_the_same_twice_moves_nothing() -> None:
    assert moved((NOTICE, *ladder(1, 2)), (NOTICE, *ladder(1, 2))) == []
    assert moved((NOTICE,), (replace(NOTICE, article="Đ1"),)) == []


def test_another_day_to_plan_for_is_a_move() -> None:
    planned = replace(NOTICE, act_on=date(2028, 6, 30))
    assert moved((NOTICE,), (planned,)) == [(NOTICE, planned)]


def test_of_a_ladder_the_same_steps_belong_together_and_the_rest_in_its_order() -> None:
    before, after = ladder(1, 2, 3), ladder(2, 5, 6, 7)
    assert [
        (one.before and one.before.occasion, one.after and one.after.occasion) for one in paired(before, after)
    ] == [("2", "2"), ("1", "5"), ("3", "6"), (None, "7")]
    assert [one.after for one in moved(ladder(1), ())] == [None]


def test_a_check_planned_for_another_day_is_the_same_check() -> None:
    check = replace(NOTICE, code="health_check", occasion="2027-08-01", due_on=date(2027, 8, 1))
    later = replace(check, occasion="2028-02-01", due_on=date(2028, 2, 1))
    assert moved((check,), (later,)) == [(check, later)]


LABOUR = (StageRow(Stage.LABOUR, date(2026, 8, 5), date(2027, 8, 1)),)


@pytest.mark.parametrize(
    ("regime", "told"),
    [
        (L2021, [("labour_before_detox", "Luật PCMT 2021 Đ29.2; NĐ 116/2021 Đ25")]),
        (L2025, [("labour_before_detox", "NĐ 163/2026 Đ87.3"), ("labour_ends_early", "NĐ 163/2026 Đ87.3")]),
    ],
)
def test_a_stage_is_judged_by_the_law_of_the_stay(regime: LegalRegime, told: list[tuple[str, str]]) -> None:
    found = check_stages(LABOUR, StageParameters(regime), on=DAY, expected_end_on=DAY)
    assert [(one.code, one.article) for one in found] == told


@pytest.mark.parametrize("regime", list(LegalRegime))
def test_an_answer_names_only_articles_of_its_own_law(regime: LegalRegime) -> None:
    """What was not read in the old law says so instead of passing for it."""
    other = "2025" if regime is L2021 else "2021"
    events = (
        TermEvent(EventKind.ESCAPE, date(2026, 10, 1)),
        TermEvent(EventKind.END, date(2026, 12, 1), exit_code=ExitCode.EXEMPT_ILLNESS),
    )
    case = TermCase("c", regime, StayType.COMPULSORY_ADULT, date(2026, 8, 1), 30, events, date(2016, 1, 1))
    answer = evaluate(case, date(2027, 1, 1), numbers(regime))
    articles = [line.article for line in answer.ledger] + [one.article for one in answer.warnings]
    assert LEAST_AGE[regime] in articles
    assert [one for one in articles if f"Luật PCMT {other}" in one and "chưa đối chiếu" not in one] == []


def test_every_exit_has_an_article_under_either_law() -> None:
    for code in ExitCode:
        old, new = exit_article(code, L2021), exit_article(code, L2025)
        assert old
        assert "2021" not in new or code in {ExitCode.REDUCED_END, ExitCode.EDUCATION_CAMP}
        assert "PCMT 2025" not in old or "chưa đối chiếu" in old
