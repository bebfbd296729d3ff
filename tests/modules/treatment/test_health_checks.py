"""Health checks: once a year and before leaving, who is due, what follows, and what goes with whoever leaves."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from facility_app.documents.payload import Text
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.service.preparing import RecordExamination, record_examination
from facility_app.modules.stays.api import HealthPapers, LastHealthChecks
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.treatment.domain import health_check as rules
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict, OfPerson
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.queries.health_checks import (
    list_due_check_ids,
    list_due_check_rows,
    list_health_checks,
)
from facility_app.modules.treatment.queries.person import read_person
from facility_app.modules.treatment.service.health_checks import RecordHealthCheck, record_health_check
from facility_app.modules.treatment.service.printing import print_health_check
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from tests.documents.papers import printed
from tests.helpers.cases import each
from tests.modules.treatment.ward import ADMITTED, DOCTOR, HEAD, NURSE, Ward

YEARLY, RELEASE = HealthCheckKind.YEARLY, HealthCheckKind.RELEASE
TASKS = "SELECT due_at FROM task WHERE kind = ? AND subject_id = ? AND status = 'open' ORDER BY due_at"


def found(ward: Ward, kind: HealthCheckKind = YEARLY, **more: Any) -> RecordHealthCheck:
    """A doctor found Đức well."""
    seen = RecordHealthCheck(
        ward["duc"], kind, "Tim phổi bình thường", "Tỉnh, tiếp xúc tốt", HealthVerdict.WELL, "Tập thể dục"
    )
    return replace(seen, **more)


def owed(ward: Ward, kind: str) -> list[str]:
    """Days of the open tasks of that kind about Đức's stay."""
    return [due[:10] for (due,) in ward.sql(TASKS, kind, ward["duc"])]


def due(ward: Ward) -> list[tuple[str, HealthCheckKind, date]]:
    """Who is due, as the list has it."""
    ids = ward.read(list_due_check_ids, Look())
    return [(one.stay_id, one.kind, one.due_on) for one in ward.read(list_due_check_rows, ids)]


DAYS: tuple[tuple[str, OfPerson, dict[HealthCheckKind, date]], ...] = (
    ("nobody was examined", OfPerson(date(2025, 11, 23)), {YEARLY: date(2026, 11, 23)}),
    ("the last one counts", OfPerson(date(2025, 1, 1), last_on=date(2026, 2, 28)), {}),
    ("on the last day looked at", OfPerson(date(2025, 12, 23)), {YEARLY: date(2026, 12, 23)}),
    ("a day after it", OfPerson(date(2025, 12, 24)), {}),
    ("a leap day", OfPerson(date(2024, 1, 1), last_on=date(2024, 2, 29)), {YEARLY: date(2025, 2, 28)}),
    (
        "whoever leaves the day it is due is examined for leaving only",
        OfPerson(date(2025, 12, 1), date(2026, 12, 1)),
        {RELEASE: date(2026, 11, 30)},
    ),
    (
        "whoever leaves the day after is due for both",
        OfPerson(date(2025, 12, 1), date(2026, 12, 2)),
        {YEARLY: date(2026, 12, 1), RELEASE: date(2026, 12, 1)},
    ),
    ("examined for leaving", OfPerson(date(2026, 1, 1), date(2026, 12, 1), date(2026, 11, 20), True), {}),
    (
        "leaves on the day after the last looked at",
        OfPerson(date(2026, 6, 1), date(2026, 12, 24)),
        {RELEASE: date(2026, 12, 23)},
    ),
    ("leaves two days after", OfPerson(date(2026, 6, 1), date(2026, 12, 25)), {}),
)


@each(("said", "one", "wanted"), DAYS)
def test_the_yearly_check_counts_from_the_last_one_and_the_other_is_due_on_the_eve(
    said: str, one: OfPerson, wanted: dict[HealthCheckKind, date]
) -> None:
    assert dict(rules.health_checks_due(one, 12, date(2026, 12, 23))) == wanted, said


