"""From what was measured, scored and given to a picture: which panels, in what range, said in which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.asked import GivenDose
from facility_app.modules.treatment.domain.band_marks import Scale
from facility_app.modules.treatment.domain.oxygen import TARGET_LEAST, TARGET_MOST, TARGET_SCALE, scale_at
from facility_app.modules.treatment.domain.vitals import VitalSign
from facility_app.modules.treatment.queries.course import Course
from facility_app.modules.treatment.queries.measured import Point as Taken
from facility_app.modules.treatment.ui import record_words as words
from facility_app.modules.treatment.ui.chart_stack import DoseKind, DoseMark, DoseRow, Panel, Picture, Stroke
from facility_app.ui.charts import Band, Point, Series, Tick, date_ticks
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

PULSE, PRESSURE = label("treatment", "Mạch"), label("treatment", "Huyết áp")
TEMP, RR, SPO2 = label("treatment", "Nhiệt độ"), label("treatment", "Nhịp thở"), label("treatment", "SpO₂")
WEIGHT, BMI = label("treatment", "Cân nặng"), label("treatment", "BMI")
MORE = label("treatment", "{count} thuốc khác")
SAYS = label("treatment", "{at} {name}: {value}")
SAYS_BAND = label("treatment", "{at} {name}: {value}, {band}")
SAYS_DOSE = label("treatment", "{at} {medicine} {amount}: {outcome}")
SAYS_PRESSURE = label("treatment", "{at} huyết áp {sbp}/{dbp}")
SAYS_TARGET = label("treatment", "{said} (thang 2)")
TARGET = label("treatment", "thang 2: {least}–{most}")
ROWS_SHOWN: Final = 6
FIRST_HEIGHT, OTHER_HEIGHT, SIGN_HEIGHT = 132, 96, 104
HOURS_UP_TO: Final = 3
"""As many days are told in hours."""
_MARGIN: Final = 0.04


class View(StrEnum):
    """What a chart shows."""

    WITHDRAWAL = "withdrawal"
    VITALS = "vitals"
    WEIGHT = "weight"


VIEW_LABELS: Final[dict[View, Label]] = {
    View.WITHDRAWAL: label("treatment", "Đường cong cai"),
    View.VITALS: label("treatment", "Dấu hiệu sinh tồn"),
    View.WEIGHT: label("treatment", "Cân nặng, BMI"),
}


@dataclass(frozen=True, slots=True)
class Range:
    """Values a panel shows at least, and how many decimals they are kept with."""

    low: float
    high: float
    decimals: int = 0


_TEMP, _RR, _SPO2 = Range(35, 40, 1), Range(8, 30), Range(88, 100)
_WEIGHT, _BMI = Range(0, 0, 1), Range(0, 0, 1)


def picture_of(course: Course, view: View) -> Picture:
    """The picture of some days."""
    first, last = place(course.curve.from_at), place(course.curve.to_at)
    panels: tuple[Panel, ...] = ()
    rows: tuple[DoseRow, ...] = ()
    if view is View.WITHDRAWAL:
        panels = (*_scales(course), *_circulation(course))
        rows = tuple(_rows(course.doses))
    elif view is View.VITALS:
        panels = (
            *_circulation(course),
            *_one(course, VitalSign.TEMP.value, TEMP, _TEMP),
            *_one(course, VitalSign.RR.value, RR, _RR),
            *_oxygen(course),
        )
    else:
        weight = _one(course, VitalSign.WEIGHT.value, WEIGHT, _WEIGHT)
        panels = (*weight, *_one(course, "bmi", BMI, _BMI))
    pad = (last - first) * _MARGIN / 4
    return Picture(first - pad, last + pad, ticks_of(course.curve.from_at, course.curve.to_at), panels, rows)


def place(moment: datetime) -> float:
    """A moment on the axis: the local day's ordinal and the part of the day that has gone."""
    at = moment.astimezone(LOCAL)
    return at.toordinal() + (at.hour * 60 + at.minute) / 1440


