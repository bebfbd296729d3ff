"""One drug test beside the list: how it stands in law, the sample, the kit, what was read, through whose hands."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.treatment.domain.answers import in_units
from facility_app.modules.treatment.domain.drug_tests import (
    DRUG_TEST_KIND_LABELS,
    DRUG_TEST_READING_LABELS,
    TELLING_LABELS,
    DrugTestKind,
    DrugTestReading,
    Panel,
    Telling,
)
from facility_app.modules.treatment.domain.samples import (
    SAMPLE_ANSWER_LABELS,
    TEST_REASON_LABELS,
    TEST_STATE_LABELS,
    TestState,
)
from facility_app.modules.treatment.queries.drug_tests import ReadingRow, StepRow, TestRow
from facility_app.modules.treatment.queries.explaining import Explanation
from facility_app.modules.treatment.queries.samples import SampleCard
from facility_app.modules.treatment.ui.record_words import at
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Chip, KeyValue, KeyValueGrid, Scrolled, words

RESULTS, CUSTODY = label("treatment", "Kết quả đọc"), label("treatment", "Chuỗi giao nhận mẫu")
TITLE = label("treatment", "{name} · {code}")
REASON, BASIS, BY = (
    label("treatment", "Lý do"),
    label("treatment", "Căn cứ"),
    label("treatment", "Người quyết định"),
)
ANSWERED, SAMPLE = label("treatment", "Người được xét nghiệm"), label("treatment", "Số mẫu")
COLLECTED, WITNESSED = label("treatment", "Lấy mẫu"), label("treatment", "Chứng kiến")
GUARDIAN, WARMTH = label("treatment", "Giám hộ có mặt"), label("treatment", "Nhiệt độ mẫu")
ODD, KIT = label("treatment", "Điều bất thường"), label("treatment", "Lô kit")
READ_BY, LABORATORY = label("treatment", "Người đọc"), label("treatment", "Phòng xét nghiệm")
PHOTO, PHOTO_THERE = label("treatment", "Ảnh khay thử"), label("treatment", "Có, bấm “Xem ảnh khay thử”")
DISPOSED = label("treatment", "Hủy mẫu")
DISPOSED_SO = label("treatment", "{day} · {method} · {name}")
TOLD, STRUCK = label("treatment", "Báo Công an cấp xã"), label("treatment", "Gạch bỏ")
NAME_SEX = label("treatment", "{name} ({sex})")
AT_BY = label("treatment", "{at} · {by}")
FRESH = label("treatment", "{temp} °C sau {after} giây: mẫu tươi")
STALE = label("treatment", "{temp} °C sau {after} giây: ngoài khoảng của mẫu tươi, nghi tráo hoặc pha")
KIT_WORDS = label("treatment", "{brand}, lô {lot}, hạn {day}")
READING = label("treatment", "{panel}: {reading}, ngưỡng {cutoff} ng/mL")
READING_LAB = label("treatment", "{panel}: {reading}")
MAY_BE = label("treatment", "{target}. Dễ nhầm: {traps}")
EXPLAINED = label("treatment", "Thuốc đã dùng trước đó có thể làm {panel} dương tính: {medicines}.")
UNEXPLAINED = label(
    "treatment", "Trong thuốc đã dùng mà tài khoản này xem được, không có thuốc nào làm {panel} dương tính."
)
MEDICINE_DAYS = label("treatment", "{medicine} ({days})")
STEP = label("treatment", "{at}: {from_name} → {to_name}, {purpose}")
STEP_BROKEN = label("treatment", "{at}: {from_name} → {to_name}, {purpose}. Niêm phong không nguyên: {condition}")
TOLD_YES = label("treatment", "Đã gửi, văn bản số {number}, {name}, {at}")
TOLD_NO = label("treatment", "Không gửi, {name}, {at}")
PRESUMED = label(
    "treatment",
    "Kết quả nhanh chưa khẳng định: không tự nó dẫn đến xử lý nào; cần khẳng định hoặc quyết định của con người.",
)
STATE_TONES = {
    TestState.ORDERED: Tone.INFO,
    TestState.TAKEN: Tone.WARNING,
    TestState.SCREENED: Tone.DANGER,
    TestState.DONE: Tone.OK,
    TestState.REFUSED: Tone.WARNING,
    TestState.STRUCK: Tone.NEUTRAL,
}
READING_TONES = {
    DrugTestReading.NEGATIVE: Tone.OK,
    DrugTestReading.POSITIVE: Tone.DANGER,
    DrugTestReading.INVALID: Tone.WARNING,
}


class TestCard(Card):
    """The card; it scrolls by itself."""

    __test__ = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing chosen yet."""
        super().__init__(theme, " ", parent=parent)
        self._theme = theme
        self._made: list[QWidget] = []
        inner = QFrame()
        inner.setProperty("kind", "bar")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.px(6), 0)
        self._column.setSpacing(theme.px(8))
        area = Scrolled(inner, self, takes_keyboard=True)
        self.body.addWidget(area)

    def show_card(self, card: SampleCard, panels: Mapping[str, Panel]) -> None:
        """Show a test."""
        self._clear()
        row, test = card.row, card.row.test
        if self.head is not None:
            self.head.set_text(tr(TITLE, name=row.name, code=row.code))
        chip = Chip(self._theme, tr(TEST_STATE_LABELS[row.state]), STATE_TONES[row.state])
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._add(chip)
        kind = tr(DRUG_TEST_KIND_LABELS[test.kind])
        self._add(words(kind, weight="medium", is_wrapped=True))
        if test.kind is DrugTestKind.SCREEN and test.is_positive:
            self._say(tr(PRESUMED), Tone.WARNING)
        if card.telling is not Telling.NOTHING:
            self._say(tr(TELLING_LABELS[card.telling]), Tone.INFO)
        grid = KeyValueGrid(self._theme)
        grid.set_rows(_facts(card))
        self._add(grid)
        if test.readings:
            self._add(words(tr(RESULTS), weight="strong"))
        for reading in test.readings:
            self._show_reading(reading, panels.get(reading.panel))
            for one in card.explained:
                if one.panel == reading.panel:
                    self._show_explained(one)
        if test.custody:
            self._add(words(tr(CUSTODY), weight="strong"))
        for step in test.custody:
            self._say(_step(step), None if step.is_intact else Tone.DANGER)
        self._column.addStretch(1)

    def says(self) -> str:
        """Everything it says, for a reader and for tests."""
        return "\n".join(
            one.text()
            for made in self._made
            for one in (made, *made.findChildren(QLabel))
            if isinstance(one, QLabel)
        )

    def _show_reading(self, reading: ReadingRow, panel: Panel | None) -> None:
        said = tr(DRUG_TEST_READING_LABELS[reading.reading])
        text = tr(READING_LAB, panel=reading.panel, reading=said)
        if reading.cutoff is not None:
            text = tr(READING, panel=reading.panel, reading=said, cutoff=reading.cutoff)
        self._say(text, READING_TONES[reading.reading])
        if panel is not None and reading.reading is DrugTestReading.POSITIVE:
            traps = tr(panel.traps) if panel.traps else "–"
            self._say(tr(MAY_BE, target=panel.target, traps=traps), Tone.NEUTRAL)

    def _show_explained(self, one: Explanation) -> None:
        """What was taken: a positive reading that a medicine of the house explains is no relapse."""
        taken = "; ".join(
            tr(MEDICINE_DAYS, medicine=each.medicine, days=", ".join(map(format_date, sorted(each.days))))
            for each in one.medicines
        )
        if taken:
            self._say(tr(EXPLAINED, panel=one.panel, medicines=taken), Tone.WARNING)
        else:
            self._say(tr(UNEXPLAINED, panel=one.panel), Tone.NEUTRAL)

    def _say(self, text: str, tone: Tone | None) -> None:
        self._add(words(text, ink=tone, is_wrapped=True))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._made.append(widget)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._made = []


