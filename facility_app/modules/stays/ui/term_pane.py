"""The tab of the term: every arrow from where the person is, and what else is decided about the stay."""

from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.presence import PRESENCE_VERBS
from facility_app.modules.stays.domain.rights import (
    ADMIT,
    EXPLAIN_OVERHELD,
    RECORD_DECISIONS,
    RELEASE,
    SETTLE_TERM,
    VOID_STAYS,
)
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import StayDetail
from facility_app.modules.stays.service.ending import ExplainOverheld, VoidStay, explain_overheld, void_stay
from facility_app.modules.stays.ui import credit, exit_correcting, settling, words
from facility_app.modules.stays.ui.moves import ask_move, move_actions
from facility_app.modules.stays.ui.term_cards import TermCards
from facility_app.ui.dialogs import CodeDialog, FormDialog, ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

EXPLAIN = label("verbs", "Giải trình giữ quá ngày")
EXPLAIN_TEXT = label("stays", "{name} phải ra từ ngày {day}. Lời giải trình có giá trị trong hôm nay.")
EXPLAIN_VERB = label("verbs", "Ghi giải trình")
EXPLAINED = label("stays", "Đã ghi giải trình cho hôm nay.")
EXPLAINED_ALREADY = label("stays", "Hôm nay đã có giải trình. Ngày mai, nếu còn giữ, cần giải trình lại.")
VOID = label("verbs", "Gạch bỏ lần cai nghiện ghi nhầm…")
VOID_TITLE = label("stays", "Gạch bỏ lần cai nghiện này?")
VOID_TEXT = label("stays", "{name}. Chỉ dùng khi ghi nhầm và chưa có sự kiện nào; người đã ra thì ghi kết thúc.")
VOID_GO_ON, VOID_VERB = label("verbs", "Tiếp tục"), label("verbs", "Gạch bỏ")
VOIDED = label("stays", "Đã gạch bỏ lần cai nghiện {code}.")
OTHER = label("verbs", "Xem lần cai nghiện khác")
MOVED = label("stays", "Đã ghi: {what}.")
ENDED = label("stays", "Đã ghi kết thúc lần cai nghiện.")
TERM_SET = label("stays", "Đã lưu; thời hạn đã tính lại.")
POLICE_SET = label("stays", "Đã lưu Công an cấp xã có liên quan.")
CONVERTED = label("stays", "Đã mở lần cai nghiện bắt buộc {code}; thời gian quản lý được trừ.")
CREDITED = label("stays", "Đã trừ thời gian quản lý; thời hạn đã tính lại.")
EXIT_CORRECTED = label("stays", "Đã sửa lý do ra.")
GOES_ON = label("stays", "Lần này tiếp nối bằng lần cai nghiện bắt buộc nên lý do ra không sửa.")
ADMIT_AGAIN = label("verbs", "Tiếp nhận lần mới")


