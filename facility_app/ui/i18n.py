"""Words on screens: Vietnamese as written in the source, other languages and Qt's own texts from catalogues."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from typing_extensions import override

from facility_app.kernel.errors import FacilityError, listed
from facility_app.kernel.labels import Label, filled

DATE_FORMAT = "dd/MM/yyyy"
TIME_FORMAT = "HH:mm"


def tr(text: Label, /, **params: object) -> str:
    """``text`` in the language of the screens with its placeholders filled, labels among them looked up too."""
    words = _found(text)
    return filled(words, {name: _value(value) for name, value in params.items()}) if params else words


def shown(text: str) -> str:
    """What a widget puts on the screen: a label in the language of the screens, any other text as it is."""
    return _found(text) if isinstance(text, Label) else text


def refusal(error: FacilityError) -> str:
    """The sentence of a refusal in the language of the screens."""
    return tr(error.template, **error.params)


def vietnamese_locale() -> QLocale:
    """1.234.567,5 and Thứ Hai; its short date is d/M/yy, so screens use ``DATE_FORMAT``."""
    return QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam)


class WordsTranslator(QTranslator):
    """Answers from entries read out of a ``.ts`` file; what it lacks is left to the next translator."""

    def __init__(self, entries: Mapping[tuple[str, str], str], parent: QObject | None = None) -> None:
        """Take (context, source) → text."""
        super().__init__(parent)
        self._entries = dict(entries)

    @override
    def isEmpty(self) -> bool:
        return not self._entries

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._entries.get((context, sourceText))


def _found(text: Label) -> str:
    source = str(text)
    if not text.context:
        return source  # words of an official form: the same in every language
    return QCoreApplication.translate(text.context, source)


def _value(value: object) -> object:
    if isinstance(value, FacilityError):
        return refusal(value)
    if isinstance(value, tuple):
        return listed(tuple(_value(one) for one in value))
    return _found(value) if isinstance(value, Label) else value
