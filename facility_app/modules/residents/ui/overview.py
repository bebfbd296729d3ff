"""The first tab of a person: who they are, and the lists that say it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.residents.domain import EDIT_IDENTITY, READ_FILE
from facility_app.modules.residents.domain.person import birth_text
from facility_app.modules.residents.queries.person import get_resident
from facility_app.modules.residents.service.people import EditResident, edit_resident
from facility_app.modules.residents.ui.address_book import ADDRESSES
from facility_app.modules.residents.ui.book import Book
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.modules.residents.ui.identity_books import ALIASES, LEGAL_RECORDS, PAPERS
from facility_app.modules.residents.ui.identity_form import (
    BIRTH,
    CODED,
    PLAIN,
    Identity,
    IdentityView,
    identity_form,
    identity_of,
    person_of,
    view_of,
)
from facility_app.modules.residents.ui.life_books import CONTACTS
from facility_app.modules.residents.ui.pane import CardsPane
from facility_app.modules.residents.ui.safety_tab import ALERTS
from facility_app.modules.residents.ui.words import moment, number
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure, Turns
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid, Loudness, StateStack, WhyNotButton, words

TITLE = label("residents", "Nhân thân")
EDIT = label("verbs", "&Sửa nhân thân")
EDIT_TITLE = label("verbs", "Sửa nhân thân")
SAVED_AT = label("residents", "Người khác đã lưu lúc {moment}.")
LAST_SAVED = label("residents", "Sửa lần cuối {moment}")
DONE = label("residents", "Đã lưu nhân thân.")
ORDER = (
    *("name", "birth", "sex", "nationality", "ethnicity", "religion", "education_level", "skill", "diplomas"),
    *("occupation", "employment", "marital_status", "policy_group", "height_cm", "weight_kg", "body_sex"),
)


class IdentityCard(Pane):
    """A person's own facts, and the form that corrects them (F2)."""

    def __init__(self, context: PageContext, resident_id: str, parent: QWidget | None = None) -> None:
        """Read and show them."""
        super().__init__(parent)
        self._context, self._resident_id = context, resident_id
        self._identity: Identity | None = None
        self._turns = Turns(context.runner, self)
        theme = context.theme
        self._card = Card(theme, tr(TITLE))
        self._grid = KeyValueGrid(theme)
        self._note = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._note.setMinimumWidth(1)
        self._saved = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._saved.setMinimumWidth(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        column.addWidget(self._note)
        column.addWidget(self._saved)
        self.states = StateStack(theme, inner)
        self._card.body.addWidget(self.states)
        self.edit_button = WhyNotButton(theme, EDIT, Loudness.LINK, "pencil")
        self.edit_button.button.setObjectName("edit_identity")
        self.edit_button.button.setToolTip("F2")
        self.edit_button.clicked.connect(self.edit)
        self.edit_button.set_why_not(self._why_not())
        if self._card.head is not None:
            self._card.head.add(self.edit_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self.states.retry_requested.connect(self._ask)
        self.states.show_loading()
        self._ask()

    def edit(self) -> None:
        """Open the form."""
        if self._identity is None or self._why_not() is not None:
            self.edit_button.tell()
            return
        context, detail = self._context, self._identity.detail
        filing: Filing[IdentityView] = Filing(
            key=f"residents.edit/{self._resident_id}",
            save=partial(_save, self._resident_id),
            again=partial(_again, self._resident_id),
        )
        dialog = FormDialog(
            context.theme,
            context.runner,
            context.drafts,
            identity_form(context),
            filing,
            title=tr(EDIT_TITLE),
            text=f"{detail.person.name} · {detail.code}",
            parent=self,
        )
        dialog.saved.connect(self._on_saved)
        dialog.open_with(view_of(detail.person), detail.version)

    def _why_not(self) -> str | None:
        spec = ActionSpec("residents.edit_resident", EDIT, self.edit, permission=EDIT_IDENTITY)
        return why_not(spec, self._context.actor)

    def _ask(self) -> None:
        op = self._context.runner.query(self, partial(_read, self._resident_id), topic="identity")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, identity: Identity) -> None:
        self._identity = identity
        rows = [self._line(identity, name) for name in ORDER if self._is_shown(identity, name)]
        if self.states.is_waiting():
            self._turns.run(self._fill(rows))
        else:
            # Seen already: what is corrected changes in one go.
            self._grid.set_rows(rows)
            self._show_rest()

    def _fill(self, rows: Sequence[KeyValue]) -> Iterator[None]:
        yield from self._grid.placing(rows)
        self._show_rest()

    def _show_rest(self) -> None:
        if self._identity is None:
            return
        identity = self._identity
        person = identity.detail.person
        self._note.setText(person.note or "")
        self._note.setVisible(bool(person.note))
        # Below, not in the head: beside the button a narrow card would cut the day.
        self._saved.setText(tr(LAST_SAVED, moment=moment(identity.detail.updated_at)))
        self.states.show_content()

    def _is_shown(self, identity: Identity, name: str) -> bool:
        return name != "body_sex" or identity.detail.person.body_sex is not None

    def _line(self, identity: Identity, name: str) -> KeyValue:
        person = identity.detail.person
        if name == "birth":
            return KeyValue(tr(BIRTH), birth_text(person.birth_on, person.birth_year or 0))
        if name in CODED:
            return KeyValue(tr(CODED[name][0]), identity.words[name])
        value = getattr(person, name)
        if name in {"sex", "body_sex"}:
            return KeyValue(tr(PLAIN[name]), tr(SEX_LABELS[value]))
        text = number(value) if name in {"height_cm", "weight_kg"} else value or ""
        return KeyValue(tr(PLAIN[name]), text)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details)

    def _on_saved(self, _answer: object) -> None:
        self._context.say(tr(DONE))
        self.edit_button.setFocus()

    @override
    def refresh(self, change: Change) -> None:
        if ("resident", self._resident_id) in change.records:
            self._ask()


