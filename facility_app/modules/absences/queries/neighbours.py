"""What the screens of this slice need to know of its neighbours' words and rights."""

from facility_app.modules.correspondence.api import ISSUE_PAPERS
from facility_app.modules.stays.api import (
    SETTLE_TERM,
    TAKE_BACK,
    CountsAs,
    StayDetail,
)

__all__ = [
    "ISSUE_PAPERS",
    "SETTLE_TERM",
    "TAKE_BACK",
    "CountsAs",
    "StayDetail",
]
