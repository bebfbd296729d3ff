"""Tiếp nhận nhiều người: one head of a decision, one line a person, look-alikes asked once, all saved at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.kernel.typed import Bounds
from facility_app.modules.intake.domain.rights import OFFER_BEDS
from facility_app.modules.intake.queries.arriving import Arrival, LooksLike, list_alike
from facility_app.modules.intake.queries.beds import deal_beds
from facility_app.modules.intake.service.arriving import Received, ReceiveMany, receive_many
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui import places
from facility_app.modules.intake.ui.alike_dialog import AlikeDialog
from facility_app.modules.intake.ui.bed_choice import BED
from facility_app.modules.intake.ui.fields import (
    BIRTH,
    BIRTH_HINT,
    NAME,
    SEX,
    Head,
    chosen_of,
    new_form,
    read_birth,
    show_birth,
)
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.grid.columns import SheetColumn, SheetRow, code_column, number_column, text_column
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

LINES: Final = 60
SAVE = label("verbs", "Tiếp nhận tất cả")
LINE = label("intake", "Dòng")
DONE = label("intake", "Đã tiếp nhận {count} người.")
NOBODY = label("intake", "Chưa ghi ai. Hãy ghi ít nhất một dòng có họ tên.")
NOT_WHOLE = label("intake", "Dòng {row}: cần {what}.")
HINT = label(
    "intake",
    "Mỗi người một dòng, dán được từ Excel · Ctrl+↓ dòng trống · Ctrl+G đề xuất giường · Ctrl+Enter tiếp nhận",
)
TO_LINE, DEAL = label("verbs", "Đến dòng trống"), label("verbs", "Đề xuất giường")
DEALT = label("intake", "Đã đề xuất {count} giường; xem lại, đổi được từng ô.")
DEALT_PART = label(
    "intake", "Đã đề xuất {count} giường; {left} người không còn giường hợp quy tắc, để trống xếp sau."
)
NOBODY_WAITS = label("intake", "Chưa ghi ai, hoặc ai cũng có giường rồi.")
NO_TYPE = label("intake", "Hãy chọn Diện trước: giường được đề xuất theo diện.")
MONTHS: Final = Bounds(0)
DRAFT: Final = "intake.many"
HEAD_HIGH: Final = 206
"""Three rows of the head, at 100 %; the others scroll, for the people are what is typed here."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is about to be saved.

    Attributes:
        rows: line of the sheet for each arrival, from 1.
    """

    values: Mapping[str, Any]
    arrivals: tuple[Arrival, ...]
    rows: tuple[int, ...]


class ManyPage(Page):
    """The page; head and lines are drafts until they are saved.

    Attributes:
        form: what everybody has in common.
        sheet: the people.
    """

    has_own_button = True

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context)
        self._is_saving = False
        self.form = new_form()
        self._head = Head(context, self.form, for_many=True)
        self._head.add_reason()
        self.sheet = EntrySheet((LINE,), _columns(context), context.theme, save_words=SAVE)
        # People are typed line by line: a key of the sex leads on to the next cell of the line.
        self.sheet.view.goes_right = True
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(context.theme.px(8))
        box.addWidget(self.form)
        box.addWidget(self.sheet, 1)
        self.form.setMaximumHeight(context.theme.px(HEAD_HIGH))
        self._begin()
        title = tr(places.MANY_TITLE)
        self._keepers = (
            DraftKeeper(self.form, f"{DRAFT} form", context.drafts, self, title=title),
            DraftKeeper(self.sheet, f"{DRAFT} sheet", context.drafts, self, title=title),
        )
        self._keepers[0].ready.connect(self._on_ready)
        self.sheet.submitted.connect(self._on_sheet_submitted)
        self.form.submitted.connect(self._on_form_submitted)

    def _begin(self) -> None:
        self.form.propose(shown(admitted_on=self.context.today()))
        self.sheet.load([SheetRow(str(number), ("",)) for number in range(1, LINES + 1)])

    def to_empty_line(self) -> None:
        """The keyboard goes to the first line nobody stands on."""
        self.sheet.view.commit_cell()
        model = self.sheet.model
        places = range(len(model.columns))
        empty = (
            row for row in range(LINES) if not any(model.text(model.index_of((row, place))) for place in places)
        )
        self._go_to(next(empty, 0) + 1, "name")

    def deal_beds(self) -> None:
        """Propose a bed for everybody typed who has none."""
        kind = chosen_of(self.form.fields["stay_type"])
        if not kind:
            self.form.focus_field("stay_type")
            self.context.say(tr(NO_TYPE), Tone.WARNING)
            return
        if self.sheet.troubles():
            self.sheet.go_to_trouble()
            return
        typed = self._typed({})
        if typed is None:
            return
        waiting = tuple(
            (one, row) for one, row in zip(typed.arrivals, typed.rows, strict=True) if not one.bed.strip()
        )
        if not waiting:
            self.context.say(tr(NOBODY_WAITS), Tone.INFO)
            return
        taken = [one.bed for one in typed.arrivals if one.bed.strip()]
        ask = partial(_dealt, [one for one, _ in waiting], kind, taken)
        op = self.context.runner.query(self, ask, topic="beds")
        op.success(partial(self._on_dealt, [row for _, row in waiting])).failure(self._on_refused).run()

    def _on_dealt(self, rows: Sequence[int], beds: Sequence[str]) -> None:
        column = [one.key for one in self.sheet.model.columns].index("bed")
        self.sheet.model.set_texts({(row - 1, column): bed for row, bed in zip(rows, beds, strict=True) if bed})
        found = sum(map(bool, beds))
        left = len(beds) - found
        said = tr(DEALT_PART, count=found, left=left) if left else tr(DEALT, count=found)
        self.context.say(said, Tone.WARNING if left else Tone.OK)

    def _on_sheet_submitted(self, _changes: object) -> None:
        # Head first: what it lacks is said at its fields.
        self.form.submit()

    def _on_form_submitted(self, values: Mapping[str, Any]) -> None:
        if self._is_saving:
            return
        if self.sheet.troubles():
            self.sheet.go_to_trouble()
            return
        typed = self._typed(values)
        if typed is None:
            return
        self._hold(is_saving=True)
        op = self.context.runner.query(self, partial(_alike, typed.arrivals), topic="alike")
        op.success(partial(self._on_compared, typed)).failure(self._on_refused).run()

    def _typed(self, values: Mapping[str, Any]) -> Gathered | None:
        """The lines with somebody on them; None, told, where one is not whole."""
        cells = self.sheet.values()
        lines = [(int(key), line) for key, line in cells.items() if any(one is not None for one in line.values())]
        needed = {"name": NAME, "birth": BIRTH, "sex": SEX}
        for row, line in lines:
            what = [tr(head).lower() for name, head in needed.items() if line[name] is None]
            if what:
                self._go_to(row, next(name for name in needed if line[name] is None))
                self.context.say(tr(NOT_WHOLE, row=row, what=", ".join(what)), Tone.WARNING)
                return None
        if not lines:
            self.context.say(tr(NOBODY), Tone.WARNING)
            self.sheet.view.setFocus()
            return None
        return Gathered(values, tuple(Typed.arrival_of(line) for _, line in lines), tuple(row for row, _ in lines))

    def _on_compared(self, typed: Gathered, found: Sequence[Sequence[LooksLike]]) -> None:
        alike = {place: one for place, one in enumerate(found) if one}
        if not alike:
            self._save(typed)
            return
        self._hold(is_saving=False)
        dialog = AlikeDialog(self.context.theme, typed.arrivals, alike, self)
        dialog.decided.connect(partial(self._on_decided, typed, alike))
        dialog.open()

    def _on_decided(
        self, typed: Gathered, alike: Mapping[int, Sequence[LooksLike]], who: Mapping[int, str]
    ) -> None:
        self._hold(is_saving=True)
        made = list(typed.arrivals)
        for place, resident_id in who.items():
            others = frozenset(one.resident_id for one in alike[place])
            made[place] = replace(made[place], resident_id=resident_id, not_same=others)
        self._save(replace(typed, arrivals=tuple(made)))

    def _save(self, typed: Gathered) -> None:
        op = self.context.runner.command(self, partial(_receive, typed))
        op.success(self._on_saved).failure(partial(self._on_line_refused, typed)).run()

    def _on_saved(self, made: Sequence[Received]) -> None:
        self._hold(is_saving=False)
        self.form.was_saved.emit()
        self.sheet.saved(())
        self._begin()
        said = " ".join(dict.fromkeys(text for one in made for text in one.findings))
        self.context.say(f"{tr(DONE, count=len(made))} {said}".strip(), Tone.WARNING if said else Tone.OK)
        self.context.go(Route(places.LIST))

    def _on_line_refused(self, typed: Gathered, failure: Failure) -> None:
        error = failure.error
        if isinstance(error, FacilityError) and error.code == "arrival_refused":
            place = error.params["row"]
            if isinstance(place, int):
                # People are counted; the sheet may have empty lines among them.
                row = typed.rows[place - 1]
                self._hold(is_saving=False)
                self._go_to(row, "name")
                told = UserError(error.code, error.template, row=row, why=error.params["why"])
                self.form.errors({}, told.message)
                self.context.say(told.message, Tone.DANGER)
                return
        self._on_refused(failure)

    def _on_refused(self, failure: Failure) -> None:
        self._hold(is_saving=False)
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.form.errors({}, failure.words)

    def _go_to(self, row: int, key: str) -> None:
        keys = [column.key for column in self.sheet.model.columns]
        self.sheet.view.setCurrentIndex(self.sheet.model.index_of((row - 1, keys.index(key))))
        self.sheet.view.setFocus()

    def _hold(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.form.set_held(is_held=is_saving)
        self.sheet.set_held(is_held=is_saving)

    def _on_ready(self) -> None:
        self._head.follow()
        self.form.focus_field("stay_type")

    @override
    def title_text(self) -> str:
        return tr(places.MANY_TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("intake.deal_beds", DEAL, self.deal_beds, "bed", "Ctrl+G", OFFER_BEDS),
            ActionSpec("intake.to_line", TO_LINE, self.to_empty_line, "table", "Ctrl+Down", is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.has_unsaved():
            for one in self._keepers:
                one.start()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        # Everything typed is a draft: it may be left, and comes back as it was.
        self.flush()
        go()

    @override
    def has_unsaved(self) -> bool:
        return self.form.is_dirty() or self.sheet.is_dirty()

    @override
    def flush(self) -> None:
        for one in self._keepers:
            one.flush()

    @override
    def first_focus(self) -> QWidget:
        return self.form.fields["stay_type"]


def _columns(context: PageContext) -> tuple[SheetColumn, ...]:
    today = context.today
    sexes = (("1", str(Sex.MALE), SEX_LABELS[Sex.MALE]), ("2", str(Sex.FEMALE), SEX_LABELS[Sex.FEMALE]))
    return (
        text_column("name", NAME, width=230),
        SheetColumn("birth", BIRTH, partial(_birth, today), show_birth, legend=tr(BIRTH_HINT), width=110),
        code_column("sex", SEX, sexes, usual=str(Sex.MALE), width=80),
        text_column("id_number", label("intake", "Số giấy tờ"), width=140),
        text_column("number_text", label("intake", "Số quyết định"), width=140),
        number_column("months", label("intake", "Tháng"), width=70),
        text_column("bed", BED, width=110),
    )


def _birth(today: Callable[[], Any], text: str) -> Any:
    return read_birth(text, today())


def _alike(arrivals: Sequence[Arrival], uow: Any) -> Sequence[Sequence[LooksLike]]:
    return list_alike(uow, arrivals)


def _dealt(arrivals: Sequence[Arrival], stay_type: str, taken: Sequence[str], uow: Any) -> Sequence[str]:
    return deal_beds(uow, arrivals, stay_type, taken)


def _receive(typed: Gathered, uow: Any) -> Sequence[Received]:
    return receive_many(uow, ReceiveMany(typed.arrivals, Typed.delivery_of(typed.values)))
