"""Lao động trị liệu on a person's page: what they need before working, and their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.sheets import MARK_LABELS, QUALITY_LABELS, Mark
from facility_app.modules.labour.queries.people import ConditionRow, list_condition_rows
from facility_app.modules.labour.queries.sheets import PersonDay, list_person_days
from facility_app.modules.labour.ui import condition_words as cond
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.conditions_page import (
    FITNESS,
    LABOUR_FROM,
    LIMITS,
    SINCE,
    STATE,
    TRAINED_UNTIL,
)
from facility_app.modules.labour.ui.person_lists import (
    Chosen,
    registration_verbs,
    registrations_spec,
    training_verbs,
    trainings_spec,
)
from facility_app.modules.labour.ui.sheet_cells import MARK as MARKED
from facility_app.modules.labour.ui.sheet_cells import OUTPUT, QUALITY
from facility_app.modules.labour.ui.team_lists import NAME, WORK
from facility_app.ui.days import whole_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

TITLE = label("labour", "Điều kiện lao động")
DAYS, NO_DAY = (
    label("labour", "Các ngày trong ba tháng qua"),
    label("labour", "Ba tháng qua chưa chấm công ngày nào."),
)
TEAM, IN_NO_TEAM = label("labour", "Tổ hiện nay"), label("labour", "chưa ở tổ nào")
DONE = label("labour", "Trong ba tháng qua")
DONE_TEXT = label("labour", "{hours} trong {days} ngày; nghỉ không lý do {missed} ngày")
DAY, HOURS = label("terms", "Ngày"), label("labour", "Giờ")
NEVER, NOT_HERE = label("labour", "chưa"), label("labour", "không ở trong cơ sở")
BACK: Final = timedelta(days=92)
LEAST: Final = 180


@dataclass(frozen=True, slots=True)
class PersonLabour:
    """What the tab shows."""

    today: date
    row: ConditionRow | None
    days: tuple[PersonDay, ...]


class LabourPane(ReadPane):
    """Reads one person's labour and shows it; reads again whenever something of it was saved.

    Attributes:
        days: the sheets they stand on.
        registrations, trainings: lists with verbs of their own.
    """

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Ask."""
        super().__init__(context)
        self.resident_id = resident_id
        self._chosen = Chosen(resident_id)
        self.ask()

    @override
    def ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self.resident_id), topic="labour")
        op.success(self._on_read).failure(self.failed).run()

    def _on_read(self, seen: PersonLabour) -> None:
        if not self.is_made:
            self._make()
        self._chosen.name = "" if seen.row is None else seen.row.name
        self.head.figures.set_rows(tuple(_figures(seen)))
        self.days.show_rows(seen.days)
        self.states.show_content()

    def _make(self) -> None:
        self.head = self.add_head(TITLE)
        mine = self.resident_id
        self.registrations = EditableCard(
            self.context, registrations_spec(self._chosen), registration_verbs(self._chosen), owner=mine
        )
        self.trainings = EditableCard(
            self.context, trainings_spec(self._chosen), training_verbs(self._chosen), owner=mine
        )
        for card in (self.registrations, self.trainings):
            card.setMinimumHeight(self.context.theme.px(LEAST))
            self.column.addWidget(card, 1)
        columns: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("day", DAY, lambda one: whole_day(one.held_on), width=170, is_strong=True),
            ColumnSpec("mark", MARKED, lambda one: tr(MARK_LABELS[one.mark]), width=150, tone=_tone),
            ColumnSpec("hours", HOURS, lambda one: said.hours(one.minutes) if one.minutes else "", width=80,
                       align=Align.END),
            ColumnSpec("team", NAME, lambda one: one.team, width=140),
            ColumnSpec("work", WORK, lambda one: one.work, width=150),
            ColumnSpec("output", OUTPUT, lambda one: said.output(one.output_milli, one.output_unit), width=110,
                       align=Align.END),
            ColumnSpec("quality", QUALITY, _quality, width=110, gives_way=1),
        )  # fmt: skip
        self.days = self.add_list("labour.own_days", DAYS, columns, _day_id, NO_DAY, least=LEAST)
        self.is_made = True

    @override
    def refresh(self, change: Change) -> None:
        if not (places.CONDITION_TABLES | places.SHEET_TABLES).isdisjoint(change.tables):
            self.ask()


def _figures(seen: PersonLabour) -> Sequence[KeyValue]:
    row = seen.row
    worked = [one for one in seen.days if one.minutes]
    missed = sum(one.mark is Mark.UNEXCUSED for one in seen.days)
    minutes = said.hours(sum(one.minutes for one in worked))
    done = tr(DONE_TEXT, hours=minutes, days=len({one.held_on for one in worked}), missed=missed)
    if row is None:
        return [KeyValue(tr(STATE), tr(NOT_HERE), Tone.NEUTRAL), KeyValue(tr(DONE), done)]
    return [
        KeyValue(tr(STATE), cond.lacking_text(row, seen.today), cond.lacking_tone(row, seen.today)),
        KeyValue(tr(TEAM), row.team or tr(IN_NO_TEAM)),
        KeyValue(tr(FITNESS), cond.fitness_text(row)),
        KeyValue(tr(LIMITS), cond.limits_text(row) or "–"),
        KeyValue(tr(TRAINED_UNTIL), said.day(row.trained_until) or tr(NEVER)),
        KeyValue(tr(SINCE), said.day(row.registered_on) or tr(NEVER)),
        KeyValue(tr(LABOUR_FROM), said.day(row.labour_from) or tr(NEVER)),
        KeyValue(tr(DONE), done),
    ]


def _tone(one: PersonDay) -> Tone:
    if one.mark is Mark.WORKED:
        return Tone.OK
    return Tone.WARNING if one.mark is Mark.UNEXCUSED else Tone.NEUTRAL


def _quality(one: PersonDay) -> str:
    return "" if one.quality is None else tr(QUALITY_LABELS[one.quality])


def _day_id(one: PersonDay) -> str:
    return one.mark_id


def _read(resident_id: str, uow: Any) -> PersonLabour:
    today = local_date(uow.now)
    rows = list_condition_rows(uow, (resident_id,))
    return PersonLabour(today, rows[0] if rows else None, list_person_days(uow, resident_id, today - BACK, today))
