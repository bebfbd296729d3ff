"""The sheets nurses carry and the last-dose letter: what stands on them, on what paper, and what never does."""

from datetime import time, timedelta
from decimal import Decimal

from facility_app.documents.payload import Grid
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.orders import OrderKind
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.papers.house import order_text
from facility_app.modules.medication.papers.last_dose import last_dose_letter
from facility_app.modules.medication.papers.sheets import (
    DaySheet,
    MarPage,
    PrivateLines,
    day_sheet,
    mar_page,
    round_page,
    sheet_days,
)
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.queries.orders import list_orders
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.correcting import RecordVomiting, record_vomiting
from facility_app.modules.medication.service.deciding import hold_order, stop_order
from facility_app.modules.medication.service.looking import open_private_round
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.service.writing import Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.treatment.domain.vitals import Breathing, Consciousness, VitalSign
from facility_app.modules.treatment.papers.charts import Days, treatment_sheet
from facility_app.modules.treatment.papers.letters import Referral, referral_paper, summary_paper
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument
from tests.documents.papers import heads, printed
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY


def test_the_sheets_say_what_is_due_what_was_given_and_nothing_behind_the_wall(ward: Ward) -> None:
    ward.write(add_allergy, AddAllergy(ward["duc"], "Penicillin", AllergySeverity.SEVERE, reaction="nổi mề đay"))
    morning = ward.order("paracetamol", 500, 10, 20)
    needed = ward.order("paracetamol", 500, person="hoa")
    ward.order("efavirenz", 1, 10, 20)
    ward.at(10, 2)
    ward.record(ward.said(morning, "10:00"), ward.said(needed, "prn-1", reason="đau đầu"))
    asked = DaySheet()
    sheet = ward.read(day_sheet, asked, by="nurse")
    assert heads(sheet)[0] == (
        "Giờ|Chỗ ở|Họ và tên – mã|Thuốc|Liều, đường dùng|Kết quả|Lúc|Ký (và người chứng kiến)"
    )
    told = printed(sheet, "day-sheet")
    for wanted in ("PHIẾU THUỐC 24 GIỜ TỚI", "20:00", "Paracetamol", "Penicillin (nổi mề đay)", "khi đau"):
        assert wanted in told, wanted
    # This evening and, until the 24 hours are over, tomorrow morning.
    assert sheet.below.endswith("2 liều theo giờ")
    page = ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse")
    assert heads(page)[:2] == [
        "Thuốc, hàm lượng|Liều, giờ dùng|Đường dùng|Từ – đến|Bác sĩ ra y lệnh|Dược sĩ duyệt",
        "Thuốc|Giờ|23/11|24/11|25/11|26/11|27/11|28/11|29/11",
    ]
    told = printed(page, "mar-page")
    for wanted in ("NGUYỄN VĂN ĐỨC", "Đ 10:02", "500 mg lúc 10:00, 20:00", "Bác Sĩ Lan", "Dược Sĩ Tú", "Vân"):
        assert wanted in told, wanted
    long = ward.read(mar_page, MarPage(ward["hoa"], TODAY - timedelta(days=7), 14), by="nurse")
    assert "đau đầu" in printed(long, "mar-page-14")
    around = ward.read(round_page, RoundAsked(TODAY), by="nurse")
    assert heads(around) == [
        "Chỗ ở|Họ và tên – mã|Thuốc|Liều, đường dùng|Giờ|Kết quả|Lúc|Người cho thuốc / chứng kiến"
    ]
    told += printed(around, "round-page")
    assert "Đã dùng" in told
    days = Days(ward["duc's stay"], TODAY, TODAY)
    record = printed(ward.read(treatment_sheet, days), "treatment-sheet-orders")
    for wanted in ("Paracetamol 500 mg: 500 mg lúc 10:00, 20:00, uống", "Penicillin (nổi mề đay)", "Bác Sĩ Lan"):
        assert wanted in record, wanted
    summary = printed(ward.read(summary_paper, ward["duc's stay"]), "summary-orders")
    assert "500 mg lúc 10:00, 20:00" in summary
    everything = told + printed(sheet, "day-sheet") + record + summary
    assert "EFV" not in everything
    assert "Efavirenz" not in everything
    assert ward.refused(mar_page, MarPage(ward["duc"], TODAY, 9)).code == "mar_days"


