"""Two signatures: the officer's, and the person's or of a witness where the person does not sign.

Why somebody does not sign is a closed list, so that nothing about health is written into an open column.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label


class Signer(StrEnum):
    """Bên ký thứ hai."""

    RESIDENT = "resident"
    WITNESS = "witness"


SIGNER_LABELS: dict[Signer, Label] = {
    Signer.RESIDENT: label("terms", "Người cai nghiện ký"),
    Signer.WITNESS: label("terms", "Người làm chứng ký thay"),
}


class NoSignature(StrEnum):
    """Vì sao người cai nghiện không ký."""

    CANNOT_WRITE = "cannot_write"
    UNABLE = "unable"
    REFUSES = "refuses"
    ABSENT = "absent"


NO_SIGNATURE_LABELS: dict[NoSignature, Label] = {
    NoSignature.CANNOT_WRITE: label("terms", "Không biết chữ"),
    NoSignature.UNABLE: label("terms", "Không ký được lúc này"),
    NoSignature.REFUSES: label("terms", "Từ chối ký"),
    NoSignature.ABSENT: label("terms", "Không có mặt"),
}


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed.

    Attributes:
        officer_name: who received or handed over; empty for whoever is signed in.
        signer: the second signature.
        witness_name: who signed in place of the person.
        no_signature: why the person did not sign.
    """

    officer_name: str = field(default="", repr=False)
    signer: Signer = Signer.RESIDENT
    witness_name: str = field(default="", repr=False)
    no_signature: NoSignature | None = None


def is_same_name(one: str, other: str | None) -> bool:
    """Whether two names as typed are one: capitals and blanks make nobody another person."""
    return other is not None and one.casefold().split() == other.casefold().split()


def checked_signing(faults: Faults, signing: Signing, officer: str) -> dict[str, object]:
    """The signatures as kept, and what is wrong with them.

    Args:
        faults: takes what is wrong.
        signing: as typed.
        officer: name of whoever is signed in; empty when nobody knows it.
    """
    name = faults.line(
        "officer_name",
        signing.officer_name or officer,
        needed=label("errors", "Cần họ tên cán bộ nhận hoặc giao."),
    )
    if signing.signer is Signer.RESIDENT:
        return {"officer_name": name, "signer": signing.signer, "witness_name": None, "no_signature": None}
    witness = faults.line(
        "witness_name",
        signing.witness_name,
        needed=label("errors", "Người cai nghiện không ký thì cần họ tên người làm chứng."),
    )
    if signing.no_signature is None:
        faults.add("field_missing", "no_signature", label("errors", "Hãy chọn vì sao người cai nghiện không ký."))
    if witness is not None and is_same_name(witness, name):
        faults.add(
            "witness_is_officer",
            "witness_name",
            label("errors", "Người làm chứng phải là người khác, không phải cán bộ nhận hoặc giao."),
        )
    return {
        "officer_name": name,
        "signer": signing.signer,
        "witness_name": witness,
        "no_signature": signing.no_signature,
    }
