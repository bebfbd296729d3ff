"""What was tried against absences: days turned round, decisions of others, people away before there were cases."""

from datetime import date, timedelta

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.paging import Look
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.absences.domain.cases import CaseKind, CaseState
from facility_app.modules.absences.queries.doings import list_doings
from facility_app.modules.absences.queries.stored import list_unfollowed
from facility_app.modules.absences.service.asking import (
    ReceiveRequest,
    WithdrawCase,
    receive_request,
    withdraw_case,
)
from facility_app.modules.absences.service.deciding import AllowCase, ExtendCase, allow_case, extend_case
from facility_app.modules.absences.service.following import take_up_absences
from facility_app.modules.absences.service.going import Depart, SendToHospital, depart, send_to_hospital
from facility_app.modules.absences.service.minutes import Minutes
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
from facility_app.modules.absences.tables import AbsenceExtension
from facility_app.modules.housing.queries.needs import list_bedless
from facility_app.modules.housing.queries.roll import get_strength
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.api import Move, StayType, let_go_to_funeral
from facility_app.modules.stays.api import take_back as arrow_back
from facility_app.modules.stays.queries.overview import find_overview
from facility_app.modules.stays.queries.roll import count_presence
from facility_app.modules.stays.queries.stays import list_stay_ids, list_stay_rows
from facility_app.modules.tasks.api import HomeFigures
from tests.helpers.probe import engine_of
from tests.modules.absences.away import (
    CLERK,
    FORMS,
    GATE,
    HEAD,
    TODAY,
    House,
    allowed,
    back,
    case,
    cases,
    moment,
    mourning,
    of_kind,
    person,
    presence,
    tasks,
)

HOA = Person(name="Trần Văn Hòa", sex=Sex.MALE, birth_on=date(1991, 2, 3))
DAY = timedelta(days=1)
OFFICER = Minutes("Hoàng Văn Thái", "Điều tra viên", condition="bình thường")


