"""The medium named: the folder picked, the hours of the shifts, and the code word shown once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.kit import SHIFT_HOURS
from facility_app.modules.medication.queries.kit import get_shift_hours
from facility_app.modules.medication.service.kit import NameKit, name_kit, offer_kit
from facility_app.modules.medication.ui.kit_press import KitPress
from facility_app.ui.dialogs import OnceWords, ShownOnce
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.printing.saving import folder_dialog
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Theme, Tone

NAME: Final = label("verbs", "Đặt nơi ghi")
NAME_TEXT: Final = label(
    "medication",
    "Mỗi ca, chương trình ghi phiếu 24 giờ tới vào {folder}, có mã khóa. Nơi đó phải ở trên ổ rời, không ở ổ của "
    "máy này. Mã mở mới hiện một lần sau khi lưu; phiếu ghi trước đây vẫn cần mã cũ.",
)
HOURS_HINT: Final = label("medication", "Ví dụ: 06:00 18:00. Không có quy định chung; đặt theo ca của cơ sở.")
WORD_TITLE: Final = label("medication", "Mã mở phiếu phòng mất điện")
WORD_TEXT: Final = label(
    "medication",
    "Mã này chỉ hiện ở đây, một lần, và không được lưu ở đâu. Chép ra giấy, niêm phong trong phong bì, để ở "
    "bàn trực: người trực mở khi mất điện. Mất mã thì đặt lại nơi ghi để có mã mới.",
)
COPIED: Final = label("medication", "Tôi đã chép mã này ra giấy")
CLOSE: Final = label("verbs", "Đã cất mã")
NOT_COPIED: Final = label("medication", "Đóng lại là mất mã này. Hãy chép ra giấy rồi đánh dấu vào ô ở trên.")


@dataclass(frozen=True, slots=True)
class Offered:
    """What a medium is named with."""

    kit_id: str
    word: str = field(repr=False)
    hours: str


class KitNaming(QObject):
    """Asks for the medium over one page.

    Signals:
        named: it is named, and its word was shown.
    """

    named = Signal()

    def __init__(self, context: PageContext, press: KitPress, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._press, self._over = context, press, over

    def begin(self) -> None:
        """Pick a folder first."""
        dialog = folder_dialog(self._over)
        dialog.fileSelected.connect(self.offer)
        dialog.open()

    def offer(self, folder: str) -> None:
        """Make a word for ``folder`` and its lock, and put the mark on it."""
        op = self._context.runner.query(self, _offer, topic="offer")
        op.success(partial(self._on_offered, folder)).failure(self._on_failed).run()

    def _on_offered(self, folder: str, offered: Offered) -> None:
        op = self._context.runner.job(self, partial(_prepare, self._press, folder, offered))
        op.success(partial(self._on_prepared, folder, offered)).failure(self._on_failed).run()

    def _on_prepared(self, folder: str, offered: Offered, lock: bytes) -> None:
        form = new_form()
        form.add(line("hours", SHIFT_HOURS.text, is_required=True, hint=HOURS_HINT))
        dialog = ask(
            self._context, self._over, form, "medication.kit", NAME, tr(NAME_TEXT, folder=folder),
            shown(hours=offered.hours), partial(_name, offered.kit_id, folder, lock),
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_named, offered.word))

    def _on_named(self, word: str, _kit_id: object) -> None:
        dialog = word_once(self._context.theme, word, self._over)
        dialog.finished.connect(self._on_shown)
        dialog.ask()

    def _on_shown(self, _result: int) -> None:
        self.named.emit()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def word_once(theme: Theme, word: str, over: QWidget) -> ShownOnce:
    """The dialog that shows the code word."""
    title = tr(WORD_TITLE)
    return ShownOnce(theme, word, OnceWords(title, tr(WORD_TEXT), title, COPIED, CLOSE, NOT_COPIED), over)


def _offer(uow: Any) -> Offered:
    return Offered(*offer_kit(uow), get_shift_hours(uow))


def _prepare(press: KitPress, folder: str, offered: Offered, _progress: Progress) -> bytes:
    press.claim(folder, offered.kit_id)
    return press.lock_of(offered.word)


def _name(kit_id: str, folder: str, lock: bytes, uow: Any, values: Mapping[str, Any]) -> str:
    return name_kit(uow, NameKit(kit_id, folder, lock, values["hours"] or ""))
