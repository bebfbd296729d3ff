"""Where a band stands among its neighbours, so that a screen shows how grave it is and knows no scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label
from facility_app.modules.treatment.domain.instrument import BandSet, Instrument
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary

_LOW_IS_GRAVE: Final = frozenset({"GCS"})
"""Instruments whose lowest totals are the gravest."""


@dataclass(frozen=True, slots=True)
class BandMark:
    """One band.

    Attributes:
        text: its name.
        place: 0 for the mildest.
        count: how many its set has.
    """

    text: Label
    place: int
    count: int


@dataclass(frozen=True, slots=True)
class ScaleBand:
    """A stretch of totals; ``to_total`` belongs to the next one, or is the greatest of the instrument."""

    mark: BandMark
    from_total: int
    to_total: int


@dataclass(frozen=True, slots=True)
class Scale:
    """An instrument as a chart paints it.

    Attributes:
        code: its short name.
        most: the greatest total there can be.
    """

    code: str
    most: int
    bands: tuple[ScaleBand, ...]


def mark_of(
    library: InstrumentLibrary, instrument: str, version: int, band: str | None, band_set: str | None = None
) -> BandMark | None:
    """The band of a score as it was kept; None where it had none, or its version is not here."""
    if band is None:
        return None
    try:
        found = library.get(instrument, version)
    except UserError:
        # Another facility scored with a version that did not come with this program.
        return None
    chosen = _set_of(found, band_set)
    codes = [] if chosen is None else [one.code for one in chosen.bands]
    return None if chosen is None or band not in codes else _mark(found, chosen, codes.index(band))


def scale_of(instrument: Instrument, band_set: str | None = None) -> Scale:
    """An instrument with the bands of a set, the first where none is named."""
    chosen, span = _set_of(instrument, band_set), instrument.span
    most = 0 if span is None else span[1]
    if chosen is None:
        return Scale(instrument.code, most, ())
    ends = [*(one.least for one in chosen.bands[1:]), most]
    return Scale(
        instrument.code,
        most,
        tuple(
            ScaleBand(_mark(instrument, chosen, place), band.least, end)
            for place, (band, end) in enumerate(zip(chosen.bands, ends, strict=True))
        ),
    )


def _set_of(instrument: Instrument, band_set: str | None) -> BandSet | None:
    sets: Mapping[str, BandSet] = instrument.band_sets
    return sets.get(band_set or "") or next(iter(sets.values()), None)


def _mark(instrument: Instrument, chosen: BandSet, place: int) -> BandMark:
    count = len(chosen.bands)
    grave = count - 1 - place if instrument.code in _LOW_IS_GRAVE else place
    return BandMark(chosen.bands[place].text.vi, grave, count)