def test_papers_name_dates_hours_and_whoever_stopped_an_order(ward: Ward) -> None:
    def taken(number: int, first: int, last: int | None) -> Part:
        return Part(Quantity(Decimal(number), Unit.MG), (time(20),), first, last)

    parts = (taken(500, 1, 3), taken(250, 4, 4), taken(125, 5, None))
    taper = ward.order("paracetamol", 1, kind=OrderKind.TAPER, parts=parts)
    ward.order("loperamide", 2, least_minutes=240)
    ward.order("clonidine", 150, least_minutes=90)
    told = ward.read(list_orders, ward["duc"])
    said = {row.medicine.generic: order_text(row) for row in told}
    assert said == {
        "Paracetamol": "23/11/2026 đến 25/11/2026: 500 mg lúc 20:00; 26/11/2026: 250 mg lúc 20:00; "
        "từ 27/11/2026: 125 mg lúc 20:00",
        "Loperamid": "2 mg khi đau; cách ít nhất 4 giờ, tối đa 4 lần/24 giờ",
        "Clonidin": "150 mcg (0,15 mg) khi đau; cách ít nhất 90 phút, tối đa 4 lần/24 giờ",
    }
    ward.at(11)
    stop = DecideOrder(taper.order_id, taper.version, "phát ban")
    ward.write(stop_order, stop, by="other doctor")
    sheet = ward.read(treatment_sheet, Days(ward["duc's stay"], TODAY, TODAY))
    (rows,) = [one.rows for one in sheet.blocks if isinstance(one, Grid) and len(one.heads) == 6]
    assert [(row[2], row[5]) for row in rows][-1] == ("Ngừng Paracetamol 500 mg: phát ban", "Bác Sĩ Minh")


def test_a_dose_that_came_up_is_told_on_every_sheet_and_hours_stand_in_order(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 6)
    needed = ward.order("loperamide", 2)
    ward.at(10)
    for dose in (ward.said(order, "10:00"), ward.said(needed, "prn-1", reason="tiêu chảy")):
        (given,) = ward.record(dose)
        came_up = RecordVomiting(given.dose_id, given.version, ward.at(10, 20))
        ward.write(record_vomiting, came_up, by="nurse")
        ward.at(10)
    page = ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse")
    days = next(one for one in page.blocks if isinstance(one, Grid) and one.heads[1] == "Giờ")
    assert [row[1] for row in days.rows] == ["06:00", "10:00"]
    assert days.rows[1][2] == "Đ 10:00\nN 10:20\nVân"
    free = next(one for one in page.blocks if isinstance(one, Grid) and one.heads[0] == "Lúc")
    assert free.rows[0][2] == "Đã dùng, nôn lúc 10:20"
    around = ward.read(round_page, RoundAsked(TODAY), by="nurse")
    (rows,) = [one.rows for one in around.blocks if isinstance(one, Grid)]
    assert [row[5] for row in rows if row[5]] == ["Đã dùng, nôn lúc 10:20"] * 2


