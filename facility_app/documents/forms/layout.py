"""A filled form as pieces, laid out as NĐ 30/2020 asks: sizes in points, places in the order of its annex."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.lib.units import mm

from facility_app.documents.face import Face
from facility_app.documents.flow import Columns, Gap, Piece, Stack
from facility_app.documents.forms.filling import Filler
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
from facility_app.documents.forms.wording import Group, Slot, Wording
from facility_app.documents.measure import Measures
from facility_app.documents.paragraph import Paragraph, Ruled
from facility_app.documents.runs import LINE, Align, Run, Setting, Words
from facility_app.documents.table import table_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
INDENT = 12.7 * mm
BETWEEN = 6.0
"""Between paragraphs, at least."""
HEAD_SHARES = (42, 58)
FOOT_SHARES = (45, 55)
RULE_SHARE = 0.4
"""Of a name or a subject above it: between a third and a half."""
SIGNING_ROOM, CLOSER_SIGNING_ROOM = 22 * mm, 20 * mm
NOTE_SIZE, TABLE_SIZE = 12.0, 12.0
NUMBER_SIZE, HINT_SIZE = 13.0, 12.0
RECIPIENTS_HEAD, RECIPIENTS_SIZE = 12.0, 11.0
_COLUMN_GAP = re.compile(r"\s{3,}")
_FIRST_POINTS = ("1. ", "1) ", "a) ")
_ARTICLE = re.compile(r"Điều \d+\.")


class Layout:
    """Makes the pieces of one form and one payload."""

    def __init__(
        self, spec: FormSpec, filler: Filler, measures: Measures, room: tuple[float, float], line: float = LINE
    ) -> None:
        """Lay out ``spec``.

        Args:
            spec: the form.
            filler: with what it is filled.
            measures: of the letters.
            room: width and height of an empty page.
            line: line height of the body over the size of its letters.
        """
        self._spec, self._filler, self._measures, self._room = spec, filler, measures, room
        size = spec.letters
        self._settings = {
            LineStyle.TITLE: Setting(14, Align.CENTER, before=14, after=8, keeps_next=True),
            LineStyle.SUBJECT: Setting(14, Align.CENTER, after=10, keeps_next=True),
            LineStyle.AUTHORITY: Setting(size, Align.CENTER, before=8, after=8, keeps_next=True),
            LineStyle.BASIS: Setting(size, Align.JUSTIFY, first=INDENT, after=BETWEEN),
            LineStyle.ORDER: Setting(size, Align.CENTER, before=8, after=8, keeps_next=True),
            LineStyle.ADDRESS: Setting(size, Align.CENTER, before=6, after=10),
            LineStyle.ARTICLE: Setting(size, Align.JUSTIFY, first=INDENT, after=BETWEEN),
            LineStyle.SECTION: Setting(
                size, Align.JUSTIFY, first=INDENT, before=8, after=BETWEEN, keeps_next=True
            ),
            LineStyle.TEXT: Setting(size, Align.JUSTIFY, first=INDENT, after=BETWEEN),
            LineStyle.NOTE: Setting(NOTE_SIZE, Align.JUSTIFY, first=INDENT, after=2),
            LineStyle.SPREAD: Setting(size, Align.LEFT),
        }
        self._signing = SIGNING_ROOM if line == LINE else CLOSER_SIGNING_ROOM
        self._settings = {style: replace(one, line=line) for style, one in self._settings.items()}

    def pieces(self, wall: Wall) -> list[Piece]:
        """Everything one file prints, from the head to the last signature."""
        made = list(self._head(self._spec.head))
        for part in self._spec.parts_of(wall):
            for line, following in zip(part.lines, (*part.lines[1:], None), strict=True):
                made += self._line(line)
                if made and is_label(line, following):
                    made[-1].keeps_next = True
                if isinstance(line, Line) and line.style is LineStyle.SUBJECT and len(made) > 1:
                    made[-2].after = 2.0  # type of paper and subject stand as one
        foot = self._foot(self._spec.foot)
        if foot is not None and made:
            made[-1].keeps_next = True  # a page never holds signatures alone
        return [*made, foot] if foot is not None else made

    def _line(self, line: FormLine) -> Iterator[Piece]:
        if isinstance(line, TableLine):
            width, height = self._room
            size = float(line.letters or TABLE_SIZE)
            yield table_of(self._filler.grid(line), self._measures, width, height, size)
        elif isinstance(line, ListLine):
            for runs in self._filler.listed(line, faces_of(line.style)):
                yield Paragraph(runs, self._settings[line.style], self._measures)
        elif line.style is LineStyle.SPREAD:
            yield self._spread(line)
        elif runs := self._filler.runs(line.text, faces_of(line.style)):
            yield self._styled(line, runs)

    def _styled(self, line: Line, runs: Sequence[Run]) -> Piece:
        if line.style is LineStyle.ARTICLE:
            runs = with_bold_number(runs)
        made = Paragraph(runs, self._settings[line.style], self._measures)
        return Ruled(made, RULE_SHARE) if line.style is LineStyle.SUBJECT else made

    def _spread(self, line: Line) -> Piece:
        """Words with wide gaps between them stand in columns, as much room after one as after the other."""
        columns: list[list[Run]] = [[]]
        for run in self._filler.runs(line.text):
            if not isinstance(run, Words):
                columns[-1].append(run)
                continue
            for number, text in enumerate(_COLUMN_GAP.split(run.text)):
                if number:
                    columns.append([])
                if text:
                    columns[-1].append(Words(text, run.face))
        setting = self._settings[LineStyle.SPREAD]
        stacks = [Paragraph(runs, setting, self._measures) for runs in columns if runs]
        wide = [right - left for left, right in (one.extent(self._room[0]) for one in stacks)]
        spare = (self._room[0] - INDENT - sum(wide)) / len(stacks)
        inner = Columns([Gap(0), *stacks], [INDENT, *[one + spare for one in wide]])
        inner.after = BETWEEN
        return inner

    def _centred(self, text: str, size: float, face: Face) -> Paragraph:
        return Paragraph((Words(text, face),), Setting(size, Align.CENTER), self._measures)

    def _set(self, wording: Wording, setting: Setting, face: Face) -> list[Paragraph]:
        """One paragraph, or none when the wording vanished."""
        runs = self._filler.runs(wording, face)
        return [Paragraph(runs, setting, self._measures)] if runs else []

    def _head(self, head: Head) -> Iterator[Piece]:
        if head.layout is HeadLayout.AGENCY:
            yield from self._agency(head)
        elif head.layout is HeadLayout.NATION:
            yield self._centred(NATION, 13, Face.BOLD)
            yield Ruled(self._centred(MOTTO, 14, Face.BOLD), 1.0)
            setting = Setting(14, Align.RIGHT, before=10, after=4)
            yield from self._set(head.place_date, setting, Face.ITALIC)

    def _agency(self, head: Head) -> Iterator[Piece]:
        centre = Setting(12, Align.CENTER)
        issuer = [Ruled(one, RULE_SHARE) for one in self._set(head.issuer, centre, Face.BOLD)]
        left = Stack([*self._set(head.parent, centre, Face.REGULAR), *issuer, Gap(0)])
        right = Stack([self._centred(NATION, 12, Face.BOLD), Ruled(self._centred(MOTTO, 13, Face.BOLD), 1.0)])
        yield Columns([left, right], HEAD_SHARES)
        number = Stack([*self._set(head.number, Setting(NUMBER_SIZE, Align.CENTER), Face.REGULAR), Gap(0)])
        place = Stack([*self._set(head.place_date, Setting(NUMBER_SIZE, Align.CENTER), Face.ITALIC), Gap(0)])
        below = Columns([number, place], HEAD_SHARES, before=8)
        below.after = 4
        yield below

    def _foot(self, foot: Foot) -> Piece | None:
        rows: list[Piece] = []
        rows += self._set(foot.place_date, Setting(14, Align.RIGHT, after=4), Face.ITALIC)
        for number, row in enumerate(foot.rows):
            before = 16.0 if number else 0.0
            if number == 0 and foot.recipients:
                stacks: list[Piece] = [Stack(self._recipients(foot)), *map(self._signer, row)]
                shares: Sequence[float] = FOOT_SHARES if len(stacks) == len(FOOT_SHARES) else [1.0] * len(stacks)
                rows.append(Columns(stacks, shares, before=before))
            else:
                rows.append(self._signers(row, before))
        return Stack(rows, before=14) if rows else None

    def _signers(self, row: Sequence[Signer | None], before: float) -> Piece:
        """Places side by side, their names on one line however long their titles are."""
        shares = [1.0] * len(row)
        titles = [Stack(self._title(one)) for one in row]
        names = [Stack(self._name(one)) for one in row]
        return Stack([Columns(titles, shares), Gap(self._signing), Columns(names, shares)], before)

    def _recipients(self, foot: Foot) -> list[Piece]:
        measures, setting = self._measures, Setting(RECIPIENTS_SIZE)
        made: list[Piece] = [Paragraph((Words(RECIPIENTS, Face.BOLD_ITALIC),), Setting(RECIPIENTS_HEAD), measures)]
        for line in foot.recipients:
            if isinstance(line, ListLine):
                made += [Paragraph(runs, setting, measures) for runs in self._filler.listed(line)]
            elif isinstance(line, Line):
                made += self._set(line.text, setting, Face.REGULAR)
        return made

    def _signer(self, signer: Signer | None) -> Piece:
        return Stack([*self._title(signer), Gap(self._signing), *self._name(signer)])

    def _title(self, signer: Signer | None) -> list[Piece]:
        """Who signs, and how."""
        if signer is None:
            return [Gap(0)]
        title = self._set(signer.title, Setting(self._spec.letters, Align.CENTER), Face.BOLD)
        hint = self._set(signer.hint, Setting(HINT_SIZE, Align.CENTER), Face.ITALIC)
        return [*title, *hint, Gap(0)]

    def _name(self, signer: Signer | None) -> list[Piece]:
        """The name, where it is given."""
        if signer is None:
            return [Gap(0)]
        return [*self._set((Group(signer.name),), Setting(self._spec.letters, Align.CENTER), Face.BOLD), Gap(0)]


_FACES = {
    LineStyle.TITLE: Face.BOLD,
    LineStyle.SUBJECT: Face.BOLD,
    LineStyle.AUTHORITY: Face.BOLD,
    LineStyle.BASIS: Face.ITALIC,
    LineStyle.ORDER: Face.BOLD,
    LineStyle.SECTION: Face.BOLD,
}


def faces_of(style: LineStyle) -> Face:
    """The face of a line's words."""
    return _FACES.get(style, Face.REGULAR)


def is_label(line: FormLine, following: FormLine | None) -> bool:
    """Whether a line only announces the next one, and must not be left alone at the foot of a page."""
    if not isinstance(line, Line) or line.style not in {LineStyle.TEXT, LineStyle.ARTICLE} or following is None:
        return False
    last, below = line.text[-1] if line.text else "", following.text if isinstance(following, Line) else ()
    if isinstance(last, str) and last.rstrip().endswith(":"):
        return True
    first = below[0] if below else ""
    is_filled_below = len(below) == 1 and isinstance(first, Slot)
    return is_filled_below or (isinstance(first, str) and first.startswith(_FIRST_POINTS))


def with_bold_number(runs: Sequence[Run]) -> Sequence[Run]:
    """“Điều 1.” in bold, what follows not."""
    first = runs[0]
    found = _ARTICLE.match(first.text) if isinstance(first, Words) else None
    if found is None or not isinstance(first, Words):
        return runs
    return (Words(found[0], Face.BOLD), Words(first.text[found.end() :], first.face), *runs[1:])
