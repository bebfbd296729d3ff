"""What this slice offers the window: the tab of care on a person's page, and the pages where it is done."""

from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.rights import KNOW_DRUG_OUTCOME, READ_SCORES
from facility_app.modules.treatment.ui import outcome_pane
from facility_app.modules.treatment.ui import pages as working
from facility_app.modules.treatment.ui.record_pane import HealthPane
from facility_app.modules.treatment.ui.sample_cassette import Pictures
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

TAB: Final = "treatment.person"
OUTCOMES: Final = "treatment.outcomes"
TITLE = label("treatment", "Y tế")


def parts(press: PlainPress) -> tuple[PartSpec, ...]:
    """The tabs on a person's page; none is there for whoever reads nothing of it."""
    made: Any = partial(HealthPane, press)
    return (
        PartSpec(TAB, TITLE, READ_SCORES, made, 30, help="dieu-tri#the-y-te", prints=True),
        PartSpec(
            OUTCOMES,
            outcome_pane.TITLE,
            KNOW_DRUG_OUTCOME,
            outcome_pane.OutcomePane,
            32,
            help="dieu-tri#xet-nghiem-ma-tuy",
        ),
    )


def pages(press: PlainPress, pictures: Pictures) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return working.pages(press, pictures)
