"""What a plain paper says, as frozen values: a title, blocks in order, who printed it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands at the foot of every page beside its number.

    Attributes:
        printed_by: name of whoever printed it.
        printed_at: when, aware.
        note: one line more, e.g. the head of the audit chain; empty: none.
    """

    printed_by: str = field(repr=False)
    printed_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over what follows; they stay with it on one page.

    Attributes:
        opens_page: whether it begins a page, so that what follows can be hung up by itself.
    """

    text: str = field(repr=False)
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; a line break in it stays one."""

    text: str = field(repr=False)
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Short paragraphs with a dash each."""

    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyGroups:
    """A key to be copied by hand: every letter in a box of its own, every group numbered from 1."""

    groups: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose head stands on every page and whose cells wrap.

    Attributes:
        heads: one per column.
        rows: the cells as text, as many in each row as there are heads.
        right: columns set to the right: numbers and money.
        widths: relative widths; empty: as wide as their words ask.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    right: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table that is not one."""
        wide = len(self.heads)
        if not wide or any(len(row) != wide for row in self.rows) or len(self.widths) not in {0, wide}:
            message = f"a table of {wide} columns has other rows or widths"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code with words below it.

    Attributes:
        content: what a scanner reads.
        caption: what people read.
        size_mm: length of a side, quiet zone included.
    """

    content: str = field(repr=False)
    caption: str = ""
    size_mm: float = 30


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures side by side, each with words below; an empty or unreadable one is an empty frame.

    Attributes:
        pictures: content of each file, and the words below it.
        height_mm: how high each is.
        shape: width of a frame to its height; three by four, as photos of papers are.
    """

    pictures: tuple[tuple[bytes, str], ...] = field(repr=False)
    height_mm: float = 60
    shape: float = 0.75


@dataclass(frozen=True, slots=True)
class PlotLine:
    """One line of a plot: its name with its unit, and its points in order."""

    name: str
    points: tuple[tuple[float, float], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plot:
    """Curves over one pair of axes, told apart without colours.

    Attributes:
        lines: four at most, so that each looks another.
        x_span, y_span: least and greatest value; what is off the scale lies on its edge.
        x_ticks, y_ticks: values with the words at them.
        height_mm: how high it is, names and axis included.
    """

    lines: tuple[PlotLine, ...] = field(repr=False)
    x_span: tuple[float, float]
    y_span: tuple[float, float]
    x_ticks: tuple[tuple[float, str], ...] = ()
    y_ticks: tuple[tuple[float, str], ...] = ()
    height_mm: float = 60

    def __post_init__(self) -> None:
        """Refuse axes without a length."""
        if self.x_span[0] >= self.x_span[1] or self.y_span[0] >= self.y_span[1]:
            message = "an axis of a plot has no length"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side, each under the title of whoever signs."""

    titles: tuple[str, ...]


Block: TypeAlias = Heading | Text | Points | KeyGroups | Grid | Qr | Photos | Plot | Signatures


@dataclass(frozen=True, slots=True)
class PlainPaper:
    """An internal paper without the layout of an official one (NĐ 30/2020).

    Attributes:
        title: in capitals or not, as given.
        blocks: what follows, in order.
        footer: foot of every page.
        above: small words above the title, e.g. the facility's name.
        below: words under the title, e.g. what a list is filtered by.
        is_landscape: whether the long side lies below.
    """

    title: str
    blocks: tuple[Block, ...]
    footer: Footer
    above: str = ""
    below: str = ""
    is_landscape: bool = False
