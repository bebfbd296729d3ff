"""Columns of the lists about people who are watched: who is next, every look, every time nobody looked."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock
from facility_app.modules.treatment.domain.watch import SEEN_LABELS, WATCH_LEVEL_LABELS, Gap, Seen, WatchLevel
from facility_app.modules.treatment.queries.watches import LookRow, WatchLine
from facility_app.modules.treatment.ui.record_words import at_soon, lasting, until
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

LATE = label("treatment", "chưa ai trông, {late}")
NEXT = label("treatment", "trước {time}, {left}")
NONE = label("treatment", "không có")
GAPS = label("treatment", "{count} lần, {time}")
LOOKED = label("treatment", "{at} {seen}")
STILL = label("treatment", "đang kéo dài")
LATE_MARK = label("treatment", "ghi muộn")
SOON: Final = timedelta(minutes=5)
A_DAY: Final = timedelta(days=1)
_SEEN_TONES: Final = {Seen.UNEASY: Tone.WARNING, Seen.CALLED: Tone.DANGER}
_LEVEL_TONES: Final = {WatchLevel.PENDING: Tone.WARNING, WatchLevel.CONSTANT: Tone.WARNING}


def recent(line: WatchLine, now: datetime) -> list[Gap]:
    """The times of the last day in which nobody looked: of what began before it, what lies within."""
    since = now - A_DAY
    ended = [replace(gap, to_at=now) if gap.is_open else gap for gap in line.view.gaps]
    return [replace(gap, from_at=max(gap.from_at, since)) for gap in ended if gap.to_at > since]


def watched_columns(clock: Clock) -> tuple[ColumnSpec[Any], ...]:
    """Who is watched, and when somebody must look next by the clock of now."""

    def due(line: WatchLine) -> str:
        now, at = clock.now(), line.watched.next_at
        if at < now:
            return tr(LATE, late=until(at, now))
        return tr(NEXT, time=format_time(at), left=until(at, now))

    def due_tone(line: WatchLine) -> Tone:
        now, at = clock.now(), line.watched.next_at
        if at < now:
            return Tone.DANGER
        return Tone.WARNING if at - now <= SOON else Tone.OK

    def gaps(line: WatchLine) -> str:
        found = recent(line, clock.now())
        return tr(GAPS, count=len(found), time=lasting(sum(one.minutes for one in found))) if found else tr(NONE)

    def gaps_tone(line: WatchLine) -> Tone | None:
        return Tone.DANGER if recent(line, clock.now()) else None

    def last(line: WatchLine) -> str:
        found = last_look(line)
        if found is None:
            return ""
        return tr(LOOKED, at=at_soon(found.happened_at, clock.now()), seen=tr(SEEN_LABELS[found.seen]).lower())

    return (
        ColumnSpec("name", label("terms", "Họ và tên"), _name, width=226, is_strong=True, note=_code),
        ColumnSpec("place", label("treatment", "Giường"), _place, width=138),
        ColumnSpec("level", label("treatment", "Mức"), _level, width=236, tone=_level_tone, gives_way=2),
        ColumnSpec("next", label("treatment", "Lần trông tới"), due, width=236, tone=due_tone),
        ColumnSpec("last", label("treatment", "Vừa trông"), last, width=150, gives_way=3, wraps=True),
        ColumnSpec(
            "gaps", label("treatment", "Không ai trông, 24 giờ"), gaps, width=166, tone=gaps_tone, gives_way=1
        ),
    )


def look_columns(clock: Clock) -> tuple[ColumnSpec[Any], ...]:
    """Every look."""

    def at(row: LookRow) -> str:
        return at_soon(row.happened_at, clock.now())

    return (
        ColumnSpec("at", label("treatment", "Lúc"), at, width=120, is_struck=_is_struck),
        ColumnSpec("seen", label("treatment", "Tình trạng"), _seen, width=206, tone=_seen_tone),
        ColumnSpec("by", label("treatment", "Người ghi"), _by, width=140, gives_way=2),
        ColumnSpec("note", label("terms", "Ghi chú"), _note, width=160, gives_way=1),
    )


def gap_columns(clock: Clock) -> tuple[ColumnSpec[Any], ...]:
    """Every time nobody looked."""

    def began(row: Gap) -> str:
        return at_soon(row.from_at, clock.now())

    def ended(row: Gap) -> str:
        return tr(STILL) if row.is_open else at_soon(row.to_at, clock.now())

    return (
        ColumnSpec("from", label("treatment", "Từ"), began, width=120),
        ColumnSpec("to", label("treatment", "Đến"), ended, width=120, ink=_open_ink, wraps=True),
        ColumnSpec("minutes", label("treatment", "Kéo dài"), _minutes, width=128, tone=_danger),
        ColumnSpec("level", label("treatment", "Mức"), _gap_level, width=170, gives_way=1),
    )


def line_id(line: WatchLine) -> str:
    """Whose row."""
    return line.watched.stay_id


def look_id(row: LookRow) -> str:
    """Which look."""
    return row.look_id


def gap_id(row: Gap) -> str:
    """Which gap: by its beginning."""
    return row.from_at.isoformat()


def last_look(line: WatchLine) -> LookRow | None:
    """The last look that stands."""
    return next((one for one in reversed(line.view.looks) if not one.is_struck), None)


def _name(line: WatchLine) -> str:
    return line.watched.name


def _code(line: WatchLine) -> str:
    return line.watched.code


def _place(line: WatchLine) -> str:
    return line.watched.place or ""


def _level(line: WatchLine) -> str:
    return tr(WATCH_LEVEL_LABELS[line.watched.level])


def _level_tone(line: WatchLine) -> Tone:
    return _LEVEL_TONES.get(line.watched.level, Tone.NEUTRAL)


def _is_struck(row: LookRow) -> bool:
    return row.is_struck


def _seen(row: LookRow) -> str:
    return tr(SEEN_LABELS[row.seen])


def _seen_tone(row: LookRow) -> Tone | None:
    return None if row.is_struck else _SEEN_TONES.get(row.seen)


def _by(row: LookRow) -> str:
    return row.author


def _note(row: LookRow) -> str:
    return " · ".join(filter(None, (tr(LATE_MARK) if row.is_late else "", row.note or "")))


def _open_ink(row: Gap) -> Tone | None:
    return Tone.DANGER if row.is_open else None


def _minutes(row: Gap) -> str:
    return lasting(row.minutes)


def _danger(_row: Gap) -> Tone:
    return Tone.DANGER


def _gap_level(row: Gap) -> str:
    return tr(WATCH_LEVEL_LABELS[row.level])
