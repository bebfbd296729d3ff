"""Sets a plain paper: the same payload and fonts give the same bytes, every face embedded."""

from collections.abc import Iterator

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from facility_app.documents.face import Face
from facility_app.documents.flow import Gap, Piece, Sheet, Stack, paginate, press
from facility_app.documents.measure import Measures
from facility_app.documents.paragraph import Paragraph
from facility_app.documents.payload import (
    Block,
    Footer,
    Grid,
    Heading,
    KeyGroups,
    Photos,
    PlainPaper,
    Plot,
    Points,
    Qr,
    Signatures,
    Text,
)
from facility_app.documents.pictures import PhotoRow
from facility_app.documents.plots import PlotPiece
from facility_app.documents.runs import Align, Setting, Words
from facility_app.documents.shapes import KeyBoxes, QrPath, SigningLines
from facility_app.documents.table import table_of
from facility_app.documents.typeface import Fonts
from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label

MARGINS = (20 * mm, 15 * mm, 20 * mm, 30 * mm)
"""Top, right, bottom, left, as NĐ 30/2020 has them."""
LANDSCAPE_MARGINS = (15 * mm, 15 * mm, 18 * mm, 15 * mm)
BODY, FOOT = 12.0, 9.0
FOOT_BOTTOM = 9 * mm

PLAIN = Setting(BODY, after=6)
HEADING = Setting(13, before=8, after=4, keeps_next=True)
TITLE = Setting(16, Align.CENTER, after=4)
ABOVE = Setting(BODY, Align.CENTER, after=2)
BELOW = Setting(BODY, Align.CENTER, after=8)
LAST_SAID = 2
"""So many pieces before the places to sign stay with them."""
POINT = Setting(BODY, left=14, after=3)
SMALL = Setting(FOOT)


class _Foot:
    """Who printed it and when, on the left; the page, on the right."""

    def __init__(self, footer: Footer, measures: Measures, left: float, width: float) -> None:
        who = label("papers", "In bởi {name} lúc {at}").format(
            name=footer.printed_by, at=format_moment(footer.printed_at)
        )
        self._typeface, self._left, self._width = measures.typeface, left, width
        self._words = _paragraph("\n".join(filter(None, (who, footer.note))), SMALL, measures)
        self._room = width - 25 * mm
        self.height = self._words.height(self._room)

    def draw(self, canvas: Canvas, number: int, count: int) -> None:
        """Put it on a page."""
        right, top = self._left + self._width, FOOT_BOTTOM + self.height
        canvas.setLineWidth(0.4)
        canvas.line(self._left, top + 3, right, top + 3)
        self._words.draw(canvas, self._left, top, self._room)
        canvas.setFont(self._typeface.regular, FOOT)
        words = label("papers", "Trang {number}/{count}").format(number=number, count=count)
        canvas.drawRightString(right, top - FOOT, words)


def render(paper: PlainPaper, fonts: Fonts, encrypt: StandardEncryption | None = None) -> bytes:
    """Set the paper.

    Args:
        paper: what it says.
        fonts: what it is set in.
        encrypt: of ``locked``, for a file only who has the word may read.

    Returns:
        A PDF; two calls with equal payload and fonts give equal bytes, where nothing is locked.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    measures = Measures(fonts.ready())
    size = landscape(A4) if paper.is_landscape else A4
    top, right, bottom, left = LANDSCAPE_MARGINS if paper.is_landscape else MARGINS
    foot = _Foot(paper.footer, measures, left, size[0] - left - right)
    sheet = Sheet(size, top, right, max(bottom, FOOT_BOTTOM + foot.height + 8), left)
    pages = paginate(_signed_with(_pieces(paper, measures, sheet)), sheet)
    return press(pages, sheet, measures.typeface, paper.title, foot.draw, encrypt)


def _signed_with(pieces: Iterator[Piece]) -> list[Piece]:
    """Places to sign never stand alone: what was said last before them stands on the same page."""
    found = list(pieces)
    for place, piece in enumerate(found):
        if isinstance(piece, SigningLines):
            for said in reversed(found[max(0, place - LAST_SAID) : place]):
                said.keeps_next = True
                if said.end_apart() is not None:
                    break
    return found


def _pieces(paper: PlainPaper, measures: Measures, sheet: Sheet) -> Iterator[Piece]:
    if paper.above:
        yield _paragraph(paper.above, ABOVE, measures)
    yield _paragraph(paper.title, TITLE, measures, Face.BOLD)
    yield _paragraph(paper.below, BELOW, measures, Face.ITALIC) if paper.below else Gap(8)
    for block in paper.blocks:
        yield from _set(block, measures, sheet)


def _set(block: Block, measures: Measures, sheet: Sheet) -> Iterator[Piece]:
    match block:
        case Heading(text, opens_page):
            heading = _paragraph(text, HEADING, measures, Face.BOLD)
            heading.opens_page = opens_page
            yield heading
        case Text(text, is_strong):
            yield _paragraph(text, PLAIN, measures, Face.BOLD if is_strong else Face.REGULAR)
        case Points(texts):
            for text in texts:
                yield _paragraph(f"–  {text}", POINT, measures)
        case KeyGroups():
            yield KeyBoxes(block, measures)
        case Qr():
            caption = [_paragraph(block.caption, PLAIN, measures)] if block.caption else []
            yield Stack([QrPath(block), *caption])
        case Photos():
            yield PhotoRow(block, measures)
        case Plot():
            yield PlotPiece(block, measures)
        case Signatures():
            yield SigningLines(block, measures)
        case Grid():
            yield table_of(block, measures, sheet.width, sheet.height(1))


def _paragraph(text: str, setting: Setting, measures: Measures, face: Face = Face.REGULAR) -> Paragraph:
    """Plain words: nothing in them is read as markup."""
    return Paragraph((Words(measures.typeface.writable(text), face),), setting, measures)