def _facts(card: SampleCard) -> list[KeyValue]:
    test = card.row.test
    found = [
        KeyValue(tr(REASON), " · ".join(filter(None, (tr(TEST_REASON_LABELS[test.reason]), test.note or "")))),
        KeyValue(tr(BASIS), test.legal_basis),
        KeyValue(tr(BY), tr(AT_BY, at=at(test.ordered_at), by=test.ordered_name)),
    ]
    if test.answer is not None:
        found.append(KeyValue(tr(ANSWERED), tr(SAMPLE_ANSWER_LABELS[test.answer])))
    if test.sample_no is not None:
        found += _sample(test)
    if card.kit is not None:
        kit = card.kit
        text = tr(KIT_WORDS, brand=kit.brand, lot=kit.lot_no, day=format_date(kit.expires_on))
        found.append(KeyValue(tr(KIT), text))
    if test.read_at is not None:
        readers = " · ".join(filter(None, (test.reader_name, test.second_name)))
        found.append(KeyValue(tr(READ_BY), tr(AT_BY, at=at(test.read_at), by=readers)))
    if test.photo_sha256 is not None:
        found.append(KeyValue(tr(PHOTO), tr(PHOTO_THERE)))
    if test.laboratory is not None:
        found.append(KeyValue(tr(LABORATORY), test.laboratory))
    if test.disposed_on is not None:
        facts = {"method": test.disposal or "", "name": test.disposed_name or ""}
        found.append(KeyValue(tr(DISPOSED), tr(DISPOSED_SO, day=format_date(test.disposed_on), **facts)))
    if test.is_told is not None:
        found.append(KeyValue(tr(TOLD), _told(test)))
    if test.is_struck:
        found.append(KeyValue(tr(STRUCK), test.struck_reason or "", Tone.WARNING))
    return found


