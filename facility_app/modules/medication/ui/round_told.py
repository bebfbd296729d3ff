"""What a round says aloud: a mark that is not on the disk, a key that does nothing, what vomiting asks for."""

from typing import Final

from PySide6.QtCore import Signal

from facility_app.kernel.labels import label
from facility_app.modules.medication.service.correcting import Corrected
from facility_app.modules.medication.ui.round_model import Key
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Banner

TO_IT: Final = label("verbs", "Đến liều đó")
CAME_UP = label("medication", "Đã ghi nôn sau {minutes} phút. {advice}")
CAME_UP_PART = label(
    "medication", "Đã ghi nôn sau {minutes} phút: cho lại {percent} % liều khi bác sĩ ra y lệnh. {advice}"
)


class RoundBanner(Banner):
    """The strip above the round.

    Signals:
        to_dose_asked(object): back to the dose that is not written, by its key.
    """

    to_dose_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Silent."""
        super().__init__(theme, "", Tone.DANGER, can_dismiss=True)
        self._unsafe: Key | None = None
        self.hide()
        self.action_requested.connect(self._on_action_requested)

    def tell(self, text: str) -> None:
        """A word of warning."""
        self._unsafe = None
        self._say(text, Tone.WARNING)

    def tell_refused(self, key: Key, text: str) -> None:
        """A dose somebody marked is not written; it stays told until it is."""
        self._unsafe = key
        self._say(text, Tone.DANGER, tr(TO_IT))

    def tell_corrected(self, told: Corrected) -> None:
        """What is advised after a dose came up again; of any other correction nothing is said."""
        if told.advice is not None:
            text = CAME_UP if told.percent is None else CAME_UP_PART
            self.tell(tr(text, minutes=told.minutes, percent=told.percent, advice=told.advice))

    def hear_written(self, keys: tuple[Key, ...]) -> None:
        """These doses are on the disk now."""
        if self._unsafe in keys:
            self.hide()

    def leave_round(self) -> None:
        """What was advised is about a dose of the round that was left; a dose that is not written stays told."""
        if self._unsafe is None:
            self.hide()

    def _say(self, text: str, tone: Tone, action: str = "") -> None:
        self.set(text, tone, action=action)
        self.show()

    def _on_action_requested(self) -> None:
        if self._unsafe is not None:
            self.to_dose_asked.emit(self._unsafe)
