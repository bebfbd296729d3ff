"""What a key means for the doses it is pressed on: marked at once, or asked about first."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, TAKEN, Outcome
from facility_app.modules.medication.queries.bedside import AWAY
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.round_marks import Marking, Wish
from facility_app.modules.medication.ui.round_model import Line, RoundModel
from facility_app.modules.medication.ui.round_reason import EFFECTS, REASONS, SLIPS, ReasonStrip
from facility_app.modules.medication.ui.round_rest import NO_REST, RestAsking, Wasted
from facility_app.ui.dialogs import Choice, Question
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Loudness

WHY = label("medication", "{outcome}: {dose}. Vì sao?")
WHY_MANY = label("medication", "{outcome}: {count} liều. Vì sao?")
WHY_OFF = label("medication", "{dose}: lệch giờ {hour} hơn {minutes} phút, ghi là “{outcome}”. Vì sao?")
WHAT_FOR = label("medication", "Khi cần: {dose}. Cho dùng vì sao?")
HOW = label("medication", "{dose}: thuốc có tác dụng thế nào?")
HOW_CAME_UP = label("medication", "{dose}: nôn sau khi dùng, lúc này. Ghi thế nào?")
WHY_STRUCK = label("medication", "Gạch bỏ “{outcome}”: {dose}. Vì sao?")
WHERE_TITLE = label("medication", "Thuốc của liều này bây giờ ở đâu?")
WHERE_TEXT = label(
    "medication",
    "Chỉ chọn “Còn nguyên” khi hai người đang thấy thuốc đó. Thuốc kiểm soát trả lại tủ là một chênh lệch trong "
    "sổ: dược sĩ và người đứng đầu cơ sở được báo để xem.",
)
GONE_TITLE = label("medication", "Liều đã nôn không trả lại tủ")
GONE_TEXT = label("medication", "Gạch bỏ dấu này thì thuốc được ghi hủy. Không ai nhận lại vào tủ được.")
BACK, SPOILED = label("verbs", "Còn nguyên, trả lại tủ"), label("verbs", "Không còn, ghi hủy")
NOTHING_TO_STRIKE = label("medication", "Liều này chưa ghi gì, nên không có gì để gạch bỏ.")
NO_EFFECT = label("medication", "Chỉ ghi tác dụng cho liều khi cần đã dùng, mỗi liều một lần.")
NOTHING_TO_UNDO = label("medication", "Chưa có dấu nào của lần mở này để hoàn tác. Bấm X trên liều cần gạch bỏ.")
NOT_GIVING = label(
    "medication", "Tài khoản này chỉ xem được. Điều dưỡng đăng nhập bằng tài khoản của mình để ghi kết quả liều."
)
NOTHING_DUE = label("medication", "Người này không còn liều nào chưa ghi trong lượt này.")
LISTED: Final = 1


class Asking(QObject):
    """Signals: ``told(str)`` – why a key does nothing."""

    told = Signal(str)

    def __init__(
        self, context: PageContext, model: RoundModel, strip: ReasonStrip, marking: Marking, over: QWidget
    ) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._model, self._strip, self._over = context, model, strip, over
        self.marking = marking
        self.late_minutes = 60
        self.place_id: str | None = None
        self.what_for: dict[str, str] = {}
        self._last: dict[Outcome, str] = {}
        self._rests = RestAsking(strip)
        self._is_part = False

    def outcome(self, lines: Sequence[Line], outcome: Outcome) -> None:
        """A key was pressed on these doses."""
        self._is_part = False
        self._pressed(lines, outcome)

    def part(self, lines: Sequence[Line]) -> None:
        """Part of what was opened was given; the rest is destroyed here and now."""
        self._is_part = True
        if all(line.is_done or line.row.rest is not None for line in lines):
            self._pressed(lines, Outcome.GIVEN)
        else:
            self.told.emit(tr(NO_REST))

    def _pressed(self, lines: Sequence[Line], outcome: Outcome) -> None:
        self._model.tell_time(self._context.clock.now())
        if outcome is Outcome.VOMITED and len(lines) == LISTED and lines[0].row.outcome in TAKEN:
            self._came_up(lines[0])
            return
        fresh = tuple(line for line in lines if not line.is_done and line.writing is None)
        if not fresh:
            self._tell_done(lines)
            return
        if outcome is Outcome.GIVEN:
            self._give(fresh)
        else:
            self._ask(fresh, outcome)

    def strike(self, line: Line | None) -> None:
        """What is written of this dose is wrong."""
        if line is None or not line.row.dose_id or line.row.outcome is None:
            self.told.emit(tr(NOTHING_TO_STRIKE))
            return
        title = tr(WHY_STRUCK, outcome=tr(OUTCOME_LABELS[line.row.outcome]), dose=said.dose_words(line.row))
        self._strip.ask(title, SLIPS, partial(self._struck, line), last=tr(SLIPS[0]))

    def effect(self, line: Line | None) -> None:
        """How a dose as needed worked."""
        is_fit = line is not None and line.row.outcome in TAKEN and line.row.slot.startswith("prn-")
        if line is None or not is_fit or line.row.effect:
            self.told.emit(tr(NO_EFFECT))
            return
        title = tr(HOW, dose=said.dose_words(line.row))
        self._strip.ask(title, EFFECTS, partial(self.marking.effect, line))

    def _give(self, lines: tuple[Line, ...]) -> None:
        """Those on their hour at once; those off it, and those as needed, after a word."""
        offers = tuple(line for line in lines if line.is_offer)
        off = tuple(line for line in lines if not line.is_offer and self._model.is_off(line.row))
        plain = tuple(line for line in lines if line not in offers and line not in off)
        if plain:
            self._mark(plain, Outcome.GIVEN, "")
        if off:
            self._ask(off, Outcome.LATE)
        elif offers:
            first = offers[0]
            title = tr(WHAT_FOR, dose=said.dose_words(first.row))
            last = self.what_for.get(first.row.order_id, "")
            self._strip.ask(title, (), partial(self._mark, (first,), Outcome.GIVEN), last=last, may_be_empty=True)

    def _ask(self, lines: tuple[Line, ...], outcome: Outcome) -> None:
        words = tr(OUTCOME_LABELS[outcome])
        if len(lines) > LISTED:
            title = tr(WHY_MANY, outcome=words, count=len(lines))
        elif outcome is Outcome.LATE and self._model.is_off(lines[0].row):
            row = lines[0].row
            told = {"hour": said.hour_words(row), "minutes": self.late_minutes, "outcome": words}
            title = tr(WHY_OFF, dose=said.dose_words(row), **told)
        else:
            title = tr(WHY, outcome=words, dose=said.dose_words(lines[0].row))
        then = partial(self._reasoned, lines, outcome)
        last = self._last.get(outcome, "")
        if outcome is Outcome.ABSENT:
            last = _away(lines[0]) or last
        self._strip.ask(title, REASONS[outcome], then, last=last)

    def _reasoned(self, lines: tuple[Line, ...], outcome: Outcome, reason: str) -> None:
        self._last[outcome] = reason
        self._mark(lines, outcome, reason)

    def _mark(self, lines: tuple[Line, ...], outcome: Outcome, reason: str) -> None:
        # While the reason was typed somebody else may have marked it: what stands there now decides.
        now = [self._model.line(self._model.place(line.key)) for line in lines]
        fresh = tuple(line for line in now if line is not None and not line.is_done and line.writing is None)
        if fresh:
            self._rests.ask(self._opened(fresh, outcome), partial(self._write, fresh, outcome, reason))
        else:
            self._tell_done([line for line in now if line is not None])

    def _opened(self, lines: Sequence[Line], outcome: Outcome) -> list[Line]:
        """Doses whose rest is asked about: of an ampoule always, of half a tablet when the key says so."""
        if outcome not in TAKEN:
            return []
        return [line for line in lines if line.row.rest is not None and (self._is_part or line.row.is_opened)]

    def _write(self, lines: tuple[Line, ...], outcome: Outcome, reason: str, wasted: Wasted) -> None:
        self.marking.mark(Wish(lines, outcome, reason, self.place_id, wasted))

    def _came_up(self, line: Line) -> None:
        if line.row.vomited_at is not None:
            self._tell_done([line])
            return
        title = tr(HOW_CAME_UP, dose=said.dose_words(line.row))
        self._strip.ask(title, REASONS[Outcome.VOMITED], partial(self.marking.vomit, line))

    def _struck(self, line: Line, reason: str) -> None:
        if line.row.outcome not in TAKEN:
            self.marking.strike(line, reason, is_spoiled=False)
            return
        came_up = line.row.vomited_at is not None
        gone = Choice("spoiled", SPOILED, Loudness.PRIMARY if came_up else Loudness.PLAIN)
        choices = (gone,) if came_up else (gone, Choice("back", BACK, Loudness.PRIMARY))
        title, text = (GONE_TITLE, GONE_TEXT) if came_up else (WHERE_TITLE, WHERE_TEXT)
        question = Question(self._context.theme, tr(title), tr(text), choices, parent=self._over)
        question.answered.connect(partial(self._on_where, line, reason))
        question.open()

    def _on_where(self, line: Line, reason: str, answer: str) -> None:
        self.marking.strike(line, reason, is_spoiled=answer == "spoiled")

    def _tell_done(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if line.writing is not None:
                self.told.emit(tr(said.BEING_WRITTEN))
            elif line.row.outcome is not None:
                words = said.outcome_words(line.row)[0]
                self.told.emit(tr(said.ALREADY, outcome=words, who=line.row.officer or "–"))


def _away(line: Line) -> str:
    """Where the register says somebody is; empty where it says they are here."""
    place = AWAY.get(line.row.presence)
    return "" if place is None else tr(place)
