"""Every verb and query of the slice against every role; the right is asked for before what the file has."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.absences import domain
from facility_app.modules.absences.domain.cases import Ground, Relief
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import Way
from facility_app.modules.absences.domain.funeral import Mourned
from facility_app.modules.absences.papers import dossier, pack, sheets
from facility_app.modules.absences.queries import cases, choices, doings, owed, person, stored
from facility_app.modules.absences.service import (
    asking,
    deciding,
    dying,
    escorts,
    going,
    packs,
    returning,
    ruling,
    searching,
    steps,
)
from facility_app.modules.stays import api as stays
from tests.helpers.rights import Call, public_functions
from tests.modules.absences.away import FORMS, HEAD, House, back, to_transit
from tests.modules.absences.away import case as case_of

READS = (cases, choices, doings, owed, person, stored, sheets, pack, dossier)
WRITES = (asking, deciding, dying, escorts, going, packs, returning, ruling, searching, steps)
INSIDE = {"put_escort"}
"""Called within a verb, which has asked."""
NOBODY = "0" * 32


def may(name: str) -> frozenset[Role]:
    """The roles that hold this permission of the slice."""
    roles: frozenset[Role] = getattr(domain, name).roles
    return roles


def asked(name: str, roles: frozenset[Role], run: Callable[..., object], *arguments: Any) -> Call:
    """A call about what the file does not have: whoever may is told so, everybody else is refused before."""

    def call(uow: UnitOfWork) -> object:
        try:
            return run(uow, *arguments)
        except (UserError, ConflictError):
            return None

    return Call(name, roles, call)


VIEW, KEEP = may("VIEW_ABSENCES"), may("KEEP_CASES")
DECIDE, HEALTH = may("DECIDE_ABSENCES"), may("READ_HEALTH")
LEAVING, MISSING, BACK = may("LET_GO"), may("REPORT_MISSING"), may("RECEIVE_BACK")
MOVING, ENDING, RULED = may("SEND_ELSEWHERE"), may("CLOSE_STAYS"), may("RECORD_RULINGS")
HELD = going.RecordHeld(NOBODY, 1, "Công an xã")
APPLICATION = asking.ReceiveApplication(NOBODY, Mourned.CHILD, "Mai", "vợ", None, None, None)
RELIEF = asking.ProposeRelief(NOBODY, Relief.EXEMPTION, Ground.PREGNANT, "TAND", "giấy")
RULING = ruling.RecordRuling(NOBODY, 1, is_granted=True, number="1", dated_on=None, authority="TAND")
CALLS = (
    asked("get_case", VIEW, cases.get_case, NOBODY),
    asked("list_cases_of", VIEW, cases.list_cases_of, NOBODY),
    asked("list_case_ids", VIEW, cases.list_case_ids, Look()),
    asked("list_case_rows", VIEW, cases.list_case_rows, [NOBODY]),
    asked("find_cases", VIEW, cases.find_cases, ""),
    asked("find_people", VIEW, choices.find_people, "duc"),
    asked("find_person", VIEW, choices.find_person, NOBODY),
    asked("find_open_stay", VIEW, choices.find_open_stay, NOBODY),
    asked("read_imprint", VIEW, choices.read_imprint),
    asked("list_unfollowed", VIEW, stored.list_unfollowed),
    asked("list_doings", VIEW, doings.list_doings, NOBODY),
    asked("list_owed", VIEW, owed.list_owed, NOBODY),
    asked("get_escort", VIEW, doings.get_escort, NOBODY),
    asked("read_person", VIEW, person.read_person, NOBODY),
    asked("may_sign", VIEW, person.may_sign),
    asked("open_cases_of", VIEW, stored.open_cases_of, NOBODY),
    asked("away_case_of", VIEW, stored.away_case_of, NOBODY),
    asked("list_paper", VIEW, sheets.list_paper, ()),
    asked("escort_paper", VIEW, sheets.escort_paper, NOBODY),
    asked("photos_of", VIEW, sheets.photos_of, NOBODY),
    asked("alarm_paper", VIEW, pack.alarm_paper, NOBODY),
    asked("death_paper", VIEW, dossier.death_paper, NOBODY),
    asked("take_pack", KEEP, packs.take_pack, NOBODY, FORMS),
    asked("take_dossier", KEEP, packs.take_dossier, NOBODY),
    asked("receive_application", KEEP, asking.receive_application, APPLICATION, FORMS),
    asked("receive_request", KEEP, asking.receive_request, asking.ReceiveRequest(NOBODY, "1", None, "A", "b")),
    asked("propose_relief", may("PROPOSE_RELIEF"), asking.propose_relief, RELIEF, FORMS),
    asked("withdraw_case", KEEP, asking.withdraw_case, asking.WithdrawCase(NOBODY, 1, "rút đơn")),
    asked("allow_case", DECIDE, deciding.allow_case, deciding.AllowCase(NOBODY, 1), FORMS),
    asked("refuse_case", DECIDE, deciding.refuse_case, deciding.RefuseCase(NOBODY, 1, "thiếu giấy")),
    asked("extend_case", KEEP, deciding.extend_case, deciding.ExtendCase(NOBODY, 1, None)),
    asked("record_death", ENDING, dying.record_death, dying.RecordDeath(NOBODY, 1)),
    asked(
        "order_escort", KEEP, escorts.order_escort, escorts.OrderEscort(NOBODY, Way.OUT, escorts.Escorting("Sỹ"))
    ),
    asked("record_handover", KEEP, escorts.record_handover, escorts.RecordHandover(NOBODY, 1, "bác sĩ")),
    asked("record_examined", KEEP, steps.record_examined, NOBODY, datetime.now(UTC)),
    asked("send_to_hospital", LEAVING, going.send_to_hospital, going.SendToHospital(NOBODY, 1, "BV")),
    asked("depart", LEAVING, going.depart, going.Depart(NOBODY, 1), FORMS),
    asked("record_remand", LEAVING, going.record_remand, HELD),
    asked("record_prison", LEAVING, going.record_prison, HELD),
    asked("start_transfer", MOVING, going.start_transfer, HELD),
    asked("take_back", BACK, returning.take_back, returning.TakeBack(NOBODY, 1), FORMS),
    asked("finish_transfer", ENDING, returning.finish_transfer, returning.FinishTransfer(NOBODY, 1)),
    asked("record_ruling", RULED, ruling.record_ruling, RULING),
    asked("record_escape", MISSING, searching.record_escape, searching.RecordEscape(NOBODY, 1), FORMS),
    asked("order_search", DECIDE, searching.order_search, searching.OrderSearch(NOBODY, 1), FORMS),
    asked("record_left", MISSING, searching.record_left, searching.RecordLeft(NOBODY)),
    asked("end_left", ENDING, searching.end_left, searching.EndLeft(NOBODY, 1)),
    asked("record_step", KEEP, steps.record_step, steps.RecordStep(NOBODY, Step.OTHER)),
    asked("strike_step", KEEP, steps.strike_step, steps.StrikeStep(NOBODY, "ghi nhầm")),
    asked("write_cause", HEALTH, steps.write_cause, steps.WriteCause(NOBODY, 1, "sốt")),
)


@pytest.mark.parametrize(
    ("own", "of_the_stay"),
    [
        (LEAVING, stays.RECORD_ABSENCE.roles),
        (MISSING, stays.RECORD_ESCAPE.roles),
        (MOVING, stays.TRANSFER.roles),
        (ENDING, stays.RELEASE.roles),
        (RULED, stays.SUSPEND.roles & stays.RELEASE.roles),
        (BACK, stays.TAKE_BACK.roles | stays.TRANSFER.roles),
        (may("PROPOSE_RELIEF"), DECIDE & HEALTH),
    ],
)
def test_a_deed_is_for_whoever_keeps_cases_and_may_move_the_stay_so(
    own: frozenset[Role], of_the_stay: frozenset[Role]
) -> None:
    assert own == KEEP & of_the_stay


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} | INSIDE == public_functions(*READS, *WRITES)


def test_a_role_may_what_the_table_says_and_no_more(house: House) -> None:
    # The account of the tests is the head's on the staff: whoever decides under it signs. One transaction a role:
    # nothing these calls ask about is in the file, so none of them writes.
    for role in Role:
        with house.database.write(house.actor(role)) as uow:
            raw: Any = uow.session.connection().connection.driver_connection
            before = raw.total_changes
            for call in CALLS:
                assert _is_let_through(call, uow) is (role in call.roles), (role, call.name)
            assert (raw.total_changes, len(uow.session.new)) == (before, 0), role


def _is_let_through(call: Call, uow: UnitOfWork) -> bool:
    try:
        call.run(uow)
    except PermissionDenied:
        return False
    return True


@pytest.mark.parametrize(
    ("role", "is_allowed"), [(Role.TEAM_OFFICER, False), (Role.GUARD, False), (Role.CLERK, True)]
)
def test_a_transfer_is_called_off_by_whoever_may_transfer(
    house: House, stay: str, role: Role, *, is_allowed: bool
) -> None:
    one = to_transit(house, stay)
    if is_allowed:
        back(house, one, by=(role,))
        assert case_of(house, one).back_at is not None
        return
    wish = returning.TakeBack(one, case_of(house, one).version)
    assert house.refused(returning.take_back, wish, FORMS, by=(role,)).code == "permission_denied"
    assert case_of(house, one, by=HEAD).back_at is None
