"""NĐ 30/2020 to the millimetre and the point, measured from the file."""

from dataclasses import replace

import pytest
from reportlab.lib.units import mm

from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.printing import FIRST, PrintMarks, render
from facility_app.documents.forms.spec import HeadLayout, Wall
from tests.documents.forms.measured import Letters, lines, strokes
from tests.documents.forms.samples import IDS, LIBRARY, filled, printed
from tests.documents.reading import FONTS, assert_on_paper, page_sizes, pages_text
from tests.helpers.cases import each

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (f"LiberationSerif{face}" for face in ("", "-Bold", "-Italic", "-BoldItalic"))
WIDTH, HEIGHT = 210 * mm, 297 * mm
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, WIDTH - 15 * mm, HEIGHT - 20 * mm, 20 * mm
NAME_OF_200 = " ".join(["Nguyễn Thị Ánh Nguyệt"] * 9)[:200]


def drawn(form_id: str, payload: Payload | None = None, marks: PrintMarks = FIRST) -> bytes:
    spec = LIBRARY.get(form_id)
    if payload is None and marks is FIRST:
        return printed(form_id, filled)
    return render(spec, filled(spec) if payload is None else payload, FONTS, marks=marks)


def the(found: list[Letters], text: str) -> Letters:
    """The first run of letters that begins so."""
    return next(one for one in found if one.text.startswith(text))


def near(measured: float, wanted: float, by: float = 0.6) -> bool:
    return abs(measured - wanted) <= by


def test_sizes_and_faces_of_a_decision_are_those_of_the_decree() -> None:
    found = lines(drawn("V-49"))
    for text, face, sizes in (
        ("CÔNG AN TỈNH ĐỒNG NAI", REGULAR, {12, 13}),
        ("CƠ SỞ CAI NGHIỆN MA TÚY SỐ 1", BOLD, {12, 13}),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, {12, 13}),
        ("Độc lập - Tự do - Hạnh phúc", BOLD, {13, 14}),
        ("Số: 05/QĐ-CSCNMTS1", REGULAR, {13}),
        ("Đồng Nai, ngày 03 tháng 02 năm 2026", ITALIC, {13, 14}),
        ("QUYẾT ĐỊNH", BOLD, {13, 14}),
        ("Cho phép người", BOLD, {13, 14}),
        ("Căn cứ Luật", ITALIC, {13, 14}),
        ("Xét Đơn", ITALIC, {13, 14}),
        ("Điều 1.", BOLD, {13, 14}),
        ("1. Họ, tên", REGULAR, {13, 14}),
        ("Nơi nhận:", BOLD_ITALIC, {12}),
        ("- Như Điều 1, Điều 2;", REGULAR, {11}),
        ("KT. TRƯỞNG CƠ SỞ", BOLD, {13, 14}),
        ("Thượng tá Trần Văn Đức", BOLD, {13, 14}),
    ):
        one = the(found, text)
        assert one.face == face, text
        assert one.size in sizes, (text, one.size)


def test_motto_is_one_point_larger_than_the_nations_name() -> None:
    for form_id in ("V-50", "V-23"):
        found = lines(drawn(form_id))
        assert the(found, "Độc lập").size == the(found, "CỘNG HÒA").size + 1


def test_number_and_place_stand_on_one_line_below_their_bodies() -> None:
    found = lines(drawn("V-50"))
    number, place = the(found, "Số: 05"), the(found, "Đồng Nai, ngày")
    assert near(number.base, place.base)
    issuer, motto = the(found, "CƠ SỞ CAI NGHIỆN"), the(found, "Độc lập")
    assert near((number.left + number.right) / 2, (issuer.left + issuer.right) / 2, 2)
    assert near((place.left + place.right) / 2, (motto.left + motto.right) / 2, 2)


def test_rules_are_as_long_as_the_decree_asks() -> None:
    pdf = drawn("V-50")
    found, rules = lines(pdf), [one for one in strokes(pdf) if one.top - one.bottom < 2]
    for text, least, most in (
        ("Độc lập", 0.97, 1.03),
        ("CƠ SỞ CAI NGHIỆN MA TÚY SỐ 1", 1 / 3, 1 / 2),
        ("Chấp hành xong", 1 / 3, 1 / 2),
    ):
        above = the(found, text)
        below = (one for one in rules if one.top < above.base and above.left - 1 <= one.left <= above.right)
        rule = max(below, key=lambda one: one.top)
        assert above.base - rule.top < above.size
        assert least <= rule.width / (above.right - above.left) <= most, text
        assert near((rule.left + rule.right) / 2, (above.left + above.right) / 2, 1.5)


