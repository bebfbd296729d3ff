"""Medicine of a family from the gate to its way home, and an overdose as a serious event, by the keys alone."""

from PySide6.QtCore import Qt

from tests.helpers.keyboard import ALT, CTRL, Keyboard
from tests.stories.test_treatment_by_keyboard import Shift, shift, ward_at_night

__all__ = ["shift", "ward_at_night"]
WHO = "Nguyễn Văn Đức"
BROUGHT = {
    "brought_by": "Nguyễn Thị Mẹ",
    "relation": "Mẹ",
    "medicine": "Amlodipin",
    "strength": "5 mg",
    "quantity": "30",
    "unit": "viên",
}
PAPER = {"prescriber": "BS. Phạm Thu", "place": "Bệnh viện huyện", "number": "318", "prescribed_on": "24/11/2026"}
EVENT = {
    "stay_id": WHO,
    "kind": "Quá liều",
    "harm": "3",
    "place": "Phòng 2",
    "found_by": "Điều dưỡng Lan",
    "account": "Gọi không đáp, thở 6 lần/phút, đồng tử co nhỏ.",
    "measures": "Bóp bóng, naloxon 0,4 mg tiêm bắp, gọi 115.",
}


def to_medicines(keys: Keyboard) -> None:
    """The tab of medicines of the person."""
    keys.press(Qt.Key.Key_Home, ALT)
    keys.go(WHO)
    keys.tab("medication.person")


def choose(keys: Keyboard, table: str) -> None:
    """The first row of a list."""
    keys.tab_to(lambda here: here.objectName() == table, table)
    keys.press(Qt.Key.Key_Down)


def test_a_nurse_a_doctor_and_a_nurse_see_to_what_the_family_brought(shift: Shift) -> None:
    with shift.sits("nurse", 1, 9) as keys:
        to_medicines(keys)
        keys.button("button_medication.receive_external")
        keys.fill(**BROUGHT, **PAPER)
        keys.look("thuoc-gia-dinh")
        keys.save()
        keys.look("thuoc-gia-dinh-cho-bac-si")
    with shift.sits("doctor", 1, 10) as keys:
        to_medicines(keys)
        choose(keys, "table_medication.person_external")
        keys.button("button_medication.refuse_external")
        keys.type("đang dùng thuốc cùng nhóm của cơ sở")
        keys.look("khong-cho-dung")
        keys.save()
    with shift.sits("nurse", 1, 11) as keys:
        to_medicines(keys)
        choose(keys, "table_medication.person_external")
        keys.button("button_medication.end_external")
        keys.fill(how="Trả lại gia đình", with_whom="Nguyễn Thị Mẹ")
        keys.look("tra-lai")
        keys.save()
        keys.look("da-tra-lai")
    asked = "SELECT state, ended_how, ended_quantity FROM external_medicine"
    assert shift.ward.sql(asked) == [("refused", "handed_back", 30)]


def test_an_overdose_is_written_down_and_its_line_leads_on(shift: Shift) -> None:
    with shift.sits("nurse", 1, 9) as keys:
        keys.go("Sự việc nghiêm trọng")
        keys.press(Qt.Key.Key_N, CTRL)
        keys.fill(**EVENT)
        keys.look("qua-lieu")
        keys.save()
        keys.look("ho-so-qua-lieu")
        # Enter on its line leads on from the list, with the keyboard still somewhere.
        choose(keys, "table")
        keys.press(Qt.Key.Key_Return)
        keys.look("sau-enter")
        assert keys.here() is not None
    assert shift.ward.sql("SELECT kind FROM serious_event") == [("overdose",)]


def test_the_card_of_an_overdose_is_read_and_closed_by_the_keys(shift: Shift) -> None:
    with shift.sits("nurse", 1, 9) as keys:
        to_medicines(keys)
        keys.behind_the_dots("medication.overdose")
        card = keys.dialog()
        assert card is not None
        assert card.objectName() == "overdose_card"
        keys.look("the-qua-lieu")
        keys.press(Qt.Key.Key_Return)
        assert keys.dialog() is None
