"""Sự kiện: days are added on paper alone; a remand waits for the head; what was wrong is struck out."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import CountsAs, EventKind, StayType
from facility_app.modules.stays.queries.detail import list_events
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.events import (
    RecordReduction,
    SettleEvent,
    StrikeEvent,
    record_reduction,
    settle_event,
    strike_event,
)
from tests.modules.stays.house import ADMITTED, PAPER, TODAY, House

LEFT, BACK = date(2026, 10, 1), date(2026, 10, 11)
END = date(2028, 8, 1)


def to_settle(house: House, stay_id: str, kind: EventKind, **more: Any) -> SettleEvent:
    event = house.event(stay_id, kind)
    made = SettleEvent(
        event.event_id,
        event.version,
        event.from_on,
        event.to_on,
        event.paper_number,
        event.paper_on,
        event.counts_as,
    )
    return replace(made, **more)


def to_strike(house: House, stay_id: str, kind: EventKind, reason: str = "ghi nhầm người") -> StrikeEvent:
    event = house.event(stay_id, kind)
    return StrikeEvent(event.event_id, event.version, reason)


def fled(house: House, **paper: Any) -> str:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, LEFT, **paper)
    house.move(presence.take_back, stay_id, BACK)
    return stay_id


def test_an_escape_without_paper_adds_nothing_warns_and_raises_the_task_of_its_paper(house: House) -> None:
    stay_id = house.admit().stay_id
    told = house.move(presence.record_escape, stay_id, LEFT)
    assert "no_paper" in [one.code for one in told.findings]
    back = house.move(presence.take_back, stay_id, BACK)
    assert back.expected_end_on == END
    (owed,) = house.tasks(stay_id)["event_paper"]
    assert owed.role == "CLERK"


def test_its_paper_adds_the_days_and_takes_the_task_away(house: House) -> None:
    stay_id = fled(house)
    after = house.write(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, reason="V-43 tới sau", **PAPER))
    assert after.expected_end_on == END + timedelta(days=10)
    assert "event_paper" not in house.tasks(stay_id)
    assert house.due_on(stay_id, "release") == [END + timedelta(days=10)]


def test_a_correction_that_moves_the_day_of_leaving_later_is_the_heads_with_a_reason(house: House) -> None:
    stay_id = fled(house)
    command = to_settle(house, stay_id, EventKind.ESCAPE, **PAPER)
    reasoned = replace(command, reason="V-43 tới sau")
    refusal = house.refused(settle_event, command, by=(Role.HEAD,))
    assert (refusal.code, set(refusal.fields)) == ("reason_missing", {"reason"})
    assert "11/08/2028" in refusal.message
    after = house.write(settle_event, reasoned, by=(Role.HEAD,))
    longer = to_settle(house, stay_id, EventKind.ESCAPE, from_on=LEFT + timedelta(days=2))
    house.write(settle_event, longer, by=(Role.CLERK,))
    back = to_settle(house, stay_id, EventKind.ESCAPE, from_on=LEFT, reason="như sổ gác")
    for role in (Role.CLERK, Role.INTAKE):
        assert house.refused(settle_event, back, by=(role,)).code == "permission_denied"
    house.write(settle_event, back, by=(Role.HEAD,))
    # Shorter again is anybody's, and what the gate wrote down is held against it in words alone.
    days = to_settle(house, stay_id, EventKind.ESCAPE, from_on=LEFT + timedelta(days=2))
    shorter = house.write(settle_event, days, by=(Role.INTAKE,))
    assert (after.expected_end_on, shorter.expected_end_on) == (
        END + timedelta(days=10),
        END + timedelta(days=8),
    )
    assert "event_shorter_than_seen" in [one.code for one in shorter.findings]


def test_no_escape_reaches_over_days_on_which_the_person_was_seen_inside(house: House) -> None:
    stay_id = fled(house, **PAPER)
    for more, field in (({"to_on": TODAY}, "to_on"), ({"from_on": LEFT - timedelta(days=1)}, "from_on")):
        command = to_settle(house, stay_id, EventKind.ESCAPE, reason="vì", **more)
        refusal = house.refused(settle_event, command, by=(Role.HEAD,))
        assert (refusal.code, set(refusal.fields)) == ("event_against_presence", {field})
        assert "01/10/2026" in refusal.message


def test_a_paper_issued_when_the_term_was_over_revives_no_term(house: House) -> None:
    stay_id = fled(house)
    house.at(END + timedelta(days=3))
    late = {"paper_number": "9", "paper_on": END + timedelta(days=1)}
    command = to_settle(house, stay_id, EventKind.ESCAPE, reason="vì", **late)
    refusal = house.refused(settle_event, command, by=(Role.HEAD,))
    assert (refusal.code, set(refusal.fields)) == ("paper_after_end", {"paper_on"})
    assert house.stay(stay_id).leave_by == END


def test_what_comes_off_a_term_is_struck_out_by_the_head_alone(house: House) -> None:
    stay_id = house.admit(held_from=date(2026, 7, 20)).stay_id
    command = to_strike(house, stay_id, EventKind.TEMPORARY_MANAGEMENT_CREDIT)
    assert house.refused(strike_event, command, by=(Role.INTAKE,)).code == "permission_denied"
    assert house.write(strike_event, command, by=(Role.HEAD,)).expected_end_on == END


def test_while_somebody_is_away_no_correction_holds_them_longer_without_the_head(house: House) -> None:
    stay_id = house.admit(held_from=date(2026, 7, 20)).stay_id
    house.move(presence.record_escape, stay_id, LEFT)
    house.move(presence.take_back, stay_id, BACK)
    former = to_settle(house, stay_id, EventKind.ESCAPE, reason="V-43 tới sau", **PAPER)
    house.move(presence.record_escape, stay_id, BACK + timedelta(days=5), paper_number="20", paper_on=BACK)
    credit = to_strike(house, stay_id, EventKind.TEMPORARY_MANAGEMENT_CREDIT)
    # Nobody can say the day of leaving now; what would be if they came back today moves all the same.
    assert house.stay(stay_id).leave_by is None
    before = house.answer(stay_id).nearest_end_on
    house.write(settle_event, former, by=(Role.CLERK,))
    assert house.answer(stay_id).nearest_end_on == before
    assert house.refused(strike_event, credit, by=(Role.CLERK,)).code == "permission_denied"
    first = next(one for one in house.read(list_events, stay_id) if one.event_id == former.event_id)
    former = replace(former, version=first.version)
    house.write(settle_event, former, by=(Role.HEAD,))


def test_half_a_paper_is_none_and_says_what_is_missing(house: House) -> None:
    stay_id = fled(house)
    for more, missing in (({"paper_number": "12"}, "paper_on"), ({"paper_on": LEFT}, "paper_number")):
        refusal = house.refused(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, **more))
        assert (refusal.code, set(refusal.fields)) == ("field_missing", {missing})
    refusal = house.refused(presence.record_escape, house.to_move(stay_id, TODAY, paper_number="12"))
    assert refusal.code == "field_missing"


def test_a_paper_of_tomorrow_is_refused(house: House) -> None:
    stay_id = fled(house)
    late = {"paper_number": "12", "paper_on": TODAY + timedelta(days=1)}
    refusal = house.refused(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, **late))
    assert (refusal.code, set(refusal.fields)) == ("paper_in_future", {"paper_on"})


def test_the_second_escape_asks_for_its_own_paper_though_the_first_was_done(house: House) -> None:
    stay_id = fled(house)
    house.write(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, reason="V-43 tới sau", **PAPER))
    house.move(presence.record_escape, stay_id, date(2027, 1, 4))
    assert [one.occasion for one in house.tasks(stay_id)["event_paper"]] == ["escape 2027-01-04"]
    assert len(house.tasks(stay_id)["escape_notice"]) == 2


def test_a_span_reversed_is_refused_in_words_that_name_it(house: House) -> None:
    stay_id = fled(house)
    refusal = house.refused(
        settle_event, to_settle(house, stay_id, EventKind.ESCAPE, to_on=LEFT - timedelta(days=1))
    )
    assert refusal.code == "event_span_reversed"
    assert "Bỏ trốn" in refusal.message
    assert "30/09/2026" in refusal.message
    assert "01/10/2026" in refusal.message


def test_an_event_of_tomorrow_is_refused(house: House) -> None:
    stay_id = fled(house)
    refusal = house.refused(
        settle_event, to_settle(house, stay_id, EventKind.ESCAPE, to_on=TODAY + timedelta(days=1))
    )
    assert refusal.code == "event_in_future"


def test_an_absence_is_opened_and_closed_by_its_arrows_alone(house: House) -> None:
    stay_id = fled(house)
    opened = house.refused(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, to_on=None))
    assert opened.code == "event_ends_by_coming_back"
    house.move(presence.send_to_hospital, stay_id, date(2027, 1, 4))
    closed = house.refused(settle_event, to_settle(house, stay_id, EventKind.HOSPITAL, to_on=TODAY))
    assert closed.code == "event_ends_by_coming_back"
    assert "Nhận trở lại" in closed.message


def test_days_of_an_event_are_corrected_and_the_end_follows(house: House) -> None:
    stay_id = fled(house, **PAPER)
    after = house.write(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, to_on=date(2026, 10, 6)))
    assert after.expected_end_on == END + timedelta(days=5)


def test_a_remand_nobody_decided_leaves_the_end_unknown_and_asks_the_head(house: House) -> None:
    stay_id = house.admit().stay_id
    told = house.move(presence.record_remand, stay_id, LEFT)
    assert told.expected_end_on is None
    back = house.move(presence.take_back, stay_id, BACK)
    assert back.expected_end_on is None
    # Liberty first: what may not be held against the person is not.
    assert house.stay(stay_id).leave_by == END
    (owed,) = house.tasks(stay_id)["remand_decision"]
    assert owed.role == "HEAD"
    assert "release" not in house.tasks(stay_id)


@pytest.mark.parametrize(
    ("counts", "paper", "end"),
    [
        (CountsAs.SERVED, {}, END),
        (CountsAs.ADDED, PAPER, END + timedelta(days=10)),
        (CountsAs.ADDED, {}, END),
    ],
)
def test_how_a_remand_counts_is_decided_by_the_head_with_a_reason(
    house: House, counts: CountsAs, paper: dict[str, Any], end: date
) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_remand, stay_id, LEFT)
    house.move(presence.take_back, stay_id, BACK)
    command = to_settle(house, stay_id, EventKind.REMAND, counts_as=counts, **paper)
    assert house.refused(settle_event, command).code == "reason_missing"
    reasoned = replace(command, reason="kết luận của cơ quan điều tra")
    for role in (Role.CLERK, Role.INTAKE):
        assert house.refused(settle_event, reasoned, by=(role,)).code == "permission_denied"
    after = house.write(settle_event, reasoned, by=(Role.HEAD,))
    assert after.expected_end_on == end
    assert "remand_decision" not in house.tasks(stay_id)
    # Added without a paper is added nowhere, and somebody is to bring it.
    assert ("event_paper" in house.tasks(stay_id)) is (counts is CountsAs.ADDED and not paper)


def test_coming_back_from_remand_the_head_may_decide_at_once_the_guard_may_not(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_remand, stay_id, LEFT)
    command = house.to_move(stay_id, BACK, counts_as=CountsAs.SERVED, note="không khởi tố")
    assert house.refused(presence.take_back, command, by=(Role.GUARD,)).code == "permission_denied"
    assert house.refused(presence.take_back, replace(command, note=None)).code == "reason_missing"
    after = house.write(presence.take_back, command, by=(Role.HEAD,))
    assert after.expected_end_on == END
    assert house.event(stay_id, EventKind.REMAND).counts_as is CountsAs.SERVED


def test_an_event_struck_out_counts_no_more_and_says_why(house: House) -> None:
    stay_id = fled(house, **PAPER)
    assert house.refused(strike_event, to_strike(house, stay_id, EventKind.ESCAPE, " ")).code == "reason_missing"
    after = house.write(strike_event, to_strike(house, stay_id, EventKind.ESCAPE))
    assert after.expected_end_on == END
    assert house.events(stay_id) == []
    assert house.sql("SELECT kind, void_reason FROM stay_event") == [("escape", "ghi nhầm người")]


def test_an_absence_that_lasts_is_not_struck_out_before_the_person_is_back(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, LEFT)
    assert house.refused(strike_event, to_strike(house, stay_id, EventKind.ESCAPE)).code == "event_still_open"


def test_the_end_is_not_struck_out_and_its_day_is_not_moved(house: House) -> None:
    stay_id = house.admit().stay_id
    house.end(stay_id, ExitCode.DEATH, TODAY)
    assert house.refused(strike_event, to_strike(house, stay_id, EventKind.END)).code == "event_still_open"
    moved = to_settle(house, stay_id, EventKind.END, from_on=ADMITTED)
    assert house.refused(settle_event, moved).code == "end_day_stands"
    house.write(settle_event, to_settle(house, stay_id, EventKind.END, paper_number="1/GCT", paper_on=TODAY))
    assert house.event(stay_id, EventKind.END).paper_number == "1/GCT"


def test_a_stale_copy_of_an_event_is_a_conflict(house: House) -> None:
    stay_id = fled(house)
    stale = to_settle(house, stay_id, EventKind.ESCAPE, **PAPER)
    house.write(settle_event, to_settle(house, stay_id, EventKind.ESCAPE, to_on=date(2026, 10, 6)))
    assert house.refused(settle_event, stale).code == "record_changed"


def reduction(house: House, stay_id: str, **more: Any) -> RecordReduction:
    return RecordReduction(stay_id, house.stay(stay_id).version, date(2026, 6, 20), **more)


def test_a_reduction_shortens_a_term_of_the_old_law(house: House) -> None:
    made = house.old()
    paper = {"paper_number": "4/QĐ-TA", "paper_on": date(2026, 6, 18)}
    after = house.write(record_reduction, reduction(house, made.stay_id, months=3, **paper))
    assert (made.expected_end_on, after.expected_end_on) == (date(2027, 11, 6), date(2027, 8, 6))
    assert after.findings == ()


def test_a_reduction_under_the_new_law_is_refused_with_the_article(house: House) -> None:
    made = house.admit()
    refusal = house.refused(record_reduction, reduction(house, made.stay_id, months=3))
    assert refusal.code == "term_reduction_refused"
    assert "Đ54.9" in refusal.message


def test_where_there_is_no_term_there_is_nothing_to_reduce(house: House) -> None:
    held_id = house.admit(StayType.TEMPORARY).stay_id
    assert house.refused(record_reduction, reduction(house, held_id, months=1)).code == "reduction_of_no_term"


def test_a_reduction_says_months_or_days_and_not_of_tomorrow(house: House) -> None:
    made = house.old()
    sized = house.refused(record_reduction, reduction(house, made.stay_id))
    assert (sized.code, set(sized.fields)) == ("reduction_size_missing", {"months"})
    late = replace(reduction(house, made.stay_id, months=3), on=TODAY + timedelta(days=1))
    assert house.refused(record_reduction, late).code == "event_in_future"
