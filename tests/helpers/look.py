"""The look stays on the application from test to test: putting it on anew styles every widget there is."""

from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from facility_app.ui.theme import Theme


@dataclass
class Wardrobe:
    """What the application wears, and what it wore before."""

    worn: Theme | None = None
    letters: QFont = field(default_factory=QFont)
    palette: QPalette = field(default_factory=QPalette)

    def put_on(self, theme: Theme, app: QApplication) -> None:
        """Wear ``theme``; nothing happens when it is worn already."""
        if self.worn is theme and app.styleSheet():
            return
        self.take_off(app)
        self.worn, self.letters, self.palette = theme, app.font(), app.palette()
        theme.apply(app)

    def take_off(self, app: QApplication) -> None:
        """Wear nothing, as the application was born."""
        if self.worn is None:
            return
        self.worn.take_off()
        app.setFont(self.letters)
        app.setPalette(self.palette)
        self.worn = None


WARDROBE = Wardrobe()
"""One for the process, as there is one application."""
