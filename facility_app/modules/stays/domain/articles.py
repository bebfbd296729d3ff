"""Which article says how an event counts, under either law; what was not read in the old one says so."""

from typing import Final

from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.types import EventKind

VOLUNTARY_LEAVES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 Đ3",
    LegalRegime.L2025: "NĐ 163/2026 Đ4.9, Đ109.2; Luật PCMT 2025 Đ33.5",
}
"""Why no day is added to a voluntary stay: who leaves has ended it."""

CREDIT_SHRUNK: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 Đ56",
    LegalRegime.L2025: "Luật PCMT 2025 Đ37.2; NĐ 163/2026 Đ98.3, Đ109.3",
}
PAPER_FOR_ADDED: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 Đ56",
    LegalRegime.L2025: "NĐ 163/2026 Đ109",
}
LEAST_AGE: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "Luật PCMT 2021 Đ33",
    LegalRegime.L2025: "Luật PCMT 2025 Đ28.1, Đ36.8",
}
"""Nobody under twelve is brought to a facility."""
AGE_OF_TYPE: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "Luật PCMT 2021 Đ32, Đ33",
    LegalRegime.L2025: "Luật PCMT 2025 Đ28.1, Đ35, Đ36",
}
"""Which type is for whom."""
WAIVER_PAPER: Final = "Luật PCMT 2021 Đ39; NĐ 116/2021 Đ58.3d"
REMAND_SILENT: Final = "luật không quy định; chờ người có thẩm quyền quyết định, có lý do"
ANNULLED: Final = "quyết định hủy của cơ quan có thẩm quyền"
FULL_TERM: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "Luật PCMT 2021 Đ29.2",
    LegalRegime.L2025: "Luật PCMT 2025 Đ29.3",
}
"""The whole term and the whole process."""

_NOT_READ: Final = "NĐ 116/2021 chưa đối chiếu"
_NEW: Final[dict[EventKind, str]] = {
    EventKind.TEMPORARY_MANAGEMENT_CREDIT: "Luật PCMT 2025 Đ37.2; NĐ 163/2026 Đ98.3",
    EventKind.ESCAPE: "NĐ 163/2026 Đ107.4, Đ109.3",
    EventKind.OVERSTAY: "NĐ 163/2026 Đ121.4, Đ109.3",
    EventKind.PRISON: "Luật PCMT 2025 Đ47.1",
    EventKind.REMAND: REMAND_SILENT,
    EventKind.HOSPITAL: "NĐ 163/2026 Đ114.4",
    EventKind.SUSPENSION: "Luật PCMT 2025 Đ39.3",
    EventKind.PROCEEDINGS: "NĐ 163/2026 Đ111.4",
    EventKind.FUNERAL: "NĐ 163/2026 Đ121.1",
    EventKind.TRANSFER: "Luật PCMT 2025 Đ38",
    EventKind.REDUCTION: "Luật PCMT 2025 Đ54.9",
    EventKind.DECISION_CHANGED: "quyết định sửa đổi của cơ quan đã quyết định",
    EventKind.END: "NĐ 163/2026 Đ94, Đ97, Đ123",
}
_OLD: Final[dict[EventKind, str]] = {
    **{kind: f"{article} ({_NOT_READ})" for kind, article in _NEW.items() if article.startswith(("NĐ", "Luật"))},
    EventKind.ESCAPE: "NĐ 116/2021 Đ56; NĐ 163/2026 Đ109.3",
    EventKind.PRISON: "Luật PCMT 2021 Đ39; NĐ 116/2021 Đ58.3d",
    EventKind.HOSPITAL: "NĐ 116/2021 Đ67.4",
    EventKind.SUSPENSION: "NĐ 116/2021 Đ57",
    EventKind.REDUCTION: "NĐ 116/2021 Đ58.1",
    EventKind.REMAND: _NEW[EventKind.REMAND],
    EventKind.DECISION_CHANGED: _NEW[EventKind.DECISION_CHANGED],
    EventKind.END: "NĐ 116/2021 Đ62",
}
EVENT_ARTICLES: Final[dict[LegalRegime, dict[EventKind, str]]] = {
    LegalRegime.L2021: _OLD,
    LegalRegime.L2025: _NEW,
}
"""How each event counts."""
