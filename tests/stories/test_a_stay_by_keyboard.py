"""A whole stay by the keys of the real window: decision, term, stages, V-51, certificate, packet, the way out."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.names import fold
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.discharge.domain.packet import PacketPart
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.people import search_residents
from facility_app.modules.stays.api import ExitCode, StayDetail, list_stays_of
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.record_page import RecordPage
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Chip
from tests.helpers.keyboard import CTRL, Keyboard
from tests.helpers.windows import clipped, failed_parts, window
from tests.modules.conftest import dressed, one_theme, theme
from tests.modules.discharge.leaving import BIRTH_PLACE, CARD, FATHER, HOME_ADDRESS, NATIVE, House, copied, found
from tests.modules.residents.people import register

__all__ = ["dressed", "one_theme", "theme"]

PICTURES = os.environ.get("FACILITY_PICTURES", "")
"""A folder that takes pictures of every step and the files of the packet; nothing is kept without it."""
RESIDENCE = {"text": "số 5, ngõ 2, phường Hoàn Kiếm, Hà Nội", "police": "Công an phường Hoàn Kiếm"}
MOST_PARTS = 20
ROLES = (Role.HEAD, Role.CLERK, Role.INTAKE, Role.DISCHARGE, Role.COUNSELLOR)


@dataclass(frozen=True)
class Story:
    """Somebody whose whole stay is written down by keys.

    Attributes:
        typed: the form of the admission, field by field in the order of the Tab key.
        leave_by: the day of leaving the program must come to.
        certificate: the paper they leave with.
        exit_code: how the stay ends.
        regime: the law it runs under.
        has_notice: whether somebody must be told before (V-51).
    """

    id: str
    person: Person
    typed: dict[str, str]
    leave_by: date
    certificate: str
    exit_code: ExitCode
    regime: LegalRegime = LegalRegime.L2025
    has_notice: bool = True


BY_COURT = "áp dụng biện pháp đưa vào cơ sở cai nghiện bắt buộc"
BY_POLICE = "cai nghiện ma túy tự nguyện tại cơ sở cai nghiện công lập"


def decided(number: str, symbol: str, issued: str, authority: str, months: int) -> dict[str, str]:
    return {
        "number": number,
        "symbol": symbol,
        "issued_on": issued,
        "authority": authority,
        "subject": BY_COURT if symbol == "QĐ-TA" else BY_POLICE,
        "decided_months": str(months),
    }


COMPULSORY = Story(
    "bat-buoc",
    Person(name="Nguyễn Văn Đức", sex=Sex.MALE, birth_on=date(1990, 5, 17), occupation="thợ hồ"),
    {
        "stay_type": "Cai nghiện bắt buộc, từ đủ 18 tuổi",
        "admission_reason": "Không thực hiện cai nghiện tự nguyện",
        "admitted_on": "03/08/2026",
        **decided("118", "QĐ-TA", "30/07/2026", "Tòa án nhân dân khu vực 2 – Hà Nội", 24),
    },
    date(2028, 8, 3),
    "V-50",
    ExitCode.COMPLETED_COMPULSORY,
)
VOLUNTARY = Story(
    "tu-nguyen",
    Person(name="Trần Thị Hoa", sex=Sex.FEMALE, birth_on=date(1996, 2, 9), occupation="thợ may"),
    {
        "stay_type": "Cai nghiện tự nguyện tại cơ sở công lập",
        "admitted_on": "03/08/2026",
        **decided("7", "QĐ-CAX", "31/07/2026", "Trưởng Công an phường Hoàn Kiếm", 24),
    },
    date(2028, 8, 3),
    "V-30",
    ExitCode.COMPLETED_VOLUNTARY,
)
OLD_LAW = Story(
    "luat-2021",
    Person(name="Lê Quang Minh", sex=Sex.MALE, birth_on=date(1987, 11, 30), occupation="lái xe"),
    {
        "stay_type": "Cai nghiện bắt buộc, từ đủ 18 tuổi",
        "admission_reason": "Bị áp dụng biện pháp bắt buộc theo Luật PCMT 2021",
        "admitted_on": "26/06/2026",
        **decided("64", "QĐ-TA", "22/06/2026", "Tòa án nhân dân khu vực 1 – Hà Nội", 18),
    },
    date(2027, 12, 26),
    "V-50",
    ExitCode.COMPLETED_COMPULSORY,
    regime=LegalRegime.L2021,
)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A public facility with a head who signs; nobody is inside."""
    return found(tmp_path_factory.mktemp("public"))


@pytest.fixture
def house(pattern: House, tmp_path: Path) -> Iterator[House]:
    """The same facility, at work."""
    yield from copied(pattern, tmp_path / "facility")


@pytest.fixture
def keys(house: House, dressed: Theme, request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Keyboard]:
    """The head at the keyboard of the whole window."""
    with window(house.database, house.actor(*ROLES), dressed, house.clock) as (shell, watch):
        shell.go_home()
        yield Keyboard(shell, qtbot.waitUntil, Path(PICTURES) if PICTURES else None, request.node.callspec.id)
        assert watch.failures == []


