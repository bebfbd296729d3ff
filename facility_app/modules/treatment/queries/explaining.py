"""Medicines of the days before that may explain a positive reading (clinical.md §3.2)."""

from dataclasses import dataclass, field
from functools import partial

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.treatment.domain import READ_DRUG_TESTS
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.drug_tests import DrugTestReading, SampleRules, explained_by
from facility_app.modules.treatment.domain.taken import TakenMedicine, WhatWasTaken
from facility_app.modules.treatment.queries.drug_tests import get_test


@dataclass(frozen=True, slots=True)
class Explanation:
    """A positive panel with what may explain it; nothing where the panel stays unexplained."""

    panel: str
    medicines: tuple[TakenMedicine, ...] = field(repr=False)


def list_explaining(uow: UnitOfWork, test_id: str) -> tuple[Explanation, ...]:
    """Of each positive panel of a test, the medicines taken before that may turn it positive.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_DRUG_TESTS)
    test = get_test(uow, test_id)
    on = local_date(test.collected_at or test.ordered_at)
    rules = SampleRules.of(partial(parameter, uow, on=on))
    question = WhatWasTaken(test.resident_id, on - rules.look_back, on)
    taken = {one.atc: one for answer in uow.ask(question) for one in answer}
    days = {atc: one.days for atc, one in taken.items()}
    panels = clinical(uow.ports.shelf).panels
    return tuple(
        Explanation(
            reading.panel,
            tuple(taken[atc] for atc in explained_by(panels[reading.panel], days, on, rules)),
        )
        for reading in test.readings
        if reading.reading is DrugTestReading.POSITIVE and reading.panel in panels
    )
