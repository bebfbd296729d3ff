"""Giấy tờ của người ghi: whoever is at the gate writes an escape and its paper down; the head adds days."""

from datetime import date
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.types import EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.stored import is_recount_due
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.confirming import ConfirmPaper, confirm_paper
from facility_app.modules.stays.service.events import SettleEvent, settle_event
from facility_app.modules.stays.service.recounting import recount_after_upgrade
from facility_app.modules.stays.tables import Stay
from tests.modules.stays.house import PAPER, House, days

LEFT, BACK = date(2026, 10, 1), date(2026, 10, 11)
END = date(2028, 8, 1)
HEAD = (Role.HEAD,)
CHECKED = "đã đối chiếu bản chính"


def to_confirm(house: House, stay_id: str, reason: str = CHECKED) -> ConfirmPaper:
    event = house.event(stay_id, EventKind.ESCAPE)
    return ConfirmPaper(event.event_id, event.version, reason)


def fled(house: House, by: Role, **paper: Any) -> str:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, LEFT, by=(by,), **paper)
    house.move(presence.take_back, stay_id, BACK, by=(Role.GUARD,))
    return stay_id


def test_a_paper_typed_by_whoever_is_at_the_gate_adds_no_day_until_the_head_confirms_it(house: House) -> None:
    stay_id = fled(house, Role.GUARD, **PAPER)
    assert house.stay(stay_id).expected_end_on == END
    (line,) = [one for one in house.answer(stay_id).ledger if one.kind is EventKind.ESCAPE]
    assert line.effect in {Effect.SERVED, Effect.REMAINING}
    assert "người đứng đầu cơ sở xác nhận" in line.note
    assert "Đ109.3" in line.article
    assert line.paper is not None
    (owed,) = house.tasks(stay_id)["paper_confirmation"]
    assert owed.role == "HEAD"
    assert "event_paper" not in house.tasks(stay_id)
    command = to_confirm(house, stay_id)
    for role in (Role.CLERK, Role.GUARD, Role.TEAM_OFFICER):
        assert house.refused(confirm_paper, command, by=(role,)).code == "permission_denied"
    assert house.refused(confirm_paper, to_confirm(house, stay_id, " "), by=HEAD).code == "reason_missing"
    assert house.write(confirm_paper, command, by=HEAD).expected_end_on == END + days(10)
    assert "paper_confirmation" not in house.tasks(stay_id)
    again = house.refused(confirm_paper, to_confirm(house, stay_id), by=HEAD)
    assert again.code == "nothing_to_confirm"


def test_that_somebody_is_gone_is_written_down_at_once_whoever_confirms_the_paper(house: House) -> None:
    stay_id = house.admit().stay_id
    told = house.move(presence.record_escape, stay_id, LEFT, by=(Role.GUARD,), **PAPER)
    assert house.stay(stay_id).presence is PresenceState.ESCAPED
    assert "paper_unconfirmed" in [one.code for one in told.findings]


def test_the_clerk_prepares_the_paper_of_an_escape_and_the_head_confirms_it(house: House) -> None:
    stay_id = fled(house, Role.GUARD)
    (asked,) = house.tasks(stay_id)["event_paper"]
    assert asked.role == "CLERK"
    event = house.event(stay_id, EventKind.ESCAPE)
    prepared = SettleEvent(event.event_id, event.version, event.from_on, event.to_on, *PAPER.values())
    after = house.write(settle_event, prepared, by=(Role.CLERK,))
    assert after.expected_end_on == END
    assert "event_paper" not in house.tasks(stay_id)
    assert [one.role for one in house.tasks(stay_id)["paper_confirmation"]] == ["HEAD"]
    assert house.write(confirm_paper, to_confirm(house, stay_id), by=HEAD).expected_end_on == END + days(10)


def test_another_paper_in_place_of_a_confirmed_one_waits_for_the_head_anew(house: House) -> None:
    stay_id = fled(house, Role.HEAD, **PAPER)
    assert house.stay(stay_id).expected_end_on == END + days(10)
    event = house.event(stay_id, EventKind.ESCAPE)
    same = SettleEvent(event.event_id, event.version, event.from_on, event.to_on, *PAPER.values())
    assert house.write(settle_event, same, by=(Role.CLERK,)).expected_end_on == END + days(10)
    event = house.event(stay_id, EventKind.ESCAPE)
    other = SettleEvent(event.event_id, event.version, event.from_on, event.to_on, "99/QĐ-CSCN", LEFT)
    assert house.write(settle_event, other, by=(Role.CLERK,)).expected_end_on == END
    assert house.event(stay_id, EventKind.ESCAPE).is_unconfirmed


def test_no_paper_confirmed_when_the_term_was_over_revives_it_unless_it_was_issued_before(house: House) -> None:
    late = fled(house, Role.GUARD, paper_number="9", paper_on=BACK)
    house.at(END + days(3))
    assert house.write(confirm_paper, to_confirm(house, late), by=HEAD).expected_end_on == END + days(10)
    after_end = house.admit().stay_id
    house.move(
        presence.record_escape,
        after_end,
        END - days(9),
        by=(Role.GUARD,),
        paper_number="9",
        paper_on=END + days(2),
    )
    house.move(presence.take_back, after_end, END + days(1), by=(Role.GUARD,))
    assert house.stay(after_end).leave_by == END
    refusal = house.refused(confirm_paper, to_confirm(house, after_end), by=HEAD)
    assert (refusal.code, set(refusal.fields)) == ("paper_after_end", {"paper_on"})


def test_an_escape_under_management_takes_nothing_off_the_credit_until_its_paper_is_confirmed(
    house: House,
) -> None:
    held = house.admit(StayType.TEMPORARY)
    house.move(presence.record_escape, held.stay_id, date(2027, 1, 4), by=(Role.GUARD,), **PAPER)
    house.move(presence.take_back, held.stay_id, date(2027, 1, 9), by=(Role.GUARD,))
    served = house.answer(held.stay_id).served_days
    house.write(confirm_paper, to_confirm(house, held.stay_id), by=HEAD)
    assert house.answer(held.stay_id).served_days == served - 5


def test_after_a_step_of_the_file_that_lets_papers_wait_everybody_is_counted_anew_once(house: House) -> None:
    house.admit()
    assert not house.read(is_recount_due, "0019", by=HEAD)
    stay_id = fled(house, Role.GUARD, **PAPER)
    with house.facility.database.write(house.facility.actor(Role.HEAD)) as uow:
        with uow.act("stays.set_term", reason="như bản cũ"):
            uow.get(Stay, stay_id).expected_end_on = END + days(10)
        uow.commit()
    assert house.read(is_recount_due, "0019", by=HEAD)
    assert house.write(recount_after_upgrade, "0019", by=HEAD) == 1
    assert house.stay(stay_id).expected_end_on == END
    assert house.tasks(stay_id)["paper_confirmation"]
    assert not house.read(is_recount_due, "0019", by=HEAD)
    assert house.read(is_recount_due, "0020", by=HEAD)
