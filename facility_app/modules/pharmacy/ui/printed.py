"""Papers of TT 18/2026 at the printer: seen first, issued by the first print, each print counted; signed scans."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.service.printing import (
    AttachSigned,
    attach_signed,
    look_at_paper,
    print_paper,
    weigh_signed,
)
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.printing import BatchDialog, BatchItem, PreviewDialog, PrintOrder
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone

DRAFT = label("pharmacy", "{title} – bản xem trước")
MANY = label("pharmacy", "In {count} văn bản")
COUNTED = label("pharmacy", "Đã ghi lần in thứ {count} vào sổ.")
ISSUED = label("pharmacy", "Đã ban hành, ghi lần in đầu vào sổ.")
CHOOSE_SCAN = label("pharmacy", "Chọn bản quét văn bản đã ký")
ATTACHED = label("pharmacy", "Đã lưu bản quét văn bản đã ký.")


class Papers(QObject):
    """Shows and keeps papers over one page."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._press, self._context, self._over = press, context, over
        self._wanted = ("", "")
        self._taker: Any = None

    def show(self, form_id: str, record_id: str) -> None:
        """Set the paper of a record and show it; printing is the next key."""
        work = partial(_look, self._press, form_id, record_id)
        op = self._context.runner.command(self._over, work)
        op.success(partial(self._on_seen, form_id, record_id)).failure(self._on_failed).run()

    def show_many(self, wanted: Sequence[tuple[str, str, str]]) -> None:
        """Print several, one after the other; one that fails stops none of the others.

        Args:
            wanted: form, record and what the list says of each.
        """
        press = self._press
        items = [
            BatchItem(text, f"{form_id} {record_id[-6:]}", decide=partial(_decide, press, form_id, record_id))
            for form_id, record_id, text in wanted
        ]
        context = self._context
        title = tr(MANY, count=len(items))
        BatchDialog(context.runner, context.theme, press.printer, items, title, parent=self._over).open()

    def attach(self, form_id: str, record_id: str) -> None:
        """Ask for the scan of the sheet that was signed."""
        if self._taker is None:
            self._taker = self._press.taker(self._context, _weigh, self._over)
            self._taker.taken.connect(self._on_taken)
        self._wanted = (form_id, record_id)
        self._taker.ask(CHOOSE_SCAN, self._press.kinds)

    def _on_seen(self, form_id: str, record_id: str, taken: Any) -> None:
        op = self._context.runner.job(self._over, partial(_set, self._press, taken))
        op.success(partial(self._on_set, form_id, record_id, taken)).failure(self._on_failed).run()

    def _on_set(self, form_id: str, record_id: str, taken: Any, pdf: bytes) -> None:
        PaperPreview(self._press, self._context, (form_id, record_id), taken, pdf, self._over).open()

    def _on_taken(self, file: Any) -> None:
        form_id, record_id = self._wanted
        work = partial(_attach, self._press, form_id, AttachSigned(record_id, file.content))
        op = self._context.runner.command(self._over, work)
        op.success(self._on_attached).failure(self._on_failed).run()

    def _on_attached(self, _scan_id: object) -> None:
        self._context.say(tr(ATTACHED))

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


class PaperPreview(PreviewDialog):
    """A paper; what is printed is issued and counted before it leaves."""

    def __init__(
        self,
        press: Press,
        context: PageContext,
        about: tuple[str, str],
        taken: Any,
        pdf: bytes,
        parent: QWidget,
    ) -> None:
        """Show ``pdf``, set of ``taken``, the paper of form and record ``about``."""
        title = " · ".join(part for part in (taken.number, taken.form.title) if part)
        shown = title if taken.paper_id else tr(DRAFT, title=title)
        name = " ".join(part for part in (taken.form.id, taken.number.replace("/", "-")) if part)
        super().__init__(context.runner, context.theme, press.printer, pdf, shown, file_name=name, parent=parent)
        self._press, self._context, self._about = press, context, about

    @override
    def _hand_over(self, order: PrintOrder) -> None:
        self._issue(order.copies, partial(super()._hand_over, order))

    @override
    def save_to(self, file: str) -> None:
        # A file that leaves is printed elsewhere: it is issued and counted as the sheet it becomes.
        self._issue(1, partial(super().save_to, file))

    def _issue(self, copies: int, then: Callable[[], None]) -> None:
        op = self._runner.command(self, partial(_print, self._press, *self._about, copies))
        op.success(partial(self._on_counted, then)).failure(self._on_failed).run()

    def _on_counted(self, then: Callable[[], None], taken: Any) -> None:
        told = tr(COUNTED, count=taken.reprint + 1) if taken.reprint else tr(ISSUED)
        self._context.say(told, Tone.INFO)
        op = self._runner.job(self, partial(_set, self._press, taken))
        op.success(partial(self._on_set, then)).failure(self._on_failed).run()

    def _on_set(self, then: Callable[[], None], pdf: bytes) -> None:
        self._pdf = pdf
        self.view.show_pdf(pdf)
        then()


def _look(press: Press, form_id: str, record_id: str, uow: Any) -> object:
    return look_at_paper(uow, press.papers()[form_id], record_id, press.forms())


def _print(press: Press, form_id: str, record_id: str, copies: int, uow: Any) -> object:
    return print_paper(uow, press.papers()[form_id], record_id, press.forms(), copies)


def _decide(press: Press, form_id: str, record_id: str, uow: Any, order: PrintOrder | None) -> Callable[[], bytes]:
    """What leaves, on paper or as a file to be printed elsewhere, is issued and counted first."""
    copies = 1 if order is None else order.copies
    return partial(press.pdf, _print(press, form_id, record_id, copies, uow))


def _set(press: Press, taken: Any, _progress: Progress) -> bytes:
    return press.pdf(taken)


def _attach(press: Press, form_id: str, command: AttachSigned, uow: Any) -> str:
    return attach_signed(uow, press.papers()[form_id], command)


def _weigh(uow: Any, chosen: Any) -> None:
    weigh_signed(uow, chosen.size_bytes, chosen.beginning)
