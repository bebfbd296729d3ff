"""Words as typed: one line, a name, a note of any length; old code pages are mended in sight or asked about."""

from abc import abstractmethod

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.legacy_text import CODE_PAGE_LABELS, CodePage, Repair, repair
from facility_app.kernel.names import nfc, seen_letters, tidy_name, wrong_letter
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.ime import ComposingLine, ComposingText
from facility_app.ui.forms.notice import Words
from facility_app.ui.i18n import tr, vietnamese_locale
from facility_app.ui.theme.theme import restyle
from facility_app.ui.theme.tokens import Tone

_MENDED = label("ui", "Đã đổi từ bảng mã {page} sang Unicode.")
_KEEP = label("ui", "Giữ “{value}”")
_TAKE = label("ui", "Đổi thành “{value}”")
_WHICH = label("ui", "Chữ này có vẻ viết bằng bảng mã {page}. Ý là:")
_TOO_LONG = label("ui", "Dài {length} ký tự, chỉ lưu được {limit}. Hãy rút gọn, hoặc đính kèm thành tệp.")
_COUNT = label("ui", "{length}/{limit}")
_HAS_BROKEN = label("ui", "Có ký tự hỏng (dấu {sign}). Hãy gõ lại chỗ đó thay vì dán từ nơi khác.")
_WRONG_LETTER = label("ui", "Họ tên không có ký tự “{letter}”. Hãy xóa ký tự này hoặc gõ lại.")
_NOT_SEEN = label("ui", "Đã bỏ {count} ký tự không nhìn thấy được, thường dính theo khi dán.")
_BROKEN = "\ufffd"
_NOTE_LIMIT = 10_000
_LINE_LIMIT = 500
_SHOWN = 40
_PADDING = 8


class _Wording(Field[str]):
    """What a line and a note share: mending, asking, measuring."""

    _typing: ComposingLine | ComposingText
    _limit: int

    def _begin(self) -> None:
        self._question: Repair | None = None
        self._raw = ""
        self._kept: str | None = None
        self._was_mended: Repair | None = None

    @abstractmethod
    def text(self) -> str:
        """The committed text."""

    def _kept_form(self, text: str) -> str:
        """``text`` as it is stored."""
        return nfc(text).strip()

    def _show_answered(self, text: str) -> None:
        self._typing.replace_text(text)

    @override
    def value(self) -> str | None:
        self.settle()
        if (trouble := self.own_trouble()) is not None:
            raise self.refuse(trouble)
        return self._kept_form(self.text()) or None

    @override
    def set_value(self, value: str | None) -> None:
        self._begin()
        self._kept = value
        self._typing.replace_text(value or "")
        self.show_state()

    @override
    def typed(self) -> str:
        return self._typing.text_with_preedit()

    @override
    def set_typed(self, typed: str) -> None:
        self._begin()
        self._typing.replace_text(typed)
        self.settle()

    @override
    def commit_ime(self) -> None:
        self._typing.commit_ime()

    @override
    def settle(self) -> None:
        self.commit_ime()
        self._mend()
        self.show_state()

    def _mend(self) -> None:
        text = self.text()
        self._question = None
        if text == self._kept:
            return
        found = repair(text)
        if not found.is_sure:
            self._raw, self._question = text, found
            return
        self._kept = found.text
        if found.text != text:
            self._raw = text
            self._typing.replace_text(found.text)
            self._was_mended = found if found.page not in {CodePage.UNICODE, CodePage.LOOSE_MARKS} else None

    @override
    def own_trouble(self) -> Words | None:
        if self._question is not None:
            return Words(_WHICH, {"page": CODE_PAGE_LABELS[self._question.page]})
        text = self.text()
        # Half a character comes from a broken clipboard; the sign stands where a program could not read one.
        if _BROKEN in text or any("\ud800" <= char <= "\udfff" for char in text):
            return Words(_HAS_BROKEN, {"sign": _BROKEN})
        if len(text) > self._limit:
            return Words(_TOO_LONG, {"length": _number(len(text)), "limit": _number(self._limit)})
        return None

    @override
    def offered(self) -> tuple[str, ...]:
        if self._question is None:
            return ()
        readings = [tr(_TAKE, value=_short(one)) for one in (self._question.text, *self._question.others)]
        return (*readings, tr(_KEEP, value=_short(self._raw)))

    @override
    def take_answer(self, _place: int) -> None:
        if self._question is not None:
            readings = (self._question.text, *self._question.others, self._raw)
            self._keep(readings[_place])
        elif self._was_mended is not None:
            self._keep(self._raw)

    def _keep(self, text: str) -> None:
        self._question = self._was_mended = None
        self._kept = text
        self._show_answered(text)

    @override
    def say_fine(self) -> None:
        super().say_fine()
        if self._was_mended is not None:
            page = CODE_PAGE_LABELS[self._was_mended.page]
            self._say(tr(_MENDED, page=page), Tone.INFO, (tr(_KEEP, value=_short(self._raw)),))

    def _on_typing_changed(self) -> None:
        self._question = self._was_mended = None
        self._on_editor_changed()


