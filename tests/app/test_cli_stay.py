"""``stay``: one stay with what it rests on, and its term day by day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import system_actor
from facility_app.kernel.dates import add_months, format_date, local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.absences.service.searching import RecordLeft, record_left
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.presence import Move, record_escape, take_back
from facility_app.modules.stays.service.stages import StartStage, start_stage
from tests.helpers.desk import Desk
from tests.modules.residents.people import register

HEAD, HEAD_PASSWORD = "Trưởng Cơ Sở", "Mưa rơi trên mái ngói"


@dataclass(frozen=True)
class Told:
    """A desk, the stay of somebody who came a hundred days ago, and the day it is."""

    desk: Desk
    code: str
    today: date

    @property
    def came(self) -> date:
        return self.today - timedelta(days=100)

    @property
    def person(self) -> str:
        """The resident's code."""
        return self.code.rpartition(".")[0]

    @property
    def end(self) -> date:
        """Two years from the day of coming, and ten days of an escape."""
        return add_months(self.came, 24) + timedelta(days=10)

    @property
    def head(self) -> tuple[str, ...]:
        return self.desk.sign(HEAD, HEAD_PASSWORD)


@pytest.fixture(scope="module")
def told(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Told:
    desk = founded_desk.copy(tmp_path_factory.mktemp("stay") / "desk")
    desk.add_user(HEAD, HEAD_PASSWORD, "HEAD")
    with desk.open(HEAD, HEAD_PASSWORD) as opened, opened.database.write(system_actor("may-1")) as uow:
        code = _written(uow)
        today = local_date(uow.now)
        uow.commit()
    return Told(desk, code, today)


def _written(uow: UnitOfWork) -> str:
    """Somebody who came a hundred days ago, escaped fifty days ago, and was back after ten."""
    came = local_date(uow.now) - timedelta(days=100)
    facts = DecisionFacts("12", came, "Tòa án nhân dân khu vực 1 – Hà Nội", "QĐ-TA", decided_months=24)
    person = Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17))
    reason = AdmissionReason.NOT_REGISTERED
    resident = register(uow, person).resident_id
    stay = admit_resident(uow, AdmitResident(resident, StayType.COMPULSORY_ADULT, reason, came, facts))
    fled, back = uow.now - timedelta(days=50), uow.now - timedelta(days=40)
    stay = record_escape(uow, Move(stay.stay_id, stay.version, fled, "12/QĐ-CSCN", local_date(fled)))
    stay = take_back(uow, Move(stay.stay_id, stay.version, back))
    start_stage(uow, StartStage(stay.stay_id, Stage.ADMISSION, came, reason="thử"))
    return stay.code


def test_show_tells_stay_person_decisions_stages_and_place(told: Told) -> None:
    found = told.desk.done("stay", "show", told.code, *told.head)
    assert {"stay", "person", "decisions", "stages", "placement"} <= found.keys()
    assert found["stay"]["code"] == told.code
    assert found["stay"]["expected_end_on"] == told.end.isoformat()
    assert found["person"]["full_name"] == "Nguyễn Văn Đức"
    assert found["person"]["resident_code"] == told.person
    assert [one["facts"]["number"] for one in found["decisions"]] == ["12"]
    assert [one["stage"] for one in found["stages"]] == ["admission"]
    assert found["placement"] is None


def test_a_residents_code_finds_the_open_stay(told: Told) -> None:
    by_person = told.desk.done("stay", "show", told.person, *told.head)
    assert by_person == told.desk.done("stay", "show", told.code, *told.head)


def test_people_read_a_sentence_and_tables(told: Told) -> None:
    answer = told.desk.say("stay", "show", told.code, *told.head)
    assert answer.code == 0
    assert f"{told.code} Nguyễn Văn Đức: Cai nghiện bắt buộc, từ đủ 18 tuổi" in answer.out
    assert "12/QĐ-TA" in answer.out
    assert "Tiếp nhận, phân loại" in answer.out


