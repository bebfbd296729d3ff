"""Words on screens: Vietnamese as written, other languages by catalogue, Qt's own texts in Vietnamese."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facility_app.app.words import read_catalogue
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import DATE_FORMAT, WordsTranslator, refusal, shown, tr, vietnamese_locale
from tests.ui.conftest import RESOURCES

SAVED = label("test", "Đã lưu {count} dòng của {part}")
PART = label("test", "phần một")
ENGLISH = {("test", str(SAVED)): "Saved {count} rows of {part}", ("test", str(PART)): "part one"}


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QTranslator]:
    translator = WordsTranslator(ENGLISH)
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def vietnamese(install: Callable[[str], QTranslator]) -> QTranslator:
    return install("qtbase_vi.ts")


@pytest.mark.usefixtures("qapp")
def test_without_a_catalogue_the_vietnamese_source_is_shown() -> None:
    assert tr(SAVED, count=3, part=PART) == "Đã lưu 3 dòng của phần một"


@pytest.mark.usefixtures("english")
def test_words_are_looked_up_before_they_are_filled_in_and_labels_among_the_values_too() -> None:
    assert tr(SAVED, count=3, part=PART) == "Saved 3 rows of part one"


@pytest.mark.usefixtures("english")
def test_a_word_the_catalogue_lacks_stays_vietnamese() -> None:
    assert tr(label("test", "Chưa dịch")) == "Chưa dịch"
    assert tr(Label("other", str(PART))) == "phần một"


@pytest.mark.usefixtures("english")
def test_only_labels_are_translated_never_what_people_typed() -> None:
    assert shown(PART) == "part one"
    assert shown(str(PART)) == "phần một"


@pytest.mark.usefixtures("english")
def test_a_refusal_inside_a_refusal_is_translated_and_several_are_joined() -> None:
    inner = UserError("INNER", SAVED, count=1, part=PART)
    outer = UserError("OUTER", label("test", "{why}; {parts}"), why=inner, parts=(PART, PART))
    assert refusal(outer) == "Saved 1 rows of part one; part one, part one"


@pytest.mark.usefixtures("qapp")
def test_an_empty_catalogue_says_so() -> None:
    assert WordsTranslator({}).isEmpty()
    assert not WordsTranslator(ENGLISH).isEmpty()


def test_numbers_and_dates_are_written_as_people_here_do() -> None:
    locale = vietnamese_locale()
    assert locale.toString(1234567.5, "f", 1) == "1.234.567,5"
    assert locale.toString(QDate(2026, 11, 21), DATE_FORMAT) == f"{date(2026, 11, 21):%d/%m/%Y}"
    assert locale.dayName(1) == "Thứ Hai"


@pytest.mark.usefixtures("vietnamese")
def test_no_standard_button_speaks_english(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = [
        kind for kind in QDialogButtonBox.StandardButton if kind.value and (kind.value & (kind.value - 1)) == 0
    ]
    texts = {kind.name: box.addButton(kind).text().replace("&", "") for kind in kinds}
    assert len(texts) == 18
    assert {name: text for name, text in texts.items() if text not in values("QPlatformTheme")} == {}
    assert texts["Cancel"] == "Hủy"


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_speaks_vietnamese(make: Callable[[], QLineEdit], qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    texts = [words(action) for action in menu.actions() if action.text()]
    assert texts[:6] == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa"]
    assert "Chọn tất cả" in texts
    menu.deleteLater()


@pytest.mark.usefixtures("vietnamese")
def test_the_file_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert {"Tên tệp:", "Loại tệp:", "Tìm trong:", "Mở", "Hủy"} <= texts_in(dialog)
    assert english_in(dialog) == set()


@pytest.mark.usefixtures("vietnamese")
def test_the_printing_dialogs_speak_vietnamese(qtbot: QtBot) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    for dialog in (QPrintDialog(printer), QPrintPreviewDialog(printer)):
        qtbot.addWidget(dialog)
        assert english_in(dialog) == set()


@pytest.mark.usefixtures("vietnamese")
def test_the_colour_dialog_and_message_details_speak_vietnamese(qtbot: QtBot) -> None:
    colours = QColorDialog()
    colours.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    message = QMessageBox()
    message.setDetailedText("…")
    for dialog in (colours, message):
        qtbot.addWidget(dialog)
        assert english_in(dialog) == set()
    assert "Xem chi tiết…" in texts_in(message)


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    "keys", ["Ctrl+S", "Ctrl+Return", "Alt+Left", "Shift+F10", "Ctrl+Space", "Del", "Ctrl+Alt+P"]
)
def test_shortcuts_written_in_english_are_still_understood(keys: str) -> None:
    sequence = QKeySequence(keys)
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == keys
    native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    assert QKeySequence.fromString(native, QKeySequence.SequenceFormat.NativeText) == sequence


def test_access_keys_of_one_menu_do_not_collide() -> None:
    for context in ("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox", "QCupsJobWidget", "QColorDialog"):
        keys = [text[text.index("&") + 1].lower() for text in values(context, is_marked=True) if "&" in text]
        assert len(keys) == len(set(keys)), context
        assert all(key.isascii() for key in keys), context


def values(context: str, *, is_marked: bool = False) -> set[str]:
    entries = read_catalogue(RESOURCES / "i18n" / "qtbase_vi.ts")
    found = {text for (where, _), text in entries.items() if where == context}
    return found if is_marked else {text.replace("&", "") for text in found}


def words(action: QAction) -> str:
    return action.text().partition("\t")[0].replace("&", "")


def texts_in(widget: QWidget) -> set[str]:
    shown_texts = [one.text() for one in widget.findChildren(QLabel) + widget.findChildren(QAbstractButton)]
    shown_texts += [action.text() for action in widget.findChildren(QAction)]
    return {text.replace("&", "").strip() for text in shown_texts if re.search(r"[^\W\d_]{2}", text)}


def english_in(widget: QWidget) -> set[str]:
    """What stands in ``widget`` and is neither in our catalogue nor the name of a place or a printer."""
    entries = read_catalogue(RESOURCES / "i18n" / "qtbase_vi.ts")
    ours = {text.replace("&", "").strip() for text in entries.values()}
    # “Show ” is put before the name of a column.
    return {text for text in texts_in(widget) if text not in ours and text.removeprefix("Hiện ") not in ours}
