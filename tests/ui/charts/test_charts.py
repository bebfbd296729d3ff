"""Pictures: say everything in words too, survive a black printer, follow the theme, never fall over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from facility_app.kernel.errors import EnvironmentFault
from facility_app.ui.charts import (
    Band,
    Bar,
    Bars,
    BarSet,
    Chart,
    DayMark,
    EventMark,
    Hatch,
    LineChart,
    Lines,
    Point,
    Series,
    Span,
    SpanChart,
    SpanPlan,
    SpanRow,
    Sparkline,
    Term,
    TermBar,
    TermPart,
    date_ticks,
)
from facility_app.ui.charts.canvas import PAPER_HATCHES
from facility_app.ui.theme import LIGHT, Theme, Tone

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 1)
START = FIRST.toordinal()


def line_chart(theme: Theme) -> Chart:
    one = Series("một", tuple(Point(START + day, day % 7, f"ngày {day}") for day in range(0, 50, 10)))
    two = Series("hai", (Point(START, 3), Point(START + 50, 5)), Tone.INFO)
    marks = (EventMark(START + 20, "đổi", says="đổi lịch"),)
    bands = (Band(0, 4, "nhẹ", Tone.OK), Band(4, 9, "nặng", Tone.DANGER))
    return LineChart(theme, "Đường", Lines((one, two), date_ticks(FIRST, LAST), bands, marks, unit="điểm"))


def bars(theme: Theme) -> Chart:
    shown = (Bar("một", 3), Bar("hai", 0, Tone.OK), Bar("ba", 9, Tone.DANGER, "ba: quá nhiều", Hatch.FALLING))
    return Bars(theme, "Cột", BarSet(shown, goal=6, goal_words="chỉ tiêu 6"))


def spans(theme: Theme) -> Chart:
    rows = (
        SpanRow("một", (Span(FIRST, date(2026, 1, 20), words="xong"),)),
        SpanRow("hai", (Span(date(2026, 1, 10), LAST, Tone.INFO, Hatch.HOLLOW, says="dự kiến"),)),
        SpanRow("ba", ()),
    )
    return SpanChart(theme, "Đoạn", SpanPlan(FIRST, LAST, rows, (DayMark(date(2026, 2, 1), "hôm nay"),)))


def term_bar(theme: Theme) -> Chart:
    parts = (
        TermPart(28, "Đã trừ", "28 ngày", Tone.INFO),
        TermPart(102, "Đã qua", "102 ngày"),
        TermPart(14, "Không tính", "14 ngày", Tone.DANGER, Hatch.FALLING),
        TermPart(600, "Còn", "600 ngày", None),
    )
    return TermBar(theme, "Thời hạn", Term(parts, "đến 14/07/2028", Tone.DANGER))


def sparkline(theme: Theme) -> Chart:
    return Sparkline(theme, "Nét", (3, 5, 4, 8))


CHARTS = (line_chart, bars, spans, term_bar, sparkline)
EACH = pytest.mark.parametrize("make", CHARTS)
Make = Callable[[Theme], Chart]


def staged(make: Make, theme: Theme, qtbot: QtBot) -> Chart:
    chart = make(theme)
    qtbot.addWidget(chart)
    chart.resize(640, 220)
    with qtbot.waitActive(chart):
        chart.show()
        chart.activateWindow()
    return chart


def colours(image: QImage) -> set[str]:
    words = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return {f"#{word & 0xFFFFFF:06x}" for word in words}


@EACH
def test_what_is_painted_can_also_be_heard(make: Make, theme: Theme, qtbot: QtBot) -> None:
    chart = staged(make, theme, qtbot)
    assert chart.accessibleName()
    assert chart.accessibleDescription() == ". ".join(chart.says())
    assert len(chart.accessibleDescription()) > 3


def test_every_value_and_every_event_is_told(theme: Theme, qtbot: QtBot) -> None:
    told = staged(line_chart, theme, qtbot).says()
    assert {"đổi lịch", "ngày 0", "ngày 40", "hai: 3", "hai: 5"} <= set(told)
    assert staged(bars, theme, qtbot).says() == ("một: 3", "hai: 0", "ba: quá nhiều")
    assert staged(spans, theme, qtbot).says() == ("một: xong", "hai: dự kiến", "hôm nay")
    assert staged(term_bar, theme, qtbot).says()[0] == "Đã trừ 28 ngày"


@EACH
def test_a_picture_follows_the_theme_and_the_scale(make: Make, theme: Theme, qtbot: QtBot) -> None:
    chart = staged(make, theme, qtbot)
    light, height = chart.grab().toImage(), chart.sizeHint().height()
    theme.set(dark=True, scale=1.5)
    dark = chart.grab().toImage()
    assert dark != light
    assert colours(dark).isdisjoint({LIGHT.accent.lower(), LIGHT.ink.lower(), LIGHT.line.lower()})
    assert chart.sizeHint().height() == pytest.approx(height * 1.5, abs=1)


@EACH
def test_paper_is_white_whatever_the_screen(make: Make, theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    chart = staged(make, theme, qtbot)
    chart.to_png(tmp_path / "light.png", QSize(500, 200))
    theme.set(dark=True, scale=1.5)
    chart.to_png(tmp_path / "dark.png", QSize(500, 200))
    image = QImage(str(tmp_path / "light.png"))
    assert (image.width(), image.height()) == (1000, 400)
    assert image == QImage(str(tmp_path / "dark.png"))
    assert image.pixelColor(0, 399) == QColor(Qt.GlobalColor.white)


def test_on_paper_every_tone_has_a_hatch_of_its_own() -> None:
    assert set(PAPER_HATCHES) == set(Tone)
    assert len(set(PAPER_HATCHES.values())) == len(Tone)


def test_a_black_printer_tells_the_tones_apart(theme: Theme, qtbot: QtBot) -> None:
    shares = []
    for tone in Tone:
        chart = Bars(theme, "Cột", BarSet((Bar("", 1, tone),), has_values=False))
        qtbot.addWidget(chart)
        image = chart.picture(QSize(100, 120), density=4).convertToFormat(QImage.Format.Format_Grayscale8)
        inner = image.copy(150, 120, 96, 240)
        dark = sum(inner.pixelColor(x, y).value() < 160 for x in range(96) for y in range(240))
        shares.append((dark / (96 * 240), inner))
    pictures = [inner for _, inner in shares]
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])
    by_tone = dict(zip(Tone, (share for share, _ in shares), strict=True))
    assert by_tone[Tone.ACCENT] > 0.99
    assert by_tone[Tone.NEUTRAL] < 0.01
    assert all(0.03 < by_tone[tone] < 0.8 for tone in (Tone.OK, Tone.WARNING, Tone.DANGER, Tone.INFO))


def test_a_picture_that_cannot_be_written_says_so(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    chart = staged(bars, theme, qtbot)
    with pytest.raises(EnvironmentFault) as refused:
        chart.to_png(tmp_path / "không có" / "x.png")
    assert refused.value.params == {"file": "x.png"}


def test_the_pointer_is_told_why(dressed: Theme, qtbot: QtBot) -> None:
    chart = staged(bars, dressed, qtbot)
    chart.grab()
    QTest.mouseMove(chart, QPoint(560, 100))
    qtbot.waitUntil(lambda: QToolTip.text() == "ba: quá nhiều")
    assert chart.accessibleDescription() == "ba: quá nhiều"
    QToolTip.hideText()


def test_arrow_keys_walk_through_what_is_told_and_round(dressed: Theme, qtbot: QtBot) -> None:
    chart = staged(bars, dressed, qtbot)
    chart.setFocus()
    chart.grab()
    heard = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
        heard.append(chart.accessibleDescription())
    assert heard == ["một: 3", "hai: 0", "ba: quá nhiều", "một: 3", "ba: quá nhiều"]
    QToolTip.hideText()


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: LineChart(theme, "x", Lines((), ())),
        lambda theme: LineChart(theme, "x", Lines((Series("một", ()),), ())),
        lambda theme: LineChart(theme, "x", Lines((Series("một", (Point(1, 5),)),), ())),
        lambda theme: Bars(theme, "x", BarSet(())),
        lambda theme: Bars(theme, "x", BarSet((Bar("", 0),))),
        lambda theme: Bars(theme, "x", BarSet((Bar("lùi", -4), Bar("tới", 4)))),
        lambda theme: SpanChart(theme, "x", SpanPlan(FIRST, FIRST, ())),
        lambda theme: SpanChart(theme, "x", SpanPlan(FIRST, LAST, (SpanRow("", (Span(LAST, FIRST),)),))),
        lambda theme: TermBar(theme, "x", Term(())),
        lambda theme: TermBar(theme, "x", Term((TermPart(0, "", ""),))),
        lambda theme: Sparkline(theme, "x", ()),
        lambda theme: Sparkline(theme, "x", (4.0,)),
    ],
)
def test_nothing_one_thing_or_nonsense_is_painted_calmly(make: Make, theme: Theme, qtbot: QtBot) -> None:
    chart = staged(make, theme, qtbot)
    for size in (QSize(640, 220), QSize(40, 10)):
        chart.resize(size)
        assert not chart.grab().isNull()


def test_new_values_are_painted_and_told(theme: Theme, qtbot: QtBot) -> None:
    chart = Sparkline(theme, "Nét", (1, 2))
    qtbot.addWidget(chart)
    before = chart.grab().toImage()
    chart.set_values((2, 1))
    assert chart.grab().toImage() != before
    assert chart.accessibleDescription() == "2, 1"
