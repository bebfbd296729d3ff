"""What the screens of the sheet for a blackout must be told: what locks it, and what knows the medium."""

from collections.abc import Callable
from dataclasses import dataclass

from facility_app.documents.payload import PlainPaper
from facility_app.modules.medication.service.kit import KitBegun


@dataclass(frozen=True, slots=True)
class KitPress:
    """All of it runs on working threads.

    Attributes:
        lock_of: a lock that a code word opens.
        claim: puts the mark of a kit on a folder, or refuses it.
        put: sets, locks and writes one sheet; answers its SHA-256.
    """

    lock_of: Callable[[str], bytes]
    claim: Callable[[str, str], None]
    put: Callable[[KitBegun, PlainPaper], str]
