"""Chips, labels and layouts: say it in words, shorten honestly, break lines like words do."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import LIGHT, Theme, Tone
from facility_app.ui.widgets import (
    AnywhereLabel,
    Card,
    Chip,
    ElidedLabel,
    FlowLayout,
    IconLabel,
    KeptChips,
    KeyValue,
    KeyValueGrid,
    SectionTitle,
    chip_size,
    few_lines,
    longest_word,
    paint_chip,
    whole_lines,
    with_units,
    words,
)


def inked_columns(image: QImage, ground: str) -> int:
    """How many columns of pixels hold anything but ``ground``."""
    return sum(
        any(image.pixelColor(x, y).name().upper() != ground for y in range(image.height()))
        for x in range(image.width())
    )


@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_is_as_wide_as_its_words_need(tone: Tone, theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Không xếp chung với 25-0610", tone)
    qtbot.addWidget(chip)
    wide = Chip(theme, "Không xếp chung với 25-0610", tone)
    qtbot.addWidget(wide)
    chip.resize(chip.sizeHint())
    wide.resize(chip.sizeHint().width() + 200, chip.height())
    whole = wide.grab(QRect(0, 0, chip.width(), chip.height())).toImage()
    # Nothing was shortened: all but the rounded corners is painted as in a chip with room to spare.
    inner = QRect(8, 4, chip.width() - 16, chip.height() - 8)
    assert chip.grab().toImage().copy(inner) == whole.copy(inner)


def test_a_chip_says_its_words_to_a_reader_and_in_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "đủ giấy", Tone.OK)
    qtbot.addWidget(chip)
    chip.set("thiếu giấy", Tone.WARNING)
    assert (chip.text(), chip.accessibleName(), chip.toolTip()) == ("thiếu giấy",) * 3
    assert chip.tone() is Tone.WARNING


def test_a_loud_chip_has_a_picture_beside_its_colour(theme: Theme, qapp: object) -> None:
    with_picture, without = chip_size(theme, "x", Tone.DANGER), chip_size(theme, "x", Tone.DANGER, "")
    assert with_picture.width() > without.width()
    assert chip_size(theme, "x", Tone.NEUTRAL) == without


def test_a_delegate_paints_the_same_chip(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "đủ giấy", Tone.OK)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    image = QImage(chip.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_chip(painter, chip.rect(), theme, "đủ giấy", Tone.OK)
    painter.end()
    middle = chip.height() // 2
    row = [image.pixelColor(x, middle) for x in range(10, chip.width() - 10)]
    assert row == [chip.grab().toImage().pixelColor(x, middle) for x in range(10, chip.width() - 10)]


def test_chips_grow_with_the_scale(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "đủ giấy", Tone.OK)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    theme.set(scale=1.5)
    assert chip.sizeHint().height() == before.height() * 1.5
    assert chip.sizeHint().width() > before.width() * 1.4


def test_a_shortened_label_tells_the_whole_in_its_tooltip_and_to_a_reader(qtbot: QtBot) -> None:
    text = "Trung tâm y tế khu vực số một của tỉnh"
    one = ElidedLabel(text)
    qtbot.addWidget(one)
    one.show()
    one.resize(80, 20)
    assert one.text().endswith("…")
    assert one.toolTip() == one.accessibleName() == one.whole_text() == text
    one.resize(one.sizeHint())
    assert (one.text(), one.toolTip()) == (text, "")


def test_what_people_typed_is_never_read_as_markup(qtbot: QtBot) -> None:
    typed = "<b>Nguyễn</b> & <img src=x>"
    for one in (words(typed), ElidedLabel(typed)):
        qtbot.addWidget(one)
        one.resize(600, 20)
        assert one.text() == typed
        assert one.textFormat().name == "PlainText"


def test_a_line_of_things_breaks_where_there_is_no_room(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    parts = [QWidget() for _ in range(5)]
    for part in parts:
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    box.resize(330, 200)
    flow.activate()
    flow.setGeometry(box.rect())
    assert [part.pos().toTuple() for part in parts] == [(0, 0), (110, 0), (220, 0), (0, 30), (110, 30)]
    assert flow.heightForWidth(330) == 50
    assert flow.heightForWidth(1000) == 20
    assert flow.heightForWidth(100) == 140


def test_hidden_things_take_no_room_in_a_line(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    for _ in range(2):
        part = QWidget()
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    box.findChildren(QWidget)[0].hide()
    assert flow.sizeHint().width() == 100
    assert flow.itemAt(9) is None


def test_a_cleared_line_is_empty(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    flow.addWidget(QLabel("x"))
    flow.clear()
    assert flow.count() == 0
    assert flow.heightForWidth(100) == 0


def test_an_empty_value_is_a_dash_and_never_nothing(theme: Theme, qtbot: QtBot) -> None:
    grid = KeyValueGrid(theme, columns=2)
    qtbot.addWidget(grid)
    grid.set_rows([KeyValue("Số giấy", ""), KeyValue("Số ngày", "0", Tone.DANGER)])
    texts = [one.text() for one in grid.findChildren(QLabel)]
    assert texts == ["Số giấy", "–", "Số ngày", "0"]
    assert "Số ngày: 0" in [one.accessibleName() for one in grid.findChildren(QLabel)]


def test_new_values_replace_the_old(theme: Theme, qtbot: QtBot) -> None:
    grid = KeyValueGrid(theme, is_lined=True)
    qtbot.addWidget(grid)
    grid.set_rows([KeyValue("a", "1"), KeyValue("b", "2")])
    grid.set_rows([KeyValue("c", "3")])
    assert [one.text() for one in grid.findChildren(QLabel)] == ["c", "3"]


def test_a_count_without_number_is_not_shown(theme: Theme, qtbot: QtBot) -> None:
    title = SectionTitle(theme, "Việc", hint="Enter làm")
    qtbot.addWidget(title)
    chip = title.findChild(Chip)
    assert isinstance(chip, Chip)
    title.set_count("11")
    assert (chip.text(), chip.isHidden()) == ("11", False)
    title.set_count("")
    assert chip.isHidden()


def test_a_card_has_a_head_only_with_a_title(theme: Theme, qtbot: QtBot) -> None:
    plain, titled = Card(theme), Card(theme, "Việc")
    for card in (plain, titled):
        qtbot.addWidget(card)
    assert plain.head is None
    assert titled.head is not None


def test_a_picture_beside_words_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    icon = IconLabel(theme, "bell", "danger", 18, "có việc")
    qtbot.addWidget(icon)
    before = icon.pixmap().toImage()
    assert inked_columns(before, LIGHT.danger) > 0
    theme.set(dark=True, scale=2.0)
    assert icon.pixmap().toImage() != before
    assert icon.width() == 36
    assert icon.accessibleName() == "có việc"


def test_a_name_is_broken_into_lines_of_much_the_same_length(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font())
    name = "Báo động mở khẩn cấp"
    whole = metrics.horizontalAdvance(name)
    assert few_lines(name, metrics, whole) == [name]
    assert few_lines(name, metrics, whole - 1) == ["Báo động", "mở khẩn cấp"]
    longest = metrics.horizontalAdvance("mở khẩn cấp")
    shorter = few_lines(name, metrics, longest - 1)
    assert shorter[-1].endswith("…")
    assert len(shorter) == 2


def test_no_broken_line_is_wider_than_its_room(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font())
    for room in range(0, 300, 7):
        for line in few_lines("Cơ sở cai nghiện ma túy số 1 (dữ liệu giả định)", metrics, room):
            assert metrics.horizontalAdvance(line) <= max(room, metrics.horizontalAdvance("…"))


def test_nothing_of_a_medicine_is_left_out_and_no_number_stands_apart_from_its_unit(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font())
    name = "Buprenorphin/naloxon 8 mg/2 mg viên đặt dưới lưỡi"
    for room in range(0, 500, 7):
        lines = whole_lines(name, metrics, room)
        assert "".join(lines).replace(" ", "") == name.replace(" ", ""), room
        for line in lines if room >= longest_word(name, metrics) else ():
            assert metrics.horizontalAdvance(line) <= room
            assert not line.endswith("8"), room
    assert longest_word(name, metrics) == metrics.horizontalAdvance("Buprenorphin/naloxon")
    assert whole_lines("AB2-D1-P04-06", metrics, metrics.horizontalAdvance("AB2-D1-P")) == ["AB2-D1-", "P04-06"]
    assert with_units("Methadon 10 mg/ml") == "Methadon 10\u00a0mg/\u2060ml"
    assert with_units("Paracetamol 500 mg · 2 viên") == "Paracetamol 500\u00a0mg · 2\u00a0viên"


def test_a_label_of_two_lines_tells_the_whole_only_when_it_is_cut(dressed: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Cơ sở cai nghiện ma túy số 1", most_lines=2)
    qtbot.addWidget(label)
    label.resize(label.sizeHint().width() * 2 // 3, 60)
    label.show()
    assert label.text().count("\n") == 1
    assert label.toolTip() == ""
    label.resize(60, 60)
    assert label.toolTip() == "Cơ sở cai nghiện ma túy số 1"


def test_a_shortened_label_is_shortened_anew_when_letters_grow(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Nguyễn Văn An")
    qtbot.addWidget(label)
    label.setFont(theme.font(14))
    label.resize(label.sizeHint())
    label.show()
    assert label.text() == "Nguyễn Văn An"
    label.setFont(theme.font(24))
    assert label.text().endswith("…")


def test_a_kept_chip_is_painted_once_and_anew_where_it_is_cut(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, painted = chip_size(theme, "Đã phát", Tone.OK), list[int]()

    def counted(painter: QPainter, rect: QRect, look: Theme, text: str, tone: Tone) -> None:
        painted.append(rect.width())
        paint_chip(painter, rect, look, text, tone)

    monkeypatch.setattr("facility_app.ui.widgets.chip.paint_chip", counted)
    kept, cut = KeptChips(theme), size.width() // 2
    inked = []
    for wide in (size.width(), size.width() + 40, cut):
        image = QImage(200, 40, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        kept.paint(painter, QRect(0, 0, wide, 40), "Đã phát", Tone.OK)
        painter.end()
        inked.append(sum(image.pixelColor(x, 20).name() != "#ffffff" for x in range(200)))
    assert painted == [size.width(), cut]
    # As wide as its words, wherever there is more room.
    assert inked == [size.width(), size.width(), cut]


def test_whoever_copies_a_long_id_gets_it_as_it_is(qtbot: QtBot) -> None:
    """It goes on below wherever there is no room, and the places where it may are no part of what is copied."""
    text = "0197f3c2a1b24c5d8e9f00112233445566778899-scan.pdf"
    made = AnywhereLabel(text)
    qtbot.addWidget(made)
    made.resize(120, 200)
    assert made.heightForWidth(120) > 2 * made.fontMetrics().lineSpacing()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show()
    made.setSelection(0, len(made.text()))
    made.setFocus()
    QTest.keySequence(made, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == text
    made.setSelection(0, 0)
    QGuiApplication.clipboard().clear()
    made.copy()
    assert QGuiApplication.clipboard().text() == text
