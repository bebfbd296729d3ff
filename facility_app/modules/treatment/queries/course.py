"""The course of somebody's treatment on one axis of time: scores, signs, and the doses that went with them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL
from facility_app.modules.stays.api import get_stay
from facility_app.modules.treatment.domain import READ_VITALS
from facility_app.modules.treatment.domain.asked import GivenDose, WhatWasGiven
from facility_app.modules.treatment.domain.band_marks import Scale, scale_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.oxygen import OxygenSpan
from facility_app.modules.treatment.domain.score_choices import CIWA, CIWA_BANDS
from facility_app.modules.treatment.domain.vitals import SignSpec
from facility_app.modules.treatment.queries.measured import Curve, read_curve
from facility_app.modules.treatment.queries.oxygen import OxygenSpans

WITHDRAWAL: Final = ("COWS", CIWA, "SOWS")
"""Instruments of the withdrawal curve, in the order they are painted."""


@dataclass(frozen=True, slots=True)
class Course:
    """What a chart of some days paints.

    Attributes:
        curve: signs and totals.
        doses: what was due and what became of it, in order of time; nothing that reveals HIV.
        scales: instruments of withdrawal with the bands this facility reads them by.
        signs: how each sign is written.
        oxygen: when a doctor's target of SpO2 held.
    """

    curve: Curve
    doses: tuple[GivenDose, ...] = field(repr=False)
    scales: tuple[Scale, ...]
    signs: tuple[SignSpec, ...]
    oxygen: tuple[OxygenSpan, ...] = ()


def read_course(uow: UnitOfWork, stay_id: str, days: int) -> Course:
    """The last days of a stay, none before it began; 0 for all of it.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_VITALS)
    stay = get_stay(uow, stay_id)
    known = clinical(uow.ports.shelf)
    end = uow.now if stay.exited_on is None else min(uow.now, _midnight(stay.exited_on) + timedelta(days=1))
    whole = max(1, (end - _midnight(stay.admitted_on)).days + 1)
    wanted = min(days, whole) if days else whole
    curve = read_curve(uow, stay_id, end, wanted)
    asked = WhatWasGiven(stay.resident_id, curve.from_at, curve.to_at)
    return Course(
        curve,
        tuple(one for many in uow.ask(asked) for one in many),
        tuple(
            scale_of(known.instruments.get(code), get_setting(uow, CIWA_BANDS) if code == CIWA else None)
            for code in WITHDRAWAL
        ),
        tuple(known.signs.values()),
        OxygenSpans(uow.session).of_stay(stay_id),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)
