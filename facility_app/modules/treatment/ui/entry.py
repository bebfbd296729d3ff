"""What this slice offers the window: the tab of care on a person's page, and the pages where it is done."""

from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.rights import READ_SCORES
from facility_app.modules.treatment.ui import pages as working
from facility_app.modules.treatment.ui.record_pane import HealthPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

TAB: Final = "treatment.person"
TITLE = label("treatment", "Y tế")


def parts(press: PlainPress) -> tuple[PartSpec, ...]:
    """The tab on a person's page; it is not there for whoever reads nothing of it."""
    made: Any = partial(HealthPane, press)
    return (PartSpec(TAB, TITLE, READ_SCORES, made, 30, help="dieu-tri#the-y-te", prints=True),)


def pages(press: PlainPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return working.pages(press)
