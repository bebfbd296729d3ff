"""What the form of an admission asks for, by the legal type: the reasons offered, the fields done without."""

from typing import Final

from facility_app.kernel.labels import Label
from facility_app.modules.stays.domain.types import ADMISSION_REASON_LABELS, AdmissionReason, StayType
from facility_app.modules.stays.ui.decision_fields import ASSIGNMENT_NAMES

_OWN_REASONS: Final[dict[StayType, AdmissionReason]] = {
    StayType.VOLUNTARY_PUBLIC: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.TEMPORARY: AdmissionReason.FILE_IN_PREPARATION,
    StayType.HOME_PHASES_AT_FACILITY: AdmissionReason.HOME_PHASES,
    StayType.SUBSTITUTION: AdmissionReason.SUBSTITUTION,
}
"""Types with one reason only; the others are a court's."""


def reasons_of(stay_type: StayType | None) -> dict[AdmissionReason, Label]:
    """The reasons that may bring somebody of a type in."""
    own = _OWN_REASONS.get(stay_type) if stay_type is not None else None
    if own is not None:
        return {own: ADMISSION_REASON_LABELS[own]}
    others = set(_OWN_REASONS.values())
    return {one: text for one, text in ADMISSION_REASON_LABELS.items() if one not in others}


def unused(stay_type: StayType) -> frozenset[str]:
    """Fields a type does not ask for."""
    gone: set[str] = set()
    if not stay_type.has_term:
        gone.add("decided_months")
    if not (stay_type.has_term or stay_type is StayType.TEMPORARY):
        gone |= {"decided_from", "decided_to"}
    if not stay_type.is_compulsory:
        gone |= {"held_from", "informed_on"}
        if stay_type is not StayType.VOLUNTARY_PUBLIC:
            gone |= set(ASSIGNMENT_NAMES)
    if stay_type is not StayType.TEMPORARY:
        gone.add("custody_until")
    if stay_type is not StayType.VOLUNTARY_PRIVATE:
        gone |= {"contract_number", "contract_end_on"}
    return frozenset(gone)
