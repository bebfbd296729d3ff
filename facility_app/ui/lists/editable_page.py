"""A page that is one list whose rows are added, corrected and struck out: what most slices need, made of data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.spec import Verb
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs import Filing, FormDialog, Kept, ReasonDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.warned import answered
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

RowT = TypeVar("RowT")

CHOOSE_ONE = label("ui", "Hãy chọn đúng một dòng trong danh sách trước.")
STAYS = label(
    "ui", "Dòng bị gạch bỏ rời khỏi danh sách nhưng vẫn còn trong dữ liệu, cùng người gạch, giờ và lý do."
)
STRIKE = label("verbs", "Gạch bỏ")
SAVED = label("ui", "Đã lưu.")
STRUCK = label("ui", "Đã gạch bỏ.")
GONE = label(
    "errors", "Dòng này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem danh sách."
)
HINT = label("ui", "Enter sửa dòng đang chọn · Ctrl+N thêm dòng mới")


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing(Generic[RowT]):
    """How the rows of a list are decided about. What takes a unit of work runs on working threads.

    Attributes:
        verbs: adding, correcting, striking out; their texts stand on the buttons, their rights open them.
        form: makes the form, without its own bar; its fields are named as the row's attributes.
        form_anew: of a row that is there, where correcting asks more than adding; None for the same form.
        version: a row's version.
        add: ``add(uow, values by name)``; answers the new id.
        edit: ``edit(uow, row id, version, values by name)``; what it answers is told when it is ``Warned``.
        void: ``void(uow, row id, version, reason)``.
        begin: what the form shows of something new; None for nothing.
    """

    verbs: tuple[Verb, Verb, Verb]
    form: Callable[[PageContext], Form[RowT]]
    version: Callable[[RowT], int]
    add: Callable[[Any, Mapping[str, Any]], str]
    edit: Callable[[Any, str, int, Mapping[str, Any]], object]
    void: Callable[[Any, str, int, str], None]
    begin: RowT | None = None
    form_anew: Callable[[PageContext], Form[RowT]] | None = None


class EditableListPage(ListPage):
    """The list and its three decisions. Enter or F2 corrects a row, Ctrl+N adds one."""

    def __init__(self, context: PageContext, spec: ListSpec[RowT], editing: Editing[RowT]) -> None:
        """Show ``spec``; its rows are decided about as ``editing`` says."""
        self._editing: Editing[Any] = editing
        super().__init__(context, spec, actions=self._actions_of())
        self.panel.row_activated.connect(self._on_row_opened)
        self.panel.model.dataChanged.connect(self.actions_changed)

    def add(self) -> None:
        """Open the form of something new."""
        verb = self._editing.verbs[0]
        filing: Filing[Any] = Filing(key=verb.id, save=partial(_add, self._editing))
        self._open_form(verb.text, self._editing.form, filing, self._editing.begin, 0, self._on_added)

    def edit(self) -> None:
        """Open the form of the row chosen."""
        row, verb = self._chosen(), self._editing.verbs[1]
        if row is None:
            return
        row_id = self.spec.row_id(row)
        filing: Filing[Any] = Filing(
            key=f"{verb.id} {row_id}",
            save=partial(_edit, self._editing, row_id),
            again=partial(_again, self.spec, self._editing, row_id),
        )
        form = self._editing.form_anew or self._editing.form
        self._open_form(verb.text, form, filing, row, self._editing.version(row), self._on_edited)

    def strike_out(self) -> None:
        """Ask why, then strike the row chosen out."""
        row, verb = self._chosen(), self._editing.verbs[2]
        if row is None:
            return
        dialog = ReasonDialog(
            self.context.theme, tr(verb.text), tr(STAYS), verb=tr(STRIKE), is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_reason_given, self.spec.row_id(row), self._editing.version(row)))
        dialog.open()

    def _actions_of(self) -> tuple[ActionSpec, ...]:
        add, edit, void = self._editing.verbs
        chosen = self._why_no_row
        return (
            ActionSpec(add.id, add.text, self.add, "plus", "Ctrl+N", add.permission),
            ActionSpec(edit.id, edit.text, self.edit, "pencil", "F2", edit.permission, chosen),
            ActionSpec(void.id, void.text, self.strike_out, "ban", "", void.permission, chosen, is_dangerous=True),
        )

    def _chosen(self) -> Any:
        """The one row selected; None while it is not here."""
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    def _why_no_row(self) -> str | None:
        return None if self._chosen() is not None else tr(CHOOSE_ONE)

    def _open_form(
        self,
        title: Label,
        make: Callable[[PageContext], Form[Any]],
        filing: Filing[Any],
        view: Any,
        version: int,
        saved: Callable[[Any], None],
    ) -> None:
        context = self.context
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, make(context), filing, title=tr(title), parent=self
        )
        dialog.saved.connect(saved)
        dialog.open_with(view, version)

    def _on_row_opened(self, _row_id: str) -> None:
        reason = why_not(self.main_actions()[1], self.context.actor)
        if reason is None:
            self.edit()
        else:
            self.context.say(reason, Tone.INFO)

    def _on_added(self, row_id: str) -> None:
        self.panel.select_when_here(row_id)
        # What was just written is what one goes on with.
        self.panel.table.setFocus()
        self.context.say(tr(SAVED))

    def _on_edited(self, answer: object) -> None:
        self.context.say(tr(SAVED))
        answered(self.context, answer)

    def _on_reason_given(self, row_id: str, version: int, reason: str) -> None:
        op = self.context.runner.command(self, partial(_void, self._editing, row_id, version, reason))
        op.success(self._on_struck).failure(self._on_failed).run()

    def _on_struck(self, _nothing: object) -> None:
        self.context.say(tr(STRUCK))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _add(editing: Editing[Any], uow: Any, values: Mapping[str, object], _version: int) -> str:
    return editing.add(uow, values)


def _edit(editing: Editing[Any], row_id: str, uow: Any, values: Mapping[str, object], version: int) -> object:
    return editing.edit(uow, row_id, version, values)


def _void(editing: Editing[Any], row_id: str, version: int, reason: str, uow: Any) -> None:
    editing.void(uow, row_id, version, reason)


def _again(spec: ListSpec[Any], editing: Editing[Any], row_id: str, uow: Any) -> Kept[Any]:
    rows = spec.rows(uow, (row_id,))
    if not rows:
        raise UserError("not_found", GONE)
    return Kept(rows[0], editing.version(rows[0]))