def ticks_of(first: datetime, last: datetime) -> tuple[Tick, ...]:
    """Days; of few days their quarters too."""
    begin, end = first.astimezone(LOCAL), last.astimezone(LOCAL)
    if (end - begin) > timedelta(days=HOURS_UP_TO):
        return date_ticks(begin.date() + timedelta(days=1), end.date(), 10)
    step = 6 if (end - begin) <= timedelta(days=1) else 12
    day = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    moments = (day + timedelta(hours=hours) for hours in range(0, 24 * (HOURS_UP_TO + 2), step))
    return tuple(
        Tick(place(one), f"{one:%H:%M}" if one.hour else f"{one:%d/%m}") for one in moments if begin <= one <= end
    )


def _scales(course: Course) -> Iterable[Panel]:
    """One panel an instrument; the one that was scored last stands first and is the highest."""
    found = [scale for scale in course.scales if course.curve.scores.get(scale.code)]
    found.sort(key=lambda one: course.curve.scores[one.code][-1].at, reverse=True)
    for number, scale in enumerate(found):
        yield _scale(scale, course.curve.scores[scale.code], FIRST_HEIGHT if not number else OTHER_HEIGHT)


def _scale(scale: Scale, taken: Sequence[Taken], height: int) -> Panel:
    bands = tuple(
        Band(one.from_total, one.to_total, words.first_words(tr(one.mark.text)), words.tone_of(one.mark))
        for one in scale.bands
    )
    # Bands nobody comes near would press the curve flat: the one above the highest score is the last shown.
    top = max(one.value for one in taken)
    shown = [band for number, band in enumerate(bands) if not number or bands[number - 1].low <= top]
    high = shown[-1].high if shown else max(scale.most, top)
    says = tr(SAYS_BAND)
    points = tuple(
        Point(
            place(one.at),
            one.value,
            says.format(at=words.at(one.at), name=scale.code, value=one.value, band=_band(bands, one.value)),
        )
        for one in taken
    )
    return Panel(scale.code, 0, max(high, top), height, (Series(scale.code, points),), tuple(shown))


def _band(bands: Sequence[Band], value: int) -> str:
    return next((one.words for one in reversed(bands) if value >= one.low), "")


def _circulation(course: Course) -> Iterable[Panel]:
    """Pulse as a line, pressure as strokes, in one range of numbers."""
    signs = course.curve.signs
    pulse = _points(signs.get(VitalSign.PULSE.value, ()), tr(PULSE), 0)
    low = {one.at: one.value for one in signs.get(VitalSign.DBP.value, ())}
    says = tr(SAYS_PRESSURE)
    strokes = tuple(
        Stroke(
            place(one.at),
            low[one.at],
            one.value,
            says.format(at=words.at(one.at), sbp=one.value, dbp=low[one.at]),
        )
        for one in signs.get(VitalSign.SBP.value, ())
        if one.at in low
    )
    if not pulse and not strokes:
        return
    values = [*(one.value for one in pulse), *(one.low for one in strokes), *(one.high for one in strokes)]
    least, most = min([50.0, *values]), max([150.0, *values])
    series = (Series(tr(PULSE), pulse, Tone.DANGER),) if pulse else ()
    yield Panel(tr(PRESSURE), _down(least, 10), _up(most, 10), SIGN_HEIGHT, series, (), strokes, tr(PRESSURE))


def _one(course: Course, sign: str, name: Label, shown: Range) -> Iterable[Panel]:
    points = _points(course.curve.signs.get(sign, ()), tr(name), shown.decimals)
    if not points:
        return
    values = [one.value for one in points]
    # A trend of weight begins near the least weight; a sign keeps the range people know it in.
    ends = [shown.low, shown.high] if shown.high else [min(values) - 1, max(values) + 1]
    low, high = _down(min([*values, *ends]), 1), _up(max([*values, *ends]), 1)
    yield Panel(tr(name), low, high, SIGN_HEIGHT if not shown.high else OTHER_HEIGHT, (Series(tr(name), points),))


