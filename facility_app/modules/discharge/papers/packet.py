"""The handover packet as data: an index, the police's part, the person's part, the sealed health part."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.documents.payload import Footer, PlainPaper
from facility_app.modules.discharge.domain.packet import PacketPart


@dataclass(frozen=True, slots=True)
class PacketPaper:
    """One issued paper in one part of the packet.

    Attributes:
        number: ``05/QĐ-CSCN``; empty for a paper that bears none.
        payload: canonical, as it was issued.
        qr: the sealed code on it.
        reprint: how often it had been printed before.
        copy: number of this copy.
    """

    part: PacketPart
    paper_id: str
    form_id: str
    form_version: int
    title: str = field(repr=False)
    number: str
    issued_on: date
    payload: bytes = field(repr=False)
    qr: str
    reprint: int = 0
    copy: int = 1


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet before it is set: which papers, for whom, and what is missing.

    Attributes:
        code: of the stay.
        missing: what is not handed over yet, in words; printed on the index, so nothing of the work inside.
        qr: the sealed code of the index.
        refused: why a paper could not be made, for whoever makes the packet; never printed.
        footer: who makes it and when.
        health: papers for the sealed part, when whoever makes the packet may read them.
    """

    stay_id: str
    code: str
    name: str = field(repr=False)
    facility_code: str
    facility_name: str
    made_on: date
    papers: tuple[PacketPaper, ...]
    missing: tuple[str, ...] = field(repr=False)
    footer: Footer = field(repr=False)
    qr: str = field(default="", repr=False)
    refused: tuple[str, ...] = field(default=(), repr=False)
    health: tuple[PlainPaper, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PacketFile:
    """One file of the packet.

    Attributes:
        name: of the file; no name of a person in it.
        sha256: of the content, in hexadecimal.
    """

    part: PacketPart
    name: str
    title: str
    number: str
    content: bytes = field(repr=False)
    pages: int
    sha256: str
