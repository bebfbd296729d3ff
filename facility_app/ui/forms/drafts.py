"""What is being typed is kept at this desk while it is typed, and offered back after a crash or a power cut."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.ui.forms.conflict import ConflictDialog, ConflictRow, Side
from facility_app.ui.forms.draft_store import Begun, Draft, DraftStore
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page

KEEP_WITHIN_MS = 400
"""The longest a keystroke waits before it is handed to the store."""

_QUESTION = label("ui", "Khôi phục việc đang làm?")
_WORDS = label("ui", "{count} mục gõ dở lúc {at}, chưa lưu.")
_SAVED_SINCE = label("ui", "Từ lúc đó hồ sơ đã được lưu lại: khi khôi phục sẽ chọn giữ bản nào ở từng mục.")
_SAVED_AFTER = label("ui", "Hồ sơ đã được lưu lại sau lúc gõ dở, {at}.")
_RECOVER = label("ui", "Khôi phục")
_DISCARD = label("ui", "Bỏ")


class Draftable(Protocol):
    """What a form or a sheet must offer so that its drafts can be kept."""

    @property
    def edited(self) -> SignalInstance:
        """Something the eye sees changed."""
        ...

    @property
    def settled(self) -> SignalInstance:
        """A field was left."""
        ...

    @property
    def was_saved(self) -> SignalInstance:
        """Everything typed until then is written."""
        ...

    def draft(self) -> dict[str, str]:
        """What differs from what was loaded."""
        ...

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring a draft back."""
        ...

    def set_held(self, *, is_held: bool) -> None:
        """Close or open all fields."""
        ...

    def show_top(self, widget: QWidget) -> None:
        """Put a widget above everything else."""
        ...


class Compared(Protocol):
    """What a form that shows a record with a version offers besides: a draft of an older version is compared."""

    def base(self) -> dict[str, str]:
        """What stands in every field as loaded, by name."""
        ...

    def differences(self, mine: Mapping[str, str], base: Mapping[str, str]) -> tuple[ConflictRow, ...]:
        """Fields in which ``mine``, typed over ``base``, or what is loaded now differs from ``base``."""
        ...


