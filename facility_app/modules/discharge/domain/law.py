"""What the law asks of a release, by the type of the stay; the types are those of stays, named by their codes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.regime import LegalRegime


@dataclass(frozen=True, slots=True)
class ReleaseLaw:
    """What a type of stay ends with.

    Attributes:
        certificate: the form that says it is over; empty for a type that has none.
        certificate_article: what asks for it.
        notice_article: what asks for V-51; empty for none.
        return_article: what gives money and things back.
        has_after_care: whether a decision on after-care follows (V-53), and with it monitoring.
        is_compulsory: whether the court that decided is told.
        is_private: whether the facility is a private one, which fits no device (law.md §18 row 5).
        has_term: whether a term runs, so that the certificate waits for its last hours.
    """

    certificate: str = ""
    certificate_article: str = ""
    notice_article: str = ""
    return_article: str = "NĐ 163/2026 Đ97.3, Đ123.3"
    has_after_care: bool = False
    is_compulsory: bool = False
    is_private: bool = False
    has_term: bool = True


_COMPULSORY: Final = ReleaseLaw(
    "V-50",
    "NĐ 163/2026 Đ123.2",
    "NĐ 163/2026 Đ123.1",
    "NĐ 163/2026 Đ123.3",
    has_after_care=True,
    is_compulsory=True,
)
RELEASE_LAW: Final[dict[str, ReleaseLaw]] = {
    "COMPULSORY_ADULT": _COMPULSORY,
    "COMPULSORY_MINOR": _COMPULSORY,
    "VOLUNTARY_PUBLIC": ReleaseLaw(
        "V-30", "NĐ 163/2026 Đ97.2", "NĐ 163/2026 Đ97.1", "NĐ 163/2026 Đ97.3", has_after_care=True
    ),
    "VOLUNTARY_PRIVATE": ReleaseLaw(
        "V-30", "NĐ 163/2026 Đ94.3", "NĐ 163/2026 Đ94.2", has_after_care=True, is_private=True
    ),
    "TEMPORARY": ReleaseLaw(has_term=False),
    "HOME_PHASES_AT_FACILITY": ReleaseLaw("V-27", "NĐ 163/2026 Đ93.1", has_term=False),
    "SUBSTITUTION": ReleaseLaw(has_term=False),
}
"""Keys are the codes of ``stays.StayType``; temporary management ends without any certificate."""

TERM_ARTICLES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "Luật PCMT 2021 Đ29.2",
    LegalRegime.L2025: "Luật PCMT 2025 Đ29",
}
"""What holds somebody until the end of the term, by the law of the stay."""
PARTIAL_ARTICLE: Final = "NĐ 163/2026 Đ94.4; Luật PCMT 2025 Đ33.4"
PARTIAL_STAGES: Final = 3
"""So many stages done give a private facility's paper on time and process before the end."""


def law_of(stay_type: str) -> ReleaseLaw:
    """What a type of stay ends with."""
    return RELEASE_LAW[stay_type]


def certificate_from(leave_by: date, hours: int) -> datetime:
    """The first instant the certificate may be made: so many hours before the day of leaving begins."""
    return datetime.combine(leave_by, datetime.min.time(), LOCAL) - timedelta(hours=hours)


def is_monitored(law: ReleaseLaw, age: int, *, is_residence_stable: bool | None) -> bool:
    """Whether monitoring covers the person without anybody asking for it (Đ15.1a, Đ15.2b)."""
    return law.has_after_care and (age >= ADULT_YEARS or is_residence_stable is False)
