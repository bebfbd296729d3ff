"""In, in lại: every print counts, and each after the first says so on the paper."""

from typing import Final

from facility_app.kernel.labels import Label, label

REPRINT: Final = label("papers", "In lại lần {count}")
VOIDED: Final = label("papers", "ĐÃ HỦY")


def stamp_of(nth: int, *, is_void: bool) -> str:
    """What stands at the edge of the ``nth`` print; nothing on the first of a paper that counts."""
    stamps: list[str | Label] = [VOIDED] if is_void else []
    if nth > 1:
        stamps.append(REPRINT.format(count=nth - 1))
    return " · ".join(stamps)
