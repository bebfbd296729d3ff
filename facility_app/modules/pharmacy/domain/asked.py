"""What the pharmacy asks of whoever uses its catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IsOrdered:
    """The question whether a medicine was ever ordered for anybody; an answer is yes or no."""

    medicine_id: str