def forget_cases(house: House) -> None:
    """The file as it was before absences had cases."""
    with engine_of(house.file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("UPDATE absence_case SET voided_at = '2026-08-01', void_reason = 'chưa có'")
        connection.exec_driver_sql("DELETE FROM task")


def test_who_was_away_before_there_were_cases_gets_one_and_comes_back_by_it(house: House, stay: str) -> None:
    house.write(let_go_to_funeral, Move(stay, house.stay(stay).version), by=HEAD)
    forget_cases(house)
    assert cases(house, stay) == ()
    assert house.write(take_up_absences, by=CLERK) == 1
    assert house.write(take_up_absences, by=CLERK) == 0
    one = of_kind(house, stay, CaseKind.FUNERAL)
    assert (one.state, one.left_at) == (CaseState.AWAY, moment(TODAY, 0))
    assert one.event_id is not None
    house.at(TODAY + DAY)
    back(house, one.case_id)
    assert tasks(house) == {"health_check", "drug_test"}
    assert house.read(list_unfollowed, by=HEAD) == ()


def test_who_comes_back_on_the_page_of_the_stay_without_a_case_is_still_examined(house: House, stay: str) -> None:
    house.write(let_go_to_funeral, Move(stay, house.stay(stay).version), by=HEAD)
    forget_cases(house)
    house.write(arrow_back, Move(stay, house.stay(stay).version), by=HEAD)
    assert of_kind(house, stay, CaseKind.FUNERAL).state is CaseState.BACK
    assert tasks(house) == {"health_check", "drug_test"}


def counted(uow: UnitOfWork, resident_id: str) -> tuple[object, ...]:
    """What the morning shows: inside, away, the lists behind both, who has no bed, the card."""
    figures = {one.id: one.number for answer in uow.ask(HomeFigures(uow.now)) for one in answer}
    looks = ({"presence": "inside"}, {"state": "away"}, {"presence": "gone"})
    lists = [len(list_stay_ids(uow, Look(filters=one))) for one in looks]
    (row,) = list_resident_rows(uow, [resident_id])
    has_no_bed = resident_id in {one.resident_id for one in list_bedless(uow)}
    return figures["stays.inside"], figures["stays.away"], *lists, has_no_bed, row.status.value


def test_who_left_of_their_own_will_is_away_in_every_count_and_list_until_they_are_back_or_out(
    house: House,
) -> None:
    stay = house.admit(StayType.VOLUNTARY_PUBLIC, HOA, end_on=date(2026, 12, 1), months=12)
    who, here = person(house, stay), (2, 0, 2, 0, 0, True, "present")

    def strength() -> tuple[int, int, dict[str, int]]:
        found = house.read(get_strength, by=GATE)
        assert found.sums
        return found.whole.total, found.whole.present, dict(found.whole.away)

    assert (strength(), house.read(counted, who, by=GATE)) == ((2, 2, {}), here)
    early = RecordLeft(person(house, stay), moment(house.stay(stay).presence_on - DAY))
    assert house.refused(record_left, early, by=GATE).code == "left_before_here"
    left = house.write(record_left, RecordLeft(person(house, stay)), by=GATE)
    assert strength() == (2, 1, {"gone": 1})
    assert house.read(counted, who, by=GATE) == (1, 1, 1, 1, 1, False, "away")
    states = house.read(count_presence, by=GATE)
    assert {code: number for code, number in states.items() if number} == {"inside": 1, "gone": 1}
    (row,) = house.read(list_stay_rows, [stay], by=GATE)
    overview = house.read(find_overview, who, by=GATE)
    assert row.is_gone
    assert overview is not None
    assert overview.is_gone
    back(house, left.case_id)
    assert (strength(), house.read(counted, who, by=GATE)) == ((2, 2, {}), here)
    again = house.write(record_left, RecordLeft(person(house, stay)), by=GATE)
    house.at(date(2026, 8, 6))
    house.write(end_left, EndLeft(again.case_id, again.version), by=HEAD)
    assert (strength(), house.read(counted, who, by=GATE)) == ((1, 1, {}), (1, 0, 1, 0, 0, False, "left"))


def test_a_search_is_ordered_for_who_is_missing_and_for_nobody_who_is_back(house: House, stay: str) -> None:
    made = house.write(record_escape, RecordEscape(person(house, stay), house.stay(stay).version), FORMS, by=GATE)
    house.at(TODAY + DAY)
    back(house, made.case_id)
    late = OrderSearch(made.case_id, case(house, made.case_id).version)
    assert house.refused(order_search, late, FORMS, by=HEAD).code == "not_away"


def test_nobody_overstays_before_the_last_moment_of_the_leave(house: House, stay: str) -> None:
    mourning(house, stay)
    house.at(date(2026, 8, 7), 9)
    missed = RecordEscape(person(house, stay), house.stay(stay).version, moment(date(2026, 8, 5)))
    made = house.write(record_escape, missed, FORMS, by=HEAD)
    assert case(house, made.case_id).left_at == moment(date(2026, 8, 7), 0)


def test_what_the_head_allowed_is_not_called_off_at_the_gate(house: House, stay: str) -> None:
    made = allowed(house, stay)
    wish = WithdrawCase(made.case_id, made.version, "gia đình không đón")
    assert house.refused(withdraw_case, wish, by=GATE).code == "permission_denied"
    assert case(house, made.case_id).state is CaseState.ALLOWED


def test_why_somebody_lies_in_hospital_longer_stays_behind_the_wall_of_health(house: House, stay: str) -> None:
    sent = SendToHospital(person(house, stay), house.stay(stay).version, "Bệnh viện Phổi", due_back_on=TODAY + DAY)
    one = house.write(send_to_hospital, sent, by=HEAD)
    longer = ExtendCase(one.case_id, one.version, TODAY + 5 * DAY, reason="phải mổ lại")
    house.write(extend_case, longer, by=CLERK)
    told = [house.read(list_doings, one.case_id, by=by).extensions[0].reason for by in (HEAD, GATE)]
    assert told == ["phải mổ lại", None]
    assert AbsenceExtension.__table__.c.reason.info["privacy"] is Privacy.CLINICAL


@pytest.mark.parametrize("kind", [StayType.TEMPORARY, StayType.VOLUNTARY_PUBLIC])
def test_who_is_here_by_no_court_is_handed_over_with_v31(house: House, kind: StayType) -> None:
    more = {"end_on": None} if kind is StayType.TEMPORARY else {"end_on": date(2026, 12, 1), "months": 12}
    stay = house.admit(kind, HOA, **more)
    request = ReceiveRequest(
        person(house, stay), "15/YC", TODAY, "Cơ quan CSĐT Công an Hà Nội", "lấy lời khai", until=TODAY + DAY
    )
    asked = house.write(receive_request, request, by=CLERK)
    made = house.write(allow_case, AllowCase(asked.case_id, asked.version), FORMS, by=HEAD)
    house.write(depart, Depart(made.case_id, made.version, minutes=OFFICER), FORMS, by=CLERK)
    back(house, made.case_id, minutes=OFFICER, by=CLERK)
    forms = [one.form_id for one in house.read(list_doings, made.case_id, by=HEAD).papers]
    assert forms == ["V-47", "V-31", "V-31"]
    assert presence(house, stay).value == "inside"
