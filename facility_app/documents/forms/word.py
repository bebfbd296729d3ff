"""A filled form as a Word file people go on writing in: the same words, sizes and order, no marks and no code.

Written as plain WordprocessingML (ECMA-376): a package of a few small parts needs no library and never differs.
"""

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from facility_app.documents.face import Face
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.filling import Filler
from facility_app.documents.forms.layout import HEAD_SHARES, MOTTO, NATION, RECIPIENTS, faces_of, with_bold_number
from facility_app.documents.forms.spec import (
    Foot,
    FormLine,
    FormSpec,
    Head,
    HeadLayout,
    Line,
    LineStyle,
    ListLine,
    Signer,
    TableLine,
    Wall,
)
from facility_app.documents.forms.wording import Group, Wording
from facility_app.documents.runs import Box, Run, Words

FONT, BOX_FONT = "Times New Roman", "MS Gothic"
TEXT_WIDTH = 9354
"""165 mm in twentieths of a point."""
INDENT = 720
STRETCHED_DOTS = 2.0
_SPACE = "http://schemas.openxmlformats.org"
_MAIN = f'xmlns:w="{_SPACE}/wordprocessingml/2006/main" xmlns:r="{_SPACE}/officeDocument/2006/relationships"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{_SPACE}/officeDocument/2006/relationships"
_PACKAGE = f"{_SPACE}/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_TYPE}.header+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/header" Target="header1.xml"/></Relationships>',
    "word/header1.xml": f'<w:hdr {_MAIN}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/><w:sz w:val="26"/></w:rPr>'
    '<w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> PAGE </w:instrText>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>',
}
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same in every file, so that equal payloads give equal bytes."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph is set: size in points, the rest as Word counts it."""

    size: float
    align: str = "both"
    first: int = 0
    after: int = 120
    keeps_next: bool = False
    is_underlined: bool = False


_CENTRED = ("title", "subject", "authority", "order", "address")


