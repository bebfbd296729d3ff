"""What the screens of this slice need to know of its neighbours' words and rights."""

from facility_app.modules.correspondence.api import ISSUE_PAPERS
from facility_app.modules.stays.api import (
    RECORD_ABSENCE,
    RECORD_ESCAPE,
    RELEASE,
    SETTLE_TERM,
    SUSPEND,
    TAKE_BACK,
    TRANSFER,
    CountsAs,
    StayDetail,
)

__all__ = [
    "ISSUE_PAPERS",
    "RECORD_ABSENCE",
    "RECORD_ESCAPE",
    "RELEASE",
    "SETTLE_TERM",
    "SUSPEND",
    "TAKE_BACK",
    "TRANSFER",
    "CountsAs",
    "StayDetail",
]