def test_the_page_of_a_person_says_who_wrote_when_and_why_a_dose_by_the_hour_was_not_taken(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 11, 12, 13)
    ward.at(12)
    said = (
        ward.said(order, "10:00", Outcome.REFUSED, reason="đau bụng, không chịu uống"),
        ward.said(order, "11:00", Outcome.HELD, reason="HA 85/50, bác sĩ Lan bảo hoãn"),
        ward.said(order, "12:00"),
    )
    *_, given = ward.record(*said)
    came_up = RecordVomiting(given.dose_id, given.version, ward.at(12, 20), "nôn ra cả viên")
    ward.write(record_vomiting, came_up, by="nurse")
    ward.at(13)
    ward.record(ward.said(order, "13:00"))
    page = ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse")
    why = next(one for one in page.blocks if isinstance(one, Grid) and one.heads[0] == "Giờ của y lệnh")
    assert [(row[0][-5:], row[2], row[4], row[5]) for row in why.rows] == [
        ("10:00", "TC – Từ chối", "đau bụng, không chịu uống", "Điều Dưỡng Vân"),
        ("11:00", "H – Hoãn", "HA 85/50, bác sĩ Lan bảo hoãn", "Điều Dưỡng Vân"),
        ("12:00", "Đ – Đã dùng, nôn lúc 12:20", "nôn ra cả viên", "Điều Dưỡng Vân"),
    ]
    assert "đau bụng, không chịu uống" in printed(page).replace("\n", " ")


def test_the_cell_of_a_controlled_dose_names_its_witness_beside_the_nurse(ward: Ward) -> None:
    guarded, plain = ward.order("diazepam", 5, 10), ward.order("paracetamol", 500, 10)
    ward.at(10)
    ward.record(ward.said(guarded, "10:00"), ward.said(plain, "10:00"))
    page = ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse")
    days = next(one for one in page.blocks if isinstance(one, Grid) and one.heads[1] == "Giờ")
    witness = ward.round()[0].witness
    assert witness
    cells = {row[0].split()[0]: row[2] for row in days.rows}
    assert cells["Paracetamol"] == "Đ 10:00\nVân"
    assert cells["Diazepam"] == f"Đ 10:00\nVân/{witness.split()[-1]}"
    assert f"{witness.split()[-1]} – {witness}" in printed(page)


