"""Each absence out and back: presence, term, tasks and papers move together."""

from datetime import date
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.absences.domain.cases import CaseKind, CaseState, Ground, Relief
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import PaperPart, Way
from facility_app.modules.absences.domain.funeral import Mourned
from facility_app.modules.absences.queries.cases import list_case_ids
from facility_app.modules.absences.queries.doings import list_doings
from facility_app.modules.absences.service.asking import (
    ProposeRelief,
    ReceiveRequest,
    WithdrawCase,
    propose_relief,
    receive_request,
    withdraw_case,
)
from facility_app.modules.absences.service.deciding import (
    AllowCase,
    ExtendCase,
    RefuseCase,
    allow_case,
    extend_case,
    refuse_case,
)
from facility_app.modules.absences.service.dying import RecordDeath, record_death
from facility_app.modules.absences.service.escorts import Escorting
from facility_app.modules.absences.service.going import (
    Depart,
    RecordHeld,
    SendToHospital,
    depart,
    record_remand,
    send_to_hospital,
    start_transfer,
)
from facility_app.modules.absences.service.keeping import require_signer
from facility_app.modules.absences.service.minutes import Minutes
from facility_app.modules.absences.service.returning import FinishTransfer, TakeBack, finish_transfer, take_back
from facility_app.modules.absences.service.ruling import RecordRuling, record_ruling
from facility_app.modules.absences.service.searching import (
    EndLeft,
    OrderSearch,
    RecordEscape,
    RecordLeft,
    end_left,
    order_search,
    record_escape,
    record_left,
)
from facility_app.modules.absences.service.steps import RecordStep, record_step
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.api import (
    CountsAs,
    EventKind,
    ExitCode,
    Move,
    PresenceState,
    StayType,
    explain_stay,
    get_stay,
    list_events,
)
from facility_app.modules.stays.api import send_to_hospital as arrow
from tests.helpers.probe import rows
from tests.modules.absences.away import (
    CLERK,
    FORMS,
    GATE,
    HEAD,
    TODAY,
    House,
    allowed,
    applied,
    back,
    case,
    cases,
    moment,
    mourning,
    of_kind,
    person,
    presence,
    tasks,
    to_transit,
)

HOA = Person(name="Trần Văn Hòa", sex=Sex.MALE, birth_on=date(1991, 2, 3))
NEXT_DAY = date(2026, 8, 4)


def to_hospital(house: House, stay: str, **more: Any) -> str:
    command = SendToHospital(person(house, stay), house.stay(stay).version, "Bệnh viện Đa khoa Hà Đông", **more)
    return house.write(send_to_hospital, command, by=HEAD).case_id


def test_a_hospital_stay_moves_presence_term_and_tasks_and_the_reason_stays_behind_its_wall(
    house: House, stay: str
) -> None:
    one = to_hospital(
        house,
        stay,
        due_back_on=NEXT_DAY,
        cause="sốt cao",
        escort=Escorting("Trần Văn Sỹ\nLê Văn Mạnh", "29A-123.45"),
    )
    assert presence(house, stay) is PresenceState.HOSPITAL
    assert tasks(house) == {"told_family", "told_province", "return"}
    assert case(house, one).cause == "sốt cao"
    assert case(house, one, by=GATE).cause is None
    (escort,) = house.read(list_doings, one, by=GATE).escorts
    assert (escort.way, escort.officers, escort.vehicle) == (Way.OUT, "Trần Văn Sỹ\nLê Văn Mạnh", "29A-123.45")
    house.write(record_step, RecordStep(one, Step.TOLD_FAMILY, "bố", "điện thoại"), by=CLERK)
    assert tasks(house) == {"told_province", "return"}
    assert not case(house, one).is_overdue
    house.at(date(2026, 8, 5))
    assert case(house, one).is_overdue
    assert house.read(list_case_ids, Look(filters={"state": "overdue"}), by=GATE) == (one,)
    told = back(house, one, by=GATE)
    province, check = "báo cáo Công an cấp tỉnh (trước 04/08 09:00)", "khám người vừa trở lại (trước 06/08 09:00)"
    assert told.notices == ("Trở lại sau hạn 04/08/2026 23:59.", f"Còn phải làm: {province}; {check}.")
    assert presence(house, stay) is PresenceState.INSIDE
    assert (case(house, one).state, case(house, one).is_overdue) == (CaseState.BACK, False)
    assert tasks(house) == {"told_province", "health_check"}
    assert house.read(list_case_ids, Look(filters={"state": "overdue"}), by=GATE) == ()
    (event,) = [each for each in house.read(list_events, stay) if each.kind is EventKind.HOSPITAL]
    assert (event.from_on, event.to_on) == (TODAY, date(2026, 8, 5))


