"""The papers of TT 18/2026/TT-BYT: columns and signatures of their annexes, filled with what the records say."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES
from facility_app.app.registry import papers
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import render
from facility_app.documents.forms.spec import Wall
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import Role
from facility_app.kernel.spec import Filling
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.papers.payloads import find_years
from facility_app.modules.pharmacy.queries.ledger import find_pages
from facility_app.modules.pharmacy.service import days, losses, requests, returning
from tests.documents.papers import assert_golden
from tests.documents.reading import pages_text
from tests.helpers.cases import each
from tests.modules.pharmacy.store import LATER, TODAY, Pharmacy

FORMS = FormLibrary.load(resources_folder() / "forms")
FONTS = Fonts.in_folder(resources_folder() / FACES)
COLUMNS = {
    "T18-VIII": ("Ngày tháng|Nơi xuất/nhập|Số chứng từ|Nhập|Xuất|Còn lại|Số lô, hạn dùng|Ghi chú"),
    "T18-IX": (
        "(1) STT|(2) Tên thuốc, dạng, quy cách|(3) Hoạt chất, hàm lượng|(4) Chất phải kiểm soát|(5) Số đăng ký|"
        "(6) ĐVT|(7) Tồn đầu|(8) Nhập|(9) = 7+8|Nơi nhập|(10) Xuất|(11) Hao hụt|(12) = 9−10−11"
    ),
    "T18-XI": (
        "STT|Tên thuốc, dạng, hàm lượng, quy cách, số đăng ký|ĐVT|Số lượng thất thoát, nhầm lẫn|Lý do|"
        "Biện pháp xử lý|Ghi chú"
    ),
    "T18-XII": ("STT|Tên thuốc|Hoạt chất – nồng độ, hàm lượng|ĐVT|Số lượng yêu cầu|Số lượng thực phát|Ghi chú"),
    "T18-XV": (
        "STT|Tên thuốc, nồng độ, hàm lượng|ĐVT|Số lượng|Số lô, hạn dùng|Nhà sản xuất, nước sản xuất|Ghi chú"
    ),
    "T18-XVIII": ("STT|Tên thuốc, nồng độ, hàm lượng|ĐVT|Số lượng|Hạn dùng|Tình trạng cảm quan|Lý do trả"),
}
SIGNERS = {
    "T18-VIII": ["NGƯỜI QUẢN LÝ THUỐC", "TRƯỞNG KHOA"],
    "T18-IX": ["TRƯỞNG CƠ SỞ"],
    "T18-XI": ["TRƯỞNG CƠ SỞ"],
    "T18-XII": ["TRƯỞNG KHOA LĨNH", "TRƯỞNG KHOA CẤP PHÁT", "NGƯỜI GIAO", "NGƯỜI NHẬN"],
    "T18-XV": ["NGƯỜI GIAO", "NGƯỜI NHẬN", "ĐẠI DIỆN CƠ SỞ"],
    "T18-XVIII": ["NGƯỜI TRẢ", "NGƯỜI NHẬN"],
}


@each("form_id", sorted(COLUMNS))
def test_a_paper_has_the_columns_and_the_signatures_of_its_annex(form_id: str) -> None:
    form = FORMS.get(form_id)
    (rows,) = [one for one in form.fields.values() if one.columns and one.record == "medicine"]
    assert "|".join(one.head for one in rows.columns) == COLUMNS[form_id]
    text = " ".join(pages_text(render(form, {}, FONTS, parts=form.walls[0])))
    assert all(" ".join(text.split()).count(one) for one in SIGNERS[form_id])
    assert form.walls == ((Wall.MEDICAL,) if form_id == "T18-XVIII" else (Wall.OPEN,))
    assert form_id.partition("-")[2] in form.source


def printed(pharmacy: Pharmacy, form_id: str, record: str, name: str = "") -> tuple[Filling, str]:
    """What a paper says, and its words on paper, which are those of its golden text where ``name`` says one."""
    spec, form = papers()[form_id], FORMS.get(form_id)
    told = pharmacy.read(spec.fill, form, record, TODAY)
    assert told.payload.keys() <= form.fields.keys()
    assert told.resident_id is None, "the register names nobody"
    pdf = render(form, told.payload, FONTS, parts=form.walls[0])
    if PICTURES is not None:
        (PICTURES / f"{form_id}.pdf").write_bytes(pdf)
    pages = pages_text(pdf)
    if name:
        assert_golden(pages, name)
    return told, " ".join(" ".join(pages).split())


PICTURES: Path | None = None
"""A folder the papers are put into, for whoever wants to look at them."""


def test_the_papers_say_what_the_records_say(pharmacy: Pharmacy) -> None:
    pharmacy.take(pharmacy.dose("methadone", 35))
    pages: list[str] = []
    for place in ("safe", "cabinet"):
        given = pharmacy.agreed("pharmacy.close_day", (Role.HEAD,))
        pages += pharmacy.write(days.close_day, days.CloseDay(pharmacy[place], given))
    assert len(pages) == 4
    offered = pharmacy.read(find_pages, "methadon")
    assert len(offered) == 2
    (page,) = [one for one, name in offered if "Tủ trực" in name]
    told, text = printed(pharmacy, "T18-VIII", page, "t18-viii")
    rows = [(one["received"], one["issued"], one["left"], one["lot"]) for one in told.payload["book_rows"]]
    assert rows == [("300", "", "300", "M01, 30/06/2028"), ("", "3,5", "296,5", "M01, 30/06/2028")]
    assert "hai trăm chín mươi sáu phẩy năm ml" in text
    assert told.payload["book_class"] == "Thuốc gây nghiện"
    ((slip, *_),) = pharmacy.sql("SELECT id FROM stock_slip WHERE series = 'X' ORDER BY number LIMIT 1")
    _, text = printed(pharmacy, "T18-XV", slip, "t18-xv")
    assert "300 (ba trăm ml)" in text
    ((arv, *_),) = pharmacy.sql("SELECT id FROM stock_slip WHERE series = 'X' ORDER BY number DESC LIMIT 1")
    told, text = printed(pharmacy, "T18-XV", arv)
    assert (told.payload["slip_rows"], "TDF" in text) == ((), False), (
        "no paper tells of a medicine that reveals HIV"
    )


def test_the_requests_and_reports_say_what_was_written(pharmacy: Pharmacy) -> None:
    lines = tuple(
        requests.Wanted(pharmacy[one], pharmacy.stock(one, 12)) for one in ("methadone", "diazepam", "tld")
    )
    wish = requests.AskRequisition("Khoa điều trị", pharmacy["safe"], pharmacy["cabinet"], lines)
    made = pharmacy.write(requests.ask_requisition, wish, by=(Role.DOCTOR,))
    told, text = printed(pharmacy, "T18-XII", made, "t18-xii")
    assert [(one["strength"], one["asked"], one["issued"]) for one in told.payload["requisition_rows"]] == [
        ("Methadon – 10 mg/ml", "12 (mười hai ml)", ""),
        ("Diazepam – 5 mg", "12", ""),
    ]
    quantity = Quantity(Decimal("1.5"), Unit.ML)
    loss = losses.ReportLoss(pharmacy["methadone"], pharmacy["safe"], quantity, "rơi vỡ", pharmacy["M01"])
    loss_id = pharmacy.write(losses.report_loss, loss)
    _, text = printed(pharmacy, "T18-XI", loss_id, "t18-xi")
    assert "1,5 (một phẩy năm ml)" in text
    assert "Methadon 10 mg/ml, Dung dịch uống, Chai 1.000 ml, VD-29589-18" in text
    assert "Cục Y tế" in text
    item = returning.HandedBack(pharmacy["methadone"], "M01", LATER, quantity, "còn nguyên", "ra cơ sở")
    back = returning.TakeBackMedicines(
        pharmacy["duc"],
        pharmacy["quarantine"],
        (item,),
        "Nguyễn Văn Bình",
        "001062001234",
        "phòng y tế",
        countersign=pharmacy.agreed("pharmacy.take_back_medicines"),
    )
    back_id = pharmacy.write(returning.take_back_medicines, back)
    _, text = printed(pharmacy, "T18-XVIII", back_id, "t18-xviii")
    assert "001062001234" in text
    assert "một phẩy năm ml" in text
    pharmacy.facility.file.clock.at += timedelta(days=40)
    assert [one for one, _ in pharmacy.read(find_years, "2026")] == ["2026"]
    told, _ = printed(pharmacy, "T18-IX", "2026", "t18-ix")
    (methadone,) = [one for one in told.payload["year_rows"] if one["substance"] == "Methadon"]
    wanted = {"opening": "0", "received": "1.001,5", "total": "1.001,5", "issued": "0", "lost": "0"}
    assert {name: methadone[name] for name in wanted} == wanted
    assert methadone["closing"] == "1.001,5"
    assert (methadone["name"], methadone["registration"]) == (
        "Methadon, Dung dịch uống, Chai 1.000 ml",
        "VD-29589-18",
    )
