"""Writing somebody new down: the form, who is alike beside it, and the question before two files of one person."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain.papers import PAPER_DOUBT_LABELS
from facility_app.modules.residents.queries.alike import Candidate, Newcomer, find_similar
from facility_app.modules.residents.queries.choices import Coded, CodeList, search_entries
from facility_app.modules.residents.service.people import Registered, RegisterResident, register_resident
from facility_app.modules.residents.ui.add_form import AddForm, newcomer_of, placed
from facility_app.modules.residents.ui.people_list import ADD, ADD_PAGE, PERSON_PAGE
from facility_app.modules.residents.ui.similar import SimilarCard, SimilarDialog
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.notice import Words
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Scrolled, StateStack

DONE = label("residents", "Đã lập hồ sơ {code} cho {name}.")
HINT = label("residents", "Enter ô kế · Ctrl+Enter lưu · F4 mở danh sách")
SIDE, STRIP, NARROW = 330, 132, 900
MOST = 16_777_215
"""Qt's word for no limit."""
Alike = tuple[Newcomer, tuple[Candidate, ...]]


class AddPersonPage(Page):
    """The page. What is typed is kept as a draft until it is saved.

    Attributes:
        form: the fields.
        similar: the likely people beside it.
        states: what stands there while nothing can be read.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the page; ``open`` looks for a draft."""
        super().__init__(context)
        theme = context.theme
        self._not_same: frozenset[str] = frozenset()
        self._asked: dict[str, Any] = {}
        self._is_saving = False
        # Each made where it will stand: a form that moves there with all its fields is dressed with every move.
        content = QWidget()
        self.states = StateStack(theme, content, self)
        card = QFrame(content)
        self.form = AddForm(context, card)
        self.form.load(None)
        self.similar = SimilarCard(theme)
        self.keeper = DraftKeeper(self.form, ADD_PAGE, context.drafts, self)
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(8))
        inner.addWidget(self.form)
        side = Scrolled(self.similar, content)
        self._side = side
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(card, 1)
        self._row.addWidget(side)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.retry_requested.connect(self._read_first)
        self.form.settled.connect(self._look_for_alike)
        self.form.submitted.connect(self._on_submitted)
        self.similar.open_asked.connect(self._on_open_asked)
        self.keeper.ready.connect(self._on_ready)
        theme.changed.connect(self._fit_side)

    @override
    def title_text(self) -> str:
        return tr(ADD)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.form.is_dirty():
            self._begin_anew()
            self._read_first()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.form.leave(go)

    @override
    def has_unsaved(self) -> bool:
        return self.form.is_dirty()

    @override
    def flush(self) -> None:
        self.keeper.flush()

    @override
    def first_focus(self) -> QWidget:
        return self.form.fields["card_text"]

    def _read_first(self) -> None:
        """Whether anything can be read at all: nobody types thirty fields for a disk that fails."""
        self.form.set_held(is_held=True)
        self.states.show_loading()
        op = self.context.runner.query(self, _offered, topic="first")
        op.success(self._on_first_read).failure(self._on_first_failed).run()

    def _on_first_read(self, _entries: Sequence[Coded]) -> None:
        self.states.show_content()
        self.keeper.start()

    def _on_first_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _begin_anew(self) -> None:
        self._not_same, self._asked = frozenset(), {}
        self.form.load(None)
        self.similar.show_nothing_asked()
        self._fit_side()

    def _show_alike(self, candidates: Sequence[Candidate]) -> None:
        self.similar.show_candidates(candidates)
        self._fit_side()

    def _look_for_alike(self) -> None:
        known = self.form.known()
        wanted = {
            name: known[name]
            for name in ("name", "birth", "sex", "paper_number", "other_names", "father", "mother")
        }
        is_enough = bool(known["name"]) and bool((known["birth"] and known["sex"]) or known["paper_number"])
        if wanted == self._asked or not is_enough:
            return
        self._asked = wanted
        op = self.context.runner.query(self, partial(_alike, known), topic="alike")
        op.success(self._on_alike_found).failure(self._on_alike_failed).run()

    def _on_alike_found(self, found: Alike) -> None:
        self._show_alike(found[1])

    def _on_alike_failed(self, _failure: Failure) -> None:
        """Saving asks again, and is refused where it must be."""

    def _on_submitted(self, values: Mapping[str, object]) -> None:
        if self._is_saving:
            return
        self._hold(is_saving=True)
        op = self.context.runner.query(self, partial(_alike, values), topic="before saving")
        op.success(partial(self._on_compared, values)).failure(self._on_refused).run()

    def _on_compared(self, values: Mapping[str, object], found: Alike) -> None:
        newcomer, candidates = found
        self._show_alike(candidates)
        unseen = [one for one in candidates if one.row.resident_id not in self._not_same]
        if not unseen:
            self._save(values)
            return
        self._hold(is_saving=False)
        dialog = SimilarDialog(self.context.theme, newcomer, candidates, self)
        dialog.open_asked.connect(self._on_open_asked)
        dialog.confirmed.connect(partial(self._on_confirmed, values, candidates))
        dialog.open()

    def _on_confirmed(self, values: Mapping[str, object], candidates: Sequence[Candidate]) -> None:
        self._not_same |= {one.row.resident_id for one in candidates}
        self._hold(is_saving=True)
        self._save(values)

    def _save(self, values: Mapping[str, object]) -> None:
        op = self.context.runner.command(self, partial(_register, values, self._not_same))
        op.success(partial(self._on_saved, str(values["name"]))).failure(self._on_refused).run()

    def _on_saved(self, name: str, made: Registered) -> None:
        self._hold(is_saving=False)
        self.form.was_saved.emit()
        then = self.form.take_leave_wish()
        self._begin_anew()
        told = tr(DONE, code=made.code, name=name)
        doubts = " ".join(tr(PAPER_DOUBT_LABELS[one]) for one in made.doubts)
        self.context.say(f"{told} {doubts}".strip(), Tone.WARNING if doubts else Tone.OK)
        if then is None:
            self.context.go(Route(PERSON_PAGE, made.resident_id))
        else:
            then()

    def _on_refused(self, failure: Failure) -> None:
        self._hold(is_saving=False)
        error = failure.error
        if not isinstance(error, FacilityError):
            self.form.errors({}, failure.words)
            return
        here = {
            name: Words(text, error.params)
            for name, text in placed(error.fields).items()
            if name in self.form.fields
        }
        self.form.errors(here, refusal(error) if len(here) < max(1, len(error.fields)) else "")

    def _hold(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.form.set_held(is_held=is_saving)

    def _on_open_asked(self, resident_id: str) -> None:
        self.context.go(Route(PERSON_PAGE, resident_id))

    def _on_ready(self) -> None:
        self.form.focus_field("card_text")
        self._look_for_alike()

    def _fit_side(self) -> None:
        """Beside the form where there is room, else a strip below it."""
        px, side = self.context.theme.px, self._side
        is_narrow = self.width() < px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        side.setMinimumWidth(0 if is_narrow else px(SIDE))
        side.setMaximumWidth(MOST if is_narrow else px(SIDE))
        side.setMaximumHeight(px(STRIP) if is_narrow else MOST)
        side.setVisible(not is_narrow or bool(self.similar.candidates()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()


def _offered(uow: Any) -> Sequence[Coded]:
    """A list the fields choose from."""
    return search_entries(uow, CodeList.ETHNICITY, "")


def _alike(values: Mapping[str, object], uow: Any) -> Alike:
    newcomer = newcomer_of(uow, values)
    return newcomer, find_similar(uow, newcomer)


def _register(values: Mapping[str, object], not_same: frozenset[str], uow: Any) -> Registered:
    new = newcomer_of(uow, values)
    order = RegisterResident(
        new.person, tuple(new.aliases), tuple(new.papers), tuple(new.addresses), tuple(new.relatives), not_same
    )
    return register_resident(uow, order)
