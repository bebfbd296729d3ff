"""Where the arrows lead on the bed board: from bed to bed, from line to line, from zone to zone."""

from typing import Final

from PySide6.QtWidgets import QAbstractItemView

from facility_app.modules.housing.ui.board_layout import Layout

_Action = QAbstractItemView.CursorAction
_STEPS: Final = {_Action.MoveLeft: -1, _Action.MovePrevious: -1, _Action.MoveRight: 1, _Action.MoveNext: 1}


def walked(layout: Layout, here: int, action: QAbstractItemView.CursorAction) -> int:
    """The place of the bed an action leads to from the one at ``here``; -1 where there are none."""
    last = len(layout.cells) - 1
    if last < 0:
        return -1
    here = max(0, here)
    if action in _STEPS:
        return min(max(here + _STEPS[action], 0), last)
    if action in {_Action.MoveUp, _Action.MoveDown}:
        return layout.nearest(here, -1 if action is _Action.MoveUp else 1)
    if action in {_Action.MovePageUp, _Action.MovePageDown}:
        return layout.zone_start(here, -1 if action is _Action.MovePageUp else 1)
    return 0 if action is _Action.MoveHome else last