def test_a_check_moves_the_next_one_by_the_months_of_the_law_and_striking_it_out_moves_it_back(ward: Ward) -> None:
    assert owed(ward, "stays.health_check") == ["2027-11-20"]
    check_id = ward.write(record_health_check, found(ward))
    assert owed(ward, "stays.health_check") == ["2027-11-23"]
    earlier = found(ward, happened_at=ward.now - timedelta(days=2))
    ward.write(record_health_check, earlier)
    assert owed(ward, "stays.health_check") == ["2027-11-23"]
    with ward.facility.database.read(ward.actor(Role.CLERK)) as uow:
        (told,) = uow.ask(LastHealthChecks((ward["duc"], ward["hoa"])))
    assert told == {ward["duc"]: date(2026, 11, 23)}
    row = next(one for one in ward.read(list_health_checks, ward["duc"]) if one.written.entry_id == check_id)
    strike = StrikeOut(EntryKind.HEALTH_CHECK, check_id, row.written.version, "nhầm người")
    assert ward.refused(strike_out, strike, by=NURSE).code == "permission_denied"
    ward.write(strike_out, strike)
    assert owed(ward, "stays.health_check") == ["2027-11-21"]
    # Struck out, it is still read, with why; it counts for nothing.
    kept = {one.written.entry_id: one.written.struck_reason for one in ward.read(list_health_checks, ward["duc"])}
    assert kept[check_id] == "nhầm người"


def test_the_list_says_who_inside_is_due_and_until_when_and_forgets_whoever_was_examined(ward: Ward) -> None:
    assert due(ward) == []
    ward.facility.file.clock.at += timedelta(days=365)
    assert ward.now.date() == date(2027, 11, 23)
    day = date(2027, 11, 20)
    assert set(due(ward)) == {(ward["duc"], YEARLY, day), (ward["hoa"], YEARLY, day)}
    ward.write(record_health_check, found(ward))
    assert due(ward) == [(ward["hoa"], YEARLY, day)]
    (row,) = ward.read(list_due_check_rows, ward.read(list_due_check_ids, Look()))
    assert (row.name, row.last_on, row.admitted_on, row.leave_by) == ("Trần Thị Hoa", None, ADMITTED, None)
    assert ward.read(list_due_check_rows, ["yearly:" + "0" * 32, f"release:{row.resident_id}"]) == ()
    # Two years, the term: both leave, and are examined for that.
    leaves = ward.read(get_stay, ward["duc"]).leave_by
    assert leaves == date(2028, 11, 20)
    ward.facility.file.clock.at += timedelta(days=345)
    assert ward.now.date() == date(2028, 11, 2)
    assert {(stay, kind) for stay, kind, _ in due(ward)} >= {(ward["duc"], RELEASE), (ward["hoa"], RELEASE)}
    assert (ward["duc"], YEARLY) not in {(stay, kind) for stay, kind, _ in due(ward)}
    ward.write(record_health_check, found(ward, RELEASE))
    assert ward["duc"] not in {stay for stay, *_ in due(ward)}


def test_what_is_not_said_is_refused_with_its_field_and_a_check_lies_within_the_stay(ward: Ward) -> None:
    for name in ("body", "mind"):
        blank: dict[str, Any] = {name: " "}
        assert set(ward.refused(record_health_check, found(ward, **blank)).fields) == {name}
    ward.write(record_health_check, found(ward, advice=""))
    for kind, verdict in (
        (YEARLY, HealthVerdict.CARE),
        (YEARLY, HealthVerdict.HOSPITAL),
        (YEARLY, HealthVerdict.RELIEF),
        (RELEASE, HealthVerdict.WELL),
    ):
        told = ward.refused(record_health_check, found(ward, kind, verdict=verdict, advice=" "))
        assert set(told.fields) == {"advice"}, (kind, verdict)
    late = found(ward, happened_at=ward.now + timedelta(hours=1))
    assert ward.refused(record_health_check, late).code == "time_in_future"
    early = found(ward, happened_at=ward.now - timedelta(days=4))
    assert ward.refused(record_health_check, early).code == "time_before_stay"
    ward.leave()
    assert ward.refused(record_health_check, found(ward)).code == "chart_closed"