def test_a_funeral_is_asked_decided_within_a_day_left_with_minutes_and_followed_by_two_tests(
    house: House, stay: str
) -> None:
    asked = applied(house, stay)
    assert tasks(house) == {"decide"}
    made = house.write(allow_case, AllowCase(asked.case_id, asked.version), FORMS, by=HEAD)
    assert tasks(house) == set()
    house.at(NEXT_DAY)
    minutes = Minutes("Nguyễn Văn Bình")
    gone = house.write(depart, Depart(made.case_id, made.version, minutes=minutes), FORMS, by=CLERK)
    assert presence(house, stay) is PresenceState.FUNERAL
    assert tasks(house) == {"return"}
    house.at(date(2026, 8, 6), 16)
    told = back(house, gone.case_id, minutes=minutes)
    assert told.notices == (
        "Còn phải làm: khám người vừa trở lại (trước 07/08 16:00); kiểm tra tình trạng sử dụng ma túy (trước "
        "07/08 16:00).",
    )
    assert tasks(house) == {"health_check", "drug_test"}
    doings = house.read(list_doings, gone.case_id, by=HEAD)
    assert [(one.part, one.form_id) for one in doings.papers] == [
        (PaperPart.DECISION, "V-49"),
        (PaperPart.MINUTES_OUT, "V-23"),
        (PaperPart.MINUTES_BACK, "V-23"),
    ]
    (event,) = [each for each in house.read(list_events, stay) if each.kind is EventKind.FUNERAL]
    assert event.paper_number == doings.papers[0].number
    assert rows(house.database, "SELECT form_id FROM received_paper") == [("V-48",)]


def test_a_funeral_overstayed_is_red_by_itself_and_becomes_a_search_the_head_signs(
    house: House, stay: str
) -> None:
    house.at(NEXT_DAY)
    gone = mourning(house, stay)
    early = RecordEscape(person(house, stay), house.stay(stay).version)
    told = house.refused(record_escape, early, FORMS, by=HEAD)
    assert "Đ121.4" in told.message
    house.at(date(2026, 8, 7), 9)
    assert case(house, gone.case_id).is_overdue
    late = RecordEscape(person(house, stay), house.stay(stay).version, is_searched=True)
    searched = house.write(record_escape, late, FORMS, by=HEAD)
    assert presence(house, stay) is PresenceState.ESCAPED
    assert case(house, gone.case_id).state is CaseState.GONE_ON
    assert case(house, searched.case_id).left_at == moment(date(2026, 8, 7), 0)
    (event,) = [each for each in house.read(list_events, stay) if each.kind is EventKind.OVERSTAY]
    assert event.paper_number == case(house, searched.case_id).decision_number
    house.at(date(2026, 8, 10))
    before = date(2026, 9, 1)
    back(house, searched.case_id)
    answer = house.read(explain_stay, stay, None, by=HEAD)
    assert (answer.added_days, answer.expected_end_on) == (3, date(2026, 9, 4))
    assert answer.expected_end_on is not None
    assert answer.expected_end_on > before


def test_an_escape_and_its_return_recompute_the_term_only_with_v43(house: House, stay: str) -> None:
    missed = RecordEscape(person(house, stay), house.stay(stay).version, place="khu B", looks="áo xanh")
    made = house.write(record_escape, missed, FORMS, by=GATE)
    assert presence(house, stay) is PresenceState.ESCAPED
    assert tasks(house) == {"search"}
    house.write(record_step, RecordStep(made.case_id, Step.TOLD_COMMUNE, "Công an phường Hoàn Kiếm"), by=CLERK)
    search = OrderSearch(made.case_id, case(house, made.case_id).version)
    assert house.refused(order_search, search, FORMS, by=GATE).code == "permission_denied"
    house.write(order_search, search, FORMS, by=HEAD)
    assert tasks(house) == set()
    again = OrderSearch(made.case_id, case(house, made.case_id).version)
    assert house.refused(order_search, again, FORMS, by=HEAD).code == "searched_already"
    house.at(date(2026, 8, 13))
    back(house, made.case_id)
    answer = house.read(explain_stay, stay, None, by=HEAD)
    assert answer.added_days == 10
    assert presence(house, stay) is PresenceState.INSIDE