def come_to(keys: Keyboard, story: Story, part_id: str) -> None:
    """To a tab of the person from wherever one is, as on another day."""
    keys.press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    keys.press(Qt.Key.Key_K, CTRL)
    keys.type(fold(story.person.name))
    keys.press(Qt.Key.Key_Return)
    page = keys.shell.page
    assert isinstance(page, RecordPage)
    for _ in range(MOST_PARTS):
        if page.tabs.part_id() == part_id:
            return
        keys.press(Qt.Key.Key_PageDown, CTRL)
    pytest.fail(f"no tab {part_id}")


def step(keys: Keyboard, name: str, **typed: str) -> None:
    """A step of the release by its button and its form; the keyboard is back among the steps afterwards."""
    keys.button(f"button_{name}")
    keys.look(f"{name}-hoi")
    keys.fill(**typed)
    keys.save()
    keys.look(f"{name}-xong")
    assert keys.shell.page is not None
    assert keys.shell.page.isAncestorOf(keys.here()), "the keyboard fell out of the page"


def stay_of(house: House, story: Story) -> StayDetail:
    def ask(uow: UnitOfWork) -> StayDetail:
        (row,) = search_residents(uow, story.person.name, 1)
        return list_stays_of(uow, row.resident_id)[0]

    return house.read(ask, by=ROLES)


def packet_of(keys: Keyboard) -> tuple[PacketFile, ...]:
    """Make the packet by its key; looked at, and closed again."""
    keys.press(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = keys.dialog()
    assert isinstance(dialog, PacketDialog)
    keys.press(Qt.Key.Key_Return)
    keys.look("bo-ho-so")
    files = tuple(file for _, file in dialog.model.files())
    keys.press(Qt.Key.Key_Return)
    assert isinstance(keys.dialog(), PreviewDialog), "Enter opens the file chosen"
    keys.look("xem-tep")
    keys.press(Qt.Key.Key_Escape)
    assert keys.dialog() is dialog
    keys.press(Qt.Key.Key_Escape)
    return files


def faults_of(keys: Keyboard) -> list[str]:
    """What could not be read, and words that do not fit, once the page has come to rest."""
    for _ in range(2):
        # What moves asks for room again.
        keys.shell.grab()
        QCoreApplication.sendPostedEvents()
    assert keys.shell.page is not None
    return [*failed_parts(keys.shell), *clipped(keys.shell.page)]


@pytest.mark.parametrize("story", [COMPULSORY, VOLUNTARY, OLD_LAW], ids=lambda story: story.id)
def test_a_stay_goes_from_its_decision_to_the_packet_by_the_keyboard_alone(
    story: Story, keys: Keyboard, house: House
) -> None:
    facts: dict[str, Any] = {"papers": (CARD,), "addresses": (HOME_ADDRESS, BIRTH_PLACE, NATIVE)}
    house.write(
        lambda uow: register(uow, story.person, relatives=(FATHER,), **facts), by=(Role.CLERK, Role.INTAKE)
    )

    # The decision, and the day of leaving that follows from it.
    come_to(keys, story, "stays.term")
    keys.press(Qt.Key.Key_Space)
    keys.fill(**story.typed)
    keys.look("tiep-nhan")
    keys.save()
    keys.look("thoi-han")
    assert keys.shell.page is not None
    assert "Đang ở cơ sở" in [one.text() for one in keys.shell.page.findChildren(Chip)], "the head is of before"
    stay = stay_of(house, story)
    assert (stay.leave_by, stay.legal_regime) == (story.leave_by, story.regime)

    # The first stage begins on the day of admission and ends the day after next.
    come_to(keys, story, "stays.stages")
    keys.tab_to(lambda here: here.objectName() == "table_stays.stages", "the stages")
    keys.press(Qt.Key.Key_Return)
    keys.fill(start_on=format_date(stay.admitted_on))
    keys.save()
    house.at(date(2026, 8, 5))
    keys.press(Qt.Key.Key_Return)
    keys.fill(end_on=format_date(stay.admitted_on + timedelta(days=2)), result="Đạt")
    keys.look("giai-doan")
    keys.save()
    keys.look("giai-doan-xong")

    # Forty days before the end: the residence, and everybody is told (V-51).
    house.at(story.leave_by - timedelta(days=40))
    come_to(keys, story, "discharge.release")
    keys.look("runway")
    step(keys, "discharge.settle_residence", **RESIDENCE)
    if story.has_notice:
        step(keys, "discharge.issue_notice")

    # The last day but one: the certificate; then the packet with one key.
    house.at(story.leave_by - timedelta(days=1), 14)
    come_to(keys, story, "discharge.release")
    step(keys, "discharge.issue_certificate")
    files = packet_of(keys)
    named = [(one.part, one.name.split("-", 2)[-1].removesuffix(".pdf")) for one in files]
    assert (PacketPart.PERSON, f"nhan-{story.certificate}") in named, named
    assert next(part for part, _ in named) is PacketPart.INDEX
    assert PacketPart.HEALTH in {part for part, _ in named}
    if keys.pictures is not None:
        for one in files:
            (keys.pictures / f"{story.id}-{one.name}").write_bytes(one.content)

    # The day itself: out, whatever is still open.
    house.at(story.leave_by, 8)
    come_to(keys, story, "discharge.release")
    keys.press(Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    keys.look("cho-ra")
    keys.save()
    keys.look("da-ra")
    left = stay_of(house, story)
    assert (left.exited_on, left.exit_code) == (story.leave_by, story.exit_code)
    assert faults_of(keys) == []
