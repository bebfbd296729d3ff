"""Whose line is typed: what it comes to in words, what must be told, and what was measured before."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.again import NEWS2
from facility_app.modules.treatment.domain.band_marks import mark_of
from facility_app.modules.treatment.domain.instrument import Severity
from facility_app.modules.treatment.domain.observation import SITUATION_LABELS
from facility_app.modules.treatment.domain.oxygen import TARGET_LEAST, TARGET_MOST, TARGET_SCALE
from facility_app.modules.treatment.queries.person import Measured
from facility_app.modules.treatment.queries.ward import WardPerson
from facility_app.modules.treatment.ui.record_words import at_soon, news_chip, tone_of, until, vitals_text
from facility_app.modules.treatment.ui.vitals_line import LineRead, columns_missing
from facility_app.modules.treatment.ui.vitals_people import Seen
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Chip, ElidedLabel, set_ink, words

AGE = label("treatment", "{age} tuổi")
BEFORE = label("treatment", "Lần trước {at}: {vitals}")
NO_BEFORE = label("treatment", "Chưa có lần đo nào trong lần cai nghiện này.")
AGAIN_AT = label("treatment", "Đo lại trước {at} ({left}).")
AGAIN_TOTAL = label("treatment", "{total} · đo lại")
AGAIN_ONLY = label("treatment", "đo lại")
LACKS = label("treatment", "NEWS2 còn thiếu: {missing}.")
BEGIN = label("treatment", "NEWS2 tính ngay khi đủ nhịp thở, SpO₂, thở, HA, mạch, ý thức, nhiệt độ.")
SCALE_2 = label("treatment", "SpO₂ thang 2: mục tiêu {least}–{most} %")
NEWS = label("treatment", "NEWS2 {total}")


def again_words(person: WardPerson) -> str:
    """What stands in a line before somebody is measured again; empty where the last score asks for nothing.

    Until when is said by the card: in the line it would take three of its own.
    """
    if person.again_at is None:
        return ""
    total = None if person.last is None else person.last.news2
    return tr(AGAIN_ONLY) if total is None else tr(AGAIN_TOTAL, total=total)


class LineCard(Card):
    """Three lines; what must be told, and what was measured last, go on below where letters are large."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(theme, parent=parent)
        self._theme = theme
        self.name = words("", weight="strong")
        self.scale = Chip(theme, tr(SCALE_2, least=TARGET_LEAST, most=TARGET_MOST), Tone.INFO)
        self.scale.hide()
        self.name.setMinimumHeight(self.scale.sizeHint().height())
        self.quiet = ElidedLabel("")
        self.quiet.setProperty("ink", Tone.NEUTRAL.value)
        self.news = ElidedLabel("", most_lines=2)
        self.chip = Chip(theme, "", icon="")
        self.before = ElidedLabel("", most_lines=3)
        self.before.setProperty("ink", Tone.NEUTRAL.value)
        # What was found last is as grave as it was, until somebody measures again.
        self.before_chip = Chip(theme, "", icon="")
        head, line, former = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        former.setSpacing(theme.px(8))
        head.setSpacing(theme.px(8))
        line.setSpacing(theme.px(8))
        head.addWidget(self.name)
        head.addWidget(self.scale)
        head.addWidget(self.quiet, 1)
        line.addWidget(self.chip)
        line.addWidget(self.news, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addLayout(line)
        former.addWidget(self.before_chip, 0, Qt.AlignmentFlag.AlignTop)
        former.addWidget(self.before, 1)
        column.addLayout(former)
        self.body.addLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, person: WardPerson | None, line: LineRead | None, seen: Seen, now: datetime) -> None:
        """Show somebody's line as it stands."""
        self.setVisible(person is not None)
        if person is None:
            return
        self.name.setText(person.name)
        self.scale.setVisible(line is not None and line.vitals.spo2_scale == TARGET_SCALE)
        situations = " · ".join(tr(SITUATION_LABELS[one]) for one in person.situations)
        self.quiet.set_text(" · ".join(filter(None, (person.code, tr(AGE, age=person.age), situations))))
        self._show_news(line, is_first=person.last is None)
        self._show_before(person, seen, now)

    def _show_before(self, person: WardPerson, seen: Seen, now: datetime) -> None:
        last, known = person.last, seen.known
        self.before_chip.hide()
        if last is None:
            self.before.set_text(tr(NO_BEFORE))
            return
        mark = mark_of(known.instruments, NEWS2, last.news2_version, last.news2_band)
        vitals = vitals_text(last, tuple(known.signs.values()))
        said = news_chip(Measured(last, mark), now, seen.ward.old, person.again_at)
        if said is not None:
            self.before_chip.set(*said)
            self.before_chip.show()
        before = tr(BEFORE, at=at_soon(last.written.happened_at, now), vitals=vitals)
        if person.again_at is not None:
            again = tr(AGAIN_AT, at=at_soon(person.again_at, now), left=until(person.again_at, now))
            before = f"{again} {before}"
        self.before.set_text(before)

    def _show_news(self, line: LineRead | None, *, is_first: bool) -> None:
        is_empty = line is None or line.is_empty
        # Whoever was measured before has another line to read: the sheet above keeps the room.
        self.news.setVisible(is_first or not is_empty)
        if line is None or line.is_empty:
            self.chip.hide()
            self._say(tr(BEGIN), Tone.NEUTRAL)
            return
        urgent = [tr(one.rule.text) for one in line.alerts]
        urgent += [tr(one.rule.text.vi) for one in line.news2.alerts if one.rule is not None]
        tone = tone_of(line.mark)
        if any(one.severity is Severity.URGENT for one in line.news2.alerts):
            tone = Tone.DANGER
        total = line.news2.total
        self.chip.setVisible(total is not None or bool(urgent))
        self.chip.set(tr(NEWS, total="?" if total is None else total), tone)
        if urgent:
            self._say(" ".join(dict.fromkeys(urgent)), tone if tone is not Tone.NEUTRAL else Tone.WARNING)
        elif total is not None and line.mark is not None:
            self._say(tr(line.mark.text), tone)
        else:
            self._say(tr(LACKS, missing=columns_missing(line)), Tone.NEUTRAL)

    def _say(self, text: str, tone: Tone) -> None:
        self.news.set_text(text)
        set_ink(self.news, tone)
