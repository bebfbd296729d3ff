"""What a scoring comes to: total and band once nothing is missing, alerts at once, and whose wording it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.shipped import EVIDENCE_LABELS, Evidence
from facility_app.modules.treatment.domain.band_marks import mark_of
from facility_app.modules.treatment.domain.instrument import SEVERITY_LABELS, WORDING_LABELS, Instrument, Severity
from facility_app.modules.treatment.domain.instrument_items import Text
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary
from facility_app.modules.treatment.domain.scoring import Alert, Score
from facility_app.modules.treatment.ui.record_words import tone_of
from facility_app.modules.treatment.ui.score_state import item_words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Card, Chip, FlowLayout, words

TITLE = label("treatment", "Kết quả")
OF_MOST = label("treatment", "{total} / {most}")
NO_TOTAL = label("treatment", "Chưa có tổng điểm")
MISSING = label("treatment", "Còn {count} mục chưa chấm: {items}")
UNTESTED = label("treatment", "Không đánh giá được: {items}. Thang này không cộng tổng khi thiếu mục.")
NONE_YET = label("treatment", "Chưa chấm mục nào.")
BY_PART = label("treatment", "{part}: {total}")
CONTRADICTS = label("treatment", "Mục {items} đã trả lời dù câu trước cho thấy không cần hỏi. Hãy xem lại.")
NOT_APPROVED = label("treatment", "Mức độ: chưa phê duyệt")
MOST_NAMED = 6
TONES = {Severity.URGENT: Tone.DANGER, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.INFO}


class ResultCard(Card):
    """The result, alive.

    Attributes:
        total: the number, or that there is none.
        missing: what is missing.
        licence: the line that stands with the instrument wherever it is shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing scored yet."""
        super().__init__(theme, tr(TITLE), parent=parent)
        self._theme = theme
        self.total = words("", size=Size.DISPLAY, weight="strong")
        self.band = Chip(theme, "")
        self.missing = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.before = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.licence = words("", size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True)
        self._alerts = QVBoxLayout()
        self._marks = QWidget(self)
        self._marks_row = FlowLayout(self._marks, gap=theme.px(6))
        self._said: list[QLabel] = []
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self.total)
        head.addWidget(self.band)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.missing)
        self.body.addLayout(self._alerts)
        self.body.addWidget(self.before)
        self.body.addWidget(self._marks)
        self.body.addWidget(self.licence)

    def show_marks(self, instrument: Instrument, band_set: str | None) -> None:
        """Show whose wording it is, by which licence, and for whom it is not meant."""
        while (item := self._marks_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        tone = Tone.OK if instrument.is_official else Tone.WARNING
        self._marks_row.addWidget(Chip(self._theme, tr(WORDING_LABELS[instrument.wording]), tone))
        sets = instrument.band_sets
        bands = sets.get(band_set or "") or next(iter(sets.values()), None)
        if bands is not None and bands.evidence is not Evidence.READ:
            chip = Chip(self._theme, tr(NOT_APPROVED), Tone.WARNING)
            chip.setToolTip(tr(EVIDENCE_LABELS[bands.evidence]))
            self._marks_row.addWidget(chip)
        lines: Sequence[Text] = (instrument.reference_period, *instrument.limits, instrument.licence)
        self.licence.setText(" · ".join(tr(one.vi) for one in lines))

    def show_score(self, library: InstrumentLibrary | None, instrument: Instrument, result: Score) -> None:
        """Show what the answers come to."""
        self._show_total(library, instrument, result)
        self._show_missing(result)
        self._show_lines(instrument, result)

    def alerts(self) -> list[str]:
        """What is told, in order."""
        return [one.text() for one in self._said]

    def _show_total(self, library: InstrumentLibrary | None, instrument: Instrument, result: Score) -> None:
        span = instrument.span
        if result.total is not None and span is not None:
            self.total.setText(tr(OF_MOST, total=result.total, most=span[1]))
        else:
            self.total.setText("" if result.complete else tr(NO_TOTAL))
        self.total.setVisible(bool(self.total.text()))
        self.band.setVisible(result.band is not None)
        if result.band is not None:
            mark = None
            if library is not None:
                mark = mark_of(library, instrument.code, result.version, result.band.code, result.band_set)
            self.band.set(tr(result.band.text.vi), tone_of(mark))

    def _show_missing(self, result: Score) -> None:
        said = []
        if not result.points and not result.untested:
            said.append(tr(NONE_YET))
        elif result.missing:
            said.append(tr(MISSING, count=len(result.missing), items=_named(result.missing)))
        if result.untested:
            said.append(tr(UNTESTED, items=_named(result.untested)))
        self.missing.setText(" ".join(said))
        self.missing.setVisible(bool(said))

    def _show_lines(self, instrument: Instrument, result: Score) -> None:
        for one in self._said:
            self._alerts.removeWidget(one)
            one.hide()
            one.setParent(None)
            one.deleteLater()
        self._said = []
        for alert in result.alerts:
            tone = TONES[alert.severity]
            self._add(f"{tr(SEVERITY_LABELS[alert.severity])}: {_alert_words(instrument, alert)}", tone)
        names = {one.code: one.text.vi for one in instrument.subscores}
        names |= {key: part.text.vi for key, part in instrument.parts.items()}
        for code, total in result.subscores.items():
            band = result.subscore_bands.get(code)
            if total is None or code not in names or (code in instrument.parts and not total):
                continue
            text = tr(BY_PART, part=names[code], total=total)
            self._add(f"{text} · {tr(band.text.vi)}" if band is not None else text, None)

    def _add(self, text: str, tone: Tone | None) -> None:
        line = words(text, ink=tone, weight="medium" if tone else "", is_wrapped=True)
        self._alerts.addWidget(line)
        self._said.append(line)


def _alert_words(instrument: Instrument, alert: Alert) -> str:
    if alert.rule is not None:
        return tr(alert.rule.text.vi)
    items = [item_words(instrument, instrument.plan.by_key[key]) for key in alert.items]
    return tr(CONTRADICTS, items="; ".join(items))


def _named(keys: Sequence[str]) -> str:
    return ", ".join(keys[:MOST_NAMED]) + ("…" if len(keys) > MOST_NAMED else "")
