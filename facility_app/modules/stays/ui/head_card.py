"""The head of the tab of the term: which stay, its states as chips, its days in figures, and what can be done."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.regime import REGIME_LABELS
from facility_app.modules.stays.domain.decisions import START_BASIS_LABELS
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS
from facility_app.modules.stays.domain.gone import GONE_LABEL
from facility_app.modules.stays.domain.types import (
    ADMISSION_REASON_LABELS,
    PRESENCE_LABELS,
    STAY_TYPE_LABELS,
    stay_type_article,
)
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.ui import words
from facility_app.ui.actions import ActionBar
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, ChipText, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, Chip, FlowLayout, KeyValue, KeyValueGrid

TITLE = label("stays", "Lần cai nghiện {code}")
SINCE = label("stays", "{state} từ {day}")
OVERHELD = label("stays", "Quá ngày phải cho ra {count} ngày")
OVERHELD_WHY = label("stays", "Phải cho ra từ ngày {day}; mỗi ngày giữ thêm đều phải giải trình.")
EXPLAINED = label("stays", "đã giải trình hôm nay")
ENDED = label("stays", "Đã ra {day}: {why}")
BASIS = label("stays", "{day} · {basis}")
RETURNED = label("stays", "chưa xác định; nếu trở lại hôm nay: {day}")
UNKNOWN = label("stays", "chưa xác định")
BEGINS, COUNTED_FROM = label("stays", "Bắt đầu chấp hành"), label("stays", "Tính từ ngày")
LIMIT, NO_LIMIT = label("stays", "hạn đến {day}"), label("stays", "không có thời hạn")
YEAR_ONLY = label("stays", "chậm nhất {day}, chỉ biết năm sinh {birth_year}")
TRANSFER_NEEDED, NO_TRANSFER = label("stays", "{day}, phải chuyển cơ sở"), label("stays", "{day}")


class HeadCard(Card):
    """Chips, figures, and the bar of what can be done."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        theme = context.theme
        super().__init__(theme, " ", parent=parent)
        self._theme = theme
        self.bar = ActionBar(theme, context.actor, self)
        if self.head is not None:
            self.head.add(self.bar)
        self.chips: tuple[Chip, ...] = ()
        chips = QWidget(self)
        self._flow = FlowLayout(chips, gap=theme.px(8), line_gap=theme.px(4))
        self.grid = KeyValueGrid(theme, columns=2)
        self.body.addWidget(chips)
        self.body.addWidget(self.grid)

    def show_stay(self, seen: StayOverview, actions: Sequence[ActionSpec]) -> None:
        """Show a stay with what can be done about it."""
        if self.head is not None:
            self.head.set_text(tr(TITLE, code=seen.stay.code))
        self.bar.set_actions(actions)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        made = []
        for said in chips_of(seen):
            chip = Chip(self._theme, said.text, said.tone, said.icon)
            chip.setToolTip(said.why or said.text)
            self._flow.addWidget(chip)
            made.append(chip)
        self.chips = tuple(made)
        self.grid.set_rows(tuple(figures_of(seen)))


def chips_of(seen: StayOverview) -> tuple[ChipText, ...]:
    """Type, law, where the person is, and how far the day of leaving is."""
    stay, answer = seen.stay, seen.answer
    made = [
        ChipText(
            words.joined(tr(words.SHORT_TYPES[stay.stay_type]), tr(REGIME_LABELS[stay.legal_regime])),
            Tone.INFO,
            "",
            words.joined(
                tr(STAY_TYPE_LABELS[stay.stay_type]), stay_type_article(stay.stay_type, stay.legal_regime)
            ),
        )
    ]
    if stay.exited_on is not None and stay.exit_code is not None:
        why = tr(SEEN_EXIT_LABELS[stay.exit_code])
        return (*made, ChipText(tr(ENDED, day=words.day(stay.exited_on), why=why)))
    if seen.is_gone:
        # Since when, the case of the absence says; the stay knows only since when they were here.
        made.append(ChipText(tr(GONE_LABEL), Tone.DANGER))
    else:
        state = tr(PRESENCE_LABELS[stay.presence])
        since = tr(SINCE, state=state, day=words.day(stay.presence_on))
        made.append(ChipText(since, words.PRESENCE_TONES[stay.presence]))
    if seen.is_overheld:
        why = tr(OVERHELD_WHY, day=words.day(answer.leave_by))
        text = tr(OVERHELD, count=answer.days_past_end)
        made.append(ChipText(words.joined(text, tr(EXPLAINED) if seen.is_explained else ""), Tone.DANGER, why=why))
    elif answer.leave_by is not None:
        left = (answer.leave_by - seen.on).days
        made.append(ChipText(words.left_text(left), words.left_tone(left) or Tone.NEUTRAL))
    return tuple(made)


def figures_of(seen: StayOverview) -> Iterator[KeyValue]:
    """What the bar above does not say, two beside each other."""
    stay, answer = seen.stay, seen.answer
    yield KeyValue(tr(label("stays", "Tiếp nhận")), words.day(stay.admitted_on))
    yield KeyValue(tr(label("stays", "Lý do vào")), tr(ADMISSION_REASON_LABELS[stay.admission_reason]))
    basis = tr(START_BASIS_LABELS[stay.start_basis])
    begins = COUNTED_FROM if answer.no_term else BEGINS
    yield KeyValue(tr(begins), tr(BASIS, day=words.day(stay.term_start_on), basis=basis))
    if answer.no_term:
        held = words.joined(words.days(answer.served_days), _limit(seen))
        yield KeyValue(tr(label("stays", "Đã quản lý")), held, Tone.DANGER if seen.is_overheld else None)
        return
    yield KeyValue(tr(label("stays", "Ngày ra")), _end(seen), Tone.DANGER if seen.is_overheld else None)
    if not stay.is_open:
        # The bar in the head of the page is about the open stay.
        yield KeyValue(tr(label("stays", "Đã chấp hành")), words.days(answer.served_days))
        changed = words.joined(words.signed(-answer.credited_days), words.signed(answer.added_days))
        yield KeyValue(tr(label("stays", "Được trừ, cộng thêm")), changed)
    if answer.turns_18_on is not None:
        text = TRANSFER_NEEDED if answer.transfer_required else NO_TRANSFER
        day = words.day(answer.turns_18_on)
        if answer.birth_year is not None:
            day = tr(YEAR_ONLY, day=day, birth_year=answer.birth_year)
        yield KeyValue(tr(label("stays", "Đủ 18 tuổi")), tr(text, day=day))


def _limit(seen: StayOverview) -> str:
    limit = seen.answer.custody_until
    return tr(NO_LIMIT) if limit is None else tr(LIMIT, day=words.day(limit))


def _end(seen: StayOverview) -> str:
    answer = seen.answer
    if answer.ended is not None:
        return words.day(answer.ended.on)
    if answer.not_resumed_on is not None:
        return words.day(answer.leave_by)
    if answer.expected_end_on is not None:
        return words.day(answer.expected_end_on)
    if answer.end_if_back_on is not None:
        return tr(RETURNED, day=words.day(answer.end_if_back_on))
    return tr(UNKNOWN)
