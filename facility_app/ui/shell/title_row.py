"""A page's name with what can be done there: the main action loud, the others beside it or behind the dots."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from facility_app.kernel.actor import Actor
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.reasons import why_not
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import IconButton, Loudness, WhyNotButton
from facility_app.ui.widgets.labels import ElidedLabel

SHOWN = 3


class TitleRow(QWidget):
    """Title, buttons, dots. Shortcuts work as long as the row's page is shown."""

    def __init__(self, theme: Theme, actor: Actor, parent: QWidget | None = None) -> None:
        """An empty row."""
        super().__init__(parent)
        self._theme, self._actor = theme, actor
        self._specs: tuple[ActionSpec, ...] = ()
        self._buttons: list[WhyNotButton] = []
        self._shortcuts: list[QAction] = []
        self.title = ElidedLabel("", parent=self)
        self.title.setProperty("letters", "display")
        self.title.setProperty("weight", "strong")
        self.title.setObjectName("page_title")
        self.back_button = IconButton(theme, "arrow-left", label("ui", "Quay lại (Alt+Trái)"), "quiet", self)
        self.back_button.setObjectName("back_button")
        self.more_button = IconButton(theme, "dots", label("ui", "Việc khác"), "quiet", self)
        self.more_button.setObjectName("more_button")
        self.more_button.clicked.connect(self._on_more_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.back_button)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.more_button)

    def show_actions(self, specs: Sequence[ActionSpec]) -> None:
        """Replace all buttons and shortcuts."""
        for old in self._buttons:
            old.setParent(None)
            old.deleteLater()
        for action in self._shortcuts:
            self.removeAction(action)
            action.deleteLater()
        self._specs = tuple(specs)
        self._buttons = [self._button(spec, place) for place, spec in enumerate(self._specs[:SHOWN])]
        for place, button in enumerate(self._buttons):
            self._row.insertWidget(2 + place, button)
        self._shortcuts = [self._shortcut(spec) for spec in self._specs if spec.shortcut]
        self.more_button.setVisible(len(self._specs) > SHOWN)

    def tell_reasons(self) -> None:
        """Ask every action again whether it can be done now."""
        for spec, button in zip(self._specs, self._buttons, strict=False):
            button.set_why_not(why_not(spec, self._actor))

    def _button(self, spec: ActionSpec, place: int) -> WhyNotButton:
        loudness = Loudness.PRIMARY if place == 0 else Loudness.PLAIN
        made = WhyNotButton(self._theme, spec.text, Loudness.DANGER if spec.is_dangerous else loudness, spec.icon)
        made.button.setObjectName(f"action_{spec.id}")
        if spec.shortcut:
            made.button.setToolTip(spec.shortcut)
        made.button.clicked.connect(_plain(spec))
        made.set_why_not(why_not(spec, self._actor))
        return made

    def _shortcut(self, spec: ActionSpec) -> QAction:
        action = QAction(tr(spec.text), self)
        action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(_if_possible(spec, self._actor))
        self.addAction(action)
        return action

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for spec in self._specs[SHOWN:]:
            reason = why_not(spec, self._actor)
            action = (
                menu.addAction(self._theme.icon(spec.icon, "quiet"), tr(spec.text))
                if spec.icon
                else (menu.addAction(tr(spec.text)))
            )
            action.setEnabled(reason is None)
            action.setToolTip(reason or spec.shortcut)
            action.triggered.connect(_plain(spec))
            if reason is not None:
                menu.addAction(tr(label("ui", "   Vì sao không được? {reason}"), reason=reason)).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))


def _plain(spec: ActionSpec) -> Callable[[bool], None]:
    """``run`` without the tick Qt hands over."""

    def run(_checked: bool) -> None:
        spec.run()

    return run


def _if_possible(spec: ActionSpec, actor: Actor) -> Callable[[bool], None]:
    """A shortcut does nothing where the button could not be pressed."""

    def run(_checked: bool) -> None:
        if why_not(spec, actor) is None:
            spec.run()

    return run
