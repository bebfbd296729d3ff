"""The slice's papers: the key that is kept nowhere else, and lists for whoever asks on paper."""

from datetime import UTC, date, datetime

from facility_app.app.registry import MODULES
from facility_app.db.keyslots.recovery import recovery_secret, recovery_text
from facility_app.documents.engine import render
from facility_app.kernel.actor import Role
from facility_app.modules.access.papers import (
    RecoverySheet,
    looks_paper,
    recovery_paper,
    role_matrix_paper,
    sign_ins_paper,
)
from facility_app.modules.access.queries import LookRow, SignInRow
from tests.documents.reading import FONTS, FOOTER, faces, pages_text

AT = datetime(2026, 11, 21, 17, 5, tzinfo=UTC)
KEY = recovery_text(bytes(range(20)))
SHEET = RecoverySheet("Cơ sở cai nghiện số 1", "G01.28.12", "Trưởng cơ sở", KEY, date(2026, 11, 22), FOOTER)


def test_the_recovery_sheet_is_one_page_from_which_the_key_can_be_typed_back() -> None:
    (text,) = pages_text(render(recovery_paper(SHEET), FONTS))
    groups = KEY.split("-")
    bare = text.replace(" ", "")
    assert len(groups) == 9
    assert all(f"nhóm {number}" in text for number in range(1, 10))
    assert all(group in bare for group in groups)
    places = [bare.index(group) for group in groups]
    assert places == sorted(places), "in the order they are typed"
    assert recovery_secret("".join(bare[place : place + 4] for place in places)) == bytes(range(20))
    for words in ("KHÓA KHÔI PHỤC DỮ LIỆU", "22/11/2026", "G01.28.12", "Trưởng cơ sở", "Người lập khóa", "két"):
        assert words in text, words
    assert text.count("(Ký, ghi rõ họ tên)") == 2


def test_the_key_stays_out_of_every_repr() -> None:
    assert KEY not in repr(SHEET)
    assert KEY[:4] not in repr(recovery_paper(SHEET))


def test_who_looked_is_told_in_words_and_in_local_time() -> None:
    verbs = {"residents.look": "Mở hồ sơ"}
    rows = (
        LookRow("1", AT, "u", "Hoa", "NURSE TEACHER", "may-1", "residents.look", "gia đình hỏi", None),
        LookRow("2", AT, "system", None, "FORMER_ROLE", "may-1", "residents.print", None, None),
    )
    (text,) = pages_text(render(looks_paper("Nguyễn Văn An", rows, verbs, FOOTER, "Cơ sở số 1"), FONTS))
    assert "22/11/2026 00:05 Hoa Điều dưỡng, Giáo viên Mở hồ sơ gia đình hỏi may-1" in text
    assert "(chương trình) FORMER_ROLE residents.print" in text
    assert "Nguyễn Văn An" in text


def test_sign_ins_are_listed_with_the_tries_that_failed() -> None:
    rows = (
        SignInRow("1", AT, "u", "Hoa", "NURSE", "may-1", "access.sign_in", None, None),
        SignInRow("2", AT, "system", None, "", "may-1", "access.failed_tries", 3, "Hoa"),
    )
    verbs = {verb.id: verb.text for spec in MODULES for verb in spec.verbs}
    (text,) = pages_text(render(sign_ins_paper(rows, verbs, FOOTER, "Cơ sở số 1", "tháng 11"), FONTS))
    assert "Hoa Điều dưỡng Đăng nhập may-1" in text
    assert "Hoa Ghi lần đăng nhập sai 3 may-1" in text


def test_the_table_of_rights_names_every_verb_and_speaks_no_code() -> None:
    pdf = render(role_matrix_paper(MODULES, FOOTER, "Cơ sở số 1"), FONTS)
    text = " ".join(pages_text(pdf))
    assert "Cấp quyền xem có thời hạn Người đứng đầu cơ sở, Bác sĩ" in text
    assert "mọi vai trò" in text
    assert "chỉ chính chương trình" in text
    assert not [role for role in Role if role.value in text]
    assert faces(pdf) <= {"LiberationSerif", "LiberationSerif-Bold"}
