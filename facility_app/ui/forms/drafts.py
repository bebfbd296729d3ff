"""What is being typed is kept at this desk while it is typed, and offered back after a crash or a power cut."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.labels import label
from facility_app.ui.forms.draft_store import Draft, DraftStore
from facility_app.ui.i18n import tr

KEEP_WITHIN_MS = 400
"""The longest a keystroke waits before it is handed to the store."""

_QUESTION = label("ui", "Khôi phục việc đang làm?")
_WORDS = label("ui", "{count} mục gõ dở lúc {time} ngày {day}, chưa lưu.")
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


class DraftOffer(QFrame):
    """“Khôi phục việc đang làm?” with time and number of fields.

    Signals:
        answered: True to recover, False to discard.
    """

    answered = Signal(bool)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        """Offer ``draft``."""
        super().__init__(parent)
        self.setObjectName("draft_offer")
        self.setProperty("kind", "card")
        at = draft.kept_at.astimezone(LOCAL)
        question = QLabel(tr(_QUESTION), self)
        question.setProperty("weight", "strong")
        words = QLabel(tr(_WORDS, count=len(draft.fields), time=f"{at:%H:%M}", day=format_date(at.date())), self)
        words.setWordWrap(True)
        self.recover_button = QPushButton(tr(_RECOVER), self)
        self.recover_button.setObjectName("recover")
        self.recover_button.setProperty("kind", "primary")
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

    A change waits at most ``KEEP_WITHIN_MS``; leaving a field, locking and closing wait for nothing. While the
    offer stands the fields are closed, so that the earlier draft is never written over.

    Signals:
        ready: the form may be typed into; an offer, if any, was answered.
        left_out: (name → text) parts of a recovered draft the form has no open field for; they stay in the
            draft until something is saved, and are to be shown.
    """

    ready = Signal()
    left_out = Signal(object)

    def __init__(self, target: Draftable, key: str, store: DraftStore, parent: QObject) -> None:
        """Watch ``target``; call ``start`` after it was loaded."""
        super().__init__(parent)
        self._target = target
        self._key = key
        self._store = store
        self._offered: Draft | None = None
        self._offer: DraftOffer | None = None
        self._is_watching = False
        self._last_kept: dict[str, str] = {}
        self._without_place: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_WITHIN_MS)
        self._timer.timeout.connect(self.flush)
        target.edited.connect(self._on_target_edited)
        target.settled.connect(self.flush)
        target.was_saved.connect(self._on_target_saved)

    def start(self) -> None:
        """Look for an earlier draft; the fields stay closed until it is known and answered."""
        self._target.set_held(is_held=True)
        self._store.find(self._key, self._on_draft_found)

    def flush(self) -> None:
        """Hand what is typed to the store now, pre-edit text included; before a lock and a close."""
        self._timer.stop()
        if not self._is_watching:
            return
        draft = self._without_place | self._target.draft()
        if draft == self._last_kept:
            return
        self._last_kept = draft
        if draft:
            self._store.keep(self._key, draft)
        else:
            self._store.drop(self._key)

    def offer(self) -> DraftOffer | None:
        """The offer that stands now."""
        return self._offer

    def _on_draft_found(self, draft: Draft | None) -> None:
        if draft is None or not draft.fields:
            self._begin()
            return
        self._offered = draft
        self._offer = DraftOffer(draft)
        self._offer.answered.connect(self._on_offer_answered)
        self._target.show_top(self._offer)
        self._offer.recover_button.setFocus()

    def _on_offer_answered(self, is_wanted: bool) -> None:
        offered, self._offered = self._offered, None
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None
        if offered is None:
            return
        self._last_kept = dict(offered.fields)
        self._begin()
        if is_wanted:
            names = self._target.restore(offered.fields)
            self._without_place = {name: offered.fields[name] for name in names}
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

    def _on_target_saved(self) -> None:
        self._timer.stop()
        if self._is_watching:
            self._last_kept = {}
            self._without_place = {}
            self._store.drop(self._key)
