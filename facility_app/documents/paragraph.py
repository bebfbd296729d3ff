"""Words in lines: justified or not, in several faces, with dotted leaders that fill a line and boxes to tick."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from facility_app.documents.face import Face
from facility_app.documents.flow import Piece
from facility_app.documents.measure import Measures
from facility_app.documents.runs import Align, Box, Leader, Run, Setting, Words

BOX = 0.72
"""Side of a box over size of letters."""
LONE_LINES = 2
"""Lines of a paragraph that stand at least on either side of a page break."""


class _Bit(NamedTuple):
    """What is never broken: a word, a leader or a box, with its width."""

    run: Run
    width: float


class _Cluster(NamedTuple):
    """Bits that stand side by side without a blank; ``ends`` a line after it."""

    bits: tuple[_Bit, ...]
    width: float
    ends: bool = False


class _Line(NamedTuple):
    """A line that is set: chunks with their distance from the left, and what is added to each blank."""

    chunks: tuple[tuple[float, Run], ...]
    blank: float
    right: float
    left: float


class Paragraph(Piece):
    """Runs in lines."""

    def __init__(self, runs: Sequence[Run], setting: Setting, measures: Measures) -> None:
        """Set ``runs``; their words must be writable."""
        self._runs, self._setting, self._measures = tuple(runs), setting, measures
        self._set: tuple[float, tuple[_Line, ...]] | None = None
        self.before, self.after, self.keeps_next = setting.before, setting.after, setting.keeps_next

    @property
    def _leading(self) -> float:
        return self._setting.size * self._setting.line

    def lines(self, width: float) -> tuple[_Line, ...]:
        """The lines when set ``width`` wide; set once."""
        if self._set is None or self._set[0] != width:
            self._set = (width, tuple(self._laid(width)))
        return self._set[1]

    def extent(self, width: float) -> tuple[float, float]:
        """Left and right end of the widest line."""
        lines = self.lines(width)
        return min(line.left for line in lines), max(line.right for line in lines)

    @override
    def height(self, width: float) -> float:
        return len(self.lines(width)) * self._leading

    @override
    def least(self, width: float) -> float:
        count = len(self.lines(width))
        return (LONE_LINES if count >= 2 * LONE_LINES else count) * self._leading

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Piece, Piece] | None:
        lines = self.lines(width)
        taken = min(int(room // self._leading), len(lines) - LONE_LINES)
        if taken < LONE_LINES and (room < page or taken < 1):
            return None
        return self._part(lines[:taken], width), self._part(lines[taken:], width)

    def _part(self, lines: tuple[_Line, ...], width: float) -> "Paragraph":
        part = Paragraph(self._runs, self._setting, self._measures)
        part._set = (width, lines)
        return part

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        size, typeface = self._setting.size, self._measures.typeface
        out, boxes = canvas.beginText(), []
        face, blank, y = None, 0.0, top - size
        for line in self.lines(width):
            if line.blank != blank:
                blank = line.blank
                out.setWordSpace(blank)
            for left, run in line.chunks:
                if isinstance(run, Box):
                    boxes.append((x + left + size * 0.06, y, run.is_ticked))
                    continue
                words = run if isinstance(run, Words) else Words("." * run.least)
                if words.face is not face:
                    face = words.face
                    out.setFont(typeface.name(face), size)
                out.setTextOrigin(x + left, y)
                out.textOut(words.text)
            y -= self._leading
        if blank:
            out.setWordSpace(0)  # it would stay in force for all that follows on the page
        canvas.drawText(out)
        for left, bottom, is_ticked in boxes:
            _draw_box(canvas, left, bottom, size * BOX, is_ticked=is_ticked)

    def _laid(self, width: float) -> Iterator[_Line]:
        setting, blank = self._setting, self._measures.of(self._setting.size, Face.REGULAR).width(" ")
        line: list[_Cluster] = []
        indent, used = setting.left + setting.first, 0.0
        for cluster in self._clusters(width - setting.left - max(setting.first, 0.0)):
            wide = used + (blank if line else 0.0) + cluster.width
            if line and indent + wide > width + 0.01:
                yield self._line(line, indent, width, is_last=False)
                line, indent, wide = [], setting.left, cluster.width
            line.append(cluster)
            used = wide
            if cluster.ends:
                yield self._line(line, indent, width, is_last=True)
                line, indent, used = [], setting.left, 0.0
        yield self._line(line, indent, width, is_last=True)

    def _line(self, clusters: Sequence[_Cluster], indent: float, width: float, *, is_last: bool) -> _Line:
        align, blank = self._setting.align, self._measures.of(self._setting.size, Face.REGULAR).width(" ")
        blanks = max(len(clusters) - 1, 0)
        spare = width - indent - sum(one.width for one in clusters) - blanks * blank
        stretch = sum(bit.run.stretch for one in clusters for bit in one.bits if isinstance(bit.run, Leader))
        x, per_share, more = indent, 0.0, 0.0
        if align is Align.CENTER:
            x += spare / 2
        elif align is Align.RIGHT:
            x += spare
        elif stretch:
            per_share = spare / stretch
        elif align is Align.JUSTIFY and not is_last and blanks:
            more = spare / blanks
        return self._chunked(clusters, x, blank + more, more, per_share)

    def _chunked(
        self, clusters: Sequence[_Cluster], x: float, blank: float, more: float, per_share: float
    ) -> _Line:
        """Neighbouring words of one face as one chunk each."""
        chunks: list[tuple[float, Run]] = []
        words, face, start, left = "", Face.REGULAR, x, x
        for place, cluster in enumerate(clusters):
            if place:
                words, x = words + " " if words else words, x + blank
            for bit in cluster.bits:
                run, wide = bit.run, bit.width
                if isinstance(run, Words) and words and run.face is face:
                    words += run.text
                    x += wide
                    continue
                if words.strip():
                    chunks.append((start, Words(words, face)))
                words = ""
                if isinstance(run, Words):
                    words, face, start = run.text, run.face, x
                elif isinstance(run, Leader):
                    wide += run.stretch * per_share
                    chunks.append(self._dots(x, wide))
                else:
                    chunks.append((x, run))
                x += wide
        if words.strip():
            chunks.append((start, Words(words, face)))
        return _Line(tuple(chunks), more, x, left)

    def _dots(self, x: float, width: float) -> tuple[float, Leader]:
        """As many dots as there is room for, set against its right end."""
        dot = self._measures.of(self._setting.size, Face.REGULAR).width(".")
        count = max(int((width + 0.01) // dot), 1)
        return x + max(width - count * dot, 0.0), Leader(count)

    def _clusters(self, widest: float) -> Iterator[_Cluster]:
        bits: list[_Bit] = []
        for run in self._runs:
            if not isinstance(run, Words):
                bits.append(self._bit(run))
                continue
            measure = self._measures.of(self._setting.size, run.face)
            for number, part in enumerate(run.text.split("\n")):
                if number:
                    yield from self._fitting(bits, widest, ends=True)
                    bits = []
                for place, word in enumerate(part.split(" ")):
                    if place and bits:
                        yield from self._fitting(bits, widest)
                        bits = []
                    if word:
                        bits.append(_Bit(Words(word, run.face), measure.width(word)))
        if bits:
            yield from self._fitting(bits, widest)

    def _fitting(self, bits: Sequence[_Bit], widest: float, *, ends: bool = False) -> Iterator[_Cluster]:
        """The cluster; one wider than a line in pieces that are not."""
        whole = bits[0].width if len(bits) == 1 else sum(bit.width for bit in bits)
        if whole <= widest:
            yield _Cluster(tuple(bits), whole, ends)
            return
        kept: list[_Bit] = []
        used = 0.0
        for bit in self._letters(bits, widest):
            if kept and used + bit.width > widest:
                yield _Cluster(tuple(kept), used)
                kept, used = [], 0.0
            kept.append(bit)
            used += bit.width
        yield _Cluster(tuple(kept), used, ends)

    def _letters(self, bits: Sequence[_Bit], widest: float) -> Iterator[_Bit]:
        for bit in bits:
            run = bit.run
            if not isinstance(run, Words) or bit.width <= widest:
                yield bit
                continue
            rest, measure = run.text, self._measures.of(self._setting.size, run.face)
            while rest:
                taken = measure.most_letters(rest, widest)
                yield self._bit(Words(rest[:taken], run.face))
                rest = rest[taken:]

    def _bit(self, run: Run) -> _Bit:
        size = self._setting.size
        if isinstance(run, Words):
            return _Bit(run, self._measures.of(size, run.face).width(run.text))
        if isinstance(run, Leader):
            return _Bit(run, run.least * self._measures.of(size, Face.REGULAR).width("."))
        return _Bit(run, size * (BOX + 0.25))


class Ruled(Piece):
    """A paragraph with a line below it, ``share`` of its widest line long."""

    def __init__(self, paragraph: Paragraph, share: float, gap: float = 2.5) -> None:
        """Rule below ``paragraph``."""
        self._paragraph, self._share, self._gap = paragraph, share, gap
        self.before, self.after, self.keeps_next = paragraph.before, paragraph.after, paragraph.keeps_next

    @override
    def height(self, width: float) -> float:
        return self._paragraph.height(width) + self._gap

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self._paragraph.draw(canvas, x, top, width)
        left, right = self._paragraph.extent(width)
        middle, half = x + (left + right) / 2, (right - left) * self._share / 2
        y = top - self.height(width)
        canvas.setLineWidth(0.6)
        canvas.line(middle - half, y, middle + half, y)


def _draw_box(canvas: Canvas, x: float, y: float, side: float, *, is_ticked: bool) -> None:
    y -= side * 0.06
    canvas.setLineWidth(0.7)
    canvas.rect(x, y, side, side)
    if is_ticked:
        canvas.setLineWidth(1.1)
        inner = side * 0.16
        canvas.line(x + inner, y + inner, x + side - inner, y + side - inner)
        canvas.line(x + inner, y + side - inner, x + side - inner, y + inner)