def _sample(test: TestRow) -> list[KeyValue]:
    collected = " · ".join(filter(None, (at(test.collected_at), _who(test.collector_name, test.collector_sex))))
    found = [
        KeyValue(tr(SAMPLE), test.sample_no or ""),
        KeyValue(tr(COLLECTED), collected),
        KeyValue(tr(WITNESSED), _who(test.witness_name, test.witness_sex)),
    ]
    if test.guardian_name:
        found.append(KeyValue(tr(GUARDIAN), test.guardian_name))
    if test.temp_tenths is not None:
        said = STALE if test.is_fresh is False else FRESH
        after = "?" if test.temp_after_s is None else test.temp_after_s
        text = tr(said, temp=in_units(test.temp_tenths, 1), after=after)
        found.append(KeyValue(tr(WARMTH), text, Tone.DANGER if test.is_fresh is False else None))
    if test.tamper_note:
        found.append(KeyValue(tr(ODD), test.tamper_note, Tone.WARNING))
    return found


def _who(name: str | None, sex: object) -> str:
    if name is None:
        return ""
    known = next((text for one, text in SEX_LABELS.items() if one is sex), None)
    return name if known is None else tr(NAME_SEX, name=name, sex=tr(known).lower())


def _told(test: TestRow) -> str:
    name, moment = test.told_name or "", at(test.told_at)
    if test.is_told:
        return tr(TOLD_YES, number=test.told_number or "", name=name, at=moment)
    return tr(TOLD_NO, name=name, at=moment)


def _step(step: StepRow) -> str:
    facts = {"at": at(step.happened_at), "from_name": step.from_name, "to_name": step.to_name}
    if step.is_intact:
        return tr(STEP, **facts, purpose=step.purpose)
    return tr(STEP_BROKEN, **facts, purpose=step.purpose, condition=step.condition or "")
