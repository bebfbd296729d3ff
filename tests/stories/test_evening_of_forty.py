"""An evening of forty by the keys: a head, a list pasted, a few typed, beds dealt out, one save."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from facility_app.kernel.actor import Role
from facility_app.modules.housing.queries.board import get_board
from facility_app.modules.housing.queries.check import check_house
from facility_app.modules.intake.domain.steps import Step, StepState
from facility_app.modules.intake.queries.cases import list_cases
from facility_app.modules.intake.ui.cases_list import CasesPage
from facility_app.modules.intake.ui.many_page import ManyPage
from tests.helpers.keyboard import CTRL, SHIFT
from tests.modules.discharge.leaving import House
from tests.stories.conftest import MEN, SitDown

GATE = (Role.INTAKE, Role.HEAD)
HEAD = {
    "stay_type": "Cai nghiện bắt buộc, từ đủ 18 tuổi",
    "admission_reason": "Không thực hiện cai nghiện tự nguyện",
    "admitted_on": "03/08/2026",
    "issued_on": "31/07/2026",
    "decided_months": "24",
    "authority": "Tòa án nhân dân khu vực 2 – Hà Nội",
    "delivering_name": "Lê Văn Tám",
    "delivering_agency": "Công an phường Hoàn Kiếm",
}
MOST_STROKES_EACH = 60
"""At one key a second, the minute a person may take."""
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ")
MALE_NAMES = ("Văn Hải", "Đức Long", "Quốc Bảo", "Hữu Thọ", "Minh Quân")
FEMALE_NAMES = ("Thị Hạnh", "Thu Trang")


def people() -> list[tuple[str, str, str, str, str]]:
    """Forty people: name, birth, sex, number of the paper, number of the decision."""
    men = [(f"{last} {first}", "1") for first in MALE_NAMES for last in SURNAMES][:30]
    women = [(f"{last} {first}", "2") for first in FEMALE_NAMES for last in SURNAMES][:10]
    return [
        (
            name,
            f"{1 + place % 28:02}/{1 + place % 12:02}/{1975 + place % 27}",
            sex,
            f"0010{place:08}",
            f"{201 + place}/QĐ-TA",
        )
        for place, (name, sex) in enumerate([*men, *women])
    ]


def as_tsv(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("\t".join((line[0], line[1], {"1": "Nam", "2": "Nữ"}[line[2]], *line[3:])) for line in lines)


def test_forty_people_come_in_under_one_head_and_every_one_of_them_sleeps_in_a_bed(
    house: House, sit_down: SitDown
) -> None:
    keys = sit_down(*GATE)
    keys.go("Tiếp nhận")
    assert isinstance(keys.shell.page, CasesPage)
    keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    page = keys.shell.page
    assert isinstance(page, ManyPage)

    # What all have in common, once.
    keys.fill(**HEAD)
    keys.look("phan-chung")

    # Thirty-five of them stand in the police's spreadsheet.
    everybody = people()
    keys.press(Qt.Key.Key_Down, CTRL)
    QGuiApplication.clipboard().setText(as_tsv(everybody[:35]))
    keys.press(Qt.Key.Key_V, CTRL)
    keys.look("da-dan")
    assert page.sheet.troubles() == ()

    # Five came without: typed, a line each.
    keys.press(Qt.Key.Key_Down, CTRL)
    typed_from = keys.strokes
    for line in everybody[35:]:
        for place, cell in enumerate(line):
            keys.type(cell)
            if place != 2:
                keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_Tab)
    typed_each = (keys.strokes - typed_from) / 5
    keys.look("da-go")

    # Beds are proposed for all, seen, and everything is saved at once.
    keys.press(Qt.Key.Key_G, CTRL)
    keys.look("giuong")
    values = page.sheet.values()
    assert all(values[str(row)]["bed"] for row in range(1, 41))
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.look("da-tiep-nhan")
    assert isinstance(keys.shell.page, CasesPage), page.form.findChildren(type(page.form))

    cases = house.read(list_cases, by=GATE)
    assert {one.name for one in cases} >= {line[0] for line in everybody}
    assert len(cases) == len(everybody) + len(MEN)
    new = [one for one in cases if one.name in {line[0] for line in everybody}]
    assert {one.state(Step.PLACEMENT) for one in new} == {StepState.DONE}
    board = house.read(get_board, None, by=GATE)
    assert sum(bed.occupant is not None for bed in board.beds) == len(everybody) + len(MEN)
    assert house.read(check_house, by=GATE) == ()
    if keys.pictures is not None:
        said = f"{keys.strokes} strokes for {len(everybody)}, {typed_each} for a line that is typed"
        (keys.pictures / "evening_of_forty-strokes.txt").write_text(said)
    assert typed_each < MOST_STROKES_EACH
    assert keys.strokes / len(everybody) < MOST_STROKES_EACH
    assert keys.faults() == []
