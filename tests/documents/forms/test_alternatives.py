"""Where the case decides, one of the official alternatives stands; what only tells what to write gives way."""

from collections.abc import Mapping

from facility_app.documents.forms.fields import Cell, PartialDate, Payload
from facility_app.documents.forms.filling import Filler
from facility_app.documents.forms.own_name import rest_of_name
from facility_app.documents.forms.printing import PrintMarks, render
from facility_app.documents.forms.spec import Line, ListLine, TableLine
from facility_app.documents.runs import Leader, Words
from tests.documents.forms.measured import lines
from tests.documents.forms.samples import LIBRARY, filled
from tests.documents.reading import FONTS, pages_text
from tests.helpers.cases import each

KNOWN: Payload = {"full_name": "Đỗ Ớt"}
"""Enough for a form not to be a blank one."""


def said(form_id: str, payload: Payload, version: int | None = None) -> str:
    """A form in plain words, line by line, dots as …"""
    form = LIBRARY.get(form_id, version)
    filler, told = Filler(form, payload, str), []
    for line in (line for part in form.parts for line in part.lines):
        if isinstance(line, Line):
            told.append(filler.runs(line.text))
        elif isinstance(line, ListLine):
            told += filler.listed(line)
    told += [filler.runs(one.title) for row in form.foot.rows for one in row if one is not None]
    words = ("".join(_plain(run) for run in runs) for runs in told if runs)
    return "\n".join(line.replace("\u2002", "") for line in words)


def _plain(run: object) -> str:
    return run.text if isinstance(run, Words) else "…" if isinstance(run, Leader) else "□"


def test_what_only_tells_what_to_write_stands_until_it_is_written() -> None:
    asked = "(người có tên trên chuẩn bị hoàn thành"
    content: Payload = {"completion_notice_content": "hoàn thành ngày 01/09/2026"}
    assert asked in said("V-51", {})
    assert asked not in said("V-51", content)
    assert asked in said("V-51", content, version=1), "a paper of the former version is printed as it was issued"


@each(
    ("code", "subject", "has_contract"),
    [
        ("public", "Hoàn thành cai nghiện ma túy tự nguyện", False),
        ("private", "Hoàn thành cai nghiện ma túy tự nguyện tại cơ sở cai nghiện ma túy tư nhân", True),
        (
            "partial",
            "Thời gian, quy trình người cai nghiện ma túy đã thực hiện tại cơ sở cai nghiện ma túy tư nhân",
            True,
        ),
    ],
)
def test_the_certificate_of_a_volunteer_says_the_one_thing_it_certifies(
    code: str, subject: str, has_contract: bool
) -> None:
    lines = said("V-30", {**KNOWN, "certified": code}).split("\n")
    assert lines[1] == subject
    assert f"2. Xác nhận: {subject}" in lines
    assert any("Hợp đồng dịch vụ" in line for line in lines) is has_contract
    assert ("- …" in lines) is (code == "partial"), "stages are asked for by the second alternative alone"


def test_both_alternatives_stand_where_nothing_decides() -> None:
    both = "Hoàn thành cai nghiện ma túy tự nguyện/thời gian, quy trình người cai nghiện ma túy đã thực hiện tại"
    assert both in said("V-30", KNOWN)
    assert "Tạm đình chỉ/miễn chấp hành" in said("V-46", KNOWN)
    assert "Kính gửi: Tòa án nhân dân/Giám đốc Công an" in said("V-46", KNOWN)
    assert "TRƯỞNG CƠ SỞ/HIỆU TRƯỞNG …" in said("V-47", KNOWN)
    assert "\nHoặc\n" in said("V-24", KNOWN)


def test_a_proposal_names_what_is_asked_and_of_whom() -> None:
    court = said("V-46", {**KNOWN, "measure": "exemption", "authority_kind": "court", "authority_area_name": "A"})
    assert court.split("\n")[1:3] == ["Miễn chấp hành phần thời gian còn lại", "Kính gửi: Tòa án nhân dân A"]
    assert "quyết định miễn chấp hành quyết định" in court
    police = said("V-46", {**KNOWN, "measure": "suspension", "authority_kind": "police"})
    assert "Đề nghị Giám đốc Công an … xem xét, quyết định tạm đình chỉ chấp hành quyết định" in police
    assert "Tòa án" not in police


def test_whoever_registers_is_named_the_way_that_fits_them() -> None:
    official = said("V-24", {**KNOWN, "registrant_kind": "official", "registrant_name": "Tạ Thu"})
    person = said("V-24", {**KNOWN, "registrant_kind": "person", "registrant_name": "Tạ Thu"})
    assert [one.count("Tạ Thu") for one in (official, person)] == [1, 1]
    assert ("Họ và tên: Tạ Thu; Chức vụ: …" in official, "Điện thoại liên lạc" in official) == (True, False)
    assert ("Họ và tên: Tạ Thu; Giới tính: …" in person, "Điện thoại liên lạc" in person) == (True, True)
    assert "Hoặc" not in official + person


def test_whose_head_decides_is_said_by_the_unit() -> None:
    for code, words in (("head", "TRƯỞNG CƠ SỞ …"), ("principal", "HIỆU TRƯỞNG …")):
        assert said("V-47", {**KNOWN, "deciding_office": code}).split("\n")[2] == words


