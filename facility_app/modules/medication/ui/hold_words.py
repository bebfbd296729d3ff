"""A dose that is given by blood pressure and pulse, in words: the last values, their age, when it is held."""

from datetime import datetime
from typing import Final

from facility_app.kernel.dates import format_short_moment
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.holding import Holding, HoldRule, HoldState
from facility_app.modules.medication.ui.order_words import duration
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

SBP: Final = label("medication", "HA tâm thu < {limit}")
PULSE: Final = label("medication", "mạch < {limit}")
OR: Final = label("medication", "{first} hoặc {second}")
PRESSURE: Final = label("medication", "HA {sbp}/{dbp}, {ago} ({at})")
BEATS: Final = label("medication", "mạch {pulse}, {ago} ({at})")
NO_PRESSURE, NO_PULSE = label("medication", "chưa đo HA"), label("medication", "chưa đo mạch")
MINUTES_AGO: Final = label("medication", "{count} phút trước")
HOURS_AGO: Final = label("medication", "{count} giờ trước")
DAYS_AGO: Final = label("medication", "{count} ngày trước")
_HOUR, _DAY = 60, 24
CHIPS: Final = {
    HoldState.BELOW: (label("medication", "giữ liều?"), Tone.DANGER),
    HoldState.UNKNOWN: (label("medication", "đo HA trước"), Tone.WARNING),
    HoldState.OLD: (label("medication", "đo lại HA"), Tone.WARNING),
}
"""What a line of the round says of it; of fresh values that allow it, the values."""
FINE_CHIP: Final = label("medication", "HA {sbp}/{dbp}")
SAID: Final = {
    HoldState.BELOW: label("medication", "Dưới mức: giữ liều và hỏi bác sĩ."),
    HoldState.UNKNOWN: label("medication", "Chưa có số đo: đo huyết áp, mạch trước khi cho."),
    HoldState.OLD: label("medication", "Số đo cũ hơn {limit}: đo lại trước khi cho."),
    HoldState.FINE: label("medication", "Trên mức."),
}
TONES: Final = {
    HoldState.BELOW: Tone.DANGER,
    HoldState.UNKNOWN: Tone.WARNING,
    HoldState.OLD: Tone.WARNING,
    HoldState.FINE: None,
}


def hold_words(rule: HoldRule) -> str:
    """``HA tâm thu < 90 hoặc mạch < 50``."""
    said = [
        tr(text, limit=limit)
        for text, limit in ((SBP, rule.sbp_below), (PULSE, rule.pulse_below))
        if limit is not None
    ]
    return said[0] if len(said) == 1 else tr(OR, first=said[0], second=said[1])


def hold_chip(hold: Holding, now: datetime) -> tuple[str, Tone]:
    """The state in a word that fits a line."""
    state = hold.state(now)
    if state is not HoldState.FINE:
        text, tone = CHIPS[state]
        return tr(text), tone
    last = hold.last
    if last.sbp is None:
        return str(last.pulse), Tone.NEUTRAL
    return tr(FINE_CHIP, sbp=last.sbp, dbp=_or_dash(last.dbp)), Tone.NEUTRAL


def measured_words(hold: Holding, now: datetime) -> tuple[str, Tone | None]:
    """What was measured with its age, and what follows from it."""
    state, last = hold.state(now), hold.last
    told = [tr(NO_PRESSURE)] if hold.rule.sbp_below is not None else []
    if last.at is not None:
        at = format_short_moment(last.at)
        told = [tr(PRESSURE, sbp=last.sbp, dbp=_or_dash(last.dbp), ago=ago(last.at, now), at=at)]
    if last.pulse_at is not None:
        at = format_short_moment(last.pulse_at)
        told.append(tr(BEATS, pulse=last.pulse, ago=ago(last.pulse_at, now), at=at))
    elif hold.rule.pulse_below is not None:
        told.append(tr(NO_PULSE))
    limit = duration(int(hold.rule.fresh.total_seconds() // 60))
    return "\n".join((*told, tr(SAID[state], limit=limit))), TONES[state]


def ago(at: datetime, now: datetime) -> str:
    """How old something is: ``40 phút trước``, ``3 giờ trước``, ``4 ngày trước``."""
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes < 2 * _HOUR:
        return tr(MINUTES_AGO, count=minutes)
    hours = minutes // _HOUR
    return tr(HOURS_AGO, count=hours) if hours < 2 * _DAY else tr(DAYS_AGO, count=hours // _DAY)


def _or_dash(number: int | None) -> str:
    return "–" if number is None else str(number)
