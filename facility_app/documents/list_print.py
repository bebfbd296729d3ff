"""A plain list on paper: what every list of the program prints itself as."""

from dataclasses import dataclass, field

from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Text
from facility_app.kernel.labels import label


@dataclass(frozen=True, slots=True)
class ListPrint:
    """A list as the screen shows it.

    Attributes:
        title: what is listed.
        heads: heads of the columns.
        rows: cells as text.
        footer: who prints it.
        above: the facility's name; may be empty.
        filters: what the list is limited to, in words; empty: everything.
        right: columns of numbers.
        is_landscape: whether the long side lies below.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    footer: Footer
    above: str = ""
    filters: str = ""
    right: frozenset[int] = frozenset()
    is_landscape: bool = True


def list_paper(listed: ListPrint) -> PlainPaper:
    """The list as a paper: a numbered row each, their count at the end."""
    number = label("papers", "STT")
    rows = tuple((str(place), *row) for place, row in enumerate(listed.rows, 1))
    right = frozenset({0, *(place + 1 for place in listed.right)})
    total = label("papers", "Tổng số: {count} dòng.").format(count=len(rows))
    blocks: tuple[Block, ...] = (Grid((number, *listed.heads), rows, right), Text(total, is_strong=True))
    return PlainPaper(listed.title, blocks, listed.footer, listed.above, listed.filters, listed.is_landscape)
