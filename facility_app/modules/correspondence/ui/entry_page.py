"""What writing a paper and registering one share: a form is chosen and filled, nothing typed is lost."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.queries.choices import known_of_person
from facility_app.modules.correspondence.ui.file_fill import FileFill, person_field, source_of
from facility_app.modules.correspondence.ui.form_picker import OTHER_KIND, FormPicker
from facility_app.modules.correspondence.ui.form_shelf import FormShelf, shelf_rows
from facility_app.modules.correspondence.ui.places import FORM_ARG
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.widgets import StateStack

HINT = label("correspondence", "Enter ô kế · F4 mở danh sách · Ctrl+Enter {verb}")


class EntryPage(Page):
    """The base of both pages: a picker on top, the form of what is chosen below.

    Attributes:
        picker: chooses the form.
        shelf: every form there is to choose, while none is.
        last_used: form → when a paper of it was issued last, as far as that is known.
        form: what is filled in; None before anything is chosen.
        chosen: the form chosen; None for a paper of no official form.
    """

    save_words = label("verbs", "Lưu")
    picker_head = label("terms", "Biểu mẫu")
    key = ""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(context)
        self.press = press
        self.form: Form[Any] | None = None
        self.chosen: FormSpec | None = None
        self.keeper: DraftKeeper | None = None
        self._library: FormLibrary | None = None
        self._fill = FileFill()
        self._is_busy = False
        self.last_used: Mapping[str, date] = {}
        theme = context.theme
        px = theme.px
        self.picker = FormPicker("form_id", self.picker_head, options=())
        self.picker.changed.connect(self._on_picked)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        self._inner = QVBoxLayout(self._card)
        self._inner.setContentsMargins(px(16), px(12), px(8), px(8))
        self._place = QWidget()
        self.states = StateStack(theme, parent=self)
        both = QWidget(self.states)
        self.shelf = FormShelf(context, both)
        self.shelf.row_activated.connect(self._on_shelf_activated)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shelf)
        column.addWidget(self._card)
        self._card.hide()
        self.states.hold(both)
        self.states.retry_requested.connect(self._on_retry_requested)
        head = QFrame()
        head.setProperty("kind", "card")
        row = QVBoxLayout(head)
        row.setContentsMargins(px(16), px(10), px(16), px(8))
        row.addWidget(self.picker)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addWidget(head)
        whole.addWidget(self.states, 1)
        self.head_card = head

    # What the two pages tell.

    @abstractmethod
    def offered(self, library: FormLibrary) -> list[tuple[str, Label]]:
        """Forms to choose from, with their words."""

    @abstractmethod
    def build(self, form: Form[Any]) -> None:
        """Put the fields of what is chosen into ``form``."""

    def begin(self) -> Mapping[str, Any]:
        """What the fields show at first, by name."""
        return {}

    @abstractmethod
    def send(self, values: Mapping[str, Any]) -> None:
        """Everything is understood."""

    # What they share.

    @override
    def hint_text(self) -> str:
        return tr(HINT, verb=tr(self.save_words).replace("&", "").lower())

    @override
    def open(self, route: Route) -> None:
        is_dirty = self.form is not None and self.form.is_dirty()
        super().open(route)
        if is_dirty and not route.args and not route.record:
            return
        if self._library is None:
            self.states.show_loading()
            op = self.context.runner.job(self, partial(_library, self.press))
            op.success(self._on_library).failure(self._on_failed).run()
        else:
            self.start()

    def start(self) -> None:
        """The forms are known: show what the route asks for."""
        wanted = self.route.args.get(FORM_ARG, "")
        self.show_form(wanted)

    def show_form(self, form_id: str) -> None:
        """Show the fields of a form, empty; the picker follows."""
        self.picker.set_value(form_id or None)
        self.chosen = self.spec_of(form_id)
        if not form_id:
            self._show_shelf()
            return
        self.make_form(self.begin(), self.draft_key(form_id))

    def draft_key(self, form_id: str) -> str:
        """What the draft is kept under."""
        return f"{self.key}/{form_id}"

    def spec_of(self, form_id: str) -> FormSpec | None:
        """The form of that id; None for none."""
        if self._library is None or form_id in {"", OTHER_KIND}:
            return None
        return self._library.get(form_id)

    def library(self) -> FormLibrary:
        """Every form; asked for after ``start``."""
        return self._library or self.press.forms()

    def make_form(self, begin: Mapping[str, Any], key: str, version: int = 0) -> None:
        """Build the form of what is chosen, show ``begin``, look for a draft."""
        self._drop_form()
        form: Form[Any] = Form(SimpleNamespace, save_words=self.save_words)
        self.form = form
        self.build(form)
        (form.load if version else form.propose)(SimpleNamespace(**begin))
        form.submitted.connect(self._on_submitted)
        source = self.source()
        if source is not None:
            source.changed.connect(self._on_source_changed)
        self._inner.addWidget(form)
        self.shelf.hide()
        self._card.show()
        self.states.show_content()
        self.keeper = DraftKeeper(form, key, self.context.drafts, form, title=self.title_text())
        self.keeper.ready.connect(self._on_ready)
        self.keeper.start(version)

    def person_field(self, *, is_required: bool = False) -> PersonField | None:
        """Whom it is about; None where nobody may be looked up."""
        return person_field(self.press, self.context, is_required=is_required)

    def hold(self, *, is_busy: bool) -> None:
        """While a decision is under way nothing is typed."""
        self._is_busy = is_busy
        if self.form is not None:
            self.form.set_held(is_held=is_busy)

    def refused(self, failure: Failure) -> None:
        """Say what is wrong where it is; everything typed stays."""
        self.hold(is_busy=False)
        if self.form is None:
            return
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.form.errors({}, failure.words)

    def written(self) -> None:
        """Everything typed is written: the draft goes, the page is clean."""
        self.hold(is_busy=False)
        if self.form is not None:
            self.form.was_saved.emit()
        self.picker.set_value(None)
        self._show_shelf()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        if self.form is None:
            go()
        else:
            self.form.leave(go)

    @override
    def has_unsaved(self) -> bool:
        return self.form is not None and self.form.is_dirty()

    @override
    def flush(self) -> None:
        if self.keeper is not None:
            self.keeper.flush()

    @override
    def first_focus(self) -> QWidget:
        if self.form is not None and self.form.fields:
            return next(iter(self.form.fields.values()))
        return self.picker

    def _show_shelf(self) -> None:
        """Nothing is chosen: everything that may be."""
        self._drop_form()
        self._card.hide()
        library = self.library()
        specs = {spec.id: spec for spec in library}
        self.shelf.show_rows(shelf_rows(self.offered(library), specs, self.last_used))
        self.shelf.show()
        self.states.show_content()

    def _drop_form(self) -> None:
        self._fill = FileFill()
        if self.form is not None:
            self.form.hide()
            self._inner.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
            self.keeper = None

    def _on_library(self, library: FormLibrary) -> None:
        self._library = library
        self.picker.set_options(self.offered(library))
        self.start()

    def _on_picked(self) -> None:
        choice = self.picker.choice()
        if choice is not None and choice.id:
            self._choose(choice.id)

    def _on_shelf_activated(self, form_id: str) -> None:
        self._choose(form_id)

    def _choose(self, wanted: str) -> None:
        typed = {} if self.form is None else self.form.draft()
        if self.keeper is not None:
            self.keeper.flush()
        self.show_form(wanted)
        # What was typed for another form goes along where this one has the same place and nothing in it.
        form: Form[Any] | None = self.form
        if form is not None and typed:
            form.restore({name: text for name, text in typed.items() if name in form.fields})

    def _on_ready(self) -> None:
        if self.form is None or self.picker.has_keyboard():
            return
        for area in self.form.findChildren(QScrollArea):
            # What is scrolled to is measured before the form was ever laid out.
            inner = area.widget()
            if inner is not None:
                inner.adjustSize()
        self.form.focus_field(next(iter(self.form.fields)))
        for area in self.form.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        if not self._is_busy:
            self.send(values)

    def source(self) -> LookupField | None:
        """What is chosen to fill the form from: a person, or another record."""
        return source_of(self.form)

    def _on_source_changed(self) -> None:
        source = self.source()
        choice = None if source is None else source.choice()
        if choice is None:
            self._fill.take_back(self.form)
        else:
            self.fill_person(choice.id)

    def fill_person(self, resident_id: str) -> None:
        """Fill in what the person's file knows; what somebody typed is never written over."""
        op = self.context.runner.query(self, partial(self.known_of, resident_id), topic="person")
        op.success(self._on_person_known).failure(self._on_person_failed).run()

    def known_of(self, resident_id: str, uow: Any) -> Mapping[str, Any]:
        """Placeholder → what the person's file knows; on the thread of whoever asks the file."""
        return known_of_person(uow, resident_id, self.context.today())

    def _on_person_known(self, known: Mapping[str, Any]) -> None:
        if self.form is not None and self.chosen is not None:
            self._fill.put(self.form, self.chosen, known)

    def _on_person_failed(self, failure: Failure) -> None:
        if self.form is not None:
            self.form.show_note(failure.words)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_retry_requested(self) -> None:
        self.open(self.route)


def _library(press: Press, _progress: Progress) -> FormLibrary:
    return press.forms()
