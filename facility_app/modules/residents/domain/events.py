"""What a correction of a person tells: whoever counts by it counts anew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BirthCorrected:
    """The day or the year of birth is another one than was written down."""

    resident_id: str
