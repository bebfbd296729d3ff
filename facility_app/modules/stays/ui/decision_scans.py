"""Bản quét của quyết định: attached once to its version, looked at through a verb."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.modules.stays.queries.detail import DecisionRow
from facility_app.modules.stays.queries.scans import check_decision_scan, read_decision_scan
from facility_app.modules.stays.service.decisions import (
    AttachDecisionScan,
    attach_decision_scan,
    open_decision_scan,
)
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.scanning import Scans
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

ATTACH, OPEN = label("verbs", "Đính kèm bản quét"), label("verbs", "Mở bản quét")
CHOOSE = label("stays", "Chọn bản quét của quyết định")
ATTACH_TEXT = label("stays", "Quyết định {number}. Bản quét nằm trong hồ sơ của người này và không thay được.")
ATTACHED = label("stays", "Đã đính kèm bản quét quyết định.")
BROKEN = label("stays", "Tệp này không đọc được. Hãy xem bản gốc trên giấy và báo người quản trị.")


class DecisionScans(QObject):
    """Takes a scan of the decision it is asked about, and shows the one there.

    Signals:
        attached: one was put to its decision.
    """

    attached = Signal()

    def __init__(self, context: PageContext, scans: Scans, over: QWidget) -> None:
        """Work over ``over``."""
        super().__init__(over)
        self._context, self._scans, self._over = context, scans, over
        self._row: DecisionRow | None = None
        self.taker = scans.taker(context, _check, over)
        self.taker.taken.connect(self._on_taken)

    def attach(self, row: DecisionRow) -> None:
        """Choose the file of a decision."""
        self._row = row
        self.taker.ask(CHOOSE, self._scans.kinds)

    def show(self, row: DecisionRow) -> None:
        """Look at the scan of a decision; the look is written down first."""
        op = self._context.runner.command(self, partial(_open, row.decision_id))
        op.success(partial(self._on_allowed, number_of(row))).failure(self._on_failed).run()

    def _on_taken(self, file: Any) -> None:
        row = self._row
        if row is None:
            return
        form: Form[Any] = Form(shown, with_bar=False)
        form.add(
            line("title", label("stays", "Tên bản quét")),
            NumberField("page_count", label("terms", "Số trang"), least=1, most=10_000),
            spans=(9, 3),
        )
        dialog = ask(
            self._context, self._over, form, key=f"stays.attach_decision_scan/{row.decision_id}/{file.mark}",
            title=tr(ATTACH), verb=ATTACH, save=partial(_attach, row.decision_id, file.content),
            value=shown(title=number_of(row)), text=tr(ATTACH_TEXT, number=number_of(row)),
        )  # fmt: skip
        dialog.saved.connect(self._on_attached)

    def _on_attached(self, _answer: object) -> None:
        self._context.say(tr(ATTACHED))
        self.attached.emit()

    def _on_allowed(self, title: str, sealed: SealedFile) -> None:
        op = self._context.runner.query(self, partial(_read, self._scans, sealed), topic="content")
        op.success(partial(self._on_read, title)).failure(self._on_failed).run()

    def _on_read(self, title: str, content: object) -> None:
        viewer = self._scans.viewer(self._context, title, content, self._over)
        if viewer is None:
            self._context.say(tr(BROKEN), Tone.DANGER)
        else:
            viewer.open()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def number_of(row: DecisionRow) -> str:
    """Number and symbol as printed."""
    facts = row.facts
    return f"{facts.number}/{facts.symbol}" if facts.symbol else facts.number


def _check(uow: Any, chosen: Any) -> None:
    check_decision_scan(uow, chosen.size_bytes, chosen.beginning)


def _attach(decision_id: str, content: bytes, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    count = values["page_count"]
    order = AttachDecisionScan(decision_id, content, values["title"], None if count is None else int(count))
    return attach_decision_scan(uow, order)


def _open(decision_id: str, uow: Any) -> SealedFile:
    return open_decision_scan(uow, decision_id)


def _read(scans: Scans, sealed: SealedFile, uow: Any) -> object:
    return scans.read(read_decision_scan(uow, sealed), sealed.media_type)
