"""A draft taken up again over a record somebody saved meanwhile: asked about field by field."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from tests.ui.forms.conftest import Person, editor_of, make_form
from tests.ui.forms.test_drafts import KEY, PERSON, MemoryDrafts, kept


@pytest.fixture
def store() -> MemoryDrafts:
    return MemoryDrafts()


def typed_over(store: MemoryDrafts, version: int, fields: Mapping[str, str], began: Person = PERSON) -> None:
    """Leave a draft typed over ``began``, which was ``version`` of the record."""
    form = make_form()
    form.load(began)
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start(version, form)
    form.restore(fields)
    keeper.flush()
    form.deleteLater()


def offered_over(form: Form[Person], store: MemoryDrafts, now: Person, version: int) -> DraftKeeper:
    """Open the form over ``now`` and press “Khôi phục”."""
    form.load(now)
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start(version, form)
    offer = keeper.offer()
    assert offer is not None
    QTest.mouseClick(offer.recover_button, Qt.MouseButton.LeftButton)
    return keeper


def asked_about(form: Form[Person]) -> ConflictDialog:
    """The conflict screen that stands."""
    asked = form.findChild(ConflictDialog)
    assert asked is not None
    return asked


def press(dialog: ConflictDialog, name: str) -> None:
    """A button of the conflict screen."""
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_a_draft_says_which_version_and_which_values_it_was_typed_over(store: MemoryDrafts) -> None:
    typed_over(store, 3, {"note": "của tôi"}, replace(PERSON, note="cũ"))
    begun = store.held[KEY].begun
    assert (begun.version, begun.base["note"], begun.base["name"]) == (3, "cũ", "Nguyễn Văn Đức")


def test_a_draft_over_the_same_version_comes_back_without_a_question(
    form: Form[Person], store: MemoryDrafts
) -> None:
    typed_over(store, 3, {"note": "của tôi"})
    offered_over(form, store, PERSON, 3)
    assert form.findChild(ConflictDialog) is None
    assert form.draft() == {"note": "của tôi"}


def test_a_draft_over_an_older_version_is_never_laid_over_a_later_save(
    form: Form[Person], store: MemoryDrafts
) -> None:
    typed_over(store, 3, {"note": "của tôi", "card_no": "079"}, replace(PERSON, note="cũ"))
    keeper = offered_over(form, store, replace(PERSON, note="của người khác", sex="M"), 4)
    rows = {row.name: (row.base, row.mine, row.theirs, row.is_open) for row in asked_about(form)._rows}
    assert rows == {
        "note": ("cũ", "của tôi", "của người khác", True),
        "card_no": ("", "079", "", False),
        "sex": ("", "", "Nam", False),
    }
    assert form.draft() == {}
    assert (keeper.offer(), editor_of(form, "name").isEnabled()) != (None, True)
    assert store.held[KEY].begun.version == 3


def test_looking_at_a_record_without_typing_asks_nothing_of_the_store(
    form: Form[Person], store: MemoryDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(store, "drop", asked.append)
    form.load(PERSON)
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start(3, form)
    form.focus_field("card_no")
    QTest.keyClick(editor_of(form, "card_no"), Qt.Key.Key_Tab)
    keeper.flush()
    assert (asked, store.kept) == ([], 0)


def test_the_offer_says_that_the_record_was_saved_since(form: Form[Person], store: MemoryDrafts) -> None:
    typed_over(store, 3, {"note": "của tôi"})
    form.load(replace(PERSON, note="của người khác"))
    keeper = DraftKeeper(form, KEY, store, form)
    keeper.start(4, form)
    offer = keeper.offer()
    assert offer is not None
    words = " ".join(one.text() for one in offer.findChildren(QLabel))
    assert "Từ lúc đó hồ sơ đã được lưu lại" in words


@pytest.mark.parametrize(
    ("side", "draft"), [(Side.MINE, {"note": "của tôi", "card_no": "079"}), (Side.THEIRS, {"card_no": "079"})]
)
def test_what_was_chosen_comes_back_typed_over_the_version_of_now(
    form: Form[Person], store: MemoryDrafts, side: Side, draft: dict[str, str]
) -> None:
    typed_over(store, 3, {"note": "của tôi", "card_no": "079"}, replace(PERSON, note="cũ"))
    keeper = offered_over(form, store, replace(PERSON, note="của người khác"), 4)
    asked = asked_about(form)
    asked.choose("note", side)
    press(asked, "take")
    assert (form.draft(), dict(kept(store)), keeper.offer()) == (draft, draft, None)
    begun = store.held[KEY].begun
    assert (begun.version, begun.base["note"]) == (4, "của người khác")
    assert editor_of(form, "name").isEnabled()


def test_mine_in_a_field_i_never_touched_is_what_stood_there_when_i_began(
    form: Form[Person], store: MemoryDrafts
) -> None:
    typed_over(store, 3, {"note": "của tôi"}, replace(PERSON, card_no="079201001234"))
    offered_over(form, store, replace(PERSON, card_no="079201009999"), 4)
    asked = asked_about(form)
    asked.choose("card_no", Side.MINE)
    press(asked, "take")
    assert form.draft() == {"note": "của tôi", "card_no": "079201001234"}


def test_taking_theirs_everywhere_leaves_no_draft(form: Form[Person], store: MemoryDrafts) -> None:
    typed_over(store, 3, {"note": "của tôi"})
    offered_over(form, store, replace(PERSON, note="của người khác"), 4)
    asked = asked_about(form)
    asked.choose("note", Side.THEIRS)
    press(asked, "take")
    assert (form.is_dirty(), store.held) == (False, {})


def test_going_back_from_the_choice_leaves_the_offer_and_the_draft_as_they_were(
    form: Form[Person], store: MemoryDrafts
) -> None:
    typed_over(store, 3, {"note": "của tôi"})
    keeper = offered_over(form, store, replace(PERSON, note="của người khác"), 4)
    press(asked_about(form), "stay")
    offer = keeper.offer()
    assert offer is not None
    assert (kept(store), store.held[KEY].begun.version) == ({"note": "của tôi"}, 3)
    assert not editor_of(form, "name").isEnabled()
    QTest.mouseClick(offer.discard_button, Qt.MouseButton.LeftButton)
    assert (form.draft(), store.held) == ({}, {})


def test_a_later_save_that_changed_nothing_shown_here_is_no_question(
    form: Form[Person], store: MemoryDrafts
) -> None:
    typed_over(store, 3, {"note": "của tôi"})
    offered_over(form, store, PERSON, 4)
    assert form.findChild(ConflictDialog) is None
    assert (form.draft(), store.held[KEY].begun.version) == ({"note": "của tôi"}, 4)


def test_a_draft_that_does_not_say_what_it_was_typed_over_is_asked_about(
    form: Form[Person], store: MemoryDrafts
) -> None:
    store.keep(KEY, {"note": "của tôi"})
    offered_over(form, store, replace(PERSON, note="của người khác"), 4)
    assert [(row.name, row.is_open) for row in asked_about(form)._rows] == [("note", True)]
