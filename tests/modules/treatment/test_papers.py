"""Papers of a medical record: their columns, what they say, on what paper; what stands behind walls never does."""

from collections.abc import Iterator
from datetime import date

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import PlainPaper, Plot
from facility_app.kernel.actor import Role
from facility_app.modules.stays.api import HealthPapers
from facility_app.modules.treatment.domain import DrugTestReading
from facility_app.modules.treatment.domain.infections import Consent, InfectionResult
from facility_app.modules.treatment.domain.record import EntryKind, NoteKind
from facility_app.modules.treatment.papers.charts import Days, treatment_sheet, vitals_chart
from facility_app.modules.treatment.papers.closed import private_annex
from facility_app.modules.treatment.papers.letters import Referral, referral_paper, summary_paper
from facility_app.modules.treatment.papers.results import drug_test_slip, instrument_result
from facility_app.modules.treatment.queries.record import list_notes
from facility_app.modules.treatment.service import hiv
from facility_app.modules.treatment.service.drug_results import record_readings
from facility_app.modules.treatment.service.notes import Diagnose, WriteNote, diagnose, diagnose_hiv, write_note
from facility_app.modules.treatment.service.sampling import HandOn, add_kit, hand_on
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from tests.documents.papers import heads, printed
from tests.modules.treatment.test_drug_test_story import KIT, read, taken
from tests.modules.treatment.ward import COUNSELLOR, GUARD, HEAD, NURSE, WELL, Ward, copied

SECRET = "vi-rút bí mật"
FIRST, TODAY = date(2026, 11, 20), date(2026, 11, 23)
COWS = {"1": 2, "2": 2, "3": 1, "4": 1, "5": 2, "6": 1, "7": 2, "8": 1, "9": 1, "10": 1, "11": 0}


