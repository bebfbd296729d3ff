"""Liberty first: whatever is open, missing or late, people leave on the day, and what is missing follows them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.discharge.queries.cases import get_release
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.service.certificates import IssueCertificate, issue_certificate
from facility_app.modules.discharge.service.decisions import RecordPostRehab, record_post_rehab_decision
from facility_app.modules.discharge.service.releasing import Release, Released, release
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.presence import (
    HAND_OVER_FOR_PROCEEDINGS,
    LET_GO_TO_FUNERAL,
    SEND_TO_HOSPITAL,
)
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType
from facility_app.modules.stays.queries.detail import explain_stay
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.admission import ConvertTemporary, convert_temporary
from facility_app.modules.stays.service.presence import Move
from facility_app.modules.tasks.tables import Task
from tests.modules.discharge.leaving import BY_COURT, COURT, FORMS, MINOR, House

END = date(2026, 9, 1)
PAPER = ("31/QĐ-TA", date(2026, 8, 3))
AWAY = {
    SEND_TO_HOSPITAL: presence.send_to_hospital,
    HAND_OVER_FOR_PROCEEDINGS: presence.hand_over_for_proceedings,
    LET_GO_TO_FUNERAL: presence.let_go_to_funeral,
}


def let_go(house: House, stay: str, exit_code: ExitCode | None = None, **more: object) -> Released:
    command = Release(stay, house.stay(stay).version, exit_code)
    return house.write(release, replace(command, **more))  # type: ignore[arg-type]  # fields of the command


def open_tasks(house: House, stay: str, prefix: str = "discharge.after.") -> set[str]:
    def ask(uow: UnitOfWork) -> set[str]:
        wanted = sa.select(Task.kind).where(
            Task.subject_id == stay, Task.kind.startswith(prefix), Task.status == "open"
        )
        return {kind.removeprefix(prefix) for kind in uow.session.scalars(wanted)}

    return house.read(ask)


@pytest.mark.parametrize("verb", sorted(AWAY))
def test_who_is_outside_on_the_last_day_leaves_from_there(house: House, verb: str) -> None:
    stay = house.admit()
    house.at(date(2026, 8, 30))
    house.write(
        AWAY[verb],
        Move(stay, house.stay(stay).version, paper_number="5", paper_on=date(2026, 8, 30)),
        by=(Role.HEAD, Role.CLERK),
    )
    house.at(END)
    assert house.stay(stay).leave_by == END
    assert not any(one.stops_exit for one in house.read(gate, stay))
    let_go(house, stay)
    assert house.stay(stay).presence is PresenceState.OUT


def test_a_late_decision_on_after_care_keeps_nobody_and_follows_as_work(house: House) -> None:
    stay = house.admit()
    house.at(END)
    let_go(house, stay)
    assert "post_rehab" in open_tasks(house, stay)
    house.at(END + timedelta(days=3))
    late = RecordPostRehab(stay, 0, "90", END + timedelta(days=2), "Chủ tịch UBND phường Hoàn Kiếm", 24)
    house.write(record_post_rehab_decision, late)
    assert "post_rehab" not in open_tasks(house, stay)


def test_a_decision_annulled_lets_go_the_same_day_with_everything_open(house: House) -> None:
    stay = house.admit(end_on=date(2027, 6, 1))
    number, day = PAPER
    let_go(house, stay, ExitCode.DECISION_ANNULLED, paper_number=number, paper_on=day)
    left = house.stay(stay)
    assert (left.exited_on, left.exit_code) == (date(2026, 8, 3), ExitCode.DECISION_ANNULLED)
    assert open_tasks(house, stay) == {"belongings"}


def test_a_credit_with_an_escape_inside_gives_the_day_the_release_goes_by(house: House) -> None:
    held = house.admit(StayType.TEMPORARY, end_on=None)
    house.at(date(2026, 7, 25))
    away = Move(held, house.stay(held).version, paper_number="9/QĐ-CSCN", paper_on=date(2026, 7, 25))
    house.at(date(2026, 7, 25), 10)
    house.write(presence.record_escape, away, by=(Role.HEAD, Role.CLERK))
    house.at(date(2026, 7, 28))
    house.write(presence.take_back, Move(held, house.stay(held).version), by=(Role.HEAD,))
    house.at(date(2026, 8, 3))
    turned = ConvertTemporary(
        held,
        house.stay(held).version,
        StayType.COMPULSORY_ADULT,
        AdmissionReason.NOT_REGISTERED,
        date(2026, 8, 3),
        replace(BY_COURT, authority=COURT, issued_on=date(2026, 8, 1), decided_months=24),
        reason="hồ sơ của phép thử",
    )
    made = house.write(convert_temporary, turned, by=(Role.HEAD, Role.CLERK, Role.INTAKE))
    answer = house.read(explain_stay, made.stay_id)
    held_days = (date(2026, 8, 3) - house.stay(held).term_start_on).days
    assert answer.credited_days == held_days - 3
    assert made.expected_end_on == date(2028, 8, 3) - timedelta(days=answer.credited_days)
    house.at(made.expected_end_on - timedelta(days=1), 0)
    house.write(issue_certificate, IssueCertificate(made.stay_id), FORMS)
    house.at(made.expected_end_on)
    let_go(house, made.stay_id)


def test_a_minor_who_turns_eighteen_with_three_months_left_moves_on_paper_or_leaves_on_the_day(
    house: House,
) -> None:
    born = date(2008, 9, 10)
    young = replace(MINOR, birth_on=born)
    end_on = date(2026, 12, 20)
    new = LegalRegime.L2025
    moves = house.admit(StayType.COMPULSORY_MINOR, young, end_on=end_on, legal_regime=new)
    house.at(date(2026, 9, 10))
    assert house.read(explain_stay, moves).transfer_required is True
    assert house.refused(release, Release(moves, house.stay(moves).version, ExitCode.TRANSFER_AGE18)).code == (
        "exit_paper_missing"
    )
    let_go(house, moves, ExitCode.TRANSFER_AGE18, paper_number="4/QĐ-C04", paper_on=date(2026, 9, 9))
    assert open_tasks(house, moves) == set()
    stays = house.admit(
        StayType.COMPULSORY_MINOR, replace(young, name="Trần Minh Quân"), end_on=end_on, legal_regime=new
    )
    house.at(end_on)
    let_go(house, stays)
    assert house.stay(stays).exited_on == end_on


def test_home_phases_end_with_their_certificate_whenever_they_are_done(house: House) -> None:
    stay = house.admit(StayType.HOME_PHASES_AT_FACILITY, end_on=None)
    told = house.refused(release, Release(stay, house.stay(stay).version))
    assert told.code == "exit_paper_missing"
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    let_go(house, stay)
    left = house.stay(stay)
    assert (left.exit_code, left.exited_on) == (ExitCode.HOME_PHASES_DONE, date(2026, 8, 3))
    assert house.read(get_release, stay).papers[0].number == made.number


def test_temporary_management_refused_by_the_court_ends_today(house: House) -> None:
    stay = house.admit(StayType.TEMPORARY, end_on=None)
    let_go(house, stay, ExitCode.COURT_REFUSED, paper_number="2/QĐ-TA", paper_on=date(2026, 8, 3))
    assert house.stay(stay).exited_on == date(2026, 8, 3)
    assert house.refused(issue_certificate, IssueCertificate(stay), FORMS).code == "no_certificate"


def test_temporary_management_without_a_court_decision_ends_without_any_paper(house: House) -> None:
    stay = house.admit(StayType.TEMPORARY, end_on=None)
    let_go(house, stay)
    assert house.stay(stay).exit_code is ExitCode.TEMP_RELEASED


def test_prison_ends_an_old_term_and_the_stay_with_it(house: House) -> None:
    stay = house.admit(legal_regime=LegalRegime.L2021, end_on=date(2026, 12, 1))
    number, day = PAPER
    let_go(house, stay, ExitCode.IMPRISONED, paper_number=number, paper_on=day)
    assert house.stay(stay).exit_code is ExitCode.IMPRISONED


def test_prison_under_the_new_law_leaves_the_remainder_and_the_stay_open(house: House) -> None:
    stay = house.admit(legal_regime=LegalRegime.L2025, end_on=date(2026, 12, 1), reason="luật mới")
    number, day = PAPER
    gone = Move(stay, house.stay(stay).version, paper_number=number, paper_on=day)
    house.write(presence.record_prison, gone, by=(Role.HEAD,))
    assert (house.stay(stay).is_open, house.stay(stay).leave_by) == (True, None)
    house.at(date(2026, 10, 3))
    house.write(presence.take_back, Move(stay, house.stay(stay).version), by=(Role.HEAD,))
    back = house.stay(stay)
    assert back.leave_by == date(2026, 12, 1) + (date(2026, 10, 3) - date(2026, 8, 3))


def test_whoever_lays_open_the_gate_after_the_day_sees_what_is_missing_but_no_stop(house: House) -> None:
    stay = house.admit()
    house.at(END + timedelta(days=5))
    items = house.read(gate, stay)
    assert {"certificate", "notice"} <= {one.code for one in items}
    assert [one.code for one in items if one.stops_exit] == []


@pytest.mark.parametrize(
    "code", [ExitCode.ESCAPED, ExitCode.OUT_HOSPITAL, ExitCode.SUSPENDED, ExitCode.IMPRISONED]
)
def test_an_absence_is_no_exit_and_ends_no_stay(house: House, code: ExitCode) -> None:
    stay = house.admit(legal_regime=LegalRegime.L2025, end_on=date(2026, 12, 1))
    number, day = PAPER
    command = Release(stay, house.stay(stay).version, code, paper_number=number, paper_on=day)
    assert house.refused(release, command).code == "term_pause_no_end"
    assert house.stay(stay).is_open
