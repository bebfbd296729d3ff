"""Today in one glance: what is dangerous, what the diagnosis is, the last values and scores, what is due next."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.again import AGAIN
from facility_app.modules.treatment.domain.observation import VITALS, WEIGHT, DueState, due_state
from facility_app.modules.treatment.domain.record import TRIAGE_FLAG_LABELS
from facility_app.modules.treatment.domain.watch import WATCH_LEVEL_LABELS
from facility_app.modules.treatment.queries.due import DueRow
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.queries.record import FlagRow
from facility_app.modules.treatment.ui import fitness_forms, place_forms
from facility_app.modules.treatment.ui import record_words as words
from facility_app.ui.actions import ActionBar
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, ChipText, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, Chip, FlowLayout, KeyValue, KeyValueGrid

TITLE = label("treatment", "Hôm nay")
DIAGNOSIS = label("treatment", "Chẩn đoán")
OTHERS = label("treatment", "Kèm theo")
NO_DIAGNOSIS = label("treatment", "chưa có")
LAST_VITALS = label("treatment", "Số đo lúc {at}")
NO_VITALS = label("treatment", "Số đo gần nhất")
NONE_YET = label("treatment", "chưa đo")
SCORES = label("treatment", "Thang đã chấm")
NOT_SCORED = label("treatment", "chưa chấm")
NEXT = label("treatment", "Làm tiếp theo")
NOT_PLANNED = label("treatment", "chưa đặt lịch theo dõi")
ALL_DONE = label("treatment", "lịch đang chạy không còn việc nào")
DUE = label("treatment", "{what} {at} ({left})")
ALLERGIES = label("treatment", "Dị ứng")
NO_ALLERGIES = label("treatment", "không có (hỏi {at}, {who})")
NOT_ASKED = label("treatment", "CHƯA HỎI")
ALLERGIC = label("treatment", "Dị ứng {substance}")
AGAIN_AT = label("treatment", "Đo lại trước {at} ({left})")
SCALE_2 = label("treatment", "SpO₂ thang 2: mục tiêu {least}–{most} %")
SCALE_SINCE = label("treatment", "Chỉ định từ {at}, {who}")
WATCHED = label("treatment", "Nguy cơ tự hại: {level}")
LOOK_NEXT = label("treatment", "Lần trông kế tiếp {at}")
NOT_TRIAGED = label("treatment", "Chưa phân loại khi đến")
NOT_SEEN = label("treatment", "Bác sĩ chưa ghi xử trí dấu hiệu này.")
SCORE_NOW = label("treatment", "Chấm {code}")
_TASKS: Final = {VITALS: label("treatment", "Đo sinh hiệu"), WEIGHT: label("treatment", "Cân")}
PLACES = label("treatment", "Yêu cầu chỗ ở")
PLACES_SHOWN: Final = 2
SCORES_SHOWN, DUE_SHOWN, OTHERS_SHOWN = 4, 2, 3


class GlanceCard(Card):
    """The state of today.

    Attributes:
        bar: what can be done.
        chips: what must not be overlooked.
        figures: the rest, line by line.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Nothing read yet."""
        theme = context.theme
        super().__init__(theme, tr(TITLE), parent=parent)
        self.setObjectName("card_glance")
        self._theme = theme
        self.bar = ActionBar(theme, context.actor, self)
        if self.head is not None:
            self.head.add(self.bar)
        self.chips = QWidget(self)
        self._flow = FlowLayout(self.chips, gap=theme.px(6))
        self.figures = KeyValueGrid(theme, columns=2, parent=self)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.figures)

    def show_health(self, seen: PersonHealth, actions: tuple[ActionSpec, ...]) -> None:
        """Show what was read."""
        self.bar.set_actions(actions)
        chips = tuple(chips_of(seen))
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        for one in chips:
            chip = Chip(self._theme, one.text, one.tone, one.icon)
            if one.why:
                chip.setToolTip(one.why)
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(chips))
        self.figures.set_rows(tuple(lines_of(seen)))


def open_flags(seen: PersonHealth) -> tuple[FlagRow, ...]:
    """Red flags of triages that stand, and that nobody answered."""
    standing = (one for one in seen.triages if one.written.struck_at is None)
    return tuple(flag for one in standing for flag in one.flags if flag.answered_at is None)


def is_triaged(seen: PersonHealth) -> bool:
    """Whether somebody was looked at."""
    return any(one.written.struck_at is None for one in seen.triages)


def chips_of(seen: PersonHealth) -> Iterator[ChipText]:
    """What must not be overlooked, the gravest first."""
    if seen.watch is not None and seen.watch.next_at is not None:
        level = tr(WATCH_LEVEL_LABELS[seen.watch.spells[-1].spell.level]).lower()
        why = tr(LOOK_NEXT, at=words.at_soon(seen.watch.next_at, seen.now))
        yield ChipText(tr(WATCHED, level=level), Tone.DANGER, "eye", why)
    for one in open_flags(seen):
        yield ChipText(tr(TRIAGE_FLAG_LABELS[one.flag]), Tone.DANGER, "flag", tr(NOT_SEEN))
    last = seen.last_vitals()
    said = None if last is None else words.news_chip(last, seen.now, seen.old, seen.again_at)
    if last is not None and said is not None and last.mark is not None:
        yield ChipText(*said, "heartbeat", tr(last.mark.text))
    if seen.again_at is not None:
        left = words.until(seen.again_at, seen.now)
        tone = Tone.DANGER if seen.again_at < seen.now else Tone.WARNING
        yield ChipText(
            tr(AGAIN_AT, at=words.at_soon(seen.again_at, seen.now), left=left), tone, "clock", tr(AGAIN)
        )
    target = seen.oxygen_target()
    if target is not None:
        why = tr(SCALE_SINCE, at=words.at_soon(target.span.from_at, seen.now), who=target.written.author)
        yield ChipText(tr(SCALE_2, least=target.least, most=target.most), Tone.INFO, "activity", why)
    for allergy in seen.allergies:
        tone = Tone.DANGER if allergy.is_grave else Tone.WARNING
        yield ChipText(tr(ALLERGIC, substance=allergy.substance), tone, "alert-triangle", allergy.reaction)
    if seen.reads_record and seen.stay is not None and seen.stay.is_open and not is_triaged(seen):
        yield ChipText(tr(NOT_TRIAGED), Tone.WARNING)


def lines_of(seen: PersonHealth) -> Iterator[KeyValue]:
    """What is known, line by line; what is not known is said."""
    if seen.reads_record:
        standing = [one for one in seen.diagnoses if one.written.struck_at is None]
        main = next((f"{one.code} {one.text}" for one in standing if one.is_main_now), "")
        yield KeyValue(tr(DIAGNOSIS), main or tr(NO_DIAGNOSIS), None if main else Tone.NEUTRAL)
        others = [f"{one.code} {one.text}" for one in standing if not one.is_main_now][:OTHERS_SHOWN]
        yield KeyValue(tr(OTHERS), "; ".join(others) or "–")
    if seen.reads_vitals:
        yield _last_vitals(seen)
    scored = [
        f"{words.score_text(one)}, {words.at_soon(one.row.written.happened_at, seen.now)}"
        for one in seen.last_scores()[:SCORES_SHOWN]
    ]
    yield KeyValue(tr(SCORES), "\n".join(scored) or tr(NOT_SCORED), None if scored else Tone.NEUTRAL)
    if seen.reads_vitals:
        yield _next(seen)
    if seen.placements:
        said = [place_forms.words_of(one) for one in seen.placements[:PLACES_SHOWN]]
        yield KeyValue(tr(PLACES), "\n".join(said))
    yield from fitness_forms.lines_of(seen)
    if seen.reads_record and not seen.allergies:
        yield _no_allergies(seen)


def _no_allergies(seen: PersonHealth) -> KeyValue:
    if seen.asked is None:
        return KeyValue(tr(ALLERGIES), tr(NOT_ASKED), Tone.DANGER)
    return KeyValue(tr(ALLERGIES), tr(NO_ALLERGIES, at=words.at(seen.asked.at), who=seen.asked.by))


def _last_vitals(seen: PersonHealth) -> KeyValue:
    last = seen.last_vitals()
    if last is None:
        return KeyValue(tr(NO_VITALS), tr(NONE_YET), Tone.NEUTRAL)
    head = tr(LAST_VITALS, at=words.at_soon(last.row.written.happened_at, seen.now))
    return KeyValue(head, words.vitals_text(last.row, seen.signs))


def _what(one: DueRow) -> str:
    """What is to be done, in a word or two: the line itself tells how often besides."""
    if one.task in _TASKS:
        return tr(_TASKS[one.task])
    # Codes of instruments begin with a capital; other words of the list are told as they stand there.
    return tr(SCORE_NOW, code=one.task) if one.task[:1].isupper() else tr(one.text)


def _next(seen: PersonHealth) -> KeyValue:
    if not seen.due:
        is_planned = any(one.ended_at is None and one.written.struck_at is None for one in seen.plans)
        return KeyValue(tr(NEXT), tr(ALL_DONE if is_planned else NOT_PLANNED), Tone.NEUTRAL)
    said = [
        tr(
            DUE,
            what=_what(one),
            at=words.due_at(one.at, one.until, seen.now),
            left=words.due_left(one.at, one.until, seen.now),
        )
        for one in seen.due[:DUE_SHOWN]
    ]
    first = seen.due[0]
    is_late = due_state(first.at, first.until, seen.now) is DueState.OVERDUE
    return KeyValue(tr(NEXT), "\n".join(said), Tone.WARNING if is_late else None)
