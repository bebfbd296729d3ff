"""What a verb about a stay answers."""

from dataclasses import dataclass
from datetime import date

from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.tables import Stay


@dataclass(frozen=True, slots=True)
class SavedStay:
    """A stay after a decision.

    Attributes:
        version: goes back with the next decision about it.
        expected_end_on: the day of leaving as counted now.
        findings: what somebody should look at; nothing was refused for it.
    """

    stay_id: str
    code: str
    version: int
    expected_end_on: date | None
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, stay: Stay, findings: tuple[Finding, ...] = ()) -> "SavedStay":
        """The answer about a stay as it stands."""
        return cls(stay.id, stay.code, stay.version, stay.expected_end_on, findings)
