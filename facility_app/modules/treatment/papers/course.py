"""The chart of somebody's treatment on paper: the picture as it was on the screen, and whose it is."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.facts import facts_grid
from facility_app.documents.payload import Photos, PlainPaper
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import READ_VITALS
from facility_app.modules.treatment.papers.house import allergies, house_paper, read_about, who_facts

ROOM_MM = (248.0, 104.0)
"""What a wide page has for a picture below the facts."""
CONFIDENTIAL = label("papers", "Hồ sơ bệnh án: chỉ nhân viên y tế được xem")


@dataclass(frozen=True, slots=True)
class PaintedChart:
    """A chart as it was painted for paper.

    Attributes:
        png: the picture; ``wide`` and ``high`` its sides in points.
        below: what it shows, of which days.
    """

    stay_id: str
    title: Label
    png: bytes = field(repr=False)
    wide: int
    high: int
    below: str


def chart_sheet(uow: UnitOfWork, chart: PaintedChart) -> PlainPaper:
    """The picture over the whole width of the page.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_VITALS)
    about = read_about(uow, chart.stay_id)
    facts = (*who_facts(about), (label("papers", "Dị ứng"), allergies(uow, about)))
    shape = chart.wide / max(1, chart.high)
    high = min(ROOM_MM[1], ROOM_MM[0] / shape)
    blocks = (facts_grid(facts), Photos(((chart.png, ""),), high, shape))
    return house_paper(str(chart.title), blocks, about, chart.below, note=str(CONFIDENTIAL), is_wide=True)