def test_a_body_asks_the_head_allows_it_is_extended_and_comes_back_with_minutes(house: House, stay: str) -> None:
    request = ReceiveRequest(
        person(house, stay), "15/YC", TODAY, "Cơ quan CSĐT Công an Hà Nội", "lấy lời khai", until=NEXT_DAY
    )
    asked = house.write(receive_request, request, by=CLERK)
    assert house.refused(receive_request, request, by=CLERK).code == "asked_already"
    early = Depart(asked.case_id, asked.version)
    assert house.refused(depart, early, FORMS, by=CLERK).code == "not_allowed_yet"
    made = house.write(allow_case, AllowCase(asked.case_id, asked.version), FORMS, by=HEAD)
    officer = Minutes("Hoàng Văn Thái", "Điều tra viên", condition="bình thường")
    gone = house.write(depart, Depart(made.case_id, made.version, minutes=officer), FORMS, by=CLERK)
    assert presence(house, stay) is PresenceState.PROCEEDINGS
    no_paper = ExtendCase(gone.case_id, gone.version, date(2026, 8, 10))
    assert "Đ111.3" in house.refused(extend_case, no_paper, by=CLERK).message
    with_paper = ExtendCase(gone.case_id, gone.version, date(2026, 8, 10), "20/GH", TODAY, "Cơ quan CSĐT")
    house.write(extend_case, with_paper, by=CLERK)
    house.at(date(2026, 8, 9))
    assert not case(house, gone.case_id).is_overdue
    back(house, gone.case_id, minutes=officer, by=CLERK)
    forms = [one.form_id for one in house.read(list_doings, gone.case_id, by=HEAD).papers]
    assert forms == ["V-47", "V-42", "V-42"]
    assert tasks(house) == set()


def test_a_suspension_waits_for_the_court_and_an_exemption_lets_out(house: House, stay: str) -> None:
    wish = ProposeRelief(
        person(house, stay),
        Relief.SUSPENSION,
        Ground.SEVERE_ILLNESS,
        "Tòa án nhân dân khu vực 1 – Hà Nội",
        "Giấy xác nhận của Bệnh viện",
    )
    asked = house.write(propose_relief, wish, FORMS, by=HEAD)
    assert case(house, asked.case_id, by=CLERK).ground is None
    ruled = RecordRuling(asked.case_id, asked.version, True, "9/QĐ-TA", TODAY, "TAND khu vực 1", destination="nhà")
    gone = house.write(record_ruling, ruled, by=CLERK)
    assert presence(house, stay) is PresenceState.SUSPENDED
    assert "told_family" in tasks(house)
    back(house, gone.case_id)
    mild = ProposeRelief(person(house, stay), Relief.EXEMPTION, Ground.SEVERE_ILLNESS, "Tòa án", "giấy")
    assert house.refused(propose_relief, mild, FORMS, by=HEAD).code == "ground_wrong"
    wish = ProposeRelief(person(house, stay), Relief.EXEMPTION, Ground.CRITICAL_ILLNESS, "Tòa án", "giấy")
    asked = house.write(propose_relief, wish, FORMS, by=HEAD)
    ruled = RecordRuling(asked.case_id, asked.version, True, "10/QĐ-TA", TODAY, "TAND khu vực 1")
    house.write(record_ruling, ruled, by=CLERK)
    assert house.read(_exit_code, stay, by=HEAD) is ExitCode.EXEMPT_ILLNESS
    assert case(house, asked.case_id).state is CaseState.OUT


def _exit_code(uow: UnitOfWork, stay: str) -> object:
    return get_stay(uow, stay).exit_code


def test_a_remand_keeps_the_end_open_until_the_head_decides(house: House, stay: str) -> None:
    command = RecordHeld(
        person(house, stay), house.stay(stay).version, "Công an quận Hà Đông", number="3/L", dated_on=TODAY
    )
    held = house.write(record_remand, command, by=GATE)
    house.at(date(2026, 8, 6))
    back(house, held.case_id, counts_as=CountsAs.ADDED, reason="theo văn bản trả lời")
    assert presence(house, stay) is PresenceState.INSIDE
    assert house.read(explain_stay, stay, None, by=HEAD).added_days == 3


def test_a_transfer_is_called_off_or_ends_the_stay(house: House, stay: str) -> None:
    back(house, to_transit(house, stay))
    assert presence(house, stay) is PresenceState.INSIDE
    second = to_transit(house, stay)
    house.write(finish_transfer, FinishTransfer(second, case(house, second).version), by=CLERK)
    assert house.read(_exit_code, stay, by=HEAD) is ExitCode.TRANSFER_FACILITY
    assert case(house, second).state is CaseState.OUT


