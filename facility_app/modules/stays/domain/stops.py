"""The act that ends a stay before or after its term does: an exit on paper, or prison that waives the rest."""

from dataclasses import replace

from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.exits import exit_fits
from facility_app.modules.stays.domain.nominal import nominal_end_of, run_of
from facility_app.modules.stays.domain.reading import Stop, cut_at
from facility_app.modules.stays.domain.tally import Tally


def choose_stop(tally: Tally) -> Stop | None:
    """The first act that ends the stay; prison waives nothing when the term was over before it."""
    chosen: Stop | None = None
    for stop in tally.read.stops:
        if chosen is not None:
            if not stop.is_waiver:
                tally.warnings.append(warnings.ended_twice(tally.case, stop.event_no))
            continue
        if stop.is_waiver:
            nominal = nominal_end_of(replace(tally, warnings=[], acts=[]), stop)
            if run_of(tally.start, nominal, tally.read.added, stop.day).end <= stop.day:
                tally.warnings.append(warnings.after_end(tally.case, stop.event_no))
                continue
            if tally.case.events[stop.event_no - 1].paper is None:
                tally.warnings.append(warnings.prison_no_paper(tally.case, stop.event_no))
        chosen = stop
    if chosen is not None:
        cut_at(tally.read, chosen.day)
        if not exit_fits(chosen.code, tally.case.stay_type, tally.case.legal_regime):
            tally.warnings.append(warnings.exit_odd(tally.case, chosen.event_no, chosen.code))
    return chosen
