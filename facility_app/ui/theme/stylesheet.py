"""The sheet that dresses every standard widget, written out of the token table.

Selected by property: ``QPushButton[kind]`` primary, quiet, danger, link, rail, search; ``QFrame[kind]`` card,
bar, well, note; ``QLabel[letters]`` small, heading, display; ``QLabel[ink]`` quiet or a tone; ``[weight]`` medium,
strong; ``[invalid="true"]`` on what can be typed into.
"""

from dataclasses import dataclass
from pathlib import Path

from facility_app.ui.theme.marks import mark_file
from facility_app.ui.theme.tokens import Size, Tokens, Tone


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the groups below are written with."""

    tokens: Tokens
    scale: float
    marks: Path

    def px(self, points: float) -> str:
        """A distance at 100 % as it is now."""
        return f"{max(1, round(points * self.scale))}px"

    def mark(self, name: str, token: str) -> str:
        """The address of a tick or an arrow."""
        return f'url("{(self.marks / mark_file(name, getattr(self.tokens, token))).as_posix()}")'


def stylesheet(tokens: Tokens, scale: float, marks: Path) -> str:
    """The whole sheet for ``tokens`` at ``scale``; ticks and arrows are files below ``marks``."""
    sheet = Sheet(tokens, scale, marks)
    groups = (
        _ground,
        _labels,
        _buttons,
        _typing,
        _ticks,
        _views,
        _headers,
        _menus,
        _scrolling,
        _tabs,
        _bars,
        _dates,
    )
    return "\n".join(group(sheet) for group in groups)


def _ground(s: Sheet) -> str:
    c = s.tokens
    return f"""
QMainWindow, QDialog, QWidget[kind="page"] {{ background: {c.ground}; }}
QFrame[kind="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {s.px(8)}; }}
QFrame[kind="bar"] {{ background: {c.surface}; border: none; }}
QFrame[kind="well"] {{ background: {c.ground}; border: 1px solid {c.line}; border-radius: {s.px(6)}; }}
QFrame[kind="rule"] {{ background: {c.line}; border: none; }}
QFrame[kind="note"] {{ background: {c.surface}; border: 1px solid {c.edge}; }}
QGroupBox {{ background: transparent; border: 1px solid {c.line}; border-radius: {s.px(8)};
    margin-top: {s.px(10)}; padding: {s.px(12)} {s.px(10)} {s.px(10)} {s.px(10)}; font-weight: 500; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {s.px(10)}; padding: 0 {s.px(4)}; color: {c.ink}; }}
QToolTip {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: {s.px(5)} {s.px(8)}; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {c.line}; }}
QStatusBar {{ background: {c.surface}; color: {c.quiet}; border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: none; }}
"""


def _labels(s: Sheet) -> str:
    c = s.tokens
    sizes = "".join(
        f'QLabel[letters="{size.name.lower()}"] {{ font-size: {s.px(size)}; }}\n'
        for size in Size
        if size != Size.BODY
    )
    inks = "".join(f'QLabel[ink="{tone.value}"] {{ color: {c.pair(tone)[0]}; }}\n' for tone in Tone)
    return f"""
QLabel {{ background: transparent; color: {c.ink}; }}
QLabel:disabled {{ color: {c.edge}; }}
QLabel[ink="quiet"] {{ color: {c.quiet}; }}
{inks}{sizes}
QLabel[weight="medium"] {{ font-weight: 500; }}
QLabel[weight="strong"] {{ font-weight: 600; }}
QLabel[kind="key"] {{ background: {c.ground}; border: 1px solid {c.line}; border-radius: {s.px(4)};
    padding: 0 {s.px(6)}; font-size: {s.px(Size.SMALL)}; font-weight: 500; color: {c.ink}; }}
"""


def _buttons(s: Sheet) -> str:
    c = s.tokens
    # A focused border is one pixel thicker; the padding gives it back, so that nothing moves.
    return f"""
QPushButton {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.line}; border-radius: {s.px(7)};
    padding: {s.px(6)} {s.px(14)}; min-height: {s.px(18)}; font-weight: 500; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {c.accent_ground}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: {s.px(5)} {s.px(13)}; }}
QPushButton:disabled {{ color: {c.edge}; background: {c.ground}; border: 1px solid {c.line}; }}
QPushButton:default {{ border-color: {c.accent}; }}
QPushButton::menu-indicator {{ image: {s.mark("chevron-down", "quiet")}; subcontrol-position: right center;
    subcontrol-origin: padding; right: {s.px(8)}; width: {s.px(14)}; height: {s.px(14)}; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {mixed(c.accent, c.ink, 0.12)}; }}
