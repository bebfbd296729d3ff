"""One evaluation of the clock while it is made: the case, its events sorted, and what was found so far."""

from dataclasses import dataclass, field

from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.ledger import Act
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.reading import Sorted
from facility_app.modules.stays.domain.spans import Claim, Piece


@dataclass(slots=True)
class Tally:
    """One evaluation while it is made; ordinals throughout."""

    case: TermCase
    parameters: TermParameters
    start: int
    today: int
    read: Sorted
    spans: list[Claim]
    credited: int = 0
    before: list[Piece] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)
