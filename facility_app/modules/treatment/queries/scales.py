"""Instruments as a scoring begins: the definition, what vital signs answer already, and the last result."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.treatment.domain import SCORE
from facility_app.modules.treatment.domain.clinical_lists import Clinical, clinical
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.score_choices import CIWA, CIWA_BANDS
from facility_app.modules.treatment.queries.measured import ScoreRow, answers_measured, list_scores


@dataclass(frozen=True, slots=True)
class ScoringDesk:
    """What a scoring begins with.

    Attributes:
        band_set: by which bands the facility reads it; None for the instrument's own.
        measured: items that vital signs of the last half hour answer.
        last: the score before; None for the first.
    """

    instrument: Instrument
    band_set: str | None
    measured: Mapping[str, object] = field(repr=False)
    last: ScoreRow | None = field(repr=False)


def list_instruments(uow: UnitOfWork) -> tuple[Instrument, ...]:
    """Every instrument that came with the program, by its code."""
    require(uow, SCORE)
    return tuple(clinical(uow.ports.shelf).instruments)


def get_ciwa_bands(uow: UnitOfWork) -> tuple[Instrument, str]:
    """CIWA-Ar, and the code of the bands this facility reads it by."""
    require(uow, SCORE)
    return clinical(uow.ports.shelf).instruments.get(CIWA), get_setting(uow, CIWA_BANDS)


def get_clinical(uow: UnitOfWork) -> Clinical:
    """The lists values are read, doubted and scored by."""
    require(uow, SCORE)
    return clinical(uow.ports.shelf)


def get_desk(uow: UnitOfWork, stay_id: str, code: str) -> ScoringDesk:
    """What scoring somebody by an instrument begins with.

    Raises:
        UserError: ``instrument_unknown``.
    """
    require(uow, SCORE)
    instrument = clinical(uow.ports.shelf).instruments.get(code)
    band_set = get_setting(uow, CIWA_BANDS) if instrument.code == CIWA else None
    before = [one for one in list_scores(uow, stay_id, instrument.code) if one.written.struck_at is None]
    measured = answers_measured(uow, stay_id, instrument.code)
    return ScoringDesk(instrument, band_set or None, measured, before[0] if before else None)