class OverviewPane(CardsPane):
    """Everything that says who somebody is; F2 corrects their own facts."""

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Make the cards the actor may see."""
        super().__init__(context, shares=(3, 5))
        self.identity: IdentityCard | None = None
        self.build(self._cards(context, resident_id))

    def _cards(self, context: PageContext, resident_id: str) -> Iterator[None]:
        books: tuple[tuple[Book[Any], int], ...]
        if context.may(READ_FILE):
            self.identity = IdentityCard(context, resident_id, self.inner)
            self.put(self.identity)
            yield
            books = (
                (ALIASES, 0),
                (PAPERS, 1),
                (ADDRESSES, 1),
                (CONTACTS, 1),
                (LEGAL_RECORDS, 1),
            )
        else:
            # Who does no paperwork comes here for what to heed.
            books = ((ALIASES, 0), (ALERTS, 1))
        for book, column in books:
            self.put(EntryCard(context, book, resident_id, parent=self.inner), column)
            yield

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # F2 in a table is about its row and never comes here.
        if event.key() == Qt.Key.Key_F2 and self.identity is not None:
            self.identity.edit()
        else:
            super().keyPressEvent(event)

    @override
    def first_focus(self) -> QWidget:
        return self.identity.edit_button if self.identity is not None else super().first_focus()


def _read(resident_id: str, uow: Any) -> Identity:
    return identity_of(uow, get_resident(uow, resident_id))


def _save(resident_id: str, uow: Any, values: Mapping[str, object], version: int) -> object:
    return edit_resident(uow, EditResident(resident_id, version, person_of(values)))


def _again(resident_id: str, uow: Any) -> Kept[IdentityView]:
    detail = get_resident(uow, resident_id)
    saved_by = tr(SAVED_AT, moment=moment(detail.updated_at))
    return Kept(view_of(detail.person), detail.version, saved_by)
