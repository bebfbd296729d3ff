"""What the clock refuses: each names the case, the field, the rule with its article and the way on."""

from dataclasses import replace
from datetime import date

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    EXIT_CODE_ARTICLES,
    EXIT_CODE_LABELS,
    CountsAs,
    EventKind,
    ExitCode,
    LegalNumber,
    Paper,
    StayType,
    TermCase,
    TermEvent,
    TermParameters,
    evaluate,
    exit_fits,
    pause_of,
    stay_type_article,
    term_parameters,
)
from facility_app.modules.stays.domain.years import MOST_DAYS, MOST_MONTHS
from tests.modules.stays.clockwork import numbers, shipped_book

L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
ON = date(2027, 2, 1)
PAPER = Paper("12/QĐ-CSCN", date(2026, 10, 1))
BASE = TermCase("hồ sơ 7", L2025, StayType.COMPULSORY_ADULT, date(2026, 8, 1), 24)
VOLUNTARY = [one for one in StayType if one.is_voluntary]


def with_event(event: TermEvent, **changes: object) -> TermCase:
    return replace(BASE, events=(event,), **changes)  # type: ignore[arg-type] # the fields differ in type


def refused(case: TermCase, parameters: TermParameters | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        evaluate(case, ON, parameters or numbers(case.legal_regime))
    assert "{" not in caught.value.message
    assert "hồ sơ 7" in caught.value.message
    return caught.value


def test_a_reversed_span_is_refused_naming_the_event() -> None:
    error = refused(with_event(TermEvent(EventKind.HOSPITAL, date(2026, 10, 5), date(2026, 10, 4))))
    assert error.code == "term_span_reversed"
    assert "sự kiện 1" in error.message
    assert "05/10/2026" in error.message
    assert set(error.fields) == {"to"}


@pytest.mark.parametrize("stay_type", VOLUNTARY)
@pytest.mark.parametrize("kind", [EventKind.ESCAPE, EventKind.OVERSTAY, EventKind.PRISON])
def test_no_day_is_added_to_a_voluntary_stay(stay_type: StayType, kind: EventKind) -> None:
    event = TermEvent(kind, date(2026, 10, 1), date(2026, 10, 5), PAPER)
    error = refused(with_event(event, stay_type=stay_type))
    assert error.code == "term_voluntary_adds"
    assert "Đ4.9" in error.message
    assert "SELF_TERMINATED" in error.message


def test_under_the_old_law_a_voluntary_escape_is_refused_with_its_own_article() -> None:
    event = TermEvent(EventKind.ESCAPE, date(2026, 10, 1), None, PAPER)
    error = refused(with_event(event, stay_type=StayType.VOLUNTARY_PUBLIC, legal_regime=L2021))
    assert "NĐ 116/2021 Đ3" in error.message


@pytest.mark.parametrize("stay_type", list(StayType))
def test_the_new_law_knows_no_reduction(stay_type: StayType) -> None:
    event = TermEvent(EventKind.REDUCTION, date(2026, 10, 1), paper=PAPER, months=1)
    error = refused(with_event(event, stay_type=stay_type))
    assert error.code == "term_reduction_refused"
    assert "Luật PCMT 2025 Đ54.9" in error.message


@pytest.mark.parametrize(("months", "days"), [(None, None), (1, 5)])
def test_a_reduction_is_in_months_or_in_days(months: int | None, days: int | None) -> None:
    event = TermEvent(EventKind.REDUCTION, date(2026, 10, 1), paper=PAPER, months=months, days=days)
    assert refused(with_event(event, legal_regime=L2021, decided_months=12)).code == "term_field_missing"


@pytest.mark.parametrize(
    ("months", "days"), [(0, None), (-1, None), (MOST_MONTHS + 1, None), (None, MOST_DAYS + 1)]
)
def test_a_reduction_is_of_a_sensible_size(months: int | None, days: int | None) -> None:
    event = TermEvent(EventKind.REDUCTION, date(2026, 10, 1), paper=PAPER, months=months, days=days)
    assert refused(with_event(event, legal_regime=L2021, decided_months=12)).code == "term_months_range"


@pytest.mark.parametrize("months", [0, -3, MOST_MONTHS + 1])
def test_the_months_of_a_decision_are_sensible(months: int) -> None:
    error = refused(replace(BASE, decided_months=months))
    assert (error.code, set(error.fields)) == ("term_months_range", {"decided_months"})


def test_a_type_with_a_term_needs_months() -> None:
    assert refused(replace(BASE, decided_months=None)).code == "term_months_missing"


def test_a_changed_decision_needs_months() -> None:
    error = refused(with_event(TermEvent(EventKind.DECISION_CHANGED, date(2026, 10, 1), paper=PAPER)))
    assert error.code == "term_months_missing"
    assert "events[1].decided_months" in error.message


def test_an_end_needs_its_reason() -> None:
    error = refused(with_event(TermEvent(EventKind.END, date(2026, 10, 1))))
    assert (error.code, set(error.fields)) == ("term_field_missing", {"exit_code"})


def test_a_credit_needs_its_last_day() -> None:
    error = refused(with_event(TermEvent(EventKind.TEMPORARY_MANAGEMENT_CREDIT, date(2026, 7, 1))))
    assert (error.code, set(error.fields)) == ("term_field_missing", {"to"})


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (ExitCode.ESCAPED, "Bỏ trốn"),
        (ExitCode.SUSPENDED, "Tạm đình chỉ chấp hành"),
        (ExitCode.OUT_FUNERAL, "Về chịu tang"),
        (ExitCode.OUT_HOSPITAL, "Điều trị"),
        (ExitCode.OUT_PROCEEDINGS, "Tạm thời đưa ra"),
        (ExitCode.IMPRISONED, "Chấp hành án phạt tù"),
    ],
)
def test_a_pause_is_no_end(code: ExitCode, kind: str) -> None:
    error = refused(with_event(TermEvent(EventKind.END, date(2026, 10, 1), exit_code=code)))
    assert error.code == "term_pause_no_end"
    assert kind in error.message


