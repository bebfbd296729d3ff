"""An escape by the keys: searched for at once, told within a day, back ten days later, and the term says why."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.modules.residents.queries.people import search_residents
from facility_app.modules.stays.api import PresenceState, StayDetail, list_stays_of
from facility_app.ui.lists import TableView
from tests.helpers.keyboard import ALT, CTRL, SHIFT, Keyboard
from tests.helpers.probe import rows
from tests.helpers.screens import texts
from tests.modules.discharge.leaving import House
from tests.stories.conftest import MEN, SitDown

OFFICE = (Role.HEAD, Role.CLERK)
MISSED = MEN[1].name
GONE_DAYS = 10
ESCAPE_LINE = (
    "Bỏ trốn | 03/08/2026 | 13/08/2026 | +10 | Không tính, cộng thêm | NĐ 163/2026 Đ107.4, Đ109.3 | "
    "01/QĐ-CSCN1 ngày 03/08/2026"
)


def stay(house: House) -> StayDetail:
    def ask(uow: UnitOfWork) -> StayDetail:
        (row,) = search_residents(uow, MISSED, 1)
        return list_stays_of(uow, row.resident_id)[0]

    return house.read(ask, by=OFFICE)


def tasks(house: House) -> dict[str, str]:
    """Kind → by when, of what is still to be done."""
    return dict(rows(house.database, "SELECT kind, due_at FROM task WHERE status = 'open' AND voided_at IS NULL"))


def ledger(keys: Keyboard) -> str:
    """The stretches of days as they are shown, line by line."""
    assert keys.shell.page is not None
    table: Any = keys.shell.page.findChild(TableView, "table_stays.ledger")
    columns = [one.key for one in table.model().columns]
    return "\n".join(" | ".join(line) for line in zip(*(texts(table, key) for key in columns), strict=True))


def test_an_escape_is_searched_for_told_and_ended_and_its_days_are_added_with_their_article(
    house: House, sit_down: SitDown
) -> None:
    before = stay(house)
    keys = sit_down(*OFFICE)

    # Missed at nine: one form, V-43 signed with it, and the alarm file at the next key.
    keys.go(MISSED)
    keys.tab("absences.person")
    begun = keys.strokes
    keys.press(Qt.Key.Key_B, CTRL | SHIFT)
    keys.fill(looks="áo xanh, quần nâu")
    keys.look("bo-tron")
    keys.save()
    keys.look("da-ghi")
    assert stay(house).presence is PresenceState.ESCAPED
    keys.press(Qt.Key.Key_P, CTRL)
    keys.read_paper("ho-so-bao-dong")
    assert keys.strokes - begun < 40, "an alarm is a matter of seconds"

    # The commune's police are told within the day: a task of Today until it is written down.
    keys.press(Qt.Key.Key_Home, ALT)
    keys.look("hom-nay")
    open_ones = tasks(house)
    keys.go(MISSED)
    keys.tab("absences.person")
    keys.button("button_absences.record_step")
    keys.fill(whom="Công an phường Hoàn Kiếm", how="điện thoại trực ban")
    keys.look("bao-cong-an")
    keys.save()
    settled = open_ones.keys() - tasks(house).keys()
    assert len(settled) == 1, (open_ones, tasks(house))

    # Ten days later he is brought back.
    house.at(date(2026, 8, 13), 10)
    keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    keys.look("tro-lai")
    keys.save()
    keys.look("da-tro-lai")
    after = stay(house)
    assert after.presence is PresenceState.INSIDE
    assert before.leave_by is not None
    assert after.leave_by is not None
    assert after.leave_by - before.leave_by == timedelta(days=GONE_DAYS)

    # And the term says which days, and by which article.
    keys.tab("stays.term")
    keys.look("thoi-han")
    assert ESCAPE_LINE in ledger(keys)
    assert keys.faults() == []
