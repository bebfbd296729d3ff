"""Tiếp nhận nhanh: person, decision, bed, money and things from the paper in hand, on one screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.modules.intake.queries.arriving import Arrival, LooksLike, list_alike
from facility_app.modules.intake.service.arriving import Received, ReceivePerson, receive_person
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui import places
from facility_app.modules.intake.ui.alike_dialog import AlikeDialog
from facility_app.modules.intake.ui.bed_choice import BedProposal
from facility_app.modules.intake.ui.fields import (
    NAME,
    BirthField,
    Head,
    new_form,
    note,
    officer,
    sex_field,
    witness_fields,
)
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.text_fields import NameField
from facility_app.ui.forms.usual import line, number_line, past_day
from facility_app.ui.forms.value_fields import MoneyField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

SAVE = label("verbs", "Tiếp nhận")
HINT = label("intake", "Enter ô kế · Ctrl+Enter tiếp nhận · mọi ô được giữ nháp khi gõ")
WHO = label("intake", "Người được tiếp nhận")
PAPER = label("intake", "Quyết định, giao nhận")
BROUGHT = label("intake", "Tình trạng, tiền, tư trang, chỗ ở")
DONE = label("intake", "Đã tiếp nhận {name}, mã {code}.")
DONE_BED = label("intake", "Đã tiếp nhận {name}, mã {code}, giường {bed}.")
THINGS_HINT = label("intake", "Mỗi dòng một loại: 2 áo sơ mi. Dấu * trước: để trong túi niêm phong")
DRAFT: Final = "intake.fast"


class FastPage(Page):
    """The page; what is typed is a draft until it is saved.

    Attributes:
        form: the fields.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the page; ``open`` looks for a draft."""
        super().__init__(context)
        self._not_same: frozenset[str] = frozenset()
        self._is_saving = False
        self.form = new_form(save_words=SAVE)
        self._add_person()
        self.form.add_section(PAPER)
        self._head = Head(context, self.form)
        self._head.add_reason()
        self._add_rest()
        self.form.propose(shown(admitted_on=context.today()))
        self.keeper = DraftKeeper(self.form, DRAFT, context.drafts, self, title=tr(places.FAST_TITLE))
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        px = context.theme.px
        inner.setContentsMargins(px(16), px(12), px(8), px(8))
        inner.addWidget(self.form)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self.form.submitted.connect(self._on_submitted)
        self.keeper.ready.connect(self._on_ready)

    def _add_person(self) -> None:
        self.form.add_section(WHO)
        today = self.context.today
        self.form.add(
            NameField("name", NAME, is_required=True),
            BirthField("birth", today=today, is_required=True),
            sex_field(),
            spans=(6, 3, 3),
        )
        self.form.add(
            number_line("id_number", label("intake", "Số giấy tờ tùy thân")),
            past_day(self.context, "id_on", label("intake", "Ngày cấp")),
            line("id_by", label("intake", "Nơi cấp")),
            spans=(4, 3, 5),
        )
        self.form.add(CheckField("is_checked", label("intake", "Đã đối chiếu người với hồ sơ, giấy tờ tùy thân")))

    def _add_rest(self) -> None:
        self.form.add_section(BROUGHT)
        seen = label("intake", "Tình trạng lúc giao nhận (ghi vào biên bản)")
        self.form.add(line("condition_seen", seen))
        self.form.add(
            MoneyField("money", label("intake", "Tiền mang theo (₫)")),
            CheckField("no_money", label("intake", "Không mang tiền")),
            officer(),
            spans=(4, 4, 4),
        )
        self.form.add(
            note("things", label("intake", "Tư trang"), hint=THINGS_HINT),
            CheckField("no_things", label("intake", "Không có tư trang")),
            spans=(8, 4),
        )
        self.form.add(
            line("location", label("intake", "Nơi cất giữ")),
            line("seal_no", label("intake", "Số niêm phong")),
            spans=(8, 4),
        )
        self.form.add(*witness_fields(), spans=(6, 6))
        self.bed = BedProposal(self.context, self.form, self)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        if self._is_saving:
            return
        if not self.bed.is_fresh():
            self.bed.follow()
            self.form.focus_field("bed")
            self.context.say(self.bed.just_now(), Tone.INFO)
            return
        self._hold(is_saving=True)
        arrival = Typed.arrival_of(values, not_same=self._not_same)
        op = self.context.runner.query(self, partial(_alike, arrival), topic="alike")
        op.success(partial(self._on_compared, values, arrival)).failure(self._on_refused).run()

    def _on_compared(self, values: Mapping[str, Any], arrival: Arrival, found: Sequence[LooksLike]) -> None:
        if not found:
            self._save(values, arrival)
            return
        self._hold(is_saving=False)
        dialog = AlikeDialog(self.context.theme, [arrival], {0: found}, self)
        dialog.decided.connect(partial(self._on_decided, values, arrival, found))
        dialog.open()

    def _on_decided(
        self, values: Mapping[str, Any], arrival: Arrival, found: Sequence[LooksLike], who: Mapping[int, str]
    ) -> None:
        self._hold(is_saving=True)
        if who[0]:
            self._save(values, replace(arrival, resident_id=who[0]))
            return
        self._not_same |= {one.resident_id for one in found}
        self._save(values, replace(arrival, not_same=self._not_same))

    def _save(self, values: Mapping[str, Any], arrival: Arrival) -> None:
        op = self.context.runner.command(self, partial(_receive, values, arrival))
        op.success(partial(self._on_saved, arrival.name)).failure(self._on_refused).run()

    def _on_saved(self, name: str, made: Received) -> None:
        self._hold(is_saving=False)
        self.form.was_saved.emit()
        self._not_same = frozenset()
        self.form.propose(shown(admitted_on=self.context.today()))
        self.bed.follow()
        said = (
            tr(DONE_BED, name=name, code=made.code, bed=made.bed)
            if made.bed
            else tr(DONE, name=name, code=made.code)
        )
        findings = " ".join(made.findings)
        self.context.say(f"{said} {findings}".strip(), Tone.WARNING if findings else Tone.OK)
        then = self.form.take_leave_wish()
        if then is None:
            self.context.go(Route(places.CASE, made.case_id))
        else:
            then()

    def _on_refused(self, failure: Failure) -> None:
        self._hold(is_saving=False)
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.form.errors({}, failure.words)

    def _hold(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.form.set_held(is_held=is_saving)

    def _on_ready(self) -> None:
        self._head.follow()
        self.bed.follow()
        self.form.focus_field("name")

    @override
    def title_text(self) -> str:
        return tr(places.FAST_TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.form.is_dirty():
            self.keeper.start()

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
        return self.form.fields["name"]


def _alike(arrival: Arrival, uow: Any) -> Sequence[LooksLike]:
    return list_alike(uow, [arrival])[0]


def _receive(values: Mapping[str, Any], arrival: Arrival, uow: Any) -> Received:
    order = ReceivePerson(
        arrival,
        Typed.delivery_of(values),
        Typed.brought_of(values),
        values["condition_seen"],
        bool(values["is_checked"]),
    )
    return receive_person(uow, order)
