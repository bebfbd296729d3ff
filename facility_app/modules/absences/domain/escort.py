"""Áp giải, đón về: who goes along, in what, when the person was handed over."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class Way(StrEnum):
    """Chiều đi."""

    OUT = "out"
    BACK = "back"


WAY_LABELS: dict[Way, Label] = {
    Way.OUT: label("terms", "Đưa đi"),
    Way.BACK: label("terms", "Đón về"),
}


class PaperPart(StrEnum):
    """Văn bản nào của hồ sơ."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    SEARCH = "search"
    MINUTES_OUT = "minutes_out"
    MINUTES_BACK = "minutes_back"


PAPER_PART_LABELS: dict[PaperPart, Label] = {
    PaperPart.DECISION: label("terms", "Quyết định của cơ sở"),
    PaperPart.PROPOSAL: label("terms", "Đề nghị (V-46)"),
    PaperPart.SEARCH: label("terms", "Quyết định truy tìm (V-43)"),
    PaperPart.MINUTES_OUT: label("terms", "Biên bản giao khi đi"),
    PaperPart.MINUTES_BACK: label("terms", "Biên bản nhận khi về"),
}