class TermPane(TermCards):
    """The term of one stay. Its verbs have keys; what cannot be done says why."""

    @override
    def verbs_of(self, seen: StayOverview) -> tuple[ActionSpec, ...]:
        """What can be done about a stay, the likeliest first."""
        stay = seen.stay
        others: tuple[ActionSpec, ...] = ()
        if len(seen.stays) > 1:
            others = (ActionSpec("stays.show_other", OTHER, self.show_next, "history", is_in_menu=True),)
        if not stay.is_open:
            is_free = not any(one.is_open for one in seen.stays)
            again = ActionSpec("stays.admit_resident", ADMIT_AGAIN, self.admit, "door-enter", "Ctrl+N", ADMIT)
            correct = ActionSpec(
                "stays.correct_exit", exit_correcting.CORRECT, self.correct_exit, "pencil", "", RELEASE,
                self._why_no_correction, is_in_menu=True,
            )  # fmt: skip
            return (*((again,) if is_free else ()), *others, correct)
        moves = move_actions(stay, self.ask_arrow)
        end = ActionSpec("stays.end_stay", settling.END_BUTTON, self.end, "door-exit", "Ctrl+Shift+K", RELEASE)
        lead = 1 if stay.presence is not PresenceState.INSIDE else 2
        leave_by = seen.answer.leave_by
        if leave_by is not None and leave_by <= seen.on:
            # From the day of leaving the way out comes first.
            first = (end, *self._explaining(seen), *self._converting(stay), *moves)
        else:
            first = (*self._converting(stay), *moves[:lead], end, *moves[lead:])
        return (*first, *self._settling(), *others)

    def show_next(self) -> None:
        """Show the stay before the one shown; after the first the last one again."""
        if self.seen is not None:
            ids = [one.stay_id for one in self.seen.stays]
            self.show_other(ids[(ids.index(self.seen.stay.stay_id) + 1) % len(ids)])

    def ask_arrow(self, verb: str) -> None:
        """Ask about an arrow of presence."""
        if self.seen is not None:
            dialog = ask_move(self.context, self, self.seen.stay, verb, self.name())
            dialog.saved.connect(partial(self._on_moved, verb))

    def end(self) -> None:
        """Ask how the stay ended."""
        self._ask(settling.ask_end, ENDED)

    def correct_exit(self) -> None:
        """Ask for another reason in place of the one written down."""
        self._ask(exit_correcting.ask_correction, EXIT_CORRECTED)

    def _why_no_correction(self) -> str | None:
        goes_on = self.seen is not None and self.seen.stay.exit_code is ExitCode.TEMP_TO_COMPULSORY
        return tr(GOES_ON) if goes_on else None

    def convert(self) -> None:
        """Ask for the court's decision."""
        if self.seen is not None:
            dialog = settling.ask_conversion(self.context, self, self.seen, self.name())
            dialog.saved.connect(self._on_converted)

    def set_term(self) -> None:
        """Ask for law and first day."""
        if self.seen is not None:
            dialog = settling.ask_term(self.context, self, self.seen.stay, self.name())
            dialog.saved.connect(partial(self._on_done, TERM_SET))

    def add_credit(self) -> None:
        """Ask for days held before the term that nobody wrote down when the person came in."""
        if self.seen is not None:
            dialog = credit.ask_credit(self.context, self, self.seen.stay)
            dialog.saved.connect(partial(self._on_done, CREDITED))

    def _why_no_credit(self) -> str | None:
        return None if self.seen is None else credit.why_not(self.seen.stay)

    def set_police(self) -> None:
        """Ask for the commune police."""
        if self.seen is not None:
            dialog = settling.ask_police(self.context, self, self.seen.stay, self.name())
            dialog.saved.connect(partial(self._on_done, POLICE_SET))

    def explain(self) -> None:
        """Ask why the person is still here."""
        seen = self.seen
        if seen is None:
            return
        text = tr(EXPLAIN_TEXT, name=seen.name, day=words.day(seen.answer.leave_by))
        dialog = ReasonDialog(self.context.theme, tr(EXPLAIN), text, verb=tr(EXPLAIN_VERB), parent=self)
        dialog.given.connect(partial(self._on_explained, seen.stay))
        dialog.open()

    def void(self) -> None:
        """Ask for the code, then why."""
        seen = self.seen
        if seen is not None:
            dialog = CodeDialog(
                self.context.theme,
                tr(VOID_TITLE),
                tr(VOID_TEXT, name=seen.name),
                code=seen.stay.code,
                verb=tr(VOID_GO_ON),
                parent=self,
            )
            dialog.confirmed.connect(partial(self._on_void_confirmed, seen.stay))
            dialog.open()

    def _explaining(self, seen: StayOverview) -> tuple[ActionSpec, ...]:
        if not seen.is_overheld:
            return ()
        return (
            ActionSpec(
                "stays.explain_overheld", EXPLAIN, self.explain, "message", "Ctrl+Shift+G", EXPLAIN_OVERHELD,
                partial(_why_explained, seen),
            ),
        )  # fmt: skip

    def _converting(self, stay: StayDetail) -> tuple[ActionSpec, ...]:
        if stay.stay_type is not StayType.TEMPORARY:
            return ()
        return (ActionSpec("stays.convert_temporary", settling.CONVERT, self.convert, "gavel", "", ADMIT),)

    def _settling(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "stays.set_term", settling.SET_TERM, self.set_term, "scale", "", SETTLE_TERM, is_in_menu=True
            ),
            ActionSpec(
                "stays.record_credit", credit.RECORD, self.add_credit, "plus", "", RECORD_DECISIONS,
                self._why_no_credit, is_in_menu=True,
            ),
            ActionSpec(
                "stays.set_police", settling.SET_POLICE, self.set_police, "shield", "", RECORD_DECISIONS,
                is_in_menu=True,
            ),
            ActionSpec(
                "stays.void_stay", VOID, self.void, "ban", "", VOID_STAYS, is_dangerous=True, is_in_menu=True
            ),
        )  # fmt: skip

    def _ask(self, ask: Any, told: Label) -> None:
        if self.seen is not None:
            dialog: FormDialog[Any] = ask(self.context, self, self.seen, self.name())
            dialog.saved.connect(partial(self._on_done, told))

    def _on_done(self, told: Label, _answer: object) -> None:
        self.told(told)

    def _on_moved(self, verb: str, _answer: object) -> None:
        self.context.say(tr(MOVED, what=PRESENCE_VERBS[verb]))
        self.first_focus().setFocus()

    def _on_converted(self, saved: Any) -> None:
        self.context.say(tr(CONVERTED, code=saved.code))
        self.show_other(saved.stay_id)

    def _on_explained(self, stay: StayDetail, text: str) -> None:
        op = self.context.runner.command(self, partial(_explain, ExplainOverheld(stay.stay_id, text)))
        op.success(partial(self._on_done, EXPLAINED)).failure(self._on_refused).run()

    def _on_void_confirmed(self, stay: StayDetail) -> None:
        dialog = ReasonDialog(
            self.context.theme, tr(VOID_TITLE), verb=tr(VOID_VERB), is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_void_reason, stay))
        dialog.open()

    def _on_void_reason(self, stay: StayDetail, reason: str) -> None:
        op = self.context.runner.command(self, partial(_void, VoidStay(stay.stay_id, stay.version, reason)))
        op.success(partial(self._on_voided, stay.code)).failure(self._on_refused).run()

    def _on_voided(self, code: str, _answer: object) -> None:
        self.context.say(tr(VOIDED, code=code))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def _why_explained(seen: StayOverview) -> str | None:
    return tr(EXPLAINED_ALREADY) if seen.is_explained else None


def _explain(order: ExplainOverheld, uow: Any) -> object:
    return explain_overheld(uow, order)


def _void(order: VoidStay, uow: Any) -> None:
    void_stay(uow, order)
