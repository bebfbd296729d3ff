"""The page of one record, put together from parts of many slices; it knows none of them."""

from facility_app.ui.record_page.found_part import FoundPart, Sought
from facility_app.ui.record_page.page import RecordPage
from facility_app.ui.record_page.spec import Fact, RecordHead, RecordSpec

__all__ = ["Fact", "FoundPart", "RecordHead", "RecordPage", "RecordSpec", "Sought"]
