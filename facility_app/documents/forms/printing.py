"""A form on paper: one file for one wall, the same bytes for the same payload, marked when it is not the first."""

from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from facility_app.documents.face import Face
from facility_app.documents.flow import Placed, Sheet, paginate, press
from facility_app.documents.forms.fields import Payload, is_empty
from facility_app.documents.forms.filling import Filler
from facility_app.documents.forms.layout import Layout
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.documents.measure import Measures
from facility_app.documents.runs import LINE, SINGLE
from facility_app.documents.shapes import draw_qr, qr_modules
from facility_app.documents.typeface import Fonts, Typeface
from facility_app.kernel.labels import label

TOP, RIGHT, BOTTOM, LEFT = 20 * mm, 15 * mm, 20 * mm, 30 * mm
"""Margins (NĐ 30/2020: 20–25, 15–20, 20–25, 30–35 mm)."""
PAGE_COUNT = "page_count"
LITTLE = 0.4
"""Of a page: less on the last one is worth closer lines if it fits on the page before."""
QR_SIDE, QR_BOTTOM, QR_GAP = 24 * mm, 6 * mm, 1 * mm
PAGE_NUMBER_SIZE, PAGE_NUMBER_TOP = 13.0, 12 * mm
SMALL, SMALL_BOTTOM = 9.0, 9 * mm
VOID_SIZE, VOID_GRAY, VOID_ANGLE = 96.0, 0.85, 50.0


@dataclass(frozen=True, slots=True)
class PrintMarks:
    """What is printed beside the form's own words.

    Attributes:
        copy: number of this copy; ``None``: not told.
        reprint: how often it was printed before; 0: the first time.
        is_void: whether the paper no longer holds.
        qr: what the code at the foot of the first page says; empty: no code.
    """

    copy: int | None = None
    reprint: int = 0
    is_void: bool = False
    qr: str = field(default="", repr=False)


FIRST = PrintMarks()


@dataclass(frozen=True, slots=True)
class SetForm:
    """A form whose lines and pages stand; only what is printed beside them is still free."""

    _title: str
    _pages: list[list[Placed]] = field(repr=False)
    _sheet: Sheet
    _typeface: Typeface

    def pressed(self, marks: PrintMarks = FIRST) -> bytes:
        """A PDF of it; equal marks give equal bytes.

        Raises:
            ValueError: the form was set without room for a code, or the other way round.
        """
        if bool(marks.qr) is not (self._sheet.kept > 0):
            message = "a form is set with or without room for its code"
            raise ValueError(message)
        draw = _Marks(marks, self._typeface).draw
        return press(self._pages, self._sheet, self._typeface, self._title, draw)


def set_form(
    spec: FormSpec, payload: Payload, fonts: Fonts, *, parts: Wall = Wall.OPEN, has_code: bool = True
) -> SetForm:
    """Set the lines of a form, once for however many copies; arguments and faults as ``render``."""
    if parts not in spec.walls:
        message = f"{spec.id} has no {parts} part"
        raise ValueError(message)
    measures = Measures(fonts.ready())
    kept = QR_BOTTOM + QR_SIDE + QR_GAP - BOTTOM if has_code else 0.0
    sheet = Sheet(A4, TOP, RIGHT, BOTTOM, LEFT, kept)
    told = spec.only(payload, parts)
    # What minutes say of their own length is counted; nobody knows it before they are set.
    counts = PAGE_COUNT in spec.fields and bool(told) and is_empty(told.get(PAGE_COUNT))
    pages = _fitted(spec, {**told, PAGE_COUNT: 1} if counts else told, parts, measures, sheet)
    if counts and len(pages) > 1:
        pages = _fitted(spec, {**told, PAGE_COUNT: len(pages)}, parts, measures, sheet)
    return SetForm(f"{spec.id} {spec.title}", pages, sheet, measures.typeface)


def _fitted(spec: FormSpec, told: Payload, parts: Wall, measures: Measures, sheet: Sheet) -> list[list[Placed]]:
    """The pages; lines stand closer where that spares a page that would hold little more than signatures."""
    pages = _pages(spec, told, parts, measures, sheet, LINE)
    piece, down = pages[-1][-1]
    if len(pages) == 1 or down + piece.height(sheet.width) > LITTLE * sheet.height(1):
        return pages
    closer = _pages(spec, told, parts, measures, sheet, SINGLE)
    return closer if len(closer) < len(pages) else pages


def _pages(
    spec: FormSpec, told: Payload, parts: Wall, measures: Measures, sheet: Sheet, line: float
) -> list[list[Placed]]:
    filler = Filler(spec, told, measures.typeface.writable)
    layout = Layout(spec, filler, measures, (sheet.width, sheet.height(1)), line)
    return paginate(layout.pieces(parts), sheet)


def render(
    spec: FormSpec, payload: Payload, fonts: Fonts, *, parts: Wall = Wall.OPEN, marks: PrintMarks = FIRST
) -> bytes:
    """Set a form and press it.

    Args:
        spec: the form.
        payload: what it is filled with; what is missing is printed as dots.
        fonts: the faces.
        parts: the wall whose file is wanted; no file holds what stands behind two.
        marks: what is printed beside the form.

    Returns:
        A PDF; equal arguments give equal bytes.

    Raises:
        EnvironmentFault: ``font_missing``.
        ValueError: the form has no part behind that wall.
    """
    return set_form(spec, payload, fonts, parts=parts, has_code=bool(marks.qr)).pressed(marks)


class _Marks:
    """Draws what stands on every page."""

    def __init__(self, marks: PrintMarks, typeface: Typeface) -> None:
        self._marks, self._typeface = marks, typeface

    def draw(self, canvas: Canvas, number: int, count: int) -> None:
        """Put the marks of page ``number`` of ``count``."""
        del count
        width, height = A4
        if self._marks.is_void:
            self._draw_void(canvas)
        if number > 1:
            canvas.setFont(self._typeface.regular, PAGE_NUMBER_SIZE)
            middle = LEFT + (width - LEFT - RIGHT) / 2
            canvas.drawCentredString(middle, height - PAGE_NUMBER_TOP - PAGE_NUMBER_SIZE / 2, str(number))
        canvas.setFont(self._typeface.italic, SMALL)
        canvas.drawRightString(width - RIGHT, SMALL_BOTTOM, self._words())
        if number == 1 and self._marks.qr:
            self._draw_code(canvas)

    def _words(self) -> str:
        marks = self._marks
        texts = []
        if marks.copy is not None:
            texts.append(label("papers", "Bản số {number}").format(number=marks.copy))
        if marks.reprint:
            texts.append(label("papers", "In lại lần {number}").format(number=marks.reprint))
        return " · ".join(texts)

    def _draw_code(self, canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(LEFT, QR_BOTTOM)
        draw_qr(canvas, qr_modules(self._marks.qr), QR_SIDE)
        canvas.restoreState()
        words = label("papers", "Quét mã này trong chương trình để kiểm tra giấy.")
        canvas.drawString(LEFT + QR_SIDE + 2 * mm, SMALL_BOTTOM, words)

    def _draw_void(self, canvas: Canvas) -> None:
        words, (width, height) = label("papers", "ĐÃ HỦY"), A4
        canvas.saveState()
        canvas.setFillGray(VOID_GRAY)
        canvas.setFont(self._typeface.name(Face.BOLD), VOID_SIZE)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(VOID_ANGLE)
        canvas.drawCentredString(0, -VOID_SIZE / 3, words)
        canvas.restoreState()
