"""Quân số of a sheet as it stands, saved or not: the parts always add up to the whole."""

from collections.abc import Mapping

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.roll import INSIDE, ROLL_MARK_LABELS, RollMark, is_difference
from facility_app.modules.housing.queries.roll import TickRow
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS
from facility_app.modules.housing.ui import words as said
from facility_app.ui.i18n import tr

SUM = label("housing", "Tổng {total} = có mặt {present} + vắng {away} + chưa điểm danh {unseen}")
REASONS = label("housing", "vắng: {reasons}")
DIFFERENCES = label("housing", "{count} chênh lệch")


def whole_words(ticks: tuple[TickRow, ...], marks: Mapping[str, tuple[str | None, str | None]]) -> str:
    """The sum alone, short enough for the line at the foot of the window."""
    seen = [marks.get(one.resident_id, (None, None))[0] for one in ticks]
    present, unseen = seen.count(RollMark.PRESENT.value), seen.count(None)
    return tr(SUM, total=len(seen), present=present, away=len(seen) - present - unseen, unseen=unseen)


def sum_words(ticks: tuple[TickRow, ...], marks: Mapping[str, tuple[str | None, str | None]]) -> str:
    """What the marks come to; a person without one is not ticked yet."""
    present, away, unseen, different = 0, dict[str, int](), 0, 0
    for one in ticks:
        mark, reason = marks.get(one.resident_id, (None, None))
        if mark is None:
            unseen += 1
        elif mark == RollMark.PRESENT:
            present += 1
        else:
            inside = one.expected == INSIDE
            why = tr(ROLL_MARK_LABELS[RollMark(mark)]) if inside else tr(PRESENCE_WORDS[one.expected])
            away[why] = away.get(why, 0) + 1
        is_settled = one.is_different and one.explained_at is not None
        if mark is not None and not is_settled and is_difference(one.expected, RollMark(mark), reason):
            different += 1
    gone = sum(away.values())
    text = tr(SUM, total=len(ticks), present=present, away=gone, unseen=unseen)
    reasons = tr(REASONS, reasons=", ".join(f"{why} {count}" for why, count in away.items())) if away else ""
    return said.joined(text, reasons, tr(DIFFERENCES, count=different) if different else "")