def test_paper_is_a4_with_the_decrees_margins() -> None:
    for form_id in IDS:
        pdf = drawn(form_id)
        assert all(near(width, WIDTH) and near(height, HEIGHT) for width, height in page_sizes(pdf))
        body = [one for one in lines(pdf) if not (one.page > 1 and one.text.strip() == str(one.page))]
        assert min(one.left for one in body) >= LEFT - 0.5, form_id
        assert max(one.right for one in body) <= RIGHT + 1, form_id
        assert max(one.base + one.size * 0.7 for one in body) <= TOP, form_id
        assert min(one.base for one in body) >= BOTTOM, form_id


def test_the_body_is_justified_indented_and_spaced() -> None:
    found = lines(drawn("V-50"))
    first, second = the(found, "Căn cứ Nghị định"), the(found, "Chính phủ quy định")
    assert near(first.left, LEFT + 12.7 * mm)
    assert near(second.left, LEFT)
    assert near(first.right, RIGHT, 1.5)
    assert near(second.right, RIGHT, 1.5)
    above, below = the(found, "Ngày, tháng, năm sinh"), the(found, "Số CC/CCCD")
    single = above.size * 1.15
    assert above.base - below.base >= single + 6
    assert first.base - second.base >= single


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_upper_margin() -> None:
    found = lines(drawn("V-29"))
    last = max(one.page for one in found)
    assert last > 1
    assert not [one for one in found if one.page == 1 and one.base > TOP]
    for number in range(2, last + 1):
        (head,) = (one for one in found if one.page == number and one.base > TOP)
        assert head.text.strip() == str(number)
        assert head.size in {13, 14}
        assert head.face == REGULAR
        assert near((head.left + head.right) / 2, (LEFT + RIGHT) / 2, 4)


def test_minutes_and_personal_papers_have_no_agency_block() -> None:
    for form_id in ("V-23", "V-24", "V-31", "V-42", "I-03", "V-19", "V-48", "I-04", "V-20"):
        spec = LIBRARY.get(form_id)
        assert spec.head.layout is HeadLayout.NATION
        nation = the(lines(drawn(form_id)), "CỘNG HÒA")
        assert near((nation.left + nation.right) / 2, (LEFT + RIGHT) / 2, 2), form_id
        assert "Nơi nhận" not in " ".join(pages_text(drawn(form_id)))


def test_empty_places_are_dots_to_the_margin() -> None:
    found = lines(drawn("V-50", {}))
    for text in ("Nơi cấp:", "Địa chỉ liên hệ:", "Số điện thoại:"):
        line = the(found, text)
        whole = [one for one in found if near(one.base, line.base)]
        assert near(max(one.right for one in whole), RIGHT, 2), text
        assert "....." in "".join(one.text for one in whole)


def test_boxes_are_drawn_and_ticked() -> None:
    spec = LIBRARY.get("V-17")
    none = [one for one in strokes(render(spec, {}, FONTS)) if 5 < one.width < 15]
    one_chosen = [one for one in strokes(render(spec, {"marital_status": "married"}, FONTS)) if 5 < one.width < 15]
    assert len(none) == 7, "three of work, four of marriage"
    assert len(one_chosen) == len(none) + 2, "a cross is two strokes more"


def test_signatures_stay_together_and_never_alone() -> None:
    spec = LIBRARY.get("V-51")
    for count in range(1, 40, 3):
        payload = {**filled(spec), "completion_notice_content": "\n".join(["dòng"] * count)}
        pages = pages_text(render(spec, payload, FONTS))
        last = pages[-1]
        assert "Nơi nhận:" in last
        assert "Trần Văn Đức" in last
        assert "thông báo để biết, thực hiện theo quy định." in last, "the last words of the body come along"


def test_long_values_lose_nothing() -> None:
    spec = LIBRARY.get("V-42")
    items = tuple(f"tài liệu thứ {number} " + "dài " * 12 + "hết" for number in range(1, 41))
    essay = " ".join(f"từ{number}" for number in range(3000))
    payload = {
        **filled(spec),
        "full_name": NAME_OF_200,
        "attached_documents": items,
        "condition_at_handover": essay,
        "other_name": "x" * 400,
    }
    pdf = render(spec, payload, FONTS)
    pages = pages_text(pdf)
    together = " ".join(pages)
    assert len(pages) >= 5
    assert_on_paper(pdf)
    assert all(f"{number}) tài liệu thứ {number} dài" in together for number in range(1, 41))
    assert together.count("hết") == 40
    assert all(f"từ{number}" in together for number in range(3000))
    assert together.count("x") >= 400
    assert NAME_OF_200.upper() in " ".join(together.split())