def test_a_death_opens_its_dossier_with_what_the_law_asks_for(house: House, stay: str) -> None:
    one = to_hospital(house, stay)
    command = RecordDeath(person(house, stay), house.stay(stay).version, place="Bệnh viện", cause="suy hô hấp")
    made = house.write(record_death, command, by=HEAD)
    assert case(house, one).state is CaseState.OUT
    assert case(house, made.case_id, by=CLERK).cause is None
    notices = {"told_investigation", "told_procuracy", "told_health_body", "told_relatives"}
    assert notices | {"death_minutes", "burial"} <= tasks(house)
    house.write(record_step, RecordStep(made.case_id, Step.TOLD_PROCURACY, "VKSND khu vực 5"), by=CLERK)
    assert "told_procuracy" not in tasks(house)


def test_a_voluntary_resident_is_never_searched_for_but_ends_the_stay_by_leaving(house: House) -> None:
    stay = house.admit(StayType.VOLUNTARY_PUBLIC, HOA, end_on=date(2026, 12, 1), months=12)
    escape = RecordEscape(person(house, stay), house.stay(stay).version)
    told = house.refused(record_escape, escape, FORMS, by=HEAD)
    assert (told.code, "không truy tìm" in told.message) == ("escape_of_voluntary", True)
    left = house.write(record_left, RecordLeft(person(house, stay)), by=GATE)
    assert presence(house, stay) is PresenceState.INSIDE
    early = EndLeft(left.case_id, left.version)
    assert house.refused(end_left, early, by=HEAD).code == "not_self_terminated"
    house.at(date(2026, 8, 6))
    assert case(house, left.case_id).is_overdue
    house.write(end_left, EndLeft(left.case_id, left.version), by=HEAD)
    assert house.read(_exit_code, stay, by=HEAD) is ExitCode.SELF_TERMINATED
    held = house.stay(stay)
    assert held.exited_on == date(2026, 8, 5)


def test_what_cannot_be_is_refused_with_its_article_and_a_way_on(house: House, stay: str) -> None:
    with pytest.raises(UserError, match=r"Đ121\.1"):
        applied(house, stay, mourned=Mourned.OTHER)
    with pytest.raises(UserError, match=r"6 ngày, tối đa 5"):
        applied(house, stay, leave_to=date(2026, 8, 9))
    asked = applied(house, stay, leave_to=date(2026, 8, 9), travel_days=1)
    refusal = RefuseCase(asked.case_id, asked.version, "gia đình rút đơn")
    house.write(refuse_case, refusal, by=HEAD)
    assert case(house, asked.case_id).state is CaseState.REFUSED
    one = to_hospital(house, stay, happened_at=moment(TODAY, 8))
    version = case(house, one).version
    future = TakeBack(one, version, moment(date(2026, 8, 9)))
    assert house.refused(take_back, future, FORMS, by=HEAD).code == "back_in_future"
    too_early = TakeBack(one, version, moment(TODAY, 7))
    assert "đứng trước lúc đi" in house.refused(take_back, too_early, FORMS, by=HEAD).message
    held = RecordHeld(person(house, stay), house.stay(stay).version, "Cơ sở số 2")
    house.write(start_transfer, held, by=CLERK)
    second = SendToHospital(person(house, stay), house.stay(stay).version, "Bệnh viện")
    assert house.refused(send_to_hospital, second, by=HEAD).code == "away_already"


def test_an_arrow_taken_on_the_page_of_the_stay_has_its_case_too(house: House, stay: str) -> None:
    house.write(arrow, Move(stay, house.stay(stay).version), by=HEAD)
    one = of_kind(house, stay, CaseKind.HOSPITAL)
    assert one.state is CaseState.AWAY
    back(house, one.case_id)
    made = allowed(house, stay)
    house.write(withdraw_case, WithdrawCase(made.case_id, made.version, "gia đình không đón"), by=CLERK)
    assert {each.state for each in cases(house, stay)} == {CaseState.BACK, CaseState.WITHDRAWN}


def test_a_decision_is_for_the_head_or_whoever_signs_today(house: House, stay: str) -> None:
    stranger = Actor("nobody", frozenset({Role.CLERK}), "may")
    with house.database.read(stranger) as uow, pytest.raises(PermissionDenied, match="người được giao ký"):
        require_signer(uow)
    house.read(require_signer, by=CLERK)
