"""What a handover packet holds, part by part, and what its index is sealed on."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class PacketPart(StrEnum):
    """Phần của bộ hồ sơ bàn giao."""

    INDEX = "index"
    POLICE = "police"
    PERSON = "person"
    HOUSE = "house"
    HEALTH = "health"


PACKET_PART_LABELS: dict[PacketPart, Label] = {
    PacketPart.INDEX: label("discharge", "Mục lục"),
    PacketPart.POLICE: label("discharge", "Phần giao Công an cấp xã"),
    PacketPart.PERSON: label("discharge", "Phần giao người ra cơ sở"),
    PacketPart.HOUSE: label("discharge", "Bản cơ sở lưu"),
    PacketPart.HEALTH: label("discharge", "Phần y tế niêm phong"),
}
PARTS: Final = (
    (PacketPart.POLICE, ("certificate_id", "receipt_id", "device_minutes_id", "device_pledge_id")),
    (PacketPart.PERSON, ("certificate_id", "receipt_id", "plan_paper_id")),
    (PacketPart.HOUSE, ("receipt_id",)),
)
"""Which papers stand in which part; the police get nothing else, and each side keeps its copy of the minutes."""
PACKET_SHEET: Final = "MLHS"
"""What the code of an index calls it; no official form has this name."""


def packet_digest(papers: Iterable[tuple[PacketPart, str, str, str]]) -> str:
    """SHA-256 over what a packet holds, in hexadecimal.

    Args:
        papers: part, form, number and SHA-256 of what the paper says, in the order of the packet.
    """
    return hashlib.sha256("\n".join("\t".join(one) for one in papers).encode()).hexdigest()
