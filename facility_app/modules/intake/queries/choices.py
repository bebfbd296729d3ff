"""What the forms of intake offer: legal types, the reasons of each, and scans looked at before they are taken."""

from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.deposits.api import NO_SIGNATURE_LABELS
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.residents.api import ChosenFile, check_scan
from facility_app.modules.stays.api import ADMISSION_REASON_LABELS, STAY_TYPE_LABELS, AdmissionReason, StayType

STAY_TYPES: Final[dict[str, Label]] = {str(kind): text for kind, text in STAY_TYPE_LABELS.items()}
_OWN: Final = {
    StayType.VOLUNTARY_PUBLIC: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: AdmissionReason.REGISTERED_VOLUNTARY,
    StayType.TEMPORARY: AdmissionReason.FILE_IN_PREPARATION,
    StayType.HOME_PHASES_AT_FACILITY: AdmissionReason.HOME_PHASES,
    StayType.SUBSTITUTION: AdmissionReason.SUBSTITUTION,
}
NO_SIGNATURES: Final[dict[str, Label]] = {str(one): text for one, text in NO_SIGNATURE_LABELS.items()}
_COURTS: Final = {str(one): text for one, text in ADMISSION_REASON_LABELS.items() if one not in _OWN.values()}
REASONS: Final[dict[str, dict[str, Label]]] = {
    "": _COURTS,
    **{str(kind): _COURTS for kind in StayType if kind not in _OWN},
    **{str(kind): {str(reason): ADMISSION_REASON_LABELS[reason]} for kind, reason in _OWN.items()},
}
"""Legal type → the reasons that may bring somebody in; those of a court while the type is not known."""
COMPULSORY: Final = frozenset({str(StayType.COMPULSORY_ADULT), str(StayType.COMPULSORY_MINOR)})
WITH_MONTHS: Final = COMPULSORY | {str(StayType.VOLUNTARY_PUBLIC), str(StayType.VOLUNTARY_PRIVATE)}
PRIVATE: Final = str(StayType.VOLUNTARY_PRIVATE)
TEMPORARY: Final = str(StayType.TEMPORARY)
WITHOUT_DECISION: Final = str(StayType.SUBSTITUTION)


def check_arrival_scan(uow: UnitOfWork, size_bytes: int, beginning: bytes) -> None:
    """Refuse what cannot be attached before anything is asked about it.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
    """
    require(uow, RECEIVE)
    check_scan(uow, ChosenFile(size_bytes, beginning))
