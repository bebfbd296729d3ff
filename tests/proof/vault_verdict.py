"""What the program itself says of a facility it just opened, weighed against what was promised."""

from collections.abc import Sequence
from typing import Final

from facility_app.app import checkup
from facility_app.app.bootstrap import OpenFacility
from facility_app.db import audit
from facility_app.db.integrity import Level
from tests.proof.judge import Finding, Verdict
from tests.proof.vault_facility import save_unit, units_of

OF_A_LOSS: Final = frozenset({"anchor_ahead", "anchor_disagrees", "audit_tail_missing"})
"""What ``check`` finds when commits are missing, not when pages are damaged."""


def errors_of(opened: OpenFacility) -> list[str]:
    """Codes of the errors a full check finds: pages and their signatures, indexes, references, trail, anchor."""
    return [finding.code for finding in checkup.check(opened, full=True) if finding.level is Level.ERROR]


def weigh(opened: OpenFacility, lost: Sequence[str] = (), half: str = "") -> Verdict:
    """The verdict on an open facility.

    Args:
        opened: the facility.
        lost: promises that are not there.
        half: what is there only in part; empty when nothing is.
    """
    errors = errors_of(opened)
    if set(errors) - OF_A_LOSS:
        return Verdict(Finding.CORRUPT, " ".join(errors))
    if lost:
        return Verdict(Finding.LOST, f"first lost: {lost[0]} {' '.join(errors)}", len(lost))
    if half:
        return Verdict(Finding.HALF, half)
    # Not promised yet, but the mark outside the file had already seen it.
    return Verdict(Finding.LOST, " ".join(errors)) if errors else Verdict()


def weigh_units(opened: OpenFacility, acked: Sequence[str]) -> Verdict:
    """The verdict on the units of work; ``acked`` may hold other promises, units are those that are numbers."""
    units = units_of(opened)
    lost = sorted({int(text) for text in acked if text.isdecimal()} - units.made)
    return weigh(opened, [str(number) for number in lost], units.half)


def goes_on(opened: OpenFacility) -> Verdict:
    """Whether the next save works, whole, and the anchor follows it."""
    save_unit(opened)
    with opened.database.connection() as connection:
        end = audit.head(connection)
    mark = opened.database.anchor.read()
    if mark is None or mark.head != end:
        return Verdict(Finding.CORRUPT, f"after the next save the anchor stays at {mark}")
    half = units_of(opened).half
    return Verdict(Finding.HALF, half) if half else Verdict()