def test_who_is_not_here_is_said_in_words_with_the_day(told: Told) -> None:
    with told.desk.open(HEAD, HEAD_PASSWORD) as opened, opened.database.write(system_actor("may-1")) as uow:
        came, facts = told.today - timedelta(days=20), DecisionFacts("3", told.today - timedelta(days=20), "Cơ sở")
        person = Person(name="Lê Thị Hoa", sex=Sex.FEMALE, birth_on=date(1992, 3, 1))
        resident, kind = register(uow, person).resident_id, StayType.VOLUNTARY_PUBLIC
        reason, facts = AdmissionReason.REGISTERED_VOLUNTARY, replace(facts, decided_months=24)
        stay = admit_resident(uow, AdmitResident(resident, kind, reason, came, facts))
        record_left(uow, RecordLeft(resident, uow.now - timedelta(days=1)))
        left = local_date(uow.now - timedelta(days=1))
        uow.commit()
    answer = told.desk.say("stay", "show", stay.code, *told.head)
    assert f"Tự ý rời cơ sở (tự nguyện) từ ngày {format_date(left)}." in answer.out
    assert told.desk.done("stay", "show", stay.code, *told.head)["gone_on"] == left.isoformat()


def test_explain_tells_the_end_with_every_day_and_its_article(told: Told) -> None:
    found = told.desk.done("stay", "explain", told.code, *told.head)
    assert found["id"] == told.code
    assert found["expected_end"] == told.end.isoformat()
    assert (found["served_days"], found["added_days"], found["credited_days"]) == (90, 10, 0)
    assert found["remaining_days"] == (told.end - told.today).days
    assert all(line["article"] for line in found["ledger"])
    (escape,) = [line for line in found["ledger"] if line["kind"] == "escape"]
    assert (escape["days"], escape["effect"], escape["document"]["number"]) == (10, "added", "12/QĐ-CSCN")


def test_explain_answers_for_the_day_it_is_asked_about(told: Told) -> None:
    found = told.desk.done("stay", "explain", told.code, "--on", told.came.isoformat(), *told.head)
    assert (found["served_days"], found["expected_end"]) == (0, told.end.isoformat())
    last = told.desk.done("stay", "explain", told.code, "--on", told.end.isoformat(), *told.head)
    assert last["remaining_days"] == 0


def test_people_read_the_ledger_as_a_table(told: Told) -> None:
    answer = told.desk.say("stay", "explain", told.code, *told.head)
    assert answer.code == 0
    assert f"Ngày ra cơ sở: {format_date(told.end)}" in answer.out
    assert "Bỏ trốn" in answer.out
    assert "NĐ 163/2026 Đ107.4" in answer.out or "NĐ 116/2021 Đ56" in answer.out


@pytest.mark.parametrize("verb", ["show", "explain"])
def test_a_code_nobody_bears_is_refused_naming_it(told: Told, verb: str) -> None:
    answer = told.desk.ask("stay", verb, "99-9999", *told.head)
    assert (answer.code, answer.error) == (1, "stay_unknown")
    assert "99-9999" in answer.message


@pytest.mark.parametrize("verb", ["show", "explain"])
def test_whoever_keeps_accounts_sees_no_stay(told: Told, verb: str) -> None:
    answer = told.desk.ask("stay", verb, told.code, *told.desk.admin)
    assert (answer.code, answer.error) == (1, "permission_denied")
    assert told.code not in answer.message


@pytest.mark.parametrize("day", ["31/12/2026", "2026-02-30", "mai"])
def test_a_day_that_is_none_is_wrong_usage(told: Told, day: str) -> None:
    assert told.desk.ask("stay", "explain", told.code, "--on", day, *told.head).code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_outside_the_years_of_a_stay_is_refused_by_its_name(told: Told, day: str) -> None:
    answer = told.desk.ask("stay", "explain", told.code, "--on", day, *told.head)
    assert (answer.code, answer.error) == (1, "term_date_range"), answer
    assert "2100" in answer.message


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_of_these_years_are_answered(told: Told, day: str) -> None:
    answer = told.desk.ask("stay", "explain", told.code, "--on", day, *told.head)
    assert answer.code == 0, answer
    assert answer.document["expected_end"] == told.end.isoformat()
