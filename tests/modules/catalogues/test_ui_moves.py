"""Before a number of the law is saved, whoever may is shown whose days it moves: how many first, then each day."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import Moved, MovedDay, Moves
from facility_app.modules.catalogues.ui.moves_pane import Kind, MovesPane, figures_of, lines_of
from facility_app.modules.catalogues.ui.parameter_dialog import PreviewDialog, ValueDialog
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Figure
from tests.helpers.screens import House, Screens, cut, fill, is_wider_than_page, texts
from tests.modules.stays.ui_pages import admitted, person

NOTICE = "completion_notice_days"
LEAVING, REFUSED = label("terms", "Ngày ra cơ sở"), label("errors", "Không áp dụng giảm thời hạn.")
TYPED = {"value": "45", "valid_from": "21/11/2026", "article": "NĐ 200/2026 Đ1", "reason": "Nghị định mới"}


@pytest.fixture
def seat(desks: House) -> Screens:
    """The head, and two people inside."""
    made = desks.sit_down(Role.HEAD)
    for name in ("Lý Văn Bình", "Đỗ Văn Cả"):
        admitted(made, person(made, name), reason="chưa có quyết định giao")
    return made


def previewed(seat: Screens, row_id: str = NOTICE, **typed: str) -> PreviewDialog:
    """What is shown before the value is saved."""
    page = seat.open("catalogues.parameters")
    page.panel.table.select_ids((row_id,))
    page.set_value()
    dialog = seat.dialog(page, ValueDialog)
    fill(dialog, **{**TYPED, **typed})
    dialog.form.submit()
    return seat.dialog(dialog, PreviewDialog)


def figures(pane: MovesPane) -> dict[str, str]:
    found: list[Figure] = [tile.figure() for tile in pane.strip.tiles()]
    return {figure.key: figure.number for figure in found}


def table_of(pane: MovesPane) -> Any:
    assert pane.card is not None
    return pane.card.table


def said(dialog: PreviewDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_how_many_first_then_each_day_with_its_other_self(seat: Screens) -> None:
    preview = previewed(seat)
    assert figures(preview.moves) == {"asked": "2", "earlier": "0", "later": "0", "deadline": "2"}
    table = table_of(preview.moves)
    # 24 months from 20/11/2026 end on 20/11/2028; 30 and 45 days before it
    assert texts(table, "now") == ["21/10/2028"] * 2
    assert texts(table, "then") == ["06/10/2028"] * 2
    assert texts(table, "gap") == ["sớm hơn 15 ngày"] * 2
    assert "V-51" in texts(table, "what")[0]
    assert cut(table, "code", "now", "then", "gap") == []
    assert not is_wider_than_page(table)
    assert preview.keep_button.isEnabled()


def test_a_number_shows_only_its_own_lines(seat: Screens) -> None:
    preview = previewed(seat)
    tiles = {tile.figure().key: tile for tile in preview.moves.strip.tiles()}
    tiles[Kind.LATER].click()
    assert texts(table_of(preview.moves), "code") == []
    tiles[Kind.DEADLINE].click()
    assert len(texts(table_of(preview.moves), "code")) == 2
    tiles["asked"].click()
    assert len(texts(table_of(preview.moves), "code")) == 2


def test_a_value_that_moves_nobody_says_how_many_were_looked_at(seat: Screens) -> None:
    preview = previewed(seat, "visit_minutes", value="60")
    assert "Đã xem 2 lần cai nghiện đang mở: không ngày nào dời." in said(preview)
    assert preview.moves.card is None


def test_who_may_not_see_whose_days_move_is_told_to_ask_the_head(desks: House) -> None:
    admin = desks.sit_down(Role.ADMIN)
    preview = previewed(admin)
    assert "không được xem ai sẽ bị ảnh hưởng" in said(preview)
    assert preview.keep_button.isEnabled()


def test_who_would_leave_later_stands_in_red() -> None:
    one, five_later = date(2028, 11, 20), date(2028, 11, 25)
    later = MovedDay(LEAVING, {}, one, five_later, is_leaving=True)
    earlier = MovedDay(LEAVING, {}, five_later, one, is_leaving=True)
    lost = MovedDay(LEAVING, {}, one, None, is_leaving=True)
    refusal = UserError("term_reduction_refused", REFUSED)
    rows = (Moved("1", "a", (later,)), Moved("2", "b", (earlier,)), Moved("3", "c", (lost,), refusal))
    assert [line.kind for line in lines_of([Moves(9, rows)])] == [Kind.LATER, Kind.EARLIER, Kind.REFUSED]
    told = {figure.key: (figure.number, figure.tone) for figure in figures_of([Moves(9, rows)])}
    assert told[Kind.LATER] == told[Kind.REFUSED] == ("1", Tone.DANGER)
    assert told[Kind.EARLIER] == ("1", Tone.NEUTRAL)
