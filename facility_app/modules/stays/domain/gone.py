"""Who went from a stay of their own will: it runs on for the working days of the law (Đ4.9), they are not here."""

from dataclasses import dataclass
from typing import Final

from facility_app.kernel.labels import label

GONE: Final = "gone"
"""Code of such a one wherever states of presence are counted by their codes; no arrow of presence leads there."""
GONE_LABEL: Final = label("terms", "Tự ý rời cơ sở (tự nguyện)")


@dataclass(frozen=True, slots=True)
class GoneWithoutWord:
    """Asked by whoever counts people: whose stay says that they are here though they have gone; answered by id."""
