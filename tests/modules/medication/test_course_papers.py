"""What treatment sheet and summary tell of a course: door, protocol, scores, doses not kept, a hospital."""

from facility_app.documents.payload import Grid
from facility_app.modules.absences.queries.cases import list_cases_of
from facility_app.modules.absences.service.going import SendToHospital, send_to_hospital
from facility_app.modules.absences.service.returning import TakeBack, take_back
from facility_app.modules.absences.service.steps import WriteCause, write_cause
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.orders import list_orders
from facility_app.modules.medication.service.correcting import RecordVomiting, record_vomiting
from facility_app.modules.medication.service.deciding import verify_order
from facility_app.modules.medication.service.protocols import (
    EndProtocol,
    StartProtocol,
    end_protocol,
    start_protocol,
)
from facility_app.modules.medication.service.standing import DecideOrder, Ordered
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.treatment.domain.record import TriageFlag
from facility_app.modules.treatment.papers.charts import Days, treatment_sheet
from facility_app.modules.treatment.papers.letters import summary_paper
from facility_app.modules.treatment.queries.record import list_triages
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument
from facility_app.modules.treatment.service.triage import AnswerFlag, TriagePerson, answer_flag, triage_person
from tests.documents.papers import heads, printed
from tests.modules.discharge.leaving import FORMS
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

PROTOCOL = "opioid_symptomatic"


def test_the_sheet_and_the_summary_tell_of_the_whole_course_and_not_only_of_notes(ward: Ward) -> None:
    stay, duc = ward["duc's stay"], ward["duc"]
    ward.at(9, 20)
    seen = TriagePerson(duc, frozenset({TriageFlag.WITHDRAWAL, TriageFlag.TB}), "ngáp, chảy mũi")
    ward.write(triage_person, seen, by="nurse")
    flags = {one.flag: one for one in ward.read(list_triages, duc)[0].flags}
    ward.at(9, 45)
    flag = flags[TriageFlag.WITHDRAWAL]
    ward.write(answer_flag, AnswerFlag(flag.flag_id, flag.version, is_confirmed=True, answer="vào phác đồ"))
    ward.approve(RuleList.PROTOCOL, PROTOCOL)
    left_out = frozenset({"paracetamol"})
    started = ward.write(start_protocol, StartProtocol(duc, PROTOCOL, left_out=left_out, counselled_on=TODAY))
    (row,) = [one for one in ward.read(list_orders, duc) if one.medicine.generic == "Clonidin"]
    made = ward.write(verify_order, DecideOrder(row.order_id, row.version), by="chemist")
    clonidine = Ordered(row.order_id, made.version)
    for hour, minute, total in ((10, 0, 2), (13, 0, 4), (16, 0, 1)):
        ward.at(hour, minute)
        answers = {str(one): total if one == 1 else 0 for one in range(1, 12)}
        ward.write(score_instrument, ScoreInstrument(stay, "COWS", answers))
    ward.at(14, 5)
    (given,) = ward.record(ward.said(clonidine, "14:00"))
    came_up = RecordVomiting(given.dose_id, given.version, ward.at(14, 20), "thấy thuốc")
    ward.write(record_vomiting, came_up, by="nurse")
    ward.at(20, 10)
    ward.record(ward.said(clonidine, "20:00", Outcome.REFUSED, reason="mệt"))
    version = ward.read(get_stay, stay, by="head").version
    ward.at(21)
    ward.write(send_to_hospital, SendToHospital(duc, version, "Bệnh viện Hà Đông"), by="guard")
    (case,) = ward.read(list_cases_of, duc)
    ward.write(write_cause, WriteCause(case.case_id, case.version, "tụt huyết áp"))
    (case,) = ward.read(list_cases_of, duc)
    ward.at(23, 30)
    ward.write(take_back, TakeBack(case.case_id, case.version), FORMS, by="guard")
    ward.write(end_protocol, EndProtocol(started.run_id, started.version, "đỡ"))

    sheet = ward.read(treatment_sheet, Days(stay, TODAY, TODAY))
    (rows,) = [one.rows for one in sheet.blocks if isinstance(one, Grid) and len(one.heads) == 6]
    assert [(row[0].split("\n")[1], row[1], row[5]) for row in rows if row[1]] == [
        ("09:20", "Phân loại khi đến: Hội chứng cai, Nghi lao. ngáp, chảy mũi", "Điều Dưỡng Vân"),
        ("09:45", "Xử trí dấu hiệu “Hội chứng cai” (có): vào phác đồ", "Bác Sĩ Lan"),
        ("10:00", "COWS 2 (Không có hội chứng cai)", "Bác Sĩ Lan"),
        ("13:00", "COWS 4 (Không có hội chứng cai)", "Bác Sĩ Lan"),
        ("14:20", "Clonidin: Nôn – thấy thuốc", "Điều Dưỡng Vân"),
        ("16:00", "COWS 1 (Không có hội chứng cai)", "Bác Sĩ Lan"),
        ("20:10", "Clonidin: Từ chối – mệt", "Điều Dưỡng Vân"),
        ("21:00", "Đi viện: Bệnh viện Hà Đông. tụt huyết áp.", ""),
        ("23:30", "Từ bệnh viện trở lại cơ sở.", ""),
    ]
    followed = ", từ 23/11/2026 (Bác Sĩ Lan), kết thúc 23/11/2026: đỡ. Khác phác đồ:"
    summary = ward.read(summary_paper, stay)
    for told in (printed(sheet, "treatment-sheet-course"), printed(summary, "summary-course")):
        for wanted in (followed, "Paracetamol – không kê theo phác đồ", "Clonidin – ngừng sớm 23/11/2026"):
            assert wanted in told, wanted
    assert "Thang|Lần đầu|Cao nhất|Lần cuối|Số lần" in heads(summary)
    told = printed(summary)
    for wanted in (
        "COWS 2 (23/11/2026 10:00) 4 (23/11/2026 13:00) 1 (23/11/2026 16:00) 3",
        "Phân loại khi đến: Hội chứng cai, Nghi lao. ngáp, chảy mũi",
        "Nghi lao: chưa có xử trí.",
        "Clonidin – Nôn: 1 lần (23/11 14:20 – thấy thuốc)",
        "Clonidin – Từ chối: 1 lần (23/11 20:10 – mệt)",
        "23/11/2026 21:00 – Đi viện: Bệnh viện Hà Đông. tụt huyết áp. Trở lại 23/11/2026 23:30.",
    ):
        assert wanted in told, wanted


def test_a_hospital_or_reason_that_reveals_hiv_is_not_named_on_the_open_papers(ward: Ward) -> None:
    stay, duc = ward["duc's stay"], ward["duc"]
    version = ward.read(get_stay, stay, by="head").version
    ward.at(21)
    ward.write(send_to_hospital, SendToHospital(duc, version, "Phòng khám HIV tỉnh"), by="guard")
    (case,) = ward.read(list_cases_of, duc)
    ward.write(write_cause, WriteCause(case.case_id, case.version, "đổi thuốc ARV"))
    ward.at(22)
    told = printed(ward.read(treatment_sheet, Days(stay, TODAY, TODAY))) + printed(ward.read(summary_paper, stay))
    assert told.count("Đi viện.") == 2
    assert "Chưa trở lại." in told
    assert not [one for one in ("HIV", "ARV") if one in told]
