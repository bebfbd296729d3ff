"""How the record on a person's page says things: moments, values with their units, how grave a band is."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from facility_app.kernel.dates import LOCAL, format_moment, format_short_moment, format_time, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.treatment.domain.band_marks import BandMark
from facility_app.modules.treatment.domain.observation import DueState, due_state
from facility_app.modules.treatment.domain.oxygen import TARGET_SCALE
from facility_app.modules.treatment.domain.vitals import CONSCIOUSNESS_LABELS, SignSpec, VitalSign
from facility_app.modules.treatment.queries.measured import VitalRow
from facility_app.modules.treatment.queries.person import Measured, Scored
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

PRESSURE = label("treatment", "HA {sbp}/{dbp}")
TODAY = label("treatment", "hôm nay {time}")
WITH_BAND = label("treatment", "{code} {total} ({band})")
WITHOUT_BAND = label("treatment", "{code} {total}")
NO_TOTAL = label("treatment", "{code} chưa đủ mục")
NOW = label("treatment", "đến giờ")
IN_MINUTES = label("treatment", "còn {count} phút")
IN_HOURS = label("treatment", "còn {count} giờ")
LATE_MINUTES = label("treatment", "quá {count} phút")
LATE_HOURS = label("treatment", "quá {count} giờ")
MINUTES = label("treatment", "{count} phút")
HOURS = label("treatment", "{count} giờ")
MINUTES_AGO = label("treatment", "{count} phút trước")
HOURS_AGO = label("treatment", "{count} giờ trước")
DAYS_AGO = label("treatment", "{count} ngày trước")
NEWS_AGE = label("treatment", "NEWS2 {total}: {band}, {ago}")
HOURS_MINUTES = label("treatment", "{hours} giờ {minutes} phút")
SPO2_TARGET = label("treatment", "SpO₂ {value}% (thang 2)")
_SHORT: Final = {
    VitalSign.TEMP: label("treatment", "{value} °C"),
    VitalSign.PULSE: label("treatment", "mạch {value}"),
    VitalSign.RR: label("treatment", "nhịp thở {value}"),
    VitalSign.SPO2: label("treatment", "SpO₂ {value}%"),
    VitalSign.GLUCOSE: label("treatment", "đường huyết {value}"),
    VitalSign.WEIGHT: label("treatment", "{value} kg"),
    VitalSign.HEIGHT: label("treatment", "cao {value} cm"),
    VitalSign.QTC: label("treatment", "QTc {value} ms"),
}
_TONES: Final[Mapping[int, tuple[Tone, ...]]] = {
    1: (Tone.NEUTRAL,),
    2: (Tone.OK, Tone.WARNING),
    3: (Tone.OK, Tone.WARNING, Tone.DANGER),
}
_MANY: Final = (Tone.OK, Tone.NEUTRAL, Tone.WARNING, Tone.DANGER)
_HOUR: Final = 60
_DAY: Final = 24
_MIDNIGHT: Final = "00:00"


def at(moment: datetime | None) -> str:
    """``21/11/2026 07:30``; empty when it is not known."""
    return "" if moment is None else format_moment(moment)


def at_soon(moment: datetime, now: datetime) -> str:
    """``hôm nay 07:30``, or ``21/11 07:30``."""
    if local_date(moment) == local_date(now):
        return tr(TODAY, time=format_time(moment))
    return format_short_moment(moment)


def until(due: datetime, now: datetime) -> str:
    """How far a moment is."""
    minutes = int((due - now).total_seconds() // 60)
    if minutes >= 0:
        return tr(IN_MINUTES, count=minutes) if minutes < 2 * _HOUR else tr(IN_HOURS, count=round(minutes / _HOUR))
    late = -minutes
    return tr(LATE_MINUTES, count=late) if late < 2 * _HOUR else tr(LATE_HOURS, count=round(late / _HOUR))


def lasting(minutes: int) -> str:
    """How long something lasts: ``40 phút``, ``24 giờ``, ``93 giờ 23 phút``."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return tr(MINUTES, count=rest)
    return tr(HOURS_MINUTES, hours=hours, minutes=rest) if rest else tr(HOURS, count=hours)


