"""Certificates: where one stands on a day."""

from datetime import date
from enum import StrEnum

from facility_app.kernel.labels import Label, label


class CertificateState(StrEnum):
    """Tình trạng chứng chỉ."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    ENDLESS = "endless"


CERTIFICATE_STATE_LABELS: dict[CertificateState, Label] = {
    CertificateState.VALID: label("terms", "Còn hạn"),
    CertificateState.EXPIRING: label("terms", "Sắp hết hạn"),
    CertificateState.EXPIRED: label("terms", "Hết hạn"),
    CertificateState.ENDLESS: label("terms", "Không thời hạn"),
}


def certificate_state(expires_on: date | None, today: date, notice_from: date) -> CertificateState:
    """Where a certificate stands.

    Args:
        expires_on: its last day; None for one without end.
        today: the day it is.
        notice_from: certificates that end on or before this day are soon over.
    """
    if expires_on is None:
        return CertificateState.ENDLESS
    if expires_on < today:
        return CertificateState.EXPIRED
    return CertificateState.EXPIRING if expires_on <= notice_from else CertificateState.VALID