def test_a_basis_ends_where_nothing_more_is_known() -> None:
    known: Payload = {"decision_number": "12", "court_area_name": "1 – Hà Nội"}
    assert "Căn cứ Quyết định số: 12/QĐ ngày …/…/… của Tòa án nhân dân khu vực 1 – Hà Nội;" in said("V-50", known)
    told: Payload = {**known, "decision_symbol": "TA", "decision_subject": "cai nghiện"}
    assert "số: 12/QĐ-TA ngày" in said("V-50", told)
    assert "1 – Hà Nội về việc cai nghiện;" in said("V-50", told)
    assert "của CQĐT;" in said("V-47", {"request_authority": "CQĐT"})
    assert " về việc …;" in said("V-50", {}), "a blank form keeps its dots"


def test_a_body_named_in_full_is_not_named_twice() -> None:
    told = said("V-47", {"request_authority": "Cơ quan Cảnh sát điều tra"})
    assert "3. Cơ quan Cảnh sát điều tra có trách nhiệm" in told


@each("form_id", ["V-43", "V-46", "V-47", "V-49", "V-50"])
def test_whoever_signs_for_the_head_signs_in_two_lines(form_id: str) -> None:
    head: Payload = {**KNOWN, "signer_office": "Giám đốc"}
    assert said(form_id, head).endswith("\nGIÁM ĐỐC")
    deputy: Payload = {**head, "signer_authority": "kt", "signer_position": "Phó giám đốc"}
    assert said(form_id, deputy).endswith("\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")
    assert "\nTRƯỞNG CƠ SỞ" in said(form_id, KNOWN), "nobody is known to sign yet: as the form has it"


def test_a_value_and_the_label_after_it_are_told_apart() -> None:
    form = LIBRARY.get("V-51")
    line = next(
        one for part in form.parts for one in part.lines if isinstance(one, Line) and "Dân tộc: " in one.text
    )
    runs = Filler(form, {"ethnicity": "Kinh", "religion": "Không"}, str).runs(line.text)
    text = "".join(_plain(run) for run in runs)
    assert text == "Dân tộc: Kinh \u2002Tôn giáo: Không \u2002Trình độ học vấn: …"


def test_a_day_in_a_list_is_printed_as_papers_write_it_after_it_was_kept() -> None:
    form = LIBRARY.get("V-46")
    (table,) = (line for part in form.parts for line in part.lines if isinstance(line, TableLine))
    rows: tuple[Mapping[str, Cell], ...] = (
        {"full_name": "A", "date_of_birth": "1990-05-17"},
        {"full_name": "B", "date_of_birth": PartialDate(1987)},
    )
    printed = Filler(form, {"resident_list": rows}, str).grid(table).rows
    assert [row[1] for row in printed] == ["17/05/1990", "…/…/1987"]


def test_minutes_count_their_own_pages() -> None:
    form = LIBRARY.get("V-42")
    short = {name: value for name, value in filled(form).items() if name != "page_count"}
    long = {**short, "attached_documents": tuple(f"tài liệu {n}" for n in range(60))}
    for payload in (short, long):
        pages = pages_text(render(form, payload, FONTS))
        assert f"Biên bản này gồm {len(pages):02} trang" in " ".join(" ".join(pages).split())


def test_lines_stand_closer_where_that_spares_a_page_of_little_more_than_signatures() -> None:
    form, marks = LIBRARY.get("V-49"), PrintMarks(qr="FAC1." + "ABCDEFG7" * 29)
    usual = {name: value for name, value in filled(form).items() if name not in {"recipients", "signer_position"}}
    leading = []
    for count, pages in ((1, 1), (150, 2)):
        pdf = render(form, {**usual, "proposing_unit": "Tổ " * count}, FONTS, marks=marks)
        assert len(pages_text(pdf)) == pages
        first = [one for one in lines(pdf) if one.text.startswith(("Căn cứ Nghị định", "quy định chi tiết"))]
        leading.append(round((first[0].base - first[1].base) / form.letters, 2))
    assert leading == [1.15, 1.25]


def test_the_last_paragraph_goes_with_the_signatures_of_the_certificate() -> None:
    form, marks = LIBRARY.get("V-30"), PrintMarks(qr="FAC1." + "ABCDEFG7" * 29)
    for count in range(4, 40, 5):
        payload = {**filled(form), "residence": "\n".join(["số 5"] * count)}
        assert "Thời gian: từ ngày" in pages_text(render(form, payload, FONTS, marks=marks))[-1]


def test_no_page_ends_with_a_label_whose_lines_stand_overleaf() -> None:
    form = LIBRARY.get("V-42")
    for count in range(1, 14):
        payload = {**filled(form), "other_name": "\n".join(["Tên"] * count)}
        for page in pages_text(render(form, payload, FONTS)):
            assert not page.rstrip(" .").endswith(("(ghi rõ từng loại):", "gồm:", "bắt buộc:")), count


@each(
    ("form_id", "rest"),
    [
        ("V-29", "cai nghiện ma túy số 1"),
        ("V-30", "ma túy số 1"),
        ("V-42", "ma túy số 1"),
        ("V-47", "cai nghiện ma túy số 1"),
        ("V-49", "ma túy số 1"),
        ("V-50", "số 1"),
        ("V-48", "số 1"),
    ],
)
def test_a_form_and_the_registered_name_make_one_name(form_id: str, rest: str) -> None:
    """Nothing of it is said twice and nothing lost; V-48, whose places differ, keeps the short one."""
    form = LIBRARY.get(form_id)
    assert rest_of_name(form, "Cơ sở cai nghiện ma túy số 1") == rest
    other = "Trường giáo dưỡng số 2"
    assert rest_of_name(form, other) == other, "of another kind: the whole name"