def _oxygen(course: Course) -> Iterable[Panel]:
    """SpO2, with the target a doctor decided where one holds at the end."""
    taken = course.curve.signs.get(VitalSign.SPO2.value, ())
    for panel in _one(course, VitalSign.SPO2.value, SPO2, _SPO2):
        ordered = {place(one.at) for one in taken if scale_at(course.oxygen, one.at) == TARGET_SCALE}
        (series,) = panel.series
        points = tuple(
            replace(one, says=tr(SAYS_TARGET, said=one.says)) if one.at in ordered else one
            for one in series.points
        )
        bands: tuple[Band, ...] = ()
        if scale_at(course.oxygen, course.curve.to_at) == TARGET_SCALE:
            bands = (Band(TARGET_LEAST, TARGET_MOST, tr(TARGET, least=TARGET_LEAST, most=TARGET_MOST), Tone.OK),)
        yield replace(panel, series=(replace(series, points=points),), bands=bands)


def _points(taken: Sequence[Taken], name: str, decimals: int) -> tuple[Point, ...]:
    scale, says = 10**decimals, tr(SAYS)
    return tuple(
        Point(
            place(one.at),
            one.value / scale,
            says.format(at=words.at(one.at), name=name, value=words.number(one.value, decimals)),
        )
        for one in taken
    )


def _rows(doses: Sequence[GivenDose]) -> Iterable[DoseRow]:
    """One row a medicine, in the order they began; what is more than there is room for shares one row."""
    by_name: dict[str, list[GivenDose]] = {}
    for one in doses:
        by_name.setdefault(one.medicine, []).append(one)
    names = list(by_name)
    alone = names if len(names) <= ROWS_SHOWN else names[: ROWS_SHOWN - 1]
    for name in alone:
        yield DoseRow(name, tuple(_marks(by_name[name])))
    rest = [one for name in names[len(alone) :] for one in by_name[name]]
    if rest:
        rest.sort(key=lambda one: one.at)
        yield DoseRow(tr(MORE, count=len(names) - len(alone)), tuple(_merged(rest)))


def _marks(doses: Sequence[GivenDose]) -> Iterable[DoseMark]:
    most = max(one.size for one in doses) or 1
    for one in doses:
        yield DoseMark(place(one.at), one.size / most if one.is_taken else 0.5, _kind(one), _dose_says(one))


def _merged(doses: Sequence[GivenDose]) -> Iterable[DoseMark]:
    """Doses of one minute as one mark: the kind of the one that went worst."""
    for at, group in groupby(doses, key=lambda one: place(one.at)):
        of_minute = list(group)
        kinds = {_kind(one) for one in of_minute}
        worst = next(kind for kind in reversed(DoseKind) if kind in kinds)
        yield DoseMark(at, 0.7, worst, "; ".join(map(_dose_says, of_minute)))


def _kind(one: GivenDose) -> DoseKind:
    if not one.is_taken:
        return DoseKind.NOT_TAKEN
    return DoseKind.VOMITED if one.is_vomited else DoseKind.TAKEN


def _dose_says(one: GivenDose) -> str:
    said = tr(
        SAYS_DOSE, at=words.at(one.at), medicine=one.medicine, amount=one.amount, outcome=tr(one.outcome).lower()
    )
    return said.replace(" :", ":")


def _down(value: float, step: int) -> float:
    return float(int(value // step) * step)


def _up(value: float, step: int) -> float:
    return float(-int(-value // step) * step)


EMPTY_WORDS: Final[Mapping[View, Label]] = {
    View.WITHDRAWAL: label("treatment", "Chưa có lần chấm, số đo hay liều thuốc nào trong thời gian này."),
    View.VITALS: label("treatment", "Chưa có số đo nào trong thời gian này."),
    View.WEIGHT: label("treatment", "Chưa cân lần nào trong thời gian này."),
}
