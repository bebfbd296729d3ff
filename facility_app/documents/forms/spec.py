"""A form as the program knows it: frozen, complete, and the same for every copy of the data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from facility_app.documents.forms.fields import FieldSpec, Payload
from facility_app.documents.forms.wording import Case, Wording, deciding, slots
from facility_app.kernel.labels import label


class Kind(StrEnum):
    """What kind of paper a form makes."""

    DECISION = "decision"
    CERTIFICATE = "certificate"
    NOTICE = "notice"
    PROPOSAL = "proposal"
    MINUTES = "minutes"
    PERSONAL = "personal"
    CONTRACT = "contract"
    PLAN = "plan"
    SHEET = "sheet"


KIND_LABELS = {
    Kind.DECISION: label("terms", "Quyết định"),
    Kind.CERTIFICATE: label("terms", "Giấy xác nhận"),
    Kind.NOTICE: label("terms", "Thông báo"),
    Kind.PROPOSAL: label("terms", "Đề nghị"),
    Kind.MINUTES: label("terms", "Biên bản"),
    Kind.PERSONAL: label("terms", "Giấy tờ cá nhân"),
    Kind.CONTRACT: label("terms", "Hợp đồng"),
    Kind.PLAN: label("terms", "Kế hoạch"),
    Kind.SHEET: label("terms", "Phiếu"),
}


class Wall(StrEnum):
    """Which file a part is printed in; one file never holds the parts of two walls."""

    OPEN = "open"
    MEDICAL = "medical"


WALL_LABELS = {Wall.OPEN: label("terms", "Phần chung"), Wall.MEDICAL: label("terms", "Phần y tế")}


class LineStyle(StrEnum):
    """How a line of wording is set (NĐ 30/2020)."""

    TITLE = "title"
    SUBJECT = "subject"
    AUTHORITY = "authority"
    BASIS = "basis"
    ORDER = "order"
    ADDRESS = "address"
    ARTICLE = "article"
    SECTION = "section"
    TEXT = "text"
    NOTE = "note"
    SPREAD = "spread"


class HeadLayout(StrEnum):
    """What stands above the title: two columns, the nation's name alone, or nothing."""

    AGENCY = "agency"
    NATION = "nation"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of wording."""

    style: LineStyle
    text: Wording
    is_reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class ListLine:
    """One paragraph for each item of a list.

    Attributes:
        style: of each.
        field: the list.
        text: wording with ``{item}`` and ``{n}``.
        least: how many lines stand when there are fewer items; 0: none.
        is_reconstructed: whether the wording is not in the official text.
        least_in: the official alternative the empty lines belong to; None: any.
    """

    style: LineStyle
    field: str
    text: Wording
    least: int = 0
    is_reconstructed: bool = False
    least_in: Case | None = None


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table of a field's rows; ``least`` empty rows stand when there are none.

    Attributes:
        letters: size of its letters; 0 for the usual one. A table of many columns has smaller ones.
    """

    field: str
    least: int = 3
    is_reconstructed: bool = False
    letters: int = 0


FormLine: TypeAlias = Line | ListLine | TableLine


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that are filled and read by the same people.

    Attributes:
        id: within the form.
        lines: in order.
        walls: the files it is printed in.
        roles: roles that fill it in; empty: whoever may issue the form.
        is_reconstructed: whether none of it is in the official text.
    """

    id: str
    lines: tuple[FormLine, ...]
    walls: frozenset[Wall] = frozenset({Wall.OPEN})
    roles: frozenset[str] = frozenset()
    is_reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title; an empty wording prints nothing."""

    layout: HeadLayout = HeadLayout.NONE
    parent: Wording = ()
    issuer: Wording = ()
    number: Wording = ()
    place_date: Wording = ()
    is_reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign: title above, hint below it, name at the foot."""

    title: Wording
    hint: Wording = ()
    name: Wording = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the body.

    Attributes:
        place_date: above the signatures, where a form has it there.
        recipients: lines below “Nơi nhận:”.
        rows: places to sign, side by side in a row; an empty place is left free.
        is_reconstructed: whether it is not in the official text.
    """

    place_date: Wording = ()
    recipients: tuple[FormLine, ...] = ()
    rows: tuple[tuple[Signer | None, ...], ...] = ()
    is_reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One version of one form.

    Attributes:
        id: as the law numbers it: annex and number, e.g. ``V-50``.
        version: counts up when the wording changes; a paper keeps the version it was issued with.
        title: for lists and menus.
        source: where the wording stands.
        called_by: the articles that ask for it.
        kind: of paper.
        is_received: whether the facility only receives it and enters it.
        letters: size of the body, 13 or 14 points.
        head: above the title.
        parts: the body.
        foot: below it.
        fields: every placeholder, by name.
        footnotes: of the official form, never printed.
        notes: what is known about the wording, e.g. an error kept; never printed.
    """

    id: str
    version: int
    title: str
    source: str
    called_by: str
    kind: Kind
    is_received: bool
    letters: float
    head: Head
    parts: tuple[Part, ...]
    foot: Foot
    fields: Mapping[str, FieldSpec]
    footnotes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def walls(self) -> tuple[Wall, ...]:
        """The files this form is printed as, the open one first."""
        found = {wall for part in self.parts for wall in part.walls}
        return tuple(wall for wall in Wall if wall in found)

    def parts_of(self, wall: Wall) -> tuple[Part, ...]:
        """The parts of one file, in order."""
        return tuple(part for part in self.parts if wall in part.walls)

    def names(self, wall: Wall) -> frozenset[str]:
        """Names of the fields one file prints, its head and foot among them."""
        lines = (line for part in self.parts_of(wall) for line in part.lines)
        found = {name for line in lines for name in line_names(line)}
        return frozenset(found | set(self._around()))

    def only(self, payload: Payload, wall: Wall) -> Payload:
        """What of a payload belongs into one file: nothing of another wall is frozen, hashed or sent with it."""
        names = self.names(wall)
        return {name: value for name, value in payload.items() if name in names}

    def _around(self) -> Iterator[str]:
        head, foot = self.head, self.foot
        wordings = [head.parent, head.issuer, head.number, head.place_date, foot.place_date]
        wordings += [
            text for row in foot.rows for one in row if one is not None for text in (one.title, one.hint, one.name)
        ]
        for wording in wordings:
            yield from asked(wording)
        for line in foot.recipients:
            yield from line_names(line)


def line_names(line: FormLine) -> Iterator[str]:
    """Names of the fields a line prints."""
    if not isinstance(line, Line):
        yield line.field
    if not isinstance(line, TableLine):
        yield from (name for name in asked(line.text) if name not in {"item", "n"})


def asked(wording: Wording) -> Iterator[str]:
    """Names of the fields a wording needs: those it prints, and those that decide which words stand."""
    yield from (slot.name for slot in slots(wording))
    yield from deciding(wording)