def to_docx(spec: FormSpec, payload: Payload, *, parts: Wall = Wall.OPEN) -> bytes:
    """Write a form for Word.

    Args:
        spec: the form.
        payload: what it is filled with; what is missing stands as dots.
        parts: the wall whose file is wanted.

    Returns:
        A ``.docx`` package; equal arguments give equal bytes.

    Raises:
        ValueError: the form has no part behind that wall.
    """
    if parts not in spec.walls:
        message = f"{spec.id} has no {parts} part"
        raise ValueError(message)
    body = "".join(_Writer(spec, spec.only(payload, parts)).body(parts))
    document = f"<w:document {_MAIN}><w:body>{body}{_SECTION}</w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (*_PARTS.items(), ("word/document.xml", document)):
            package.writestr(zipfile.ZipInfo(name, _MOMENT), _DECLARATION + text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _writable(text: str) -> str:
    """What XML may hold, composed."""
    kept = (char for char in unicodedata.normalize("NFC", text) if char in "\n\t" or char >= " ")
    return "".join(char for char in kept if not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff")


class _Writer:
    """Writes one form and one payload."""

    def __init__(self, spec: FormSpec, payload: Payload) -> None:
        self._spec, self._filler = spec, Filler(spec, payload, _writable)

    def body(self, wall: Wall) -> Iterator[str]:
        yield from self._head(self._spec.head)
        for part in self._spec.parts_of(wall):
            for line in part.lines:
                yield from self._line(line)
        yield from self._foot(self._spec.foot)

    def _line(self, line: FormLine) -> Iterator[str]:
        if isinstance(line, TableLine):
            grid = self._filler.grid(line)
            rows = [[_paragraph([Words(head, Face.BOLD)], _Look(12, "center", after=0)) for head in grid.heads]]
            rows += [[_paragraph([Words(cell)], _Look(12, "left", after=0)) for cell in row] for row in grid.rows]
            yield _table(rows, grid.widths, is_ruled=True) + _paragraph([], _Look(6, after=0))
            return
        look, face = self._look(line.style), faces_of(line.style)
        if isinstance(line, ListLine):
            yield from (_paragraph(runs, look) for runs in self._filler.listed(line, face))
        elif runs := self._filler.runs(line.text, face):
            yield _paragraph(with_bold_number(runs) if line.style is LineStyle.ARTICLE else runs, look)
            if line.style is LineStyle.SUBJECT:
                yield _rule()

    def _look(self, style: LineStyle) -> _Look:
        if style in _CENTRED:
            return _Look(self._spec.letters, "center", keeps_next=True)
        return _Look(self._spec.letters, first=INDENT, keeps_next=style is LineStyle.SECTION)

    def _words(self, wording: Wording, look: _Look, face: Face = Face.REGULAR) -> str:
        """One paragraph, or nothing when the wording vanished."""
        runs = self._filler.runs(wording, face)
        return _paragraph(runs, look) if runs else ""

    def _nation(self, size: float) -> str:
        motto = _Look(size + 1, "center", after=60, is_underlined=True)
        return _paragraph([Words(NATION, Face.BOLD)], _Look(size, "center", after=0)) + _paragraph(
            [Words(MOTTO, Face.BOLD)], motto
        )

    def _head(self, head: Head) -> Iterator[str]:
        if head.layout is HeadLayout.NATION:
            yield self._nation(13)
            yield self._words(head.place_date, _Look(14, "right"), Face.ITALIC)
        elif head.layout is HeadLayout.AGENCY:
            centre = _Look(12, "center", after=0)
            left = self._words(head.parent, centre) + self._words(head.issuer, centre, Face.BOLD) + _rule()
            left += self._words(head.number, _Look(13, "center"))
            right = self._nation(12) + self._words(head.place_date, _Look(13, "center"), Face.ITALIC)
            yield _table([[left, right]], HEAD_SHARES)

    def _foot(self, foot: Foot) -> Iterator[str]:
        yield self._words(foot.place_date, _Look(14, "right"), Face.ITALIC)
        for number, row in enumerate(foot.rows):
            cells = [self._signer(one) for one in row]
            if number == 0 and foot.recipients:
                cells.insert(0, self._recipients(foot))
            yield _table([cells], [1.0] * len(cells)) + _paragraph([], _Look(6, after=0))

    def _recipients(self, foot: Foot) -> str:
        look = _Look(11, "left", after=0)
        made = _paragraph([Words(RECIPIENTS, Face.BOLD_ITALIC)], _Look(12, "left", after=0))
        for line in foot.recipients:
            if isinstance(line, ListLine):
                made += "".join(_paragraph(runs, look) for runs in self._filler.listed(line))
            elif isinstance(line, Line):
                made += self._words(line.text, look)
        return made

    def _signer(self, signer: Signer | None) -> str:
        if signer is None:
            return ""
        look = _Look(self._spec.letters, "center", after=0)
        free = _paragraph([], look) * 4
        hint = self._words(signer.hint, _Look(12, "center", after=0), Face.ITALIC)
        return (
            self._words(signer.title, look, Face.BOLD)
            + hint
            + free
            + self._words((Group(signer.name),), look, Face.BOLD)
        )


def _rule() -> str:
    return _paragraph([Words("_" * 12)], _Look(7, "center", after=80))


def _paragraph(runs: Iterable[Run], look: _Look) -> str:
    keep = "<w:keepNext/>" if look.keeps_next else ""
    made = "".join(_run(run, look) for run in runs)
    return (
        f'<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="{look.after}"/>'
        f'<w:ind w:firstLine="{look.first}"/><w:jc w:val="{look.align}"/></w:pPr>{made}</w:p>'
    )


def _run(run: Run, look: _Look) -> str:
    if isinstance(run, Box):
        return _text("☒" if run.is_ticked else "☐", BOX_FONT, "", look)
    if not isinstance(run, Words):
        return _text("." * int(run.least * (STRETCHED_DOTS if run.stretch else 1)), FONT, "", look)
    bold = "<w:b/>" if run.face in {Face.BOLD, Face.BOLD_ITALIC} else ""
    italic = "<w:i/>" if run.face in {Face.ITALIC, Face.BOLD_ITALIC} else ""
    return _text(run.text, FONT, bold + italic, look)


def _text(text: str, font: str, face: str, look: _Look) -> str:
    underline = '<w:u w:val="single"/>' if look.is_underlined else ""
    size = round(look.size * 2)
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    return f'<w:r><w:rPr>{fonts}{face}<w:sz w:val="{size}"/>{underline}</w:rPr>{lines}</w:r>'


def _table(rows: Sequence[Sequence[str]], shares: Sequence[float], *, is_ruled: bool = False) -> str:
    widths = [round(TEXT_WIDTH * share / sum(shares)) for share in shares]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = "single" if is_ruled else "nil"
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = []
    for number, row in enumerate(rows):
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or "<w:p/>"}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        head = "<w:tblHeader/>" if is_ruled and number == 0 else ""
        made.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(made)}</w:tbl>'
    )