class DraftOffer(QFrame):
    """“Khôi phục việc đang làm?” with time and number of fields, and whether the record was saved since.

    Signals:
        answered: True to recover, False to discard.
    """

    answered = Signal(bool)

    def __init__(self, draft: Draft, *, is_outdated: bool = False, parent: QWidget | None = None) -> None:
        """Offer ``draft``."""
        super().__init__(parent)
        self.setObjectName("draft_offer")
        self.setProperty("kind", "card")
        question = QLabel(tr(_QUESTION), self)
        question.setProperty("weight", "strong")
        told = tr(_WORDS, count=len(draft.fields), **_moment(draft))
        words = QLabel(f"{told} {tr(_SAVED_SINCE)}" if is_outdated else told, self)
        words.setWordWrap(True)
        self.recover_button = QPushButton(tr(_RECOVER), self)
        self.recover_button.setObjectName("recover")
        self.recover_button.setAutoDefault(True)
        self.recover_button.clicked.connect(self._on_recover_clicked)
        self.discard_button = QPushButton(tr(_DISCARD), self)
        self.discard_button.setObjectName("discard")
        self.discard_button.clicked.connect(self._on_discard_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(question)
        texts.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.addLayout(texts, 1)
        row.addWidget(self.recover_button)
        row.addWidget(self.discard_button)

    def _on_recover_clicked(self) -> None:
        self.answered.emit(True)

    def _on_discard_clicked(self) -> None:
        self.answered.emit(False)


class DraftKeeper(QObject):
    """Keeps the draft of one form under one key, and offers an earlier one before anything is typed.

    A change waits at most ``KEEP_WITHIN_MS``; leaving a field, locking and closing wait for nothing, and no
    second field is left before the first is on the disk, unless a writer is held for seconds. While the offer
    stands the fields are closed, so that the earlier draft is never written over. A draft typed over another
    version of the record is never laid over this one: mine, theirs and what both began with are shown.

    Signals:
        ready: the form may be typed into; an offer, if any, was answered.
        left_out: (name → text) parts of a recovered draft the form has no open field for; they stay in the
            draft until something is saved, and are to be shown.
    """

    ready = Signal()
    left_out = Signal(object)

    def __init__(
        self,
        target: Draftable,
        key: str,
        store: DraftStore,
        parent: QObject,
        *,
        title: str = "",
        is_behind_door: bool = False,
    ) -> None:
        """Watch ``target``; call ``start`` after it was loaded.

        Args:
            target: the form.
            key: which form and which record.
            store: where drafts are kept.
            parent: what the form stands in; the page above it is where the draft is offered again.
            title: what the form is called, to find it again; the page's title by default.
            is_behind_door: the form opens only by a key or button of the page.
        """
        super().__init__(parent)
        self._target = target
        self._key = key
        self._store = store
        self._title, self._is_behind_door = title, is_behind_door
        self._version = 0
        self._compared: Compared | None = None
        self._offered: Draft | None = None
        self._offer: DraftOffer | None = None
        self._is_watching = False
        self._last_kept: tuple[Mapping[str, str], int] = ({}, 0)
        self._without_place: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_WITHIN_MS)
        self._timer.timeout.connect(self.flush)
        target.edited.connect(self._on_target_edited)
        target.settled.connect(self._on_target_settled)
        target.was_saved.connect(self._on_target_saved)

    def start(self, version: int = 0, compared: Compared | None = None) -> None:
        """Look for an earlier draft; the fields stay closed until it is known and answered.

        Args:
            version: of the record as it was loaded; 0 for a new one.
            compared: the form itself, where it shows a record with a version.
        """
        self._version, self._compared = version, compared
        self._target.set_held(is_held=True)
        self._store.find(self, self._key, self._on_draft_found)

    def rebase(self, version: int) -> None:
        """The form is about to show ``version`` of the record: what is typed is typed over that one."""
        self._version = version

    def flush(self) -> None:
        """Hand what is typed to the store now, pre-edit text included; before a lock and a close."""
        self._timer.stop()
        if not self._is_watching:
            return
        draft = self._without_place | self._target.draft()
        # Nothing typed is nothing typed, over whichever version.
        kept = draft, self._version if draft else 0
        if kept == self._last_kept:
            return
        self._last_kept = kept
        if draft:
            self._store.keep(self._key, draft, self._begun())
        else:
            self._store.drop(self._key)

    def offer(self) -> DraftOffer | None:
        """The offer that stands now."""
        return self._offer

    def _begun(self) -> Begun:
        page = self._page()
        base = self._compared.base() if self._compared is not None and self._version else {}
        begun = Begun(self._version, base, self._title, is_behind_door=self._is_behind_door)
        if page is None:
            return begun
        title = " · ".join(dict.fromkeys(words for words in (self._title, page.title_text()) if words))
        route = page.route
        return replace(begun, title=title, page=route.page, record=route.record, args=dict(route.args))

    def _page(self) -> Page | None:
        """The page the form stands on: where the draft is offered again."""
        around: QObject | None = self.parent()
        while around is not None and not isinstance(around, Page):
            around = around.parent()
        return around

    def _on_draft_found(self, draft: Draft | None) -> None:
        if draft is None or not draft.fields:
            self._begin()
            return
        self._offered = draft
        self._offer = DraftOffer(draft, is_outdated=bool(self._clashes(draft)))
        self._offer.answered.connect(self._on_offer_answered)
        self._target.show_top(self._offer)
        self._offer.recover_button.setFocus()
        if draft.is_wanted:
            self._on_offer_answered(True)

    def _clashes(self, draft: Draft) -> tuple[ConflictRow, ...]:
        """What to choose between; nothing where nobody saved since, or nothing this form shows was changed."""
        if self._compared is None or draft.begun.version == self._version:
            return ()
        rows = self._compared.differences(draft.fields, draft.begun.base)
        return rows if any(row.is_theirs_new for row in rows) else ()

    def _on_offer_answered(self, is_wanted: bool) -> None:
        if self._offered is None or self._offer is None:
            return
        rows = self._clashes(self._offered) if is_wanted else ()
        if not rows:
            self._settle_offer(self._offered.fields if is_wanted else {})
            return
        # Until the sides are taken the offer stands: whoever goes back finds it as it was.
        dialog = ConflictDialog(rows, tr(_SAVED_AFTER, **_moment(self._offered)), self._offer)
        dialog.decided.connect(partial(self._on_sides_decided, self._offered))
        dialog.open()

    def _on_sides_decided(self, draft: Draft, sides: Mapping[str, Side]) -> None:
        # Mine in a field I never touched is what stood there when I began.
        typed = {**draft.begun.base, **draft.fields}
        mine = {name: typed[name] for name, side in sides.items() if side is Side.MINE}
        asked_nowhere = {name: text for name, text in draft.fields.items() if name not in sides}
        self._settle_offer(asked_nowhere | mine)

    def _settle_offer(self, wanted: Mapping[str, str]) -> None:
        """Take the offer away and bring ``wanted`` back."""
        offered, self._offered = self._offered, None
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None
        if offered is None:
            return
        self._last_kept = dict(offered.fields), offered.begun.version
        self._begin()
        if wanted:
            names = self._target.restore(wanted)
            self._without_place = {name: wanted[name] for name in names}
        if self._without_place:
            self.left_out.emit(self._without_place)
        self.flush()

    def _begin(self) -> None:
        self._is_watching = True
        self._target.set_held(is_held=False)
        self.ready.emit()

    def _on_target_edited(self) -> None:
        # Not started anew at each key: someone who types without a pause is kept too.
        if self._is_watching and not self._timer.isActive():
            self._timer.start()

    def _on_target_settled(self) -> None:
        self.flush()
        if self._is_watching:
            self._store.pass_field()

    def _on_target_saved(self) -> None:
        self._timer.stop()
        if self._is_watching:
            self._last_kept = {}, 0
            self._without_place = {}
            self._store.drop(self._key)


def _moment(draft: Draft) -> dict[str, str]:
    """When ``draft`` was kept, as the user reads it."""
    return {"at": format_moment(draft.kept_at)}