def test_under_the_old_law_imprisonment_is_an_end() -> None:
    event = TermEvent(EventKind.END, date(2026, 10, 1), exit_code=ExitCode.IMPRISONED)
    case = with_event(event, legal_regime=L2021)
    answer = evaluate(case, ON, numbers(L2021))
    assert answer.ended is not None
    assert answer.expected_end_on == date(2026, 10, 1)


@pytest.mark.parametrize(
    "case",
    [
        replace(BASE, term_start_on=date(1206, 8, 1)),
        replace(BASE, term_start_on=date(2999, 8, 1)),
        with_event(TermEvent(EventKind.HOSPITAL, date(1026, 8, 1))),
        with_event(TermEvent(EventKind.HOSPITAL, date(2226, 8, 1))),
        with_event(TermEvent(EventKind.HOSPITAL, date(2026, 8, 1), date(2926, 8, 1))),
    ],
)
def test_a_slipped_year_is_refused(case: TermCase) -> None:
    assert refused(case).code == "term_date_range"


def test_a_case_without_a_name_is_still_told() -> None:
    with pytest.raises(UserError) as caught:
        evaluate(replace(BASE, id="", decided_months=0), ON, numbers(L2025))
    assert caught.value.message.startswith("?")


def test_numbers_come_with_their_articles_and_the_regimes_differ() -> None:
    new, old = numbers(L2025), numbers(L2021)
    assert (new.prison_keeps_remainder.value, new.prison_keeps_remainder.article) == (1, "Luật PCMT 2025 Đ47.1")
    assert (old.prison_keeps_remainder.value, old.reduction_allowed.value) == (0, 1)
    assert new.age18_transfer_months == LegalNumber(3, "Luật PCMT 2025 Đ36.4")
    assert old.age18_transfer_months is None
    ranges = {one: old.lawful_months_of(one) for one in StayType}
    adult = ranges[StayType.COMPULSORY_ADULT]
    assert adult is not None
    assert [adult.holds(months) for months in (11, 12, 18, 24, 25)] == [False, True, True, True, False]
    assert ranges[StayType.TEMPORARY] is None


def test_a_book_that_says_nothing_lets_nothing_be_guessed() -> None:
    empty = term_parameters(lambda _key: None)
    assert empty.lawful_months == ()
    assert empty.reduction_allowed.value == 0
    assert not empty.reduction_allowed.is_binding
    assert evaluate(BASE, ON, empty).expected_end_on == date(2028, 8, 1)


def test_what_the_law_changes_changes_the_clock() -> None:
    """A dated parameter moves the answer; nothing of it stands in the code."""
    event = TermEvent(EventKind.SUSPENSION, date(2028, 4, 1), date(2028, 5, 1))
    rule = LegalNumber(4, "một luật khác")
    changed = replace(numbers(L2025), resume_after_suspension_months=rule)
    assert evaluate(with_event(event), date(2028, 5, 1), numbers(L2025)).resume_required is True
    answer = evaluate(with_event(event), date(2028, 5, 1), changed)
    assert (answer.resume_required, answer.leave_by) == (False, date(2028, 5, 1))
    assert [finding.article for finding in answer.warnings] == ["một luật khác"]


def test_every_exit_code_has_its_words_its_article_and_its_types() -> None:
    assert set(EXIT_CODE_LABELS) == set(EXIT_CODE_ARTICLES) == set(ExitCode)
    for code in ExitCode:
        regimes = [regime for regime in LegalRegime if any(exit_fits(code, one, regime) for one in StayType)]
        assert regimes == ([L2021] if code is ExitCode.REDUCED_END else list(LegalRegime))


def test_a_code_is_a_pause_or_an_end() -> None:
    pauses = {code for code in ExitCode if pause_of(code, prison_keeps_remainder=True)}
    assert pauses - {code for code in ExitCode if pause_of(code, prison_keeps_remainder=False)} == {
        ExitCode.IMPRISONED
    }
    assert ExitCode.DEATH not in pauses


def test_every_type_names_its_article_under_either_law() -> None:
    assert all(stay_type_article(one, regime) for one in StayType for regime in LegalRegime)
    assert "2021" in stay_type_article(StayType.VOLUNTARY_PUBLIC, L2021)


def test_a_remand_decided_as_added_names_the_paper_it_lacks() -> None:
    event = TermEvent(EventKind.REMAND, date(2026, 10, 1), date(2026, 10, 5), counts_as=CountsAs.ADDED)
    answer = evaluate(with_event(event), ON, numbers(L2025))
    line = next(line for line in answer.ledger if line.event_no == 1)
    assert (line.days, line.effect.value) == (4, "served")
    assert "không cộng" in line.note


def test_every_line_of_a_paper_shows_it() -> None:
    event = TermEvent(EventKind.ESCAPE, date(2026, 10, 1), date(2026, 10, 5), PAPER)
    decision = Paper("45/2026/QĐ-TA", date(2026, 7, 30))
    answer = evaluate(replace(BASE, events=(event,), paper=decision), ON, numbers(L2025))
    assert {line.paper for line in answer.ledger if line.event_no} == {PAPER}
    assert {line.paper for line in answer.ledger if not line.event_no} == {decision}
    assert shipped_book().get("term_first_months").on(ON, L2025) is not None