def test_what_reveals_hiv_stands_on_a_sheet_of_its_own_for_those_who_may(ward: Ward) -> None:
    ward.order("paracetamol", 500, 10, 20)
    ward.order("efavirenz", 1, 20)
    now = ward.at(9, 30)
    ward.write(add_allergy, AddAllergy(ward["duc"], "Nevirapin", AllergySeverity.SEVERE, reaction="nổi ban"))
    ward.write(add_allergy, AddAllergy(ward["hoa"], "Abacavir", AllergySeverity.SEVERE))
    found = [ward.write(open_private_round, RoundAsked(day), by="nurse") for day in sheet_days(now)]
    lines = PrivateLines(tuple(row for one in found for row in one.rows), allergies=found[0].allergies)
    sheet = ward.read(day_sheet, DaySheet(), lines, by="nurse")
    told = printed(sheet, "day-sheet-private")
    assert ("TDF/FTC/EFV" in told, "Paracetamol" in told, "TỜ GIỮ KÍN" in told) == (True, False, True)
    assert "Nevirapin (nổi ban)" in told
    assert "Abacavir" in told
    page = printed(ward.read(mar_page, MarPage(ward["duc"], TODAY), lines, by="nurse"))
    assert ("Nevirapin" in page, "Abacavir" in page) == (True, False)
    assert "Nevirapin" not in printed(ward.read(day_sheet, DaySheet(), by="nurse"))
    assert "Nevirapin" not in printed(ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse"))
    for paper, asked in (
        (day_sheet, DaySheet()),
        (round_page, RoundAsked(TODAY)),
        (mar_page, MarPage(ward["duc"], TODAY)),
    ):
        assert "TDF/FTC/EFV" in printed(ward.read(paper, asked, lines, by="nurse"))
        # An auditor reads the MAR, and is not on the closed list.
        assert ward.refused(paper, asked, lines, by="auditor").code == "permission_denied"
        assert ward.refused(paper, asked, by="guard").code == "permission_denied"


def test_the_last_dose_letter_says_dose_day_and_words(ward: Ward) -> None:
    assert ward.refused(last_dose_letter, ward["duc"]).code == "no_programme"
    ward.programme()
    order = ward.order(
        "methadone",
        20,
        10,
        reasons={},
        countersign=ward.agreed("medication.order_medicine", "doctor"),
    )
    ward.at(10, 1)
    ward.record(ward.said(order, "10:00", Outcome.GIVEN))
    letter = ward.read(last_dose_letter, ward["duc"], "Trung tâm Y tế khu vực 2")
    told = printed(letter, "last-dose")
    for wanted in (
        "THƯ VỀ LIỀU ĐIỀU TRỊ THAY THẾ CUỐI CÙNG",
        "Kính gửi: Trung tâm Y tế khu vực 2",
        "Methadon",
        "20 mg, bằng hai ml",
        "23/11/2026 10:01",
        "Bác sĩ điều trị",
    ):
        assert wanted in told, wanted
    # The sealed summary tells of it too; whoever reads no medicines makes one without.
    sealed = printed(ward.read(summary_paper, ward["duc's stay"]), "summary-substitution")
    assert "Điều trị thay thế Methadon 10 mg/ml, bắt đầu 23/11/2026. Liều cuối cùng: 20 mg, 23/11/2026" in sealed


def test_the_summary_says_what_was_given_on_the_day_of_leaving_whenever_it_is_printed(ward: Ward) -> None:
    ward.order("paracetamol", 500, 10, 20)
    ward.order("paracetamol", 500, kind=OrderKind.ONCE, person="hoa")
    stopped, held = ward.order("clonidine", 150, 10), ward.order("loperamide", 2, 10)
    ward.at(9, 30)
    ward.write(stop_order, DecideOrder(stopped.order_id, stopped.version, "hạ huyết áp"))
    ward.write(hold_order, DecideOrder(held.order_id, held.version, "táo bón"))
    ward.at(13)
    before = _medicines(ward, "duc")
    assert before == ["Paracetamol 500 mg"]
    assert _medicines(ward, "hoa") == ["Paracetamol 500 mg"]
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    # An hour and a year later it says what it said at the gate; a single dose is nobody's medicine the next day.
    for at in (ward.at(14), ward.at(9, day=TODAY + timedelta(days=365))):
        assert _medicines(ward, "duc") == before, at
    assert _medicines(ward, "hoa") == []


def test_the_referral_tells_every_medicine_of_three_days_with_what_was_not_taken_and_what_came_up(
    ward: Ward,
) -> None:
    stay = ward["duc's stay"]
    ward.order("efavirenz", 1, 10)
    clonidine = ward.order("clonidine", 150, 8, 14, 20)
    paracetamol = ward.order("paracetamol", 500, 10, 20)
    held = ward.order("loperamide", 2, 10)
    ward.at(14, 5)
    (given,) = ward.record(ward.said(clonidine, "14:00"))
    came_up = RecordVomiting(given.dose_id, given.version, ward.at(14, 20))
    ward.write(record_vomiting, came_up, by="nurse")
    ward.at(20, 10)
    ward.record(
        ward.said(clonidine, "20:00", Outcome.REFUSED, reason="mệt"),
        ward.said(paracetamol, "20:00", Outcome.HELD, reason="đang dùng ARV"),
    )
    ward.write(stop_order, DecideOrder(clonidine.order_id, clonidine.version, "tụt huyết áp"))
    ward.write(hold_order, DecideOrder(held.order_id, held.version, "táo bón"))
    ward.write(
        score_instrument, ScoreInstrument(stay, "COWS", {str(one): 1 if one == 1 else 0 for one in range(1, 12)})
    )
    calm = {VitalSign.TEMP: "36,8", VitalSign.PULSE: "72", VitalSign.RR: "16", VitalSign.SBP: "120"}
    calm |= {VitalSign.DBP: "80", VitalSign.SPO2: "98"}
    ward.write(measure_vitals, MeasureVitals(stay, calm, Consciousness.ALERT, Breathing.AIR))
    ward.write(add_allergy, AddAllergy(ward["duc"], "Penicillin", AllergySeverity.SEVERE, reaction="khó thở"))
    asked = Referral(stay, "Bệnh viện tỉnh", "tụt huyết áp")
    paper = ward.read(referral_paper, asked)
    (rows,) = [one.rows for one in paper.blocks if isinstance(one, Grid) and len(one.heads) == 5]
    assert rows == (
        (
            "Clonidin 0,15 mg, uống",
            "150 mcg (0,15 mg) lúc 08:00, 14:00, 20:00",
            "đã ngừng 23/11 20:10: tụt huyết áp",
            "150 mcg (0,15 mg)\n23/11/2026 14:05\n(đã nôn)",
            "23/11 14:20 Nôn\n23/11 20:10 Từ chối: mệt",
        ),
        ("Loperamid 2 mg, uống", "2 mg lúc 10:00", "Tạm ngừng, từ 23/11 09:00", "–", "–"),
        # What a nurse typed of another's wall does not leave on an open paper.
        (
            "Paracetamol 500 mg, uống",
            "500 mg lúc 10:00, 20:00",
            "Đang dùng, từ 23/11 09:00",
            "–",
            "23/11 20:10 Hoãn",
        ),
    )
    told = printed(paper, "referral-72")
    for wanted in (
        "Thuốc trong 72 giờ qua",
        "COWS 1 (",
        "NEWS2 0 (",
        "lúc 23/11/2026 20:10",
        "Penicillin (khó thở)",
    ):
        assert wanted in told, wanted
    assert "Điện thoại gọi lại cơ sở" in told
    assert not [one for one in ("EFV", "ARV", "HIV") if one in told]
    # Three days later the stopped one is history, and the paused one still told.
    ward.at(20, 11, TODAY + timedelta(days=3))
    later = printed(ward.read(referral_paper, asked))
    assert ("Clonidin" in later, "Loperamid" in later) == (False, True)


def test_an_order_whose_days_were_over_is_not_told_as_stopped(ward: Ward) -> None:
    part = Part(Quantity(Decimal(500), Unit.MG), (time(20),), 1, 1)
    ward.order("paracetamol", 1, kind=OrderKind.TAPER, parts=(part,))
    ward.at(9, 0, TODAY + timedelta(days=1))
    told = printed(ward.read(referral_paper, Referral(ward["duc's stay"], "x", "y")))
    assert "hết ngày dùng 24/11 00:00, từ 23/11" in told
    assert "đã ngừng" not in told


def _medicines(ward: Ward, person: str) -> list[str]:
    """The medicines at leaving, by the summary."""
    paper = ward.read(summary_paper, ward[f"{person}'s stay"])
    grids = [one for one in paper.blocks if isinstance(one, Grid) and one.heads[0] == "Thuốc, hàm lượng"]
    return [str(row[0]) for grid in grids for row in grid.rows]


def test_the_mar_lists_hours_in_order_the_last_day_of_a_plan_and_what_a_dash_is(ward: Ward) -> None:
    # Late in the day: the first dose due is that of the evening.
    ward.at(15)
    times = tuple(time(one) for one in (8, 14, 20))
    ward.order("paracetamol", 500, 8, parts=(Part(Quantity(Decimal(500), Unit.MG), times, 1, 3),))
    ward.order("paracetamol", 500, person="hoa", reason="Đau đầu")
    ward.at(16, day=TODAY + timedelta(days=1))
    page = ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse")
    orders, hours = (one for one in page.blocks if isinstance(one, Grid))
    assert [row[1] for row in hours.rows] == ["08:00", "14:00", "20:00"]
    assert [row[3] for row in orders.rows] == ["23/11/2026 15:00\nhết 25/11/2026"]
    assert "– : không có liều" in printed(page)
    needed = ward.read(mar_page, MarPage(ward["hoa"], TODAY), by="nurse")
    (orders, *_) = (one for one in needed.blocks if isinstance(one, Grid))
    assert orders.rows[0][1] == "500 mg khi đau đầu; cách ít nhất 4 giờ, tối đa 4 lần/24 giờ"
