"""How the room of a table is shared out: nothing is cut while another column stands half empty."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from facility_app.ui.lists.saved import ColumnLayout
from facility_app.ui.models import ColumnSpec

_NONE: Final[Mapping[str, int]] = MappingProxyType({})
LEAST_SHARE = 2, 3
"""Of its own width: less is taken from no column, for rows below may need more than those in sight."""


def too_wide(columns: Sequence[ColumnSpec[Any]], layout: ColumnLayout, room: int) -> frozenset[str]:
    """Keys of the shown columns that have to be hidden so that the others have room.

    Args:
        columns: of the list.
        layout: how the user has them; what the user asked for stays.
        room: how wide the table is at 100 %.
    """
    shown = [column for column in columns if column.key not in layout.hidden]
    wanted = sum(layout.widths[column.key] for column in shown)
    gone: set[str] = set()
    for column in sorted(shown, key=_gives_way, reverse=True):
        if wanted <= room or not column.gives_way:
            break
        if column.key not in layout.kept:
            gone.add(column.key)
            wanted -= layout.widths[column.key]
    # What is narrow enough for the rest of the room comes back, the most important first.
    for column in sorted(shown, key=_gives_way):
        if column.key in gone and wanted + layout.widths[column.key] <= room:
            gone.discard(column.key)
            wanted += layout.widths[column.key]
    return frozenset(gone)


def closest(
    layout: ColumnLayout, needs: Mapping[str, int], free: Collection[str], bends: Mapping[str, int] = _NONE
) -> ColumnLayout:
    """``layout`` with its columns as close as they may stand, to see what has room; ``bends`` as of ``shared``."""
    short = {**needs, **bends}
    widths = {key: _least(width, short, key) if key in free else width for key, width in layout.widths.items()}
    return replace(layout, widths=widths)


def shared(
    widths: Mapping[str, int],
    needs: Mapping[str, int],
    free: Collection[str],
    room: int,
    bends: Mapping[str, int] = _NONE,
) -> dict[str, int]:
    """The widths that cut the least.

    Args:
        widths: of the shown columns, at 100 %.
        needs: what a column's head and words need; a column that is not here needs what it has.
        free: columns nobody made wider or narrower by hand; the others keep their width.
        room: how wide the table is at 100 %.
        bends: columns whose words go on in another line, and what their longest word needs: they give way before
            one is cut.

    Returns:
        a width for each; together no more than the room where that can be had. What nobody needs is left over.
    """
    made = dict(widths)
    spare = room - sum(made.values())
    wants = {key: needs[key] - made[key] for key in made if key in free and needs.get(key, 0) > made[key]}
    slack = {key: made[key] - _least(made[key], needs, key) for key in made if key in free}
    taken = min(sum(slack.values()), max(0, sum(wants.values()) - spare))
    for key, part in _parts(slack, taken).items():
        made[key] -= part
    spare += taken
    if spare < 0:
        slack = {key: made[key] - _least(made[key], bends, key) for key in made if key in free and key in bends}
        taken = min(sum(slack.values()), -spare)
        for key, part in _parts(slack, taken).items():
            made[key] -= part
        spare += taken
    if spare < 0:
        _squeeze(made, free, -spare, bends)
    # The smallest wish first: as many columns as can be had are read whole.
    for key in sorted(wants, key=wants.__getitem__):
        part = max(0, min(wants[key], spare))
        made[key] += part
        spare -= part
    return made


def _squeeze(made: dict[str, int], free: Collection[str], missing: int, bends: Mapping[str, int]) -> None:
    """What is still missing comes off the widest column, which says in full what it cuts when pointed at."""
    widest = max((key for key in made if key in free), key=made.__getitem__, default=None)
    if widest is not None and missing <= min(made[widest] // 2, made[widest] - bends.get(widest, 0)):
        made[widest] -= missing


def _least(width: int, needs: Mapping[str, int], key: str) -> int:
    share, of = LEAST_SHARE
    return min(width, max(needs.get(key, width), width * share // of))


def _parts(slack: Mapping[str, int], taken: int) -> dict[str, int]:
    """``taken`` off the slack of each by its size, to the last point."""
    parts, left, whole = {}, taken, sum(slack.values())
    for key, mine in slack.items():
        parts[key] = left * mine // whole if whole else 0
        left, whole = left - parts[key], whole - mine
    return parts


def _gives_way(column: ColumnSpec[Any]) -> int:
    return column.gives_way
