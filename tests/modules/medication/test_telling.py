"""What the record of care is told of medicines: doses and what became of them; never what reveals HIV."""

from datetime import timedelta

from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.correcting import RecordVomiting, record_vomiting
from facility_app.modules.treatment.api import WhatIsNotTolerated, WhatWasGiven
from tests.modules.medication.ward import Ward


def test_a_chart_is_told_of_doses_given_and_refused_and_never_of_one_that_reveals_hiv(ward: Ward) -> None:
    ward.at(8)
    clonidine = ward.order("clonidine", 150, 8, 20)
    private = ward.order("efavirenz", 1, 8)
    ward.at(8, 5)
    made, _ = ward.record(ward.said(clonidine, "08:00"), ward.said(private, "08:00"))
    now = ward.at(20, 10)
    ward.record(ward.said(clonidine, "20:00", Outcome.REFUSED, reason="buồn ngủ"))
    ward.write(add_allergy, AddAllergy(ward["duc"], "penicilin", AllergySeverity.SEVERE, reaction="khó thở"))

    def told(by: str) -> tuple[list[tuple[str, str, bool]], list[tuple[str, bool]]]:
        with ward.facility.database.read(ward.actor(by)) as uow:
            (doses,) = uow.ask(WhatWasGiven(ward["duc"], now - timedelta(days=1), now))
            (allergies,) = uow.ask(WhatIsNotTolerated(ward["duc"]))
        return (
            [(one.medicine, one.amount, one.is_taken) for one in doses],
            [(one.substance, one.is_grave) for one in allergies],
        )

    given = [("Clonidin", "150 mcg (0,15 mg)", True), ("Clonidin", "", False)]
    # A doctor may see the private side, and still no chart paints it: charts are printed and lie about.
    assert told("doctor") == (given, [("penicilin", True)])
    assert told("guard") == ([], [])
    # What came up later stays given in the book; a chart is told that it came up.
    ward.write(record_vomiting, RecordVomiting(made.dose_id, made.version, now), by="nurse")
    with ward.facility.database.read(ward.actor("doctor")) as uow:
        (doses,) = uow.ask(WhatWasGiven(ward["duc"], now - timedelta(days=1), now))
    assert [(one.is_taken, one.is_vomited, str(one.outcome)) for one in doses] == [
        (True, True, "Nôn"),
        (False, False, "Từ chối"),
    ]
