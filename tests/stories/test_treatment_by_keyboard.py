"""Ten days of withdrawal by the keys of five people: door, triage, scale, protocol, rounds, hospital, papers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facility_app.documents.engine import render
from facility_app.documents.payload import Grid
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.service.own_password import ChangeOwnPassword, change_own_password
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.ui.order_form import PrescribePage
from facility_app.modules.treatment.papers.letters import summary_paper
from facility_app.modules.treatment.ui.record_entries import GROUP_LABELS, Group
from facility_app.ui.theme import Theme
from tests.documents.reading import FONTS
from tests.helpers.facility import DEVICE
from tests.helpers.keyboard import ALT, CTRL, SHIFT, Keyboard, field_of
from tests.helpers.windows import window
from tests.modules.medication.ward import Ward, again, opened
from tests.stories.conftest import LOOK, PICTURES

NAME: Final = "Lê Văn Tâm"
WITNESS, PASSWORD = "Người Thứ Hai", "mật khẩu của riêng tôi"
PROTOCOL: Final = "opioid_symptomatic"
FIRST: Final = date(2026, 11, 24)
ARRIVAL: Final = {
    "name": NAME,
    "birth": "12/04/1994",
    "sex": "Nam",
    "stay_type": "Cai nghiện bắt buộc, từ đủ 18 tuổi",
    "admission_reason": "Không thực hiện cai nghiện tự nguyện",
    "number": "118/QĐ-TA",
    "issued_on": "20/11/2026",
    "decided_months": "24",
    "authority": "Tòa án nhân dân khu vực 2 – Hà Nội",
    "delivering_name": "Lê Văn Tám",
    "delivering_agency": "Công an phường Hoàn Kiếm",
    "no_money": " ",
    "no_things": " ",
}
HOSPITAL: Final = {
    "destination": "Bệnh viện đa khoa Hà Đông",
    "due_back_on": "27/11/2026",
    "officers": "Bảo Vệ Sơn",
    "vehicle": "xe cứu thương 115",
}
WHY_THERE: Final = "Tụt huyết áp, mạch chậm sau clonidin; cần theo dõi tim mạch"
COLLAPSE: Final = "Tụt huyết áp 82/48, mạch 52, lơ mơ sau clonidin. Nâng chân, thở oxy, truyền dịch; chuyển viện."
CODES: Final = frozenset("koacvpu")
"""Cells of a line of vital signs that one letter fills, and the keyboard goes on by itself."""


@dataclass
class Shift:
    """The ward of the story and who sits at its keyboard, one after the other."""

    ward: Ward
    dressed: Theme
    until: Callable[[Callable[[], bool]], None]
    looks: int = 0

    @contextmanager
    def sits(self, who: str, day: int, hour: int, minute: int = 0) -> Iterator[Keyboard]:
        """Somebody signs in; the days are counted from 1."""
        self.at(day, hour, minute)
        actor = Actor(self.ward["clerk"], frozenset({Role.INTAKE}), DEVICE) if who == "gate" else None
        with ExitStack() as open_window:
            opened_window = window(
                self.ward.facility.database,
                actor or self.ward.actor(who),
                self.dressed,
                self.ward.facility.file.clock,
            )
            shell, watch = open_window.enter_context(opened_window)
            shell.go_home()
            keys = Keyboard(shell, self.until, Path(PICTURES) if PICTURES else None, "treatment", self.looks)
            yield keys
            self.looks = keys.looks
            assert watch.failures == []
            assert keys.faults() == []

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        """It is that time here now."""
        self.ward.at(hour, minute, FIRST + timedelta(days=day - 1))

    def doses(self) -> list[tuple[object, ...]]:
        """Medicine, outcome and reason of each dose in order of time, and what was said when it came up again."""
        asked = (
            "SELECT m.generic, d.outcome, d.reason, d.vomited_note FROM medicine_dose d "
            "JOIN medicine m ON m.id = d.medicine_id WHERE d.voided_at IS NULL ORDER BY d.given_at, d.id"
        )
        return self.ward.sql(asked)

    def scores(self) -> list[int]:
        """Totals of COWS."""
        return [total for (total,) in self.ward.sql("SELECT total FROM instrument_score ORDER BY happened_at")]


@pytest.fixture(scope="module")
def ward_at_night(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """A ward with its medicines, a protocol that was approved, a witness with a password; its file is closed."""
    made = opened(tmp_path_factory.mktemp("ward"))
    ward = next(made)
    ward.approve(RuleList.PROTOCOL, PROTOCOL)
    second = Actor(ward["second"], frozenset({Role.NURSE}), DEVICE)
    with ward.facility.database.write(second) as uow:
        change_own_password(uow, ChangeOwnPassword("mật khẩu dài", PASSWORD))
        uow.commit()
    made.close()
    return ward


@pytest.fixture
def shift(ward_at_night: Ward, dressed: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Shift]:
    """The ward, at work."""
    dressed.set(dark="dark" in LOOK, scale=1.5 if "large" in LOOK else 1.0)
    for ward in again(ward_at_night, tmp_path / "ward"):
        yield Shift(ward, dressed, qtbot.waitUntil)


def to_person(keys: Keyboard, tab: str) -> None:
    """A tab of the person."""
    keys.press(Qt.Key.Key_Home, ALT)
    keys.go(NAME)
    keys.tab(tab)


def measure(keys: Keyboard, *cells: str, below: int = 0) -> None:
    """The line of the person, so many below the first; an empty cell is passed by Enter."""
    keys.go("Sinh hiệu")
    keys.press(Qt.Key.Key_Return)
    for _ in range(below):
        keys.press(Qt.Key.Key_Down)
    for cell in cells:
        keys.type(cell)
        if cell not in CODES:
            keys.press(Qt.Key.Key_Return)


def score(keys: Keyboard, answers: str) -> None:
    """COWS by a key an answer; the pulse was answered by the measuring of just before."""
    keys.go("Chấm thang điểm")
    keys.press(Qt.Key.Key_N, CTRL)
    keys.fill(stay_id=NAME, instrument="COWS")
    keys.save()
    for key in answers:
        keys.type(key)
    keys.look("cows")
    keys.press(Qt.Key.Key_Return, CTRL)


def give_with_witness(keys: Keyboard) -> None:
    """A controlled medicine: the witness types name and password first."""
    keys.type(" ")
    keys.look("ky-cung")
    keys.type(WITNESS)
    keys.press(Qt.Key.Key_Tab)
    keys.type(PASSWORD)
    keys.press(Qt.Key.Key_Return)


def comes(shift: Shift) -> None:
    """The gate writes him down; a nurse looks at him within the half hour."""
    with shift.sits("gate", 1, 9) as keys:
        keys.go("Tiếp nhận")
        keys.press(Qt.Key.Key_N, CTRL)
        keys.fill(**ARRIVAL)
        keys.press(Qt.Key.Key_Return, CTRL)
        keys.look("tiep-nhan")
    with shift.sits("nurse", 1, 9, 20) as keys:
        folded = {heading.section for heading in keys.shell.rail.headings() if heading.is_folded()}
        # Whatever else has no room: what a nurse does all day stands open from the first day on.
        assert folded.isdisjoint({"Y tế", "Thuốc"})
        to_person(keys, "treatment.person")
        keys.press(Qt.Key.Key_T, CTRL | SHIFT)
        keys.fill(flag_withdrawal=" ", note="Ngáp, chảy mũi, nổi da gà; khai dùng heroin tối qua")
        keys.look("phan-loai")
        keys.save()
        measure(keys, "37.2", "104", "13284", "18", "98", "k", "58.5", "a", below=1)
        keys.look("sinh-hieu")
        score(keys, "2122121123")
    assert shift.scores() == [19]


def is_treated(shift: Shift) -> None:
    """The doctor answers the red flag, finds, sets a schedule, begins the protocol; the pharmacist accepts."""
    with shift.sits("doctor", 1, 9, 45) as keys:
        keys.look("bac-si-hom-nay")
        to_person(keys, "treatment.person")
        keys.press(Qt.Key.Key_X, CTRL | SHIFT)
        keys.fill(answer="Hội chứng cai mức vừa, COWS 19. Cho vào phác đồ điều trị triệu chứng.")
        keys.look("xu-tri")
        keys.save()
        keys.press(Qt.Key.Key_D, CTRL | SHIFT)
        keys.fill(code="F11.3")
        keys.look("chan-doan")
        keys.save()
        keys.press(Qt.Key.Key_L, CTRL | SHIFT)
        keys.fill(situation="Cắt cơn chất dạng thuốc phiện")
        keys.look("dat-lich")
        keys.save()
        keys.look("y-te")
        keys.go("Phác đồ cắt cơn")
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_N, CTRL)
        keys.fill(resident_id=NAME, counselled_on="24/11/2026")
        keys.look("phac-do")
        keys.save()
        to_person(keys, "medication.person")
        keys.press(Qt.Key.Key_N, CTRL)
        keys.fill(medicine_id="diazepam", number="5", times="21", days="2", reason="mất ngủ do hội chứng cai")
        keys.look("ke-thuoc")
        keys.press(Qt.Key.Key_Return, CTRL)
        keys.look("da-ke")
        assert isinstance(keys.shell.page, PrescribePage)
        # What was ordered is not offered back as if it were being typed: one Enter more orders nothing twice.
        assert field_of(keys.here()) == "medicine_id"
        keys.press(Qt.Key.Key_Return)
        keys.press(Qt.Key.Key_Return, CTRL)
    assert shift.ward.sql("SELECT count(*) FROM medicine_order") == [(4,)]
    with shift.sits("chemist", 1, 10, 5) as keys:
        keys.go("Y lệnh thuốc")
        keys.look("duoc-si")
        for _ in range(4):
            keys.press(Qt.Key.Key_F8)
        keys.look("da-duyet")
    assert shift.ward.sql("SELECT count(*) FROM medicine_order WHERE verified_at IS NULL") == [(0,)]


def first_day(shift: Shift) -> None:
    """Given, refused, and given with a witness; the 24 hours to come on paper, in case the power fails."""
    with shift.sits("nurse", 1, 14, 5) as keys:
        keys.go("Phát thuốc")
        keys.type(" ")
        keys.look("luot-chieu")
        shift.at(1, 20, 40)
        keys.press(Qt.Key.Key_Home, ALT)
        keys.go("Phát thuốc")
        keys.type("t")
        keys.look("tu-choi")
        keys.type("2")
        give_with_witness(keys)
        keys.look("luot-toi")
        keys.press(Qt.Key.Key_P, CTRL)
        keys.read_paper("phieu-24-gio")
        keys.press(Qt.Key.Key_K, CTRL | SHIFT)
        keys.look("xong-luot")
        keys.press(Qt.Key.Key_Escape)


def second_day(shift: Shift) -> None:
    """A dose comes up again a quarter of an hour later; something for the pain, and whether it helped."""
    with shift.sits("nurse", 2, 6, 15) as keys:
        measure(keys, "36.8", "96", "11870", "16", "98", "k", "58.5", "a")
        score(keys, "2111211110")
        keys.go("Phát thuốc")
        keys.type(" ")
        shift.at(2, 14, 5)
        keys.press(Qt.Key.Key_Home, ALT)
        keys.go("Phát thuốc")
        keys.type(" ")
        shift.at(2, 14, 20)
        keys.press(Qt.Key.Key_Up)
        keys.type("n")
        keys.look("non-hoi")
        keys.type("2")
        keys.look("non")
        keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Down)
        keys.type(" ")
        keys.press(Qt.Key.Key_Return)
        keys.look("khi-can")
        shift.at(2, 20, 30)
        keys.press(Qt.Key.Key_Home, ALT)
        keys.go("Phát thuốc")
        keys.type(" ")
        give_with_witness(keys)
        keys.look("luot-toi-2")


def third_day(shift: Shift) -> None:
    """He collapses: measured, stopped, sent away by the guard, back in the evening."""
    with shift.sits("nurse", 3, 6, 10) as keys:
        keys.go("Phát thuốc")
        keys.type(" ")
        keys.look("luot-sang-3")
        shift.at(3, 9)
        measure(keys, "36.4", "52", "8248", "22", "93", "k", "", "v")
        keys.look("tut-huyet-ap")
    with shift.sits("doctor", 3, 9, 10) as keys:
        to_person(keys, "treatment.person")
        keys.press(Qt.Key.Key_G, CTRL | SHIFT)
        keys.fill(text=COLLAPSE)
        keys.save()
        keys.look("y-te-ngay-3")
        keys.tab("medication.person")
        keys.tab_to(lambda here: here.objectName() == "table_medication.person_orders", "the orders")
        # The youngest stands first: below what is for loose bowels and for pain.
        for _ in range(2):
            keys.press(Qt.Key.Key_Down)
        keys.button("button_medication.stop_order")
        keys.type("Tụt huyết áp")
        keys.look("ngung-clonidin")
        keys.save()
        keys.look("the-thuoc")
        keys.tab("treatment.person")
        keys.behind_the_dots("treatment.print_referral")
        keys.fill(to=HOSPITAL["destination"], transport=HOSPITAL["vehicle"], reason=WHY_THERE, state="Lơ mơ")
        keys.look("chuyen-vien-hoi")
        keys.save()
        keys.read_paper("giay-chuyen-vien")
    with shift.sits("guard", 3, 9, 15) as keys:
        keys.go(NAME)
        keys.tab("absences.person")
        keys.press(Qt.Key.Key_V, CTRL | SHIFT)
        keys.fill(**HOSPITAL)
        keys.look("di-vien")
        keys.save()
        keys.look("da-di-vien")
        shift.at(3, 18, 30)
        keys.press(Qt.Key.Key_N, CTRL | SHIFT)
        keys.look("tro-lai")
        keys.save()
        keys.look("da-tro-lai")


def read_summary(shift: Shift) -> None:
    """What goes along with him at the end; it has no key of its own, the packet of his leaving holds it."""
    ((stay_id,),) = shift.ward.sql(
        "SELECT s.id FROM stay s JOIN resident r ON r.id = s.resident_id WHERE r.name = ?", NAME
    )
    paper = shift.ward.read(summary_paper, stay_id)
    assert any("COWS" in row for one in paper.blocks if isinstance(one, Grid) for row in one.rows)
    if PICTURES:
        Path(PICTURES, "treatment-99-tom-tat.pdf").write_bytes(render(paper, FONTS))


def stage_two_ends(keys: Keyboard) -> None:
    """A doctor writes down that it began and ended; what was measured long ago is asked about."""
    to_person(keys, "stays.stages")
    keys.tab_to(lambda here: here.objectName() == "table_stays.stages", "the stages")
    keys.look("giai-doan")
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.fill(start_on="24/11/2026")
    keys.look("bat-dau-giai-doan")
    keys.save()
    keys.press(Qt.Key.Key_Return)
    keys.fill(end_on="04/12/2026", result="Đạt")
    keys.look("ket-thuc-giai-doan")
    keys.press(Qt.Key.Key_Return, CTRL)
    # Five days without a measuring: the program asks why it may end all the same.
    keys.look("giai-doan-do-cu")
    keys.fill(reason="Khám sáng nay: không còn hội chứng cai, ăn ngủ tốt, mạch và huyết áp ổn định")
    keys.save()
    keys.look("het-giai-doan")


def end_of_stage(shift: Shift) -> None:
    """A few days later nothing is left to treat: protocol, schedule and stage end, and the papers are printed."""
    with shift.sits("nurse", 4, 8) as keys:
        measure(keys, "36.6", "78", "11472", "15", "98", "k", "58.2", "a")
        score(keys, "1010100110")
        keys.press(Qt.Key.Key_Home, ALT)
        shift.at(6, 8)
        measure(keys, "36.5", "72", "11874", "15", "99", "k", "58.9", "a")
        score(keys, "0000100010")
    with shift.sits("doctor", 11, 9) as keys:
        stage_two_ends(keys)
        keys.tab("treatment.person")
        keys.tab_to(lambda here: here.objectName() == "stack_chart", "the curve")
        keys.look("duong-cong-cai")
        keys.button("print_button")
        keys.read_paper("bieu-do")
        keys.press(Qt.Key.Key_P, CTRL)
        keys.fill(from_on="24/11/2026", to_on="30/11/2026")
        keys.look("to-dieu-tri-hoi")
        keys.save()
        keys.read_paper("to-dieu-tri")
        keys.behind_the_dots("treatment.print_vitals_chart")
        keys.fill(from_on="24/11/2026", to_on="30/11/2026")
        keys.save()
        keys.read_paper("chuc-nang-song")
        keys.tab_to(lambda here: getattr(here, "text", str)() == str(GROUP_LABELS[Group.RECORD]), "the groups")
        keys.press(Qt.Key.Key_Right)
        keys.tab_to(lambda here: here.objectName() == "table_treatment.record", "the list")
        keys.press(Qt.Key.Key_Down)
        keys.look("diem")
        keys.button("print_score_button")
        keys.read_paper("ket-qua-thang")
        keys.tab("medication.person")
        keys.press(Qt.Key.Key_P, CTRL)
        keys.fill(to_on="30/11/2026")
        keys.save()
        keys.read_paper("phieu-dung-thuoc")
    read_summary(shift)
    told = "SELECT stage, end_on, result, in_charge_name FROM stay_stage"
    assert shift.ward.sql(told) == [("detox", "2026-12-04", "passed", "Bác Sĩ Lan")]


def test_a_withdrawal_is_treated_by_the_keys_from_the_door_to_the_end_of_the_second_stage(shift: Shift) -> None:
    for step in (comes, is_treated, first_day, second_day, third_day, end_of_stage):
        step(shift)
    assert shift.scores() == [19, 12, 5, 2]
    assert shift.doses() == [
        ("Clonidin", "given", None, None),
        ("Clonidin", "refused", "Nói thuốc gây mệt, khó chịu", None),
        ("Diazepam", "given", None, None),
        ("Clonidin", "given", None, None),
        ("Clonidin", "given", None, "Nôn, thấy thuốc trong chất nôn"),
        ("Paracetamol", "given", "Đau cơ, đau khớp", None),
        ("Clonidin", "given", None, None),
        ("Diazepam", "given", None, None),
        ("Clonidin", "given", None, None),
    ]
