"""Everything the palette knows without asking: records at hand, what can be done here, verbs, pages."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QKeySequence

from facility_app.kernel.labels import Label, label
from facility_app.ui.actions import Command
from facility_app.ui.i18n import tr
from facility_app.ui.shell.hits import Hit
from facility_app.ui.shell.places import Place
from facility_app.ui.shell.spec import PageSpec, Route, VerbSpec

PINS, RECENT = label("ui", "Đã ghim"), label("ui", "Vừa xem")
HERE, BEGIN, PAGES = label("ui", "Việc ở trang này"), label("ui", "Bắt đầu việc"), label("ui", "Trang")
AT_HAND_MOST = 9


def places_within_reach(
    places: Iterable[Place], pinned: frozenset[str], go: Callable[[Route], None]
) -> tuple[Hit, ...]:
    """Records at hand, with the key that opens each."""
    found = []
    for number, place in enumerate(places, start=1):
        is_pinned = place.record in pinned
        icon, group = ("pin", tr(PINS)) if is_pinned else ("history", tr(RECENT))
        keys = f"Alt+{number}" if number <= AT_HAND_MOST else ""
        found.append(Hit(place.name, keys, icon, partial(go, place.route), group, record=place.record))
    return tuple(found)


def commands_within_reach(commands: Iterable[Command]) -> tuple[Hit, ...]:
    """What can be done on the page shown; what cannot be is not offered."""
    return tuple(
        Hit(one.plain_text(), one.keys(), one.spec.icon or "chevron-right", one.trigger, tr(HERE))
        for one in commands
        if not one.why_not()
    )


def verbs_within_reach(verbs: Iterable[VerbSpec], go: Callable[[Route], None]) -> tuple[Hit, ...]:
    """What can be begun from anywhere."""
    return tuple(
        Hit(
            _plain(one.text),
            _keys(one.shortcut),
            one.icon,
            partial(go, one.route),
            tr(BEGIN),
            also=_also(one.also),
        )
        for one in verbs
    )


def pages_within_reach(specs: Iterable[PageSpec], go: Callable[[Route], None]) -> tuple[Hit, ...]:
    """The pages of the rail, and those beneath one that have words to be looked for by."""
    return tuple(
        Hit(
            _plain(spec.title),
            _keys(spec.shortcut),
            spec.icon,
            partial(go, Route(spec.id)),
            tr(PAGES),
            also=_also((*(() if spec.section is None else (spec.section,)), *spec.also)),
        )
        for spec in specs
        if spec.section is not None or spec.also
    )


def _plain(text: Label) -> str:
    return tr(text).replace("&", "")


def _keys(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _also(words: Iterable[Label]) -> str:
    return " ".join(tr(one) for one in words)
