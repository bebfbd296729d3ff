"""How a facility and its province come to know each other: keys made here, the province's list taken in."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.exchange.queries.status import PublicKeys
from facility_app.modules.exchange.service.keys import TakeTrust, make_keys, take_trust
from facility_app.sync.trust import MOST_BYTES, Trust
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.files import ask_for_file, unreadable
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone

MAKE: Final = label("verbs", "Lập khóa")
TRUST: Final = label("verbs", "Nhận danh sách tin cậy")
KINDS: Final = label("exchange", "Danh sách tin cậy của tỉnh (*.json);;Mọi tệp (*)")
MADE: Final = label("exchange", "Đã lập khóa của cơ sở. Hãy so vân tay {fingerprint} với tỉnh trên giấy.")
TAKEN: Final = label("exchange", "Đã nhận danh sách tin cậy số {number}.")
READING: Final = label("exchange", "Đang đọc danh sách tin cậy…")
ROOT_1, ROOT_2 = label("exchange", "Khóa gốc thứ nhất"), label("exchange", "Khóa gốc thứ hai")
HEX_HINT: Final = label("exchange", "64 chữ số, theo giấy của tỉnh")
FIRST: Final = label(
    "exchange",
    "Danh sách đầu tiên: chép hai khóa gốc của tỉnh từ giấy nhận tận tay, không từ thẻ nhớ này. Danh sách phải có "
    "chữ ký của cả hai.",
)
NO_KEY: Final = label("errors", "Khóa gốc gồm 64 chữ số 0–9, a–f. Hãy chép lại từ giấy của tỉnh.")
THE_SAME: Final = label("errors", "Hai khóa gốc phải khác nhau. Hãy chép lại từ giấy của tỉnh.")
_KEY_BYTES, _THRESHOLD = 32, 2


class Enrolling(QObject):
    """Asks over one page; the page reads anew by itself."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._over = context, over
        self._is_first = True

    def make(self) -> None:
        """Make the facility's keys."""
        op = self._context.runner.command(self, _make)
        op.success(self._on_made).failure(self._on_failed).run()

    def ask_trust(self, *, is_first: bool) -> None:
        """Ask for the list; ``is_first`` when nobody is believed yet."""
        self._is_first = is_first
        ask_for_file(self._over, TRUST, KINDS, self.read)

    def read(self, file: str) -> None:
        """Read the list."""
        op = self._context.runner.job(self, partial(_document, file))
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, document: bytes) -> None:
        if not self._is_first:
            op = self._context.runner.command(self, partial(_take, document, {}))
            op.success(self._on_taken).failure(self._on_failed).run()
            return
        form = new_form()
        form.add(
            usual.line("root_1", ROOT_1, is_required=True, hint=HEX_HINT),
            usual.line("root_2", ROOT_2, is_required=True, hint=HEX_HINT),
            spans=(12, 12),
        )
        dialog = ask(
            self._context, self._over, form, "exchange.trust", TRUST, tr(FIRST), shown(),
            partial(_take_first, document),
        )  # fmt: skip
        dialog.saved.connect(self._on_taken)

    def _on_made(self, keys: PublicKeys) -> None:
        self._context.say(tr(MADE, fingerprint=keys.fingerprint))

    def _on_taken(self, found: Trust) -> None:
        self._context.say(tr(TAKEN, number=found.version))

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def pinned(values: Mapping[str, Any]) -> tuple[bytes, ...]:
    """The root keys somebody typed.

    Raises:
        UserError: ``root_key``: what is no key of 64 hexadecimal digits; ``root_key_twice``.
    """
    found, faults = [], Faults()
    for name in ("root_1", "root_2"):
        try:
            key = bytes.fromhex(str(values.get(name) or ""))
        except ValueError:
            key = b""
        if len(key) != _KEY_BYTES:
            faults.add("root_key", name, NO_KEY)
        found.append(key)
    faults.refuse()
    if len(set(found)) < _THRESHOLD:
        faults.add("root_key_twice", "root_2", THE_SAME)
        faults.refuse()
    return tuple(found)


def _make(uow: Any) -> PublicKeys:
    return make_keys(uow)


def _take_first(document: bytes, uow: Any, values: Mapping[str, Any]) -> Trust:
    return take_trust(uow, TakeTrust(document, pinned(values), _THRESHOLD))


def _take(document: bytes, _values: Mapping[str, Any], uow: Any) -> Trust:
    return take_trust(uow, TakeTrust(document))


def _document(file: str, progress: Progress) -> bytes:
    progress.tell(0, None, READING)
    try:
        with Path(file).open("rb") as source:
            return source.read(MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(file) from error
