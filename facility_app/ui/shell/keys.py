"""The keys the window keeps for itself, in one table, so that a page's own can be held against them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from facility_app.ui.actions import clashes
from facility_app.ui.shell.spec import PageSpec, VerbSpec

AT_HAND: Final = tuple(f"Alt+{number}" for number in range(1, 10))
"""Pins, then recent records."""

KEYS: Final = {
    "palette": "Ctrl+K",
    "lock": "Ctrl+L",
    "back": "Alt+Left",
    "forward": "Alt+Right",
    "home": "Alt+Home",
    "pin": "Ctrl+B",
    "help": "F1",
    "rail": "F6",
}
# Keys of a record's page, of forms and of the preview: they mean the same on every page.
OF_EVERY_PAGE: Final = {
    **{f"Ctrl+{number}": "tab" for number in range(1, 10)},
    "Ctrl+PgDown": "next tab",
    "Ctrl+PgUp": "tab before",
    "Ctrl+Return": "save",
    "Ctrl+D": "copy from above",
    "F2": "edit",
    "F4": "open the list",
}


def bind(body: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
    """Bind the keys of ``KEYS``; they sleep while ``body`` is hidden."""
    for name, slot in slots.items():
        bind_key(body, KEYS[name], slot)


def bind_key(body: QWidget, key: str, slot: Callable[[], object]) -> None:
    """Bind one key to ``slot`` as long as ``body`` is shown."""
    QShortcut(QKeySequence(key), body).activated.connect(slot)


def window_clashes(
    pages: Iterable[PageSpec], verbs: Iterable[VerbSpec]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Keys that mean several things, among the window's, the pages' and the verbs'."""
    taken = [(key, name) for name, key in KEYS.items()]
    taken += [(key, "at hand") for key in AT_HAND]
    taken += list(OF_EVERY_PAGE.items())
    taken += [(spec.shortcut, spec.id) for spec in pages]
    taken += [(verb.shortcut, verb.id) for verb in verbs]
    return clashes(taken)