def test_a_table_repeats_its_head_on_every_page() -> None:
    spec = LIBRARY.get("V-46")
    rows = tuple({"full_name": f"Người thứ {n}", "evidence": "Bệnh án " * 6} for n in range(60))
    pages = pages_text(render(spec, {**filled(spec), "resident_list": rows}, FONTS))
    assert len(pages) > 2
    for text in pages:
        assert ("Người thứ" in text) == ("Tài liệu chứng minh" in text)
    assert sum(text.count("Người thứ") for text in pages) == 60


@each("form_id", ["V-17", "V-18"])
def test_medical_parts_never_stand_in_the_open_file(form_id: str) -> None:
    spec = LIBRARY.get(form_id)
    assert spec.walls == (Wall.OPEN, Wall.MEDICAL)
    behind = spec.names(Wall.MEDICAL) - spec.names(Wall.OPEN)
    assert len(behind) >= 5
    secret = {name: f"BÍ MẬT {name}" for name in behind if spec.fields[name].type == "text"}
    payload = {**filled(spec), **secret}
    text = " ".join(pages_text(render(spec, payload, FONTS, parts=Wall.OPEN)))
    assert "BÍ MẬT" not in text
    assert not behind & set(spec.only(payload, Wall.OPEN))
    medical = " ".join(pages_text(render(spec, payload, FONTS, parts=Wall.MEDICAL)))
    assert medical.count("BÍ MẬT") >= len(secret)
    assert "Nguyễn Thị Ánh Nguyệt".upper() in medical.upper(), "whose file it is"


def test_what_is_medical_is_so_by_the_forms_own_numbering() -> None:
    opened = " ".join(pages_text(render(LIBRARY.get("V-17"), {}, FONTS)))
    assert "II. THÔNG TIN VỀ GIA ĐÌNH" in opened
    assert "III. THÔNG TIN VỀ SỨC KHỎE" not in opened
    plan = " ".join(pages_text(render(LIBRARY.get("V-18"), {}, FONTS)))
    assert "ĐIỀU TRỊ Y TẾ" not in plan
    assert "II. HỖ TRỢ PHỤC HỒI" in plan


def test_a_form_without_that_wall_is_refused() -> None:
    with pytest.raises(ValueError, match="V-50 has no medical part"):
        render(LIBRARY.get("V-50"), {}, FONTS, parts=Wall.MEDICAL)


def test_one_payload_gives_one_file() -> None:
    for form_id in ("V-50", "V-42", "V-46"):
        assert drawn(form_id) == drawn(form_id)
    assert drawn("V-50") != drawn("V-50", {})


def test_marks_say_copy_reprint_and_void() -> None:
    text = pages_text(drawn("V-29", marks=PrintMarks(copy=3, reprint=2, is_void=True)))
    assert len(text) > 1
    for page in text:
        assert "Bản số 3 · In lại lần 2" in page
        assert "ĐÃ HỦY" in page
    plain = " ".join(pages_text(drawn("V-29")))
    assert "Bản số" not in plain
    assert "ĐÃ HỦY" not in plain


def test_the_code_stands_at_the_foot_of_the_first_page_and_nothing_is_written_into_it() -> None:
    marks = PrintMarks(qr="FAC1." + "ABCDEFG7" * 29)
    pdf = drawn("V-42", marks=marks)
    code = max((one for one in strokes(pdf) if one.page == 1 and one.top < 40 * mm), key=lambda one: one.width)
    assert 18 * mm < code.width < 24 * mm
    body = [one for one in lines(pdf) if one.page == 1 and "Quét mã" not in one.text]
    assert min(one.base for one in body) > code.top
    assert not [one for one in strokes(pdf) if one.page > 1 and one.top < 40 * mm and one.width > 15 * mm]
    assert "FAC1" not in repr(marks)


def test_a_place_left_free_by_a_value_of_the_next_line_takes_no_room() -> None:
    spec = LIBRARY.get("V-50")
    payload = {name: value for name, value in filled(spec).items() if name != "representative_full_name"}
    text = " ".join(pages_text(render(spec, payload, FONTS)))
    assert "- Nguyễn Thị Ánh Nguyệt;" in text
    without = {
        name: value for name, value in payload.items() if not name.startswith(("court", "signer_a", "arch"))
    }
    text = " ".join(pages_text(render(spec, without, FONTS)))
    assert "TAND" not in text
    assert "KT." not in text
    assert "- Lưu: VT." in text


def test_a_title_without_a_subject_has_no_rule() -> None:
    spec = LIBRARY.get("V-18")
    title = the(lines(render(spec, {}, FONTS)), "KẾ HOẠCH CAI NGHIỆN")
    below = [one for one in strokes(render(spec, {}, FONTS)) if title.base - 15 < one.top < title.base]
    assert not below
    assert replace(spec, letters=14.0).letters == 14.0
