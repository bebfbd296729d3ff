"""Đăng ký – điều kiện: everybody inside, what each lacks before working, and what of it can be put right here."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.admission import Fit
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR, VIEW_LABOUR
from facility_app.modules.labour.papers.safety import safety_paper
from facility_app.modules.labour.queries import people
from facility_app.modules.labour.queries.people import ConditionRow, list_condition_ids, list_condition_rows
from facility_app.modules.labour.service.teams import JoinLabourTeam, join_labour_team
from facility_app.modules.labour.ui import condition_words as cond
from facility_app.modules.labour.ui import fields, places
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.person_lists import (
    FROM,
    TRAIN,
    TRAINED,
    Chosen,
    registration_verbs,
    registrations_spec,
    train,
    training_begin,
    training_form,
    training_verbs,
    trainings_spec,
)
from facility_app.modules.labour.ui.team_verbs import JOIN, JOIN_HINT, JOINED
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, nothing, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import words

TITLE = label("labour", "Đăng ký – điều kiện")
NAME, TEAM = label("terms", "Họ và tên"), label("labour", "Tổ")
STATE, AGE = label("labour", "Còn thiếu"), label("labour", "Tuổi")
FITNESS, LIMITS = label("labour", "Sức khỏe lao động"), label("labour", "Giới hạn")
TRAINED_UNTIL = label("labour", "Huấn luyện đến")
SINCE, LABOUR_FROM = label("labour", "Đăng ký từ"), label("labour", "Qua cắt cơn từ")
EMPTY = label("labour", "Không có ai đang ở trong cơ sở.")
OPEN = label("verbs", "Mở trang của người này")
PRINT, BOOK_FILE = label("verbs", "In sổ huấn luyện an toàn"), "so huan luyen an toan"
BOOK_FROM, BOOK_TO = label("terms", "Từ ngày"), label("terms", "Đến ngày")
COUNT = label("labour", "{count} người đang chọn.")
HINT = label("labour", "Chọn nhiều người bằng Shift, Ctrl rồi xếp vào tổ hoặc ghi huấn luyện một lần")
MANY = label("labour", "Những người đang chọn")
HAVE = label(
    "labour",
    "Đang chọn {count} người: đã đăng ký {registered}/{count}, đủ sức khỏe {fit}/{count}, đã huấn luyện "
    "{trained}/{count}; không thiếu gì {ready}/{count}.",
)
TEAM_HEAD = label("labour", "Vào tổ")
STATES: tuple[tuple[str, Label], ...] = (
    (people.READY, label("labour", "Đủ đăng ký, sức khỏe, huấn luyện")),
    (people.UNREGISTERED, label("labour", "Chưa đăng ký")),
    (people.NO_FITNESS, label("labour", "Thiếu kết luận sức khỏe")),
    (people.UNTRAINED, label("labour", "Chưa huấn luyện")),
)


class ConditionsPage(SidedPage):
    """Everybody inside.

    Attributes:
        registrations, trainings: of the one chosen.
        many, counts: of several: what each lacks, and how many of them have what.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Show them."""
        super().__init__(context, _spec(context), wide=350)
        self._chosen = Chosen()
        self._papers = Sheets(context, press, self)
        chosen, inner = self._chosen, self.beside.inner
        self.registrations = EditableCard(
            context, registrations_spec(chosen), registration_verbs(chosen), parent=inner
        )
        self.trainings = EditableCard(context, trainings_spec(chosen), training_verbs(chosen), parent=inner)
        for card in (self.registrations, self.trainings):
            self.side.addWidget(card, 1)
        # Of several nobody's own lists stand here: an empty one would be read as that nobody has anything.
        self.many = self.card("labour.chosen", MANY, _many_columns(context), _person_of, EMPTY)
        self.many.hide()
        self.counts = words("", ink=Tone.NEUTRAL, is_wrapped=True, parent=inner)
        self.counts.setObjectName("conditions_counts")
        self.counts.hide()
        self.side.addWidget(self.counts)
        self.side.addWidget(self.many, 1)
        self.panel.row_activated.connect(self._on_row_opened)

    @override
    def ask_side(self) -> None:
        ids = self.selected_ids()
        is_many = len(ids) > 1
        for card in (self.registrations, self.trainings):
            card.setVisible(not is_many)
        for part in (self.counts, self.many):
            part.setVisible(is_many)
        if is_many:
            op = self.context.runner.query(self, partial(_conditions, ids), topic="chosen")
            op.success(self._on_many_read).failure(self.refused).run()
        row: ConditionRow | None = self.row()
        wanted = "" if row is None else row.resident_id
        if wanted != self._chosen.resident_id:
            self._chosen.resident_id = wanted
            for card in (self.registrations, self.trainings):
                card.begin()
        self._chosen.name = "" if row is None else row.name
        for card in (self.registrations, self.trainings):
            card.setEnabled(bool(wanted))

    def _on_many_read(self, rows: Sequence[ConditionRow]) -> None:
        today, count = self.context.today(), len(rows)
        registered = sum(row.is_registered for row in rows)
        fit = sum(row.fit in {Fit.FIT, Fit.LIMITED} for row in rows)
        trained = sum(row.trained_until is not None for row in rows)
        ready = sum(cond.lacking_tone(row, today) is Tone.OK for row in rows)
        self.counts.setText(tr(HAVE, count=count, registered=registered, fit=fit, trained=trained, ready=ready))
        self.many.show_rows(rows)

    def train_many(self) -> None:
        """One training of everybody chosen."""
        ids = self.selected_ids()
        self._ask(
            TRAIN, training_form(self.context), training_begin(self.context, None), partial(_train, ids), TRAINED
        )

    def join_many(self) -> None:
        """Everybody chosen into one team."""
        ids = self.selected_ids()
        self._ask(JOIN, _join_form(self.context), nothing(self.context, None), partial(_join, ids), JOINED)

    def print_book(self) -> None:
        """Ask of which days, then show the safety book on paper."""
        form, today = new_form(), self.context.today()
        form.add(
            usual.past_day(self.context, "first", BOOK_FROM, is_required=True),
            usual.past_day(self.context, "last", BOOK_TO, is_required=True),
        )
        # A year back, so that early in January the book is not empty.
        begin = shown(first=add_months(today, -12) + timedelta(days=1), last=today)
        dialog = ask(self.context, self, form, f"{places.CONDITIONS} {PRINT}", PRINT, "", begin, _book)
        dialog.saved.connect(self._on_book_read)

    def _on_book_read(self, paper: Any) -> None:
        self._papers.show_paper(BOOK_FILE, paper)

    def open_person(self) -> None:
        """The page of the one chosen."""
        row: ConditionRow | None = self.row()
        if row is not None:
            self._on_row_opened(row.resident_id)

    def _ask(self, verb: Label, form: Form[Any], begin: Any, save: Any, told: Label) -> None:
        context, ids = self.context, self.selected_ids()
        if not ids:
            return
        filing: Filing[Any] = Filing(key=f"{places.CONDITIONS} {verb}", save=save)
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(verb),
            text=tr(COUNT, count=len(ids)), verb=tr(verb), parent=self,
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_saved, told))
        dialog.open_with(begin)

    def _on_saved(self, told: Label, _answer: object) -> None:
        self.context.say(tr(told))

    def _on_row_opened(self, resident_id: str) -> None:
        self.context.go(Route(places.PERSON, resident_id, {"tab": places.TAB}))

    def _why_nobody(self) -> str | None:
        return None if self.selected_ids() else tr(CHOOSE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        nobody = self._why_nobody
        return (
            ActionSpec("labour.join_many", JOIN, self.join_many, "users-group", "", ARRANGE_LABOUR, nobody),
            ActionSpec("labour.train_many", TRAIN, self.train_many, "shield-check", "", ARRANGE_LABOUR, nobody),
            ActionSpec(
                "labour.print_safety", PRINT, self.print_book, "printer", "Ctrl+Shift+P", VIEW_LABOUR,
                is_in_menu=True,
            ),
            ActionSpec(
                "labour.open_person", OPEN, self.open_person, "user", "", VIEW_LABOUR, self.why_no_row,
                is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _spec(context: PageContext) -> ListSpec[Any]:
    return ListSpec(
        id=places.CONDITIONS,
        title=TITLE,
        columns=(
            ColumnSpec(
                "name", NAME, lambda row: row.name, width=230, is_strong=True, note=lambda row: row.code,
                wraps=True,
            ),
            ColumnSpec(
                "state", STATE, lambda row: cond.lacking_text(row, context.today()), width=330,
                tone=lambda row: cond.lacking_tone(row, context.today()),
            ),
            ColumnSpec("team", TEAM, lambda row: row.team or "", width=120, gives_way=2),
            ColumnSpec("fitness", FITNESS, cond.fitness_text, width=190, gives_way=1),
            ColumnSpec(
                "trained", TRAINED_UNTIL, lambda row: said.day(row.trained_until), width=112, gives_way=3,
                tone=lambda row: cond.trained_tone(row, context.today()),
            ),
            ColumnSpec("since", SINCE, lambda row: said.day(row.registered_on), width=104, gives_way=4),
            ColumnSpec("limits", LIMITS, cond.limits_text, width=150, is_instruction=True),
            ColumnSpec("from", LABOUR_FROM, lambda row: said.day(row.labour_from), width=120, gives_way=6),
            ColumnSpec("age", AGE, lambda row: str(row.age), width=60, gives_way=7),
        ),
        ids=list_condition_ids,
        rows=list_condition_rows,
        row_id=lambda row: row.resident_id,
        filters=(FilterSpec("state", STATE, tuple(FilterOption(key, text) for key, text in STATES)),),
        empty=EMPTY,
        tables=places.CONDITION_TABLES,
    )  # fmt: skip


def _many_columns(context: PageContext) -> tuple[ColumnSpec[Any], ...]:
    return (
        ColumnSpec(
            "name", NAME, lambda row: row.name, width=130, is_strong=True, note=lambda row: row.code, wraps=True
        ),
        ColumnSpec(
            "state", STATE, lambda row: cond.lacking_text(row, context.today()), width=170,
            tone=lambda row: cond.lacking_tone(row, context.today()),
        ),
    )  # fmt: skip


def _person_of(row: ConditionRow) -> str:
    return row.resident_id


def _conditions(resident_ids: Sequence[str], uow: Any) -> Sequence[ConditionRow]:
    return list_condition_rows(uow, resident_ids)


def _join_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.team_field(context, TEAM_HEAD))
    form.add(usual.any_day(context, "from_on", FROM, hint=JOIN_HINT))
    form.add(usual.clash_reason())
    return form


def _join(resident_ids: Sequence[str], uow: Any, v: Mapping[str, Any], _version: int) -> int:
    command = JoinLabourTeam(v["team_id"], tuple(resident_ids), v["from_on"], v["clash_reason"])
    return join_labour_team(uow, command)


def _book(uow: Any, v: Mapping[str, Any]) -> Any:
    return safety_paper(uow, v["first"], v["last"])


def _train(resident_ids: Sequence[str], uow: Any, v: Mapping[str, Any], _version: int) -> int:
    return train(uow, resident_ids, v)
