"""What the window wears: letters, colours, and the words of Qt and of the second language."""

import importlib
from typing import Any

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from facility_app.app.paths import resources_folder
from facility_app.app.window.words_of_window import WindowWords, in_window_words
from facility_app.ui.i18n import WordsTranslator, vietnamese_locale
from facility_app.ui.theme import Theme


def dress(app: QApplication) -> Theme:
    """Everything at once: letters, colours, Vietnamese buttons."""
    theme = dress_in_haste(app)
    theme.apply(app)
    put_on_the_rest(app, theme)
    return theme


def dress_in_haste(app: QApplication) -> Theme:
    """What the login is painted with; ``Theme.apply`` follows when its choices are known."""
    QLocale.setDefault(vietnamese_locale())
    app.installTranslator(WindowWords(app))
    return Theme(resources_folder(), app, in_haste=True)


def put_on_the_rest(app: QApplication, theme: Theme) -> None:
    """The other letters, and Vietnamese on the buttons Qt makes by itself."""
    theme.load_the_rest()
    app.installTranslator(WordsTranslator(_read("qtbase_vi.ts"), app))


class Tongue(QObject):
    """The language of the screens: Vietnamese as written, or English put over it.

    Attributes:
        lang: ``vi`` or ``en``.
    """

    def __init__(self, app: QApplication, lang: str, parent: QObject) -> None:
        """Speak ``lang``."""
        super().__init__(parent)
        self._app = app
        self._english: WordsTranslator | None = None
        self.lang = "vi"
        self.speak(lang)

    def speak(self, lang: str) -> None:
        """Speak ``lang`` from now on; what is already shown keeps its words."""
        self.lang = lang
        if self._english is not None:
            self._app.removeTranslator(self._english)
            self._english = None
        if lang == "en":
            self._english = WordsTranslator(english(), self._app)
            self._app.installTranslator(self._english)


def english() -> dict[tuple[str, str], str]:
    """Every text of the screens in English: the program's own and those of the shipped lists."""
    shelf: Any = importlib.import_module("facility_app.app.shelf")
    # By name: the rules of the lists are not needed for a login in Vietnamese.
    catalogues: Any = importlib.import_module("facility_app.modules.catalogues.domain")
    books = shelf.ResourceShelf(resources_folder() / "catalogues")
    lists: dict[tuple[str, str], str] = catalogues.english_of_lists(books)
    medication: Any = importlib.import_module("facility_app.modules.medication.domain.translations")
    lists |= medication.english_of_medication(books)
    treatment: Any = importlib.import_module("facility_app.modules.treatment.domain.clinical_lists")
    lists |= treatment.english_of_treatment(books)
    return {**lists, **in_window_words(_read("facility_en.ts"))}


def _read(name: str) -> dict[tuple[str, str], str]:
    # By name: a login in Vietnamese needs no catalogue, and no reader of XML.
    words: Any = importlib.import_module("facility_app.app.words")
    entries: dict[tuple[str, str], str] = words.read_catalogue(resources_folder() / "i18n" / name)
    return entries
