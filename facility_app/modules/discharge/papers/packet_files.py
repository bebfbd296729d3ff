"""Sets the files of a handover packet; apart from what a packet is, because the engine takes time to load."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from facility_app.documents.engine import render as render_plain
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import PrintMarks, SetForm, set_form
from facility_app.documents.forms.spec import Wall
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Points, Qr, Signatures, Text
from facility_app.documents.typeface import Fonts
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain.packet import PACKET_PART_LABELS, PacketPart
from facility_app.modules.discharge.papers.packet import Packet, PacketFile, PacketPaper

_PAGE: Final = re.compile(rb"/Type\s*/Page\b(?!s)")
CODE_MM: Final = 26
"""Side of the code: with it the index of a usual packet keeps to one sheet."""
BY_HAND: Final = label(
    "papers",
    "Bộ phận y tế in “Tóm tắt hồ sơ bệnh án” nếu người này có hồ sơ bệnh án, cho vào bì cùng giấy tờ y tế giao "
    "kèm, ghi số tờ và niêm phong trước mặt người nhận.",
)
SHORT_DIGEST: Final = 16
"""So many digits of a digest stand on the index: enough to tell two files apart by eye; the code holds all."""


def render_packet(packet: Packet, forms: FormLibrary, fonts: Fonts) -> tuple[PacketFile, ...]:
    """Set every file of a packet, the index first; the same packet gives the same bytes.

    Raises:
        EnvironmentFault: ``font_missing``.
        UserError: ``form_unknown``.
    """
    lines: dict[str, SetForm] = {}
    papers = [_paper_file(place, one, forms, fonts, lines) for place, one in enumerate(packet.papers, 1)]
    health = [
        _file(
            PacketPart.HEALTH,
            f"{len(papers) + place:02}-y-te-{place}.pdf",
            _title(one),
            "",
            render_plain(one, fonts),
        )
        for place, one in enumerate(packet.health, 1)
    ]
    envelope = _file(
        PacketPart.HEALTH,
        f"{len(papers) + len(health) + 1:02}-y-te.pdf",
        label("papers", "Bì niêm phong phần y tế"),
        "",
        render_plain(_envelope(packet), fonts),
    )
    inside = (*papers, *health, envelope)
    index = _file(
        PacketPart.INDEX,
        "00-muc-luc.pdf",
        label("papers", "Mục lục hồ sơ bàn giao"),
        "",
        render_plain(_index(packet, inside), fonts),
    )
    return (index, *inside)


def page_count(pdf: bytes) -> int:
    """Pages of a file this print house set."""
    return len(_PAGE.findall(pdf))


def list_digest(files: tuple[PacketFile, ...]) -> str:
    """SHA-256 over names, numbers, pages and digests of the files, in their order."""
    lines = (f"{one.name}\t{one.number}\t{one.pages}\t{one.sha256}" for one in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _paper_file(
    place: int, paper: PacketPaper, forms: FormLibrary, fonts: Fonts, lines: dict[str, SetForm]
) -> PacketFile:
    """``lines``: what is set already; another copy of a paper is pressed from the same."""
    if paper.paper_id not in lines:
        form = forms.get(paper.form_id, paper.form_version)
        payload = restore(form, paper.payload)
        lines[paper.paper_id] = set_form(form, payload, fonts, parts=Wall.OPEN, has_code=bool(paper.qr))
    pdf = lines[paper.paper_id].pressed(PrintMarks(copy=paper.copy, reprint=paper.reprint, qr=paper.qr))
    owner = {PacketPart.POLICE: "cong-an", PacketPart.PERSON: "ca-nhan", PacketPart.HOUSE: "luu"}[paper.part]
    return _file(paper.part, f"{place:02}-{owner}-{paper.form_id}.pdf", paper.title, paper.number, pdf)


def _file(part: PacketPart, name: str, title: str, number: str, content: bytes) -> PacketFile:
    return PacketFile(part, name, title, number, content, page_count(content), hashlib.sha256(content).hexdigest())


def _index(packet: Packet, files: tuple[PacketFile, ...]) -> PlainPaper:
    digest = list_digest(files)
    return PlainPaper(
        title=label("papers", "MỤC LỤC HỒ SƠ BÀN GIAO"),
        blocks=tuple(_index_blocks(packet, files, digest)),
        footer=packet.footer,
        above=packet.facility_name,
        below=label("papers", "{name} – {code} – lập ngày {day}").format(
            name=packet.name, code=packet.code, day=format_date(packet.made_on)
        ),
    )


def _index_blocks(packet: Packet, files: tuple[PacketFile, ...], digest: str) -> Iterator[Block]:
    heads = (
        label("papers", "TT"),
        label("papers", "Phần"),
        label("papers", "Tên giấy tờ"),
        label("papers", "Số, ký hiệu"),
        label("papers", "Số trang"),
        label("papers", "Mã kiểm tra (SHA-256)"),
    )
    rows, part = [], None
    for place, one in enumerate(files, 1):
        owner = "" if one.part is part else str(PACKET_PART_LABELS[one.part])
        part = one.part
        rows.append((str(place), owner, one.title, one.number or "–", str(one.pages), one.sha256[:SHORT_DIGEST]))
    yield Grid(heads, tuple(rows), frozenset({0, 4}), (5, 18, 34, 13, 8, 22))
    if packet.missing:
        yield Heading(label("papers", "Chưa có khi bàn giao, gửi bổ sung sau"))
        yield Points(packet.missing)
    caption = label("papers", "Quét trong chương trình để kiểm tra bộ hồ sơ. SHA-256: {digest}").format(
        digest=digest[:SHORT_DIGEST]
    )
    yield Qr(packet.qr, caption, CODE_MM)
    yield Signatures((label("papers", "Bên nhận"), label("papers", "Bên giao")))


def _title(paper: PlainPaper) -> str:
    """As a line says it: a title in capitals would shout."""
    return paper.title.capitalize()


def _envelope(packet: Packet) -> PlainPaper:
    return PlainPaper(
        title=label("papers", "BÌ NIÊM PHONG – HỒ SƠ Y TẾ"),
        blocks=(
            Text(
                label(
                    "papers",
                    "Chỉ người có tên dưới đây hoặc cơ sở y tế được người đó cho phép mới được mở bì này.",
                ),
                is_strong=True,
            ),
            Text(label("papers", "Người nhận: {name} – {code}").format(name=packet.name, code=packet.code)),
            Text(label("papers", "Trong bì có:")) if packet.health else Text(BY_HAND),
            *([Points(tuple(map(_title, packet.health)))] if packet.health else []),
            Text(label("papers", "Số tờ trong bì: ……… Niêm phong ngày ……… tháng ……… năm …………")),
            Signatures((label("papers", "Người nhận"), label("papers", "Người niêm phong"))),
        ),
        footer=packet.footer,
        above=packet.facility_name,
    )
