"""Liberty first: doubt never holds anybody a day longer, and whoever is held too long shows."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    PRESENCE,
    EventKind,
    ExitCode,
    Paper,
    PresenceState,
    StayType,
    TermAnswer,
    TermCase,
    TermEvent,
    evaluate,
)
from facility_app.modules.stays.domain.presence import LEAVE
from tests.modules.stays.clockwork import numbers

L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
PAPER = Paper("12/QĐ-CSCN", date(2026, 10, 1))
START, END = date(2026, 8, 1), date(2028, 8, 1)
BASE = TermCase("c", L2025, StayType.COMPULSORY_ADULT, START, 24)


def asked(on: date, *events: TermEvent, case: TermCase = BASE) -> TermAnswer:
    return evaluate(replace(case, events=events), on, numbers(case.legal_regime))


def test_in_hospital_on_the_last_day_the_person_leaves_all_the_same() -> None:
    answer = asked(END, TermEvent(EventKind.HOSPITAL, END - timedelta(days=20)))
    assert (answer.expected_end_on, answer.remaining_days, answer.warnings) == (END, 0, ())


def test_from_every_place_the_way_out_is_one_step() -> None:
    for state in PresenceState:
        if state is not PresenceState.OUT:
            assert PRESENCE.next_state(state, LEAVE) is PresenceState.OUT


def test_an_annulled_decision_is_out_today_whatever_lasts() -> None:
    today = date(2026, 11, 1)
    for kind in (EventKind.ESCAPE, EventKind.PRISON, EventKind.REMAND, EventKind.SUSPENSION):
        annulled = TermEvent(EventKind.END, today, exit_code=ExitCode.DECISION_ANNULLED)
        answer = asked(today, TermEvent(kind, date(2026, 10, 1), None, PAPER), annulled)
        assert (answer.expected_end_on, answer.remaining_days) == (today, 0)


def test_a_credit_with_an_escape_inside_loses_only_those_days() -> None:
    answer = asked(
        START,
        TermEvent(EventKind.TEMPORARY_MANAGEMENT_CREDIT, date(2026, 7, 2), START),
        TermEvent(EventKind.ESCAPE, date(2026, 7, 10), date(2026, 7, 15), PAPER),
    )
    assert (answer.credited_days, answer.expected_end_on) == (25, END - timedelta(days=25))


def test_a_minor_who_turns_eighteen_with_three_months_left_moves_and_leaves_on_the_same_day() -> None:
    minor = replace(BASE, stay_type=StayType.COMPULSORY_MINOR, date_of_birth=date(2010, 5, 1))
    answer = asked(date(2027, 1, 1), case=minor)
    assert (answer.transfer_required, answer.turns_18_on, answer.expected_end_on) == (True, date(2028, 5, 1), END)


def test_the_court_refuses_and_temporary_management_ends_today() -> None:
    held = replace(BASE, stay_type=StayType.TEMPORARY, decided_months=None, custody_until=date(2026, 10, 1))
    refusal = TermEvent(EventKind.END, date(2026, 8, 20), exit_code=ExitCode.COURT_REFUSED)
    answer = asked(date(2026, 10, 20), refusal, case=held)
    assert answer.ended is not None
    assert (answer.served_days, answer.days_past_end, answer.expected_end_on) == (19, 0, None)


def test_who_is_held_past_the_limit_of_temporary_management_shows_every_day() -> None:
    held = replace(BASE, stay_type=StayType.TEMPORARY, decided_months=None, custody_until=date(2026, 10, 1))
    days = [asked(date(2026, 10, day), case=held).days_past_end for day in (1, 2, 3)]
    assert days == [0, 1, 2]
    assert asked(date(2026, 10, 3), case=replace(held, custody_until=None)).days_past_end == 0


def test_who_is_held_past_the_end_shows_until_out() -> None:
    assert asked(END).days_past_end == 0
    assert asked(END + timedelta(days=2)).days_past_end == 2
    out = TermEvent(EventKind.END, END + timedelta(days=1), exit_code=ExitCode.COMPLETED_COMPULSORY)
    assert asked(END + timedelta(days=2), out).days_past_end == 0


def test_prison_under_both_laws() -> None:
    prison = TermEvent(EventKind.PRISON, date(2026, 10, 1), date(2027, 1, 1), PAPER)
    old = asked(date(2027, 2, 1), prison, case=replace(BASE, legal_regime=L2021))
    new = asked(date(2027, 2, 1), prison)
    assert (old.expected_end_on, old.remaining_days) == (date(2026, 10, 1), 0)
    assert new.expected_end_on == END + timedelta(days=92)


def test_an_undecided_remand_is_never_held_against_the_person() -> None:
    remand = TermEvent(EventKind.REMAND, date(2026, 10, 1), date(2026, 10, 21))
    answer = asked(END + timedelta(days=3), remand)
    assert (answer.expected_end_on, answer.earliest_end_on, answer.days_past_end) == (None, END, 3)
    assert {finding.code for finding in answer.warnings} == {"remand_undecided", "past_end"}


def test_no_day_is_added_without_a_paper_whatever_happens() -> None:
    chance = Random(163)
    for _ in range(200):
        events = []
        for _ in range(chance.randrange(1, 5)):
            first = START + timedelta(days=chance.randrange(-40, 800))
            kind = chance.choice((EventKind.ESCAPE, EventKind.OVERSTAY, EventKind.PRISON))
            events.append(TermEvent(kind, first, first + timedelta(days=chance.randrange(40))))
        answer = asked(START + timedelta(days=chance.randrange(900)), *events)
        assert (answer.expected_end_on, answer.added_days) == (END, 0)


def test_of_two_readings_the_earlier_day_counts() -> None:
    """An escape or a longer decision that comes when the term is over holds nobody."""
    late = END + timedelta(days=10)
    escape = TermEvent(EventKind.ESCAPE, late, late + timedelta(days=30), PAPER)
    longer = TermEvent(EventKind.DECISION_CHANGED, late, paper=PAPER, decided_months=36)
    assert asked(late, escape).expected_end_on == END
    assert asked(late, longer).expected_end_on == END
    assert asked(late, replace(longer, from_on=END - timedelta(days=1))).expected_end_on == date(2029, 8, 1)


def test_an_open_escape_does_not_show_as_held_too_long() -> None:
    answer = asked(END + timedelta(days=100), TermEvent(EventKind.ESCAPE, date(2028, 7, 1), None, PAPER))
    assert (answer.expected_end_on, answer.days_past_end, answer.remaining_days) == (None, 0, 31)


def test_of_a_birth_of_which_only_the_year_is_known_the_day_most_in_favour_of_a_minor_counts() -> None:
    minor = TermCase("2", L2025, StayType.COMPULSORY_MINOR, START, 24, birth_year=2009)
    answer = evaluate(minor, date(2027, 1, 1), numbers(L2025))
    assert (answer.turns_18_on, answer.birth_year, answer.transfer_required) == (date(2027, 12, 31), 2009, True)
    # Reached in the very year the term began: nobody is called grown up, and the day is asked for.
    doubtful = replace(minor, stay_type=StayType.COMPULSORY_ADULT, birth_year=2008)
    answer = evaluate(doubtful, date(2027, 1, 1), numbers(L2025))
    assert [one.code for one in answer.warnings] == ["age_unsure"]
    assert answer.turns_18_on == date(2026, 12, 31)
    assert evaluate(replace(minor, birth_year=2008), START, numbers(L2025)).warnings == ()
    grown = evaluate(replace(minor, birth_year=2007), START, numbers(L2025))
    assert [one.code for one in grown.warnings] == ["age_odd"]
