"""Sets a plain paper: the same payload and fonts give the same bytes, every face embedded."""

import html
import io
from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
)
from typing_extensions import override

from facility_app.documents.flowables import KeyBoxes, QrPath, SigningLines
from facility_app.documents.payload import (
    Block,
    Footer,
    Grid,
    Heading,
    KeyGroups,
    PlainPaper,
    Points,
    Qr,
    Signatures,
    Text,
)
from facility_app.documents.table import table_of
from facility_app.documents.typeface import Fonts, Typeface
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import label

MARGINS = (20 * mm, 15 * mm, 20 * mm, 30 * mm)
"""Top, right, bottom, left, as NĐ 30/2020 has them."""
LANDSCAPE_MARGINS = (15 * mm, 15 * mm, 18 * mm, 15 * mm)
BODY, FOOT = 12.0, 9.0
LINE = 1.28
"""Line height over letter height: marks stacked on capitals need the room."""


class _Styles:
    """The paragraph styles of one face."""

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self.body = self._style(typeface.regular, BODY, spaceAfter=6)
        self.strong = self._style(typeface.bold, BODY, spaceAfter=6)
        self.heading = self._style(typeface.bold, 13, spaceBefore=8, spaceAfter=4, keepWithNext=1)
        self.title = self._style(typeface.bold, 16, alignment=TA_CENTER, spaceAfter=4)
        self.above = self._style(typeface.regular, BODY, alignment=TA_CENTER, spaceAfter=2)
        self.below = self._style(typeface.italic, BODY, alignment=TA_CENTER, spaceAfter=8)
        self.point = self._style(typeface.regular, BODY, leftIndent=14, spaceAfter=3)
        self.foot = self._style(typeface.regular, FOOT)

    def _style(self, face: str, size: float, **more: Any) -> ParagraphStyle:
        # bulletFontName: the library's own choice would be a face that is not embedded.
        return ParagraphStyle(
            face, fontName=face, bulletFontName=face, fontSize=size, leading=size * LINE, splitLongWords=1, **more
        )

    def paragraph(self, text: str, style: ParagraphStyle) -> Paragraph:
        """Plain words: nothing in them is read as markup."""
        return Paragraph(html.escape(self.typeface.writable(text)).replace("\n", "<br/>"), style)


class _NumberedCanvas(Canvas):
    """Keeps the pages until their number is known, then puts the foot on each."""

    def __init__(self, filename: object, *, foot: "_Foot", **options: object) -> None:
        super().__init__(filename, **options)
        self._foot = foot
        self._kept: list[dict[str, Any]] = []

    @override
    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self._startPage()

    @override
    def save(self) -> None:
        kept = self._kept
        for number, page in enumerate(kept, 1):
            self.__dict__.update(page)
            self._foot.draw(self, number, len(kept))
            Canvas.showPage(self)
        Canvas.save(self)


class _Foot:
    """Who printed it and when, on the left; the page, on the right."""

    def __init__(self, footer: Footer, styles: _Styles, left: float, width: float) -> None:
        who = label("papers", "In bởi {name} lúc {at}").format(
            name=footer.printed_by, at=f"{footer.printed_at.astimezone(LOCAL):%H:%M %d/%m/%Y}"
        )
        self._typeface, self._left, self._width = styles.typeface, left, width
        self._words = styles.paragraph("\n".join(filter(None, (who, footer.note))), styles.foot)
        _, self.height = self._words.wrap(width - 25 * mm, 1000)

    def draw(self, canvas: Canvas, number: int, count: int) -> None:
        """Put it on a page."""
        bottom = 9 * mm
        canvas.saveState()
        canvas.setLineWidth(0.4)
        canvas.line(self._left, bottom + self.height + 3, self._left + self._width, bottom + self.height + 3)
        self._words.drawOn(canvas, self._left, bottom)
        canvas.setFont(self._typeface.regular, FOOT)
        words = label("papers", "Trang {number}/{count}").format(number=number, count=count)
        canvas.drawRightString(self._left + self._width, bottom + self.height - FOOT, words)
        canvas.restoreState()


def render(paper: PlainPaper, fonts: Fonts) -> bytes:
    """Set the paper.

    Returns:
        A PDF; two calls with equal payload and fonts give equal bytes.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    styles = _Styles(fonts.ready())
    page = landscape(A4) if paper.is_landscape else A4
    top, right, bottom, left = LANDSCAPE_MARGINS if paper.is_landscape else MARGINS
    width = page[0] - left - right
    foot = _Foot(paper.footer, styles, left, width)
    low = max(bottom, 9 * mm + foot.height + 8)
    frame = Frame(
        left, low, width, page[1] - top - low, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=page,
        title=paper.title,
        lang="vi-VN",
        invariant=1,
        pageCompression=1,
        initialFontName=styles.typeface.regular,
    )
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(
        _story(paper, styles, (width, page[1] - top - low)), canvasmaker=partial(_NumberedCanvas, foot=foot)
    )
    return out.getvalue()


def _story(paper: PlainPaper, styles: _Styles, room: tuple[float, float]) -> list[Flowable]:
    """The paper as flowables; ``room`` is width and height of an empty page."""
    story: list[Flowable] = []
    if paper.above:
        story.append(styles.paragraph(paper.above, styles.above))
    story.append(styles.paragraph(paper.title, styles.title))
    story.append(styles.paragraph(paper.below, styles.below) if paper.below else Spacer(1, 8))
    for block in paper.blocks:
        story += _set(block, styles, room)
    return story


def _set(block: Block, styles: _Styles, room: tuple[float, float]) -> Sequence[Flowable]:
    match block:
        case Heading() | Text() | Points():
            return _words(block, styles)
        case KeyGroups():
            return (Spacer(1, 8), KeyBoxes(block, styles.typeface), Spacer(1, 10))
        case Qr():
            caption = (styles.paragraph(block.caption, styles.body),) if block.caption else ()
            return (KeepTogether([QrPath(block), *caption]),)
        case Signatures():
            return (KeepTogether([Spacer(1, 10), SigningLines(block, styles.typeface)]),)
        case Grid():
            return (table_of(block, styles.typeface, room[0], room[1]),)


def _words(block: Heading | Text | Points, styles: _Styles) -> Sequence[Flowable]:
    match block:
        case Heading(text):
            return (styles.paragraph(text, styles.heading),)
        case Text(text, is_strong):
            return (styles.paragraph(text, styles.strong if is_strong else styles.body),)
        case Points(texts):
            return tuple(styles.paragraph(f"–  {text}", styles.point) for text in texts)