def test_a_verdict_becomes_work_the_same_day_which_says_nothing_of_the_illness(ward: Ward) -> None:
    ward.write(record_health_check, found(ward))
    ward.write(record_health_check, found(ward, verdict=HealthVerdict.CARE))
    assert ward.tasks("check_relief") == ward.tasks("check_hospital") == []
    ill: dict[str, Any] = {"body": "Suy tim nặng", "advice": "Nhập viện"}
    check_id = ward.write(record_health_check, found(ward, verdict=HealthVerdict.RELIEF, **ill))
    ward.write(record_health_check, found(ward, verdict=HealthVerdict.HOSPITAL, **ill))
    ((role, text, _, due_at),) = ward.tasks("check_relief")
    assert (role, "V-46" in text, due_at[:10]) == ("HEAD", True, "2026-11-23")
    ((role, text, _, due_at),) = ward.tasks("check_hospital")
    assert (role, "Đ114.2" in text, due_at[:10]) == ("DOCTOR", True, "2026-11-23")
    assert not [text for (text,) in ward.sql("SELECT text FROM task") if "tim" in text]
    ward.write(strike_out, StrikeOut(EntryKind.HEALTH_CHECK, check_id, 1, "nhầm"))
    assert ward.tasks("check_relief") == []
    assert len(ward.tasks("check_hospital")) == 1


def test_the_examination_before_leaving_is_done_with_at_the_gate_and_owed_again_when_struck_out(
    ward: Ward,
) -> None:
    def is_open() -> bool:
        return "examination" in {one.code for one in ward.read(gate, ward["duc"], by=HEAD)}

    ward.write(record_health_check, found(ward))
    assert is_open()
    assert len(owed(ward, "stays.examination")) == 1
    check_id = ward.write(record_health_check, found(ward, RELEASE))
    assert not is_open()
    assert owed(ward, "stays.examination") == []
    ward.write(strike_out, StrikeOut(EntryKind.HEALTH_CHECK, check_id, 1, "nhầm người"))
    assert is_open()
    assert owed(ward, "discharge.again.examination") == ["2026-11-23"]
    ward.write(record_health_check, found(ward, RELEASE))
    assert not is_open()
    assert owed(ward, "discharge.again.examination") == []


def test_a_yearly_check_leaves_a_day_the_gate_was_told_by_hand_as_it_is(ward: Ward) -> None:
    ward.write(record_examination, RecordExamination(ward["duc"]), by=DOCTOR)
    ward.write(record_health_check, found(ward))
    assert "examination" not in {one.code for one in ward.read(gate, ward["duc"], by=HEAD)}


def test_the_paper_of_leaving_goes_into_the_sealed_part_and_says_what_was_measured_that_day(ward: Ward) -> None:
    def sealed() -> list[str]:
        with ward.facility.database.read(ward.actor(*DOCTOR)) as uow:
            answers = uow.ask(HealthPapers(ward["duc"], ward["man"]))
        return [one.title for answer in answers for one in answer]

    ward.measure()
    ward.later(24 * 60)
    ward.measure({"pulse": "80", "weight": "61,5"})
    yearly = ward.write(record_health_check, found(ward))
    assert sealed() == ["TÓM TẮT HỒ SƠ BỆNH ÁN"]
    told = found(
        ward, RELEASE, verdict=HealthVerdict.CARE, advice="Khám lại tim mạch sau 1 tháng", examiner="BS. An"
    )
    check_id = ward.write(record_health_check, told)
    assert sealed() == ["TÓM TẮT HỒ SƠ BỆNH ÁN", "PHIẾU KHÁM, ĐÁNH GIÁ SỨC KHỎE TRƯỚC KHI RA CƠ SỞ"]
    text = printed(ward.write(print_health_check, check_id), "phieu-kham-truoc-khi-ra")
    for part in ("Tim phổi bình thường", "mạch 80", "61,5", "Khám lại tim mạch", "BS. An", "Đ88.1", "Quản Trị"):
        assert part.lower() in text.lower() or part == "Quản Trị", part
    # What was measured the day before is no finding of this one.
    assert "36,8" not in text
    printed(ward.write(print_health_check, yearly, by=NURSE), "phieu-kham-dinh-ky")
    assert ("treatment.print_health_check",) in ward.sql("SELECT verb FROM audit_entry")


def test_a_struck_out_check_says_so_on_its_paper_and_in_the_record(ward: Ward) -> None:
    check_id = ward.write(record_health_check, found(ward))
    ward.write(strike_out, StrikeOut(EntryKind.HEALTH_CHECK, check_id, 1, "nhầm người"))
    paper = ward.write(print_health_check, check_id)
    assert any("ĐÃ GẠCH BỎ" in one.text for one in paper.blocks if isinstance(one, Text))
    seen = ward.read(read_person, ward["man"])
    assert [one.written.struck_reason for one in seen.checks] == ["nhầm người"]
    # Whoever reads no record reads none of it.
    assert ward.read(read_person, ward["man"], by=HEAD).checks == ()