QPushButton[kind="primary"]:pressed {{ background: {mixed(c.accent, c.ink, 0.25)}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {c.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {c.muted_ground}; color: {c.edge};
    border: 1px solid {c.line}; }}
QPushButton[kind="danger"] {{ background: {c.surface}; color: {c.danger}; border: 1px solid {c.danger}; }}
QPushButton[kind="danger"]:hover {{ background: {c.danger_ground}; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {c.danger}; }}
QPushButton[kind="danger"]:disabled {{ color: {c.edge}; background: {c.ground}; border: 1px solid {c.line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; color: {c.ink}; }}
QPushButton[kind="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked {{ background: {c.accent_ground}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[kind="quiet"]:disabled {{ color: {c.edge}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent};
    padding: {s.px(2)} {s.px(4)}; min-height: 0; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {c.accent}; border-radius: {s.px(4)}; }}
QPushButton[kind="link"]:disabled {{ color: {c.edge}; }}
QPushButton[kind="rail"] {{ background: transparent; border: 1px solid transparent; color: {c.ink};
    text-align: left; padding: {s.px(6)} {s.px(10)}; }}
QPushButton[kind="rail"]:hover {{ background: {c.hover}; }}
QPushButton[kind="rail"]:checked {{ background: {c.accent_ground}; color: {c.accent}; font-weight: 600; }}
QPushButton[kind="rail"]:focus {{ border: 2px solid {c.accent}; padding: {s.px(5)} {s.px(9)}; }}
QPushButton[kind="search"] {{ background: {c.ground}; border: 1px solid {c.line}; color: {c.quiet};
    text-align: left; font-weight: 400; }}
QPushButton[kind="search"]:hover {{ border-color: {c.quiet}; }}
QPushButton[kind="search"]:focus {{ border: 2px solid {c.accent}; }}
QToolButton {{ background: transparent; color: {c.ink}; border: 1px solid transparent; border-radius: {s.px(6)};
    padding: {s.px(4)}; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.accent_ground}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QToolButton:disabled {{ color: {c.edge}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _typing(s: Sheet) -> str:
    c = s.tokens
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    names = fields.split(", ")
    return f"""
{fields} {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; border-radius: {s.px(6)};
    padding: {s.px(5)} {s.px(8)}; min-height: {s.px(20)};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
{_each(names, ":hover")} {{ border-color: {c.quiet}; }}
{_each(names, ":focus")} {{ border: 2px solid {c.accent}; padding: {s.px(4)} {s.px(7)}; }}
{_each(names, ":disabled")} {{ background: {c.ground}; color: {c.quiet}; border-color: {c.line}; }}
{_each(names[:3], '[readOnly="true"]')} {{ background: {c.ground}; border-color: {c.line}; }}
{_each(names, '[invalid="true"]')} {{ border: 2px solid {c.danger}; padding: {s.px(4)} {s.px(7)}; }}
QLineEdit[kind="search"] {{ background: {c.ground}; border-color: {c.line}; border-radius: {s.px(7)}; }}
QLineEdit[kind="search"]:focus {{ background: {c.surface}; border: 2px solid {c.accent}; }}
QLineEdit[kind="choice"], QLineEdit[kind="choice"]:focus {{ padding-right: {s.px(28)}; }}
QToolButton[kind="opener"] {{ border: none; border-radius: {s.px(4)}; padding: 0; margin-right: {s.px(6)};
    width: {s.px(20)}; height: {s.px(20)}; image: {s.mark("chevron-down", "quiet")}; }}
QToolButton[kind="opener"]:disabled {{ image: {s.mark("chevron-down", "edge")}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none; border-radius: 0;
    padding: 0; min-height: 0; }}
QTextBrowser {{ background: {c.surface}; border: none; color: {c.ink}; }}
QComboBox {{ padding-right: {s.px(26)}; combobox-popup: 0; }}
QComboBox:editable {{ padding-left: {s.px(6)}; }}
QComboBox::drop-down {{ border: none; width: {s.px(24)}; subcontrol-origin: border;
    subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: {s.mark("chevron-down", "quiet")}; width: {s.px(16)}; height: {s.px(16)}; }}
QComboBox::down-arrow:disabled {{ image: {s.mark("chevron-down", "edge")}; }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge};
    padding: {s.px(4)}; outline: 0; }}
QComboBox QAbstractItemView::item {{ min-height: {s.px(28)}; padding: 0 {s.px(8)}; border: none; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: {s.px(22)};
    subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-arrow {{ image: {s.mark("chevron-up", "quiet")}; width: {s.px(12)}; height: {s.px(12)}; }}
QAbstractSpinBox::down-arrow {{ image: {s.mark("chevron-down", "quiet")}; width: {s.px(12)};
    height: {s.px(12)}; }}
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {{ image: {s.mark("chevron-up", "edge")}; }}
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {{
    image: {s.mark("chevron-down", "edge")}; }}
"""


def _ticks(s: Sheet) -> str:
    c = s.tokens
    both = ("QCheckBox", "QRadioButton")
    # Qt leaves a corner square whose radius is more than half of the side, so the circle's is computed.
    boxes = (*both, "QTableView", "QTreeView", "QListView")
    return f"""
QCheckBox, QRadioButton {{ background: transparent; color: {c.ink}; spacing: {s.px(8)}; padding: {s.px(2)};
    border: 1px solid transparent; border-radius: {s.px(4)}; }}
{_each(both, ":focus")} {{ border: 1px solid {c.accent}; }}
{_each(both, ":disabled")} {{ color: {c.edge}; }}
{_each(boxes, "::indicator")} {{ width: {s.px(16)}; height: {s.px(16)}; background: {c.surface};
    border: 1px solid {c.edge}; border-radius: {s.px(4)}; }}
QRadioButton::indicator {{ border-radius: {(round(16 * s.scale) + 2) // 2}px; }}
{_each(boxes, "::indicator:hover")} {{ border-color: {c.accent}; }}
{_each(boxes, "::indicator:checked")} {{ background: {c.accent}; border-color: {c.accent};
    image: {s.mark("check", "on_accent")}; }}
{_each(boxes, "::indicator:indeterminate")} {{ background: {c.accent}; border-color: {c.accent};
    image: {s.mark("minus", "on_accent")}; }}
QRadioButton::indicator:checked {{ image: {s.mark("point-filled", "on_accent")}; }}
{_each(both, "::indicator:disabled")} {{ background: {c.ground}; border-color: {c.line}; }}
QCheckBox::indicator:checked:disabled {{ image: {s.mark("check", "edge")}; }}
QRadioButton::indicator:checked:disabled {{ image: {s.mark("point-filled", "edge")}; }}
"""


def _views(s: Sheet) -> str:
    c = s.tokens
    views = ("QTableView", "QTreeView", "QListView", "QColumnView")
    return f"""
QAbstractItemView {{ background: {c.surface}; alternate-background-color: {c.ground}; color: {c.ink}; border: none;
    outline: 0; gridline-color: {c.line};
    selection-background-color: {c.accent_ground}; selection-color: {c.ink}; }}
QTableView::item {{ padding: 0 {s.px(7)}; border: none; border-bottom: 1px solid {c.line}; }}
QTreeView::item, QListView::item {{ padding: {s.px(5)} {s.px(8)}; border: none; }}
{_each(views, "::item:hover")} {{ background: {c.hover}; }}
{_each(views, "::item:selected")} {{ background: {c.accent_ground}; color: {c.ink}; }}
{_each(views, "::item:disabled")} {{ color: {c.edge}; }}
QTableView::item:focus {{ border: 1px solid {c.accent}; }}
QListView::item:focus, QTreeView::item:focus {{ border: 1px solid {c.accent}; border-radius: {s.px(4)}; }}
QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 0 {s.px(8)}; min-height: 0; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:has-children:closed {{ image: {s.mark("chevron-right", "quiet")}; }}
QTreeView::branch:has-children:open {{ image: {s.mark("chevron-down", "quiet")}; }}
"""


def _headers(s: Sheet) -> str:
    c = s.tokens
    return f"""
QHeaderView {{ background: {c.surface}; border: none; }}
QHeaderView::section {{ background: {c.surface}; color: {c.quiet}; border: none;
    border-bottom: 1px solid {c.line}; padding: {s.px(7)} {s.px(10)}; font-weight: 500; }}
QHeaderView::section:hover {{ background: {c.hover}; color: {c.ink}; }}
QHeaderView::section:vertical {{ padding: 0 {s.px(8)}; font-weight: 400; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {s.px(12)}; height: {s.px(12)};
    subcontrol-position: center right; }}
QHeaderView::up-arrow {{ image: {s.mark("chevron-up", "quiet")}; }}
QHeaderView::down-arrow {{ image: {s.mark("chevron-down", "quiet")}; }}
QLabel[kind="lead"] {{ background: {c.surface}; color: {c.quiet}; border: none;
    border-bottom: 1px solid {c.line}; padding: 0 {s.px(8)}; font-weight: 500; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
"""


def _menus(s: Sheet) -> str:
    c = s.tokens
    return f"""
QMenu {{ background: {c.surface}; color: {c.ink}; border: 1px solid {c.edge}; padding: {s.px(4)}; }}
QMenu::item {{ padding: {s.px(6)} {s.px(28)} {s.px(6)} {s.px(12)}; border: 1px solid transparent;
    border-radius: {s.px(4)}; }}
QMenu::item:selected {{ background: {c.accent_ground}; color: {c.ink}; border-color: {c.accent}; }}
QMenu::item:disabled {{ color: {c.edge}; }}
QMenu::icon {{ left: {s.px(8)}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {s.px(4)} {s.px(8)}; }}
QMenu::indicator {{ width: {s.px(16)}; height: {s.px(16)}; left: {s.px(6)}; }}
QMenu::indicator:non-exclusive:checked {{ image: {s.mark("check", "accent")}; }}
QMenu::indicator:exclusive:checked {{ image: {s.mark("point-filled", "accent")}; }}
QMenu::right-arrow {{ image: {s.mark("chevron-right", "quiet")}; width: {s.px(14)}; height: {s.px(14)};
    right: {s.px(6)}; }}
QMenuBar {{ background: {c.surface}; color: {c.ink}; border-bottom: 1px solid {c.line}; }}
QMenuBar::item {{ padding: {s.px(6)} {s.px(10)}; background: transparent; }}
QMenuBar::item:selected {{ background: {c.accent_ground}; }}
"""


def _scrolling(s: Sheet) -> str:
    c = s.tokens
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {s.px(12)}; margin: 0; }}
QScrollBar:horizontal {{ height: {s.px(12)}; margin: 0; }}
QTableView QScrollBar:horizontal {{ border-top: 1px solid {c.line}; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: {s.px(3)}; margin: {s.px(3)}; }}
QScrollBar::handle:vertical {{ min-height: {s.px(32)}; }}
QScrollBar::handle:horizontal {{ min-width: {s.px(32)}; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _tabs(s: Sheet) -> str:
    c = s.tokens
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; }}
QTabWidget::tab-bar {{ left: 0; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {c.quiet}; border: none; border-bottom: 2px solid transparent;
    padding: {s.px(9)} {s.px(10)} {s.px(7)} {s.px(10)}; margin: 0; font-weight: 500; }}
QTabBar::tab:hover {{ color: {c.ink}; }}
QTabBar::tab:selected {{ color: {c.accent}; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:focus {{ background: {c.accent_ground}; border-radius: {s.px(4)}; }}
QTabBar::tab:disabled {{ color: {c.edge}; }}
QTabBar::close-button {{ image: {s.mark("x", "quiet")}; }}
QTabBar::scroller {{ width: {s.px(28)}; }}
QTabBar::tear {{ width: 0; image: none; border: none; }}
QTabBar[kind="listed"]::scroller {{ width: 0; }}
QTabBar QToolButton {{ background: {c.surface}; }}
QTabBar QToolButton::left-arrow {{ image: {s.mark("chevron-left", "quiet")}; }}
QTabBar QToolButton::right-arrow {{ image: {s.mark("chevron-right", "quiet")}; }}
"""


def _bars(s: Sheet) -> str:
    c = s.tokens
    return f"""
QProgressBar {{ background: {c.muted_ground}; border: none; border-radius: {s.px(4)}; color: {c.ink};
    min-height: {s.px(8)}; max-height: {s.px(8)}; text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {s.px(4)}; }}
QProgressBar::chunk:disabled {{ background: {c.edge}; }}
QSlider {{ background: transparent; min-height: {s.px(22)}; }}
QSlider::groove:horizontal {{ background: {c.muted_ground}; height: {s.px(6)}; border-radius: {s.px(3)}; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: {s.px(3)}; }}
QSlider::handle:horizontal {{ background: {c.accent}; width: {s.px(16)}; margin: -{s.px(5)} 0;
    border-radius: {s.px(8)}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {c.ink}; }}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {c.edge}; }}
"""


def _dates(s: Sheet) -> str:
    c = s.tokens
    return f"""
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c.surface};
    border-bottom: 1px solid {c.line}; }}
QCalendarWidget QToolButton {{ font-weight: 500; padding: {s.px(4)} {s.px(8)}; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: {s.mark("chevron-left", "quiet")}; }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: {s.mark("chevron-right", "quiet")}; }}
QCalendarWidget QAbstractItemView {{ background: {c.surface}; color: {c.ink};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {c.edge}; }}
QCalendarWidget QTableView::item {{ border: none; padding: 0; }}
"""


def mixed(one: str, other: str, share: float) -> str:
    """``one`` with ``share`` of ``other`` in it; both ``#RRGGBB``."""
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


def _each(names: tuple[str, ...] | list[str], state: str) -> str:
    return ", ".join(f"{name}{state}" for name in names)
