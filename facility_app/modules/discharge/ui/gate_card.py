"""The gate as a checklist: everything still open, whoever answers for it, and the way to its cure."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.domain.gate import CASE_PAGE, EARLY, UNKNOWN_END, GateItem
from facility_app.modules.discharge.domain.marks import StepMark
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.lines import CheckLine, CheckLines, why_button
from facility_app.modules.discharge.ui.steps_card import DELIVER, VERBS_OF
from facility_app.ui.actions import missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Card, IconLabel, WhyNotButton
from facility_app.ui.widgets import words as text_label

TITLE = label("discharge", "Còn mở")
TITLE_CLOSED = label("discharge", "Còn thiếu khi đóng hồ sơ")
NOTHING = label("discharge", "Không còn việc nào mở.")
GO = label("verbs", "Đi tới")
STOPS = label("discharge", "chưa ra được nếu không có giấy tờ")
NOT_YET = label("discharge", "chưa tới lúc")
OPEN = label("discharge", "còn mở")
MISSED = label("discharge", "còn thiếu")
LOCK: Final = ("lock", "danger")
DUE: Final = ("alert-triangle", "warning")
AHEAD: Final = ("circle", "quiet")


class GateCard(Card):
    """Every open item on a line of its own.

    Signals:
        wanted(GateItem): the way to its cure is asked for.
    """

    wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        theme = context.theme
        super().__init__(theme, tr(TITLE))
        self._context, self._theme = context, theme
        self.lines = CheckLines(theme)
        self.nothing_label = text_label(NOTHING, is_wrapped=True)
        self._done = IconLabel(theme, "circle-check", "ok", 22)
        column = QVBoxLayout()
        for one in (self._done, self.nothing_label, self.lines):
            column.addWidget(one)
        self.body.addLayout(column)

    def show_items(self, view: ReleaseView) -> Iterator[None]:
        """Show what is open, a line a step; of a closed case what it was closed without."""
        is_closed = view.detail.facts.closed_on is not None
        items = sorted(view.items, key=partial(_rank, view))
        self.setVisible(bool(items) or not is_closed)
        if self.head is not None:
            self.head.set_text(tr(TITLE_CLOSED if is_closed else TITLE))
            self.head.set_count(str(len(items)) if items else "")
        for one in (self._done, self.nothing_label):
            one.setVisible(not items)
        self.lines.setVisible(bool(items))
        yield from self.lines.make_lines(self._line(view, one) for one in items)

    def _line(self, view: ReleaseView, item: GateItem) -> CheckLine:
        picture, spoken = _mark(view, item)
        buttons = [self._cure(view, item)] if item.page else []
        return CheckLine(
            self._theme,
            picture,
            tr(spoken),
            words.item_text(item),
            quiet=item.article,
            buttons=buttons,
            parent=self.lines,
        )

    def _cure(self, view: ReleaseView, item: GateItem) -> WhyNotButton:
        verb = VERBS_OF.get(item.code) if item.page == CASE_PAGE else None
        reason = None
        if verb is not None:
            reason = missing_right(verb.permission, self._context.actor) or verb.why_not(view)
        text = verb.text if verb is not None else DELIVER if item.page == CASE_PAGE else GO
        slot = partial(self.wanted.emit, item)
        return why_button(self._theme, tr(text), slot, why_not=reason, name=f"cure_{item.code}")


def _mark(view: ReleaseView, item: GateItem) -> tuple[tuple[str, str], Label]:
    if item.stops_exit:
        return LOCK, STOPS
    if view.marks.get(item.code) is StepMark.AHEAD:
        return AHEAD, NOT_YET
    return DUE, OPEN if view.detail.facts.closed_on is None else MISSED


def _rank(view: ReleaseView, item: GateItem) -> int:
    """What keeps somebody first, then what is owed now, then what comes later."""
    if item.code in {EARLY, UNKNOWN_END}:
        return 0
    return 2 if view.marks.get(item.code) is StepMark.AHEAD else 1
