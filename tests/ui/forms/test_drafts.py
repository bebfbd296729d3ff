"""What is typed is kept within 400 ms, offered back once with its time, and never written over by an accident."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.kernel.actor import system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.forms.draft_store import NOWHERE, Begun, Draft, RunnerDrafts
from facility_app.ui.forms.drafts import KEEP_WITHIN_MS, DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks.lanes import Lanes
from facility_app.ui.tasks.runner import InlineRunner, Runner
from facility_app.ui.tasks.ticket import Ticket
from facility_app.ui.theme import Theme, Tone
from tests.helpers.fakes import FixedClock
from tests.ui.forms.conftest import Desk, Person, editor_of, make_form
from tests.ui.tasks.held import HeldLane

KEY = "residents.person/p1"
AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
PERSON = Person(name="Nguyễn Văn Đức", id="p1")
Compose = Callable[..., None]


@dataclass
class MemoryDrafts:
    """A ``DraftStore`` that answers at once."""

    held: dict[str, Draft] = field(default_factory=dict)
    kept: int = 0

    def keep(self, key: str, fields: Mapping[str, str], begun: Begun = NOWHERE) -> None:
        """Keep it."""
        self.held[key] = Draft(key, dict(fields), AT, begun)
        self.kept += 1

    def pass_field(self) -> None:
        """It is there at once."""

    def find(self, _asker: object, key: str, found: Callable[[Draft | None], None]) -> None:
        """Tell it."""
        found(self.held.get(key))

    def want(self, key: str) -> None:
        """Mark it."""
        self.held[key] = replace(self.held[key], is_wanted=True)

    def drop(self, key: str) -> None:
        """Forget it."""
        self.held.pop(key, None)

    def all(self, _asker: object, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """Tell them."""
        found(tuple(self.held.values()))


@dataclass
class Note:
    """A note as the database gives it."""

    key: str
    body: Mapping[str, object]
    noted_at: datetime = AT


@dataclass
class MemoryNotes:
    """The notes a jot gets; ``fault`` makes every call fail."""

    held: dict[tuple[str, str], Note] = field(default_factory=dict)
    fault: UserError | None = None

    def put(self, kind: str, key: str, body: Mapping[str, object]) -> None:
        """Keep it."""
        self._fail()
        self.held[kind, key] = Note(key, body)

    def find(self, kind: str, key: str) -> Note | None:
        """The note."""
        self._fail()
        return self.held.get((kind, key))

    def every(self, kind: str) -> tuple[Note, ...]:
        """All of a kind."""
        return tuple(note for (held, _), note in self.held.items() if held == kind)

    def drop(self, kind: str, key: str) -> None:
        """Forget it."""
        self.held.pop((kind, key), None)

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def store() -> MemoryDrafts:
    """An empty store."""
    return MemoryDrafts()


def kept(store: MemoryDrafts) -> Mapping[str, str]:
    """What is kept now."""
    return store.held[KEY].fields if KEY in store.held else {}


def started(form: Form[Person], store: MemoryDrafts) -> DraftKeeper:
    """A keeper at work."""
    form.load(PERSON)
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start()
    return keeper


def test_typing_is_kept_within_the_promised_time(form: Form[Person], store: MemoryDrafts, qtbot: QtBot) -> None:
    started(form, store)
    QTest.keyClicks(editor_of(form, "card_no"), "07909")
    qtbot.waitUntil(lambda: kept(store) == {"card_no": "07909"}, timeout=KEEP_WITHIN_MS * 5)
    assert store.kept == 1


def test_a_word_under_composition_is_kept_too(
    form: Form[Person], store: MemoryDrafts, compose: Compose, qtbot: QtBot
) -> None:
    started(form, store)
    editor_of(form, "card_no").setFocus()
    compose(editor_of(form, "card_no"), "Nguyễ")
    qtbot.waitUntil(lambda: kept(store) == {"card_no": "Nguyễ"}, timeout=KEEP_WITHIN_MS * 5)
    assert editor_of(form, "card_no").preedit() == "Nguyễ"


def test_leaving_a_field_keeps_it_at_once(form: Form[Person], store: MemoryDrafts) -> None:
    started(form, store)
    form.focus_field("card_no")
    QTest.keyClicks(editor_of(form, "card_no"), "123")
    QTest.keyClick(editor_of(form, "card_no"), Qt.Key.Key_Tab)
    assert kept(store) == {"card_no": "123"}


class StarvedRunner(Runner):
    """Its writer gets no time of the processor until somebody waits for what is to be written."""

    def __init__(self, notes: MemoryNotes, writer: HeldLane, parent: QWidget) -> None:
        super().__init__(Desk(notes), parent, lanes=Lanes(HeldLane(), writer, HeldLane()))
        self._writer = writer

    @override
    def wait_for(self, ticket: Ticket) -> None:
        while not ticket.has_landed:
            self._writer.step()


def test_starved_of_all_time_the_disk_is_at_most_one_field_behind(form: Form[Person], qtbot: QtBot) -> None:
    notes, writer = MemoryNotes(), HeldLane()
    form.load(PERSON)
    keeper = DraftKeeper(form, KEY, RunnerDrafts(StarvedRunner(notes, writer, form), form), form)
    with qtbot.waitSignal(keeper.ready):
        keeper.start()
        writer.step()
    for name, text in (("name", "An"), ("card_no", "079"), ("note", "đang gõ d")):
        before = form.draft()
        form.fields[name].set_typed(text)
        form.fields[name].edited.emit()
        form.fields[name].settled.emit()
        assert [note.body["fields"] for note in notes.held.values()] == ([before] if before else [])


def test_a_lock_and_a_close_keep_it_at_once(form: Form[Person], store: MemoryDrafts, compose: Compose) -> None:
    keeper = started(form, store)
    editor_of(form, "name").setFocus()
    compose(editor_of(form, "name"), " An")
    keeper.flush()
    assert kept(store) == {"name": "Nguyễn Văn Đức An"}


def test_loading_and_looking_keep_nothing(form: Form[Person], store: MemoryDrafts) -> None:
    keeper = started(form, store)
    form.load(replace(PERSON, note="khác"))
    keeper.flush()
    assert store.held == {}


def test_a_crashed_form_is_offered_back_with_time_and_count(form: Form[Person], store: MemoryDrafts) -> None:
    store.keep(KEY, {"note": "đang gõ d", "card_no": "079"})
    keeper = started(form, store)
    offer = keeper.offer()
    assert offer is not None
    words = [one.text() for one in offer.findChildren(QLabel)]
    assert words == ["Khôi phục việc đang làm?", "2 mục gõ dở lúc 02/03/2026 08:30, chưa lưu."]
    QTest.mouseClick(offer.recover_button, Qt.MouseButton.LeftButton)
    assert form.draft() == {"note": "đang gõ d", "card_no": "079"}
    assert kept(store) == {"note": "đang gõ d", "card_no": "079"}


def test_a_discarded_draft_is_gone_and_the_form_as_loaded(form: Form[Person], store: MemoryDrafts) -> None:
    store.keep(KEY, {"note": "đang gõ d"})
    keeper = started(form, store)
    offer = keeper.offer()
    assert offer is not None
    QTest.mouseClick(offer.discard_button, Qt.MouseButton.LeftButton)
    assert (form.value(), store.held, keeper.offer()) == (PERSON, {}, None)


def test_an_unanswered_offer_is_never_written_over(form: Form[Person], store: MemoryDrafts) -> None:
    store.keep(KEY, {"note": "đang gõ d"})
    keeper = started(form, store)
    form.fields["note"].set_typed("khác")
    keeper.flush()
    assert kept(store) == {"note": "đang gõ d"}
    assert not editor_of(form, "name").isEnabled()


def test_an_unanswered_offer_stands_again_at_the_next_start(
    form: Form[Person], store: MemoryDrafts, qtbot: QtBot
) -> None:
    store.keep(KEY, {"note": "đang gõ d"})
    started(form, store)
    other = make_form()
    qtbot.addWidget(other)
    assert started(other, store).offer() is not None


def test_saving_forgets_the_draft_but_not_what_was_typed_since(form: Form[Person], store: MemoryDrafts) -> None:
    keeper = started(form, store)
    form.fields["note"].set_typed("một")
    keeper.flush()
    form.submit()
    form.fields["card_no"].set_typed("079")
    form.saved(replace(PERSON, note="một"))
    keeper.flush()
    assert kept(store) == {"card_no": "079"}
    form.go_back()
    keeper.flush()
    assert store.held == {}


def test_a_form_typed_back_to_what_was_loaded_leaves_no_draft(form: Form[Person], store: MemoryDrafts) -> None:
    keeper = started(form, store)
    form.fields["note"].set_typed("một")
    keeper.flush()
    form.fields["note"].set_typed("")
    keeper.flush()
    assert store.held == {}


def test_an_offer_is_answered_by_enter_and_is_not_louder_than_saving(
    form: Form[Person], store: MemoryDrafts
) -> None:
    store.keep(KEY, {"note": "đang gõ d"})
    offer = started(form, store).offer()
    assert offer is not None
    assert [one.text() for one in offer.findChildren(QPushButton) if one.property("kind") == "primary"] == []
    assert offer.recover_button.autoDefault()


def test_what_a_newer_form_has_no_field_for_is_told_and_stays_in_the_draft(
    form: Form[Person], store: MemoryDrafts, qtbot: QtBot
) -> None:
    store.keep(KEY, {"note": "đang gõ d", "gone": "câu dài"})
    keeper = started(form, store)
    offer = keeper.offer()
    assert offer is not None
    with qtbot.waitSignal(keeper.left_out) as told:
        QTest.mouseClick(offer.recover_button, Qt.MouseButton.LeftButton)
    assert told.args == [{"gone": "câu dài"}]
    form.fields["note"].set_typed("đang gõ dở")
    keeper.flush()
    assert kept(store) == {"note": "đang gõ dở", "gone": "câu dài"}


def test_drafts_are_local_notes_of_the_runner() -> None:
    found: list[object] = []
    drafts = RunnerDrafts(InlineRunner(Desk(MemoryNotes())))
    drafts.keep(KEY, {"note": "a\ud800"})
    drafts.find(drafts, KEY, found.append)
    drafts.all(drafts, found.append)
    drafts.drop(KEY)
    drafts.find(drafts, KEY, found.append)
    draft = Draft(KEY, {"note": "a?"}, AT)
    assert found == [draft, (draft,), None]


def test_a_form_opens_even_when_drafts_cannot_be_read_or_kept(form: Form[Person], qtbot: QtBot) -> None:
    fault = UserError("disk_full", label("errors", "Hết chỗ."))
    drafts = RunnerDrafts(InlineRunner(Desk(MemoryNotes(fault=fault))), form)
    form.load(PERSON)
    keeper = DraftKeeper(form, KEY, drafts, form)
    with qtbot.waitSignal(keeper.ready):
        keeper.start()
    form.fields["note"].set_typed("một")
    with qtbot.waitSignal(drafts.not_kept):
        keeper.flush()
    assert editor_of(form, "name").isEnabled()


def _go(_route: Route) -> None:
    """Nowhere."""


def _say(text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
    """Nobody listens."""


def test_a_draft_remembers_the_page_it_was_typed_on(store: MemoryDrafts, theme: Theme, qtbot: QtBot) -> None:
    runner = InlineRunner(Desk(None))
    page = Page(
        PageContext(
            runner, system_actor("t"), theme, FixedClock(), _go, _say, PassingMemory(), RunnerDrafts(runner)
        )
    )
    runner.setParent(page)
    qtbot.addWidget(page)
    page.open(Route("people.one", "p1", {"tab": "notes"}))
    box = QWidget(page)
    form = make_form()
    form.setParent(box)
    keeper = DraftKeeper(form, KEY, store, box, title="Sửa", is_behind_door=True)
    keeper.start()
    form.fields["note"].set_typed("x")
    keeper.flush()
    assert store.held[KEY].begun == Begun(
        title="Sửa", page="people.one", record="p1", args={"tab": "notes"}, is_behind_door=True
    )


def test_a_draft_that_was_asked_for_comes_back_without_being_offered(
    form: Form[Person], store: MemoryDrafts
) -> None:
    store.keep(KEY, {"note": "gõ dở"})
    store.want(KEY)
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start()
    assert (keeper.offer(), form.fields["note"].typed()) == (None, "gõ dở")
    assert editor_of(form, "name").isEnabled()


def test_a_draft_is_asked_for_once(form: Form[Person]) -> None:
    found: list[Draft | None] = []
    drafts = RunnerDrafts(InlineRunner(Desk(MemoryNotes())), form)
    drafts.keep(KEY, {"note": "a"})
    drafts.want(KEY)
    drafts.find(drafts, KEY, found.append)
    drafts.find(drafts, KEY, found.append)
    assert [draft is not None and draft.is_wanted for draft in found] == [True, False]


def test_a_draft_thrown_away_is_wanted_no_more_and_only_the_last_one_asked_for_is(form: Form[Person]) -> None:
    found: list[Draft | None] = []
    drafts = RunnerDrafts(InlineRunner(Desk(MemoryNotes())), form)
    drafts.want(KEY)
    drafts.drop(KEY)
    for key in (KEY, "other"):
        drafts.keep(key, {"note": "a"})
    drafts.find(drafts, KEY, found.append)
    drafts.want(KEY)
    drafts.want("other")
    drafts.find(drafts, KEY, found.append)
    drafts.find(drafts, "other", found.append)
    assert [draft is not None and draft.is_wanted for draft in found] == [False, False, True]


def test_a_note_keeps_where_a_draft_began(form: Form[Person]) -> None:
    found: list[Draft | None] = []
    begun = Begun(3, {"note": "cũ\ud800"}, "Sửa", "people.one", "p1", {"tab": "notes"}, is_behind_door=True)
    drafts = RunnerDrafts(InlineRunner(Desk(MemoryNotes())), form)
    drafts.keep(KEY, {"note": "a"}, begun)
    drafts.find(drafts, KEY, found.append)
    assert found == [Draft(KEY, {"note": "a"}, AT, replace(begun, base={"note": "cũ?"}))]


def test_a_draft_of_before_beginnings_were_kept_is_still_read(form: Form[Person]) -> None:
    found: list[Draft | None] = []
    notes = MemoryNotes({("draft", KEY): Note(KEY, {"note": "a"})})
    RunnerDrafts(InlineRunner(Desk(notes)), form).find(form, KEY, found.append)
    assert found == [Draft(KEY, {"note": "a"}, AT)]


def test_what_was_typed_is_no_part_of_what_a_log_shows() -> None:
    begun = Begun(1, {"note": "bí mật"}, "bí mật")
    assert "bí mật" not in repr(Draft(KEY, {"note": "bí mật"}, AT, begun))