def ago(moment: datetime, now: datetime) -> str:
    """How old something is: ``40 phút trước``, ``3 giờ trước``, ``4 ngày trước``."""
    minutes = max(0, int((now - moment).total_seconds() // 60))
    if minutes < 2 * _HOUR:
        return tr(MINUTES_AGO, count=minutes)
    hours = minutes // _HOUR
    return tr(HOURS_AGO, count=hours) if hours < 2 * _DAY else tr(DAYS_AGO, count=hours // _DAY)


def news_chip(last: Measured, now: datetime, old: timedelta, again_at: datetime | None) -> tuple[str, Tone] | None:
    """A score with its band and its age; None without one.

    A calm score of another time is grey: it says nothing of now. A grave one that nobody measured again stays as
    grave as it was.
    """
    if last.row.news2 is None or last.mark is None:
        return None
    at = last.row.written.happened_at
    said = tr(NEWS_AGE, total=last.row.news2, band=first_words(tr(last.mark.text)), ago=ago(at, now))
    is_old = now - at >= old and again_at is None
    return said, Tone.NEUTRAL if is_old else tone_of(last.mark)


def due_at(due: datetime, last: datetime, now: datetime) -> str:
    """When something is due: a moment, a day, or a window of hours as ``23/11 00:00–12:00``."""
    if last == due:
        return at_soon(due, now)
    if last - due == timedelta(days=1) and format_time(due) == _MIDNIGHT:
        return f"{due.astimezone(LOCAL):%d/%m}"
    hours = f"{format_time(due)}–{format_time(last)}"
    return (
        tr(TODAY, time=hours) if local_date(due) == local_date(now) else f"{due.astimezone(LOCAL):%d/%m} {hours}"
    )


def due_left(due: datetime, last: datetime, now: datetime) -> str:
    """How far off it is, that it is time, or for how long it has been overdue."""
    state = due_state(due, last, now)
    if state is DueState.NOW:
        return tr(NOW)
    return until(due if state is DueState.LATER else last, now)


def value(spec: SignSpec, kept: int) -> str:
    """A value as people write it: ``36,8``."""
    return number(kept, spec.decimals)


def number(kept: int, decimals: int) -> str:
    """What is kept in units of its last decimal, as people write it."""
    return number_text(Decimal(kept).scaleb(-decimals))


def bmi_text(kept: int) -> str:
    """A body mass index, kept in tenths."""
    return number(kept, 1)


def vitals_text(row: VitalRow, signs: Sequence[SignSpec]) -> str:
    """One measuring on one line."""
    specs = {one.sign: one for one in signs}
    said = []
    for sign in VitalSign:
        kept = row.values.get(sign)
        if sign is VitalSign.SBP and (kept is not None or VitalSign.DBP in row.values):
            dbp = row.values.get(VitalSign.DBP)
            said.append(tr(PRESSURE, sbp="–" if kept is None else kept, dbp="–" if dbp is None else dbp))
        elif sign is VitalSign.SPO2 and kept is not None and row.spo2_scale == TARGET_SCALE:
            said.append(tr(SPO2_TARGET, value=value(specs[sign], kept)))
        elif sign in _SHORT and kept is not None:
            said.append(tr(_SHORT[sign], value=value(specs[sign], kept)))
    if row.consciousness is not None:
        said.append(tr(CONSCIOUSNESS_LABELS[row.consciousness]).lower())
    return " · ".join(said)


def score_text(one: Scored) -> str:
    """A scoring with the name of its band."""
    row = one.row
    if row.total is None:
        if one.mark is not None:
            return tr(WITHOUT_BAND, code=row.instrument, total=tr(one.mark.text).lower())
        return tr(NO_TOTAL, code=row.instrument) if not row.is_complete else row.instrument
    if one.mark is None:
        return tr(WITHOUT_BAND, code=row.instrument, total=row.total)
    return tr(WITH_BAND, code=row.instrument, total=row.total, band=first_words(tr(one.mark.text)))


def first_words(text: str) -> str:
    """What stands before a colon: a band is named so, and what to do stands behind."""
    return text.partition(":")[0].strip().lower()


def tone_of(mark: BandMark | None) -> Tone:
    """How grave a band is, by its place among the others."""
    if mark is None:
        return Tone.NEUTRAL
    tones = _TONES.get(mark.count, _MANY)
    return tones[min(mark.place, len(tones) - 1)]