@pytest.fixture(scope="module")
def told(ward_pattern: Ward, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """A ward where something was written of everything."""
    made = copied(ward_pattern, tmp_path_factory.mktemp("papers") / "ward")
    ward = next(made)
    stay = ward["duc"]
    ward.write(write_note, WriteNote(stay, NoteKind.HISTORY, "Dùng heroin 6 năm, hút"))
    wrong = ward.write(write_note, WriteNote(stay, NoteKind.PROGRESS, "Sốt 39 độ"))
    version = ward.read(list_notes, stay)[-1].written.version
    ward.write(strike_out, StrikeOut(EntryKind.NOTE, wrong, version, "nhầm người"))
    ward.write(write_note, WriteNote(stay, NoteKind.CARE, "Ăn cháo, chăm sóc cấp II"), by=NURSE)
    ward.write(write_note, WriteNote(stay, NoteKind.PSYCHIATRIC, "Nghe tiếng nói trong đầu"))
    ward.write(diagnose, Diagnose(stay, "F11.2", is_main=True))
    ward.grant()
    ward.write(diagnose_hiv, Diagnose(stay, "B24", note=SECRET, purpose="điều trị"))
    asked = hiv.AskHivConsent(stay, Consent.GIVEN, "điều trị", counselled_at=ward.now)
    test = hiv.OfHivTest(ward.write(hiv.ask_hiv_consent, asked), 1, "điều trị")
    ward.write(hiv.record_hiv_result, hiv.RecordHivResult(test, InfectionResult.POSITIVE, SECRET))
    ward.measure({**WELL, "weight": "52,5"})
    ward.later(240)
    ward.measure({**WELL, "temp": "38,4", "pulse": "104", "weight": "53"})
    ward.ids["score"] = ward.score("COWS", dict(COWS)).score_id
    kit = ward.write(add_kit, KIT)
    ward.ids["test"] = taken(ward)
    ward.write(hand_on, HandOn(ward["test"], "Nguyễn Thị An", "Phòng xét nghiệm", "xét nghiệm"), by=NURSE)
    readings = {"MOP": DrugTestReading.POSITIVE, "MET": DrugTestReading.NEGATIVE}
    ward.write(record_readings, read(ward, ward["test"], kit, **readings))
    yield ward
    made.close()  # type: ignore[attr-defined] # a generator


def tables(paper: PlainPaper) -> list[str]:
    """The columns of every table but the first, which says who it is."""
    return heads(paper)[1:]


def test_the_treatment_sheet_has_its_columns_and_keeps_what_was_struck_out_readable(told: Ward) -> None:
    asked = Days(told["duc"], FIRST, TODAY)
    paper = told.read(treatment_sheet, asked)
    assert tables(paper) == ["Ngày giờ|Diễn biến bệnh|Y lệnh|Chỉ định cận lâm sàng|Chế độ ăn, chăm sóc|Bác sĩ ký"]
    words = printed(paper, "treatment-sheet")
    for wanted in (
        "TỜ ĐIỀU TRỊ",
        "NGUYỄN VĂN ĐỨC",
        "Dùng heroin 6 năm, hút",
        "lý do: nhầm người] Sốt 39 độ",
        "Ăn cháo, chăm sóc cấp II",
        "F11.2",
    ):
        assert wanted in words, wanted
    assert "Nghe tiếng nói" not in words
    both = told.read(treatment_sheet, Days(told["duc"], FIRST, TODAY, with_psychiatric=True))
    assert "Nghe tiếng nói" in printed(both, "treatment-sheet-all")
    for wrong in (Days(told["duc"], TODAY, FIRST), Days(told["duc"], date(2026, 1, 1), TODAY)):
        assert told.refused(treatment_sheet, wrong).code == "days_wrong"


def test_the_vitals_chart_paints_the_curves_and_lists_every_measuring(told: Ward) -> None:
    paper = told.read(vitals_chart, Days(told["duc"], TODAY, TODAY), by=NURSE)
    first, second = (one for one in paper.blocks if isinstance(one, Plot))
    assert [up for _, up in first.lines[0].points] == [36.8, 38.4]
    assert [line.name for line in second.lines] == [
        "Mạch (lần/phút)",
        "Huyết áp tâm thu (mmHg)",
        "Huyết áp tâm trương (mmHg)",
    ]
    words = printed(paper, "vitals-chart")
    for wanted in ("PHIẾU THEO DÕI CHỨC NĂNG SỐNG", "38,4", "120/80", "Cân nặng 53,0 kg"):
        assert wanted in words, wanted
    empty = told.read(vitals_chart, Days(told["duc"], FIRST, FIRST), by=NURSE)
    assert "Không có lần đo nào" in printed(empty, "vitals-empty")


def test_an_instrument_is_printed_with_every_answer_its_band_and_its_licence(told: Ward) -> None:
    paper = told.read(instrument_result, told["duc"], told["score"])
    assert tables(paper) == ["Mục|Câu hỏi|Trả lời|Điểm"]
    words = printed(paper, "instrument")
    for wanted in (
        "KẾT QUẢ THANG ĐÁNH GIÁ COWS",
        f"Tổng điểm: {sum(COWS.values())}/48",
        "Bản dịch nháp của cơ sở",
        "Wesson",
        "Mặt đỏ hoặc ẩm thấy rõ",
    ):
        assert wanted in words, wanted
    assert told.refused(instrument_result, told["duc"], "0" * 32).code == "not_found"


def test_a_drug_test_is_printed_with_cut_offs_witness_and_every_hand(told: Ward) -> None:
    paper = told.read(drug_test_slip, told["test"])
    assert tables(paper) == [
        "Ký hiệu|Chất|Ngưỡng (ng/ml)|Kết quả",
        "Lúc|Người giao|Người nhận|Để làm gì|Niêm phong",
    ]
    words = printed(paper, "drug-test")
    for wanted in (
        "M-001",
        "Lê Văn Sỹ (nam)",
        "300",
        "Dương tính",
        "Phòng xét nghiệm",
        "35,5 °C",
        "không phải căn cứ",
    ):
        assert wanted in words, wanted


def test_letters_hold_no_secret_and_the_annex_holds_it_for_those_who_may(told: Ward) -> None:
    asked = Referral(told["duc"], "Bệnh viện tỉnh", "sốt cao liên tục", "tỉnh, mệt", "xe cứu thương")
    words = printed(told.read(referral_paper, asked), "referral")
    for wanted in ("GIẤY CHUYỂN VIỆN", "Kính gửi: Bệnh viện tỉnh", "sốt cao liên tục", "F11.2", "Mạch 104"):
        assert wanted in words, wanted
    summary = printed(told.read(summary_paper, told["duc"]), "summary")
    for wanted in ("TÓM TẮT HỒ SƠ BỆNH ÁN", "Cân nặng từ 52,5 kg đến 53,0 kg", "COWS", "Dùng heroin"):
        assert wanted in summary, wanted
    days = Days(told["duc"], FIRST, TODAY, with_psychiatric=True)
    sheets = printed(told.read(treatment_sheet, days), "treatment-sheet-all")
    for paper in (words, summary, sheets):
        assert not [one for one in (SECRET, "B24", "HIV", "MOP") if one in paper]
    facts = told.write(hiv.open_hiv, hiv.OpenHiv(told["duc"], "chuyển viện"))
    annex = printed(told.read(private_annex, told["duc"], facts, "Bác sĩ Trần Văn Ba", ()), "annex")
    for wanted in ("TỜ KÈM – GIAO TẬN TAY", "B24", SECRET, "Dương tính", "TỜ GIỮ KÍN"):
        assert wanted in annex, wanted
    # What the actor may not see is not said to be missing: room is left to write it by hand.
    assert "Không có y lệnh" not in printed(told.read(private_annex, told["duc"], facts, "Bác sĩ Trần Văn Ba"))
    assert told.refused(private_annex, told["duc"], facts, "x", by=GUARD).code == "permission_denied"


def test_the_sealed_part_of_a_packet_is_made_only_by_whoever_may_read_the_record(told: Ward) -> None:
    def sealed(uow: UnitOfWork, stay: str, person: str) -> tuple[PlainPaper, ...]:
        return tuple(one for answer in uow.ask(HealthPapers(told[stay], told[person])) for one in answer)

    (summary,) = told.read(sealed, "duc", "man", by=(Role.DOCTOR, Role.DISCHARGE))
    assert summary.title == "TÓM TẮT HỒ SƠ BỆNH ÁN"
    for by in ((Role.DISCHARGE,), HEAD, (Role.CLERK,)):
        assert told.read(sealed, "duc", "man", by=by) == (), by
    # Nothing was written about her: no empty paper pretends there is a record.
    assert told.read(sealed, "hoa", "woman") == ()


def test_who_may_not_read_may_not_print(told: Ward) -> None:
    days = Days(told["duc"], FIRST, TODAY)
    for by in (GUARD, (Role.CLERK,), (Role.DISCHARGE,), (Role.PHARMACIST,)):
        for paper, asked in (
            (treatment_sheet, (days,)),
            (vitals_chart, (days,)),
            (instrument_result, (told["duc"], told["score"])),
            (drug_test_slip, (told["test"],)),
            (referral_paper, (Referral(told["duc"], "x", "y"),)),
            (summary_paper, (told["duc"],)),
        ):
            assert told.refused(paper, *asked, by=by).code == "permission_denied", (by, paper)
    # The head opens a record as a deed of its own, and a counsellor reads no diagnosis.
    assert told.refused(summary_paper, told["duc"], by=HEAD).code == "permission_denied"
    assert told.refused(treatment_sheet, days, by=COUNSELLOR).code == "permission_denied"


def test_a_weight_that_stayed_is_said_once(ward: Ward) -> None:
    for _ in range(2):
        ward.measure({"weight": "58,5"})
        ward.later(30)
    words = printed(ward.read(referral_paper, Referral(ward["duc"], "x", "y")))
    assert "Cân nặng 58,5 kg, không đổi" in words
    assert "đến 58,5" not in words
