"""All troubles of a form in one place at its top, each a link to its field."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

_HEAD = label("ui", "Chưa lưu được: có {count} chỗ cần sửa")
_GENERAL_HEAD = label("ui", "Chưa lưu được")
_MORE = label("ui", "… và {count} chỗ nữa bên dưới.")
MOST_LINES = 4
"""A long form with everything missing must not vanish behind what is said of it."""


class ErrorSummary(QFrame):
    """A card with one line a trouble; hidden while there is none.

    Signals:
        asked_for: name of the field whose line was clicked or entered.
    """

    asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.setObjectName("error_summary")
        self.setProperty("kind", "card")
        self._head = QLabel(self)
        self._head.setProperty("ink", "danger")
        self._head.setProperty("weight", "strong")
        self._lines = QLabel(self)
        self._lines.setObjectName("error_lines")
        self._lines.setWordWrap(True)
        self._lines.setTextFormat(Qt.TextFormat.RichText)
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._lines.linkActivated.connect(self.asked_for)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._lines)
        self._plain: tuple[str, ...] = ()
        self.hide()

    def show_troubles(
        self, troubles: Sequence[tuple[str, str, str]], general: str = "", *, head: str = ""
    ) -> None:
        """Show (field name, its head, sentence) lines below the sentence ``general``; nothing hides the card.

        ``head`` stands above them instead of “not saved”, where the rest was saved.
        """
        self._plain = (*([general] if general else []), *(f"{head}: {words}" for _, head, words in troubles))
        self._head.setText(head or (tr(_HEAD, count=len(troubles)) if troubles else tr(_GENERAL_HEAD)))
        lines = [escape(general)] if general else []
        most = MOST_LINES if len(troubles) > MOST_LINES + 1 else len(troubles)
        lines += [
            f'<a href="{escape(name)}">{escape(head)}</a>: {escape(words)}'
            for name, head, words in troubles[:most]
        ]
        if most < len(troubles):
            lines.append(escape(tr(_MORE, count=len(troubles) - most)))
        self._lines.setText("<br>".join(lines))
        self.setAccessibleName("\n".join((self._head.text(), *self._plain)))
        self.setVisible(bool(lines))

    def head_text(self) -> str:
        """What stands above the lines."""
        return self._head.text()

    def lines(self) -> tuple[str, ...]:
        """What it says, line by line, without the links."""
        return self._plain


def _line(name: str, head: str, words: str) -> str:
    return f'<a href="{escape(name)}">{escape(head)}</a>: {escape(words)}'