class TextField(_Wording):
    """One line. Its value is in NFC without blanks around; None when empty."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_required: bool = False,
        hint: Label | None = None,
        limit: int = _LINE_LIMIT,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty line; more than ``limit`` characters are kept on the screen and refused at saving."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._limit = limit
        self._begin()
        self._line = ComposingLine(self)
        self._typing = self._line
        self._line.setObjectName(f"{name}_edit")
        self._line.textChanged.connect(self._on_typing_changed)
        self._line.composed.connect(self._on_editor_composed)
        self._line.left.connect(self._on_editor_left)
        self._line.entered.connect(self._on_editor_entered)
        self._install(self._line)

    @override
    def text(self) -> str:
        return self._line.text()

    @override
    def _kept_form(self, text: str) -> str:
        return " ".join(part.strip() for part in nfc(text).splitlines()).strip()


class NameField(TextField):
    """A name: one blank between words, nothing invisible; a person's has neither digits nor signs."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_person: bool = True,
        is_required: bool = False,
        hint: Label | None = None,
        limit: int = _LINE_LIMIT,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty name; ``is_person`` is False for accounts, nicknames and places, which may have digits."""
        super().__init__(name, head, is_required=is_required, hint=hint, limit=limit, parent=parent)
        self._is_person = is_person
        self._as_loaded = ""

    @override
    def _begin(self) -> None:
        super()._begin()
        self._unseen = 0

    @override
    def set_value(self, value: str | None) -> None:
        self._as_loaded = value or ""
        super().set_value(value)

    @override
    def _mend(self) -> None:
        super()._mend()
        text = self.text()
        bare = seen_letters(text)
        if self._question is None and text not in (bare, self._as_loaded):
            mended, raw = self._was_mended, self._raw
            self._typing.replace_text(bare)
            self._was_mended, self._raw, self._kept = mended, raw, bare
            self._unseen = len(text) - len(bare)

    @override
    def own_trouble(self) -> Words | None:
        found = super().own_trouble()
        text = self.text()
        if found is not None or not self._is_person or text == self._as_loaded:
            return found
        letter = wrong_letter(text)
        return None if letter is None else Words(_WRONG_LETTER, {"letter": letter})

    @override
    def say_fine(self) -> None:
        super().say_fine()
        if self._unseen and not self.message():
            self._say(tr(_NOT_SEEN, count=self._unseen), Tone.INFO)

    @override
    def _kept_form(self, text: str) -> str:
        return tidy_name(text)

    @override
    def _on_typing_changed(self) -> None:
        self._unseen = 0
        super()._on_typing_changed()


class NoteField(_Wording):
    """Several lines with a counter; what is too long stays and is refused, never cut."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_required: bool = False,
        hint: Label | None = None,
        limit: int = _NOTE_LIMIT,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty note of ``lines`` lines on the screen and ``limit`` characters at most."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._limit = limit
        self._begin()
        self._note = ComposingText(self)
        self._typing = self._note
        self._lines = lines
        self._note.setObjectName(f"{name}_edit")
        self._count = QLabel(self)
        self._count.setObjectName("count")
        self._count.setProperty("letters", "small")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._note.textChanged.connect(self._on_note_changed)
        self._note.composed.connect(self._on_editor_composed)
        self._note.left.connect(self._on_editor_left)
        self._install(self._note)
        self._column.insertWidget(self._column.indexOf(self._notice), self._count)
        self._show_count()
        self._fit_lines()

    @override
    def text(self) -> str:
        return self._note.toPlainText()

    def count_text(self) -> str:
        """What the counter says."""
        return self._count.text()

    def _show_count(self) -> None:
        length = len(self.text())
        self._count.setText(tr(_COUNT, length=_number(length), limit=_number(self._limit)))
        restyle(self._count, "ink", "danger" if length > self._limit else "quiet")

    def _fit_lines(self) -> None:
        inner = self._note.document().documentMargin() + self._note.frameWidth() + _PADDING
        height = self._lines * self._note.fontMetrics().lineSpacing() + 2 * round(inner)
        if self._note.height() != height:
            self._note.setFixedHeight(height)

    def _on_note_changed(self) -> None:
        self._show_count()
        self._on_typing_changed()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_lines()


def _number(value: int) -> str:
    return vietnamese_locale().toString(value)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
