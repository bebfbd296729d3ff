"""A plain paper against its golden text: every word, the size of its sheet, its margins and faces."""

from pathlib import Path

from facility_app.documents.engine import LANDSCAPE_MARGINS, MARGINS, render
from facility_app.documents.payload import Grid, PlainPaper
from tests.documents.reading import FONTS, NAMES, embedded_count, faces, letters, page_sizes, pages_text

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "papers"
PICTURES: Path | None = None
"""A folder the papers are put into, for whoever wants to look at them."""
REWRITES = False
"""Whether the golden texts are written anew, by whoever has read what changed."""
A4 = (595, 842)


def printed(paper: PlainPaper, name: str = "") -> str:
    """The words of a paper, once they are those of its golden text and its sheet is as it must be.

    Args:
        paper: as it is handed to the engine.
        name: of its golden text; none for a variant that has none.
    """
    pdf = render(paper, FONTS)
    keep_picture(pdf, name)
    wanted = A4[::-1] if paper.is_landscape else A4
    assert {(round(wide), round(high)) for wide, high in page_sizes(pdf)} == {wanted}
    top, right, _, left = LANDSCAPE_MARGINS if paper.is_landscape else MARGINS
    for _, letter, box in letters(pdf):
        assert box.left >= left - 1, letter
        assert box.right <= wanted[0] - right + 1, letter
        assert box.top <= wanted[1] - top + 2, letter
    assert faces(pdf) <= {*NAMES}
    assert len({*embedded_count(pdf)}) == 1
    pages = pages_text(pdf)
    if name:
        assert_golden(pages, name)
    return " ".join(pages)


def keep_picture(pdf: bytes, name: str) -> None:
    """Put a paper where somebody wants to look at it."""
    if PICTURES is not None and name:
        (PICTURES / f"{name}.pdf").write_bytes(pdf)


def assert_golden(pages: list[str], name: str) -> None:
    """Every word as it was read and found right; a line a page."""
    file = GOLDEN / f"{name}.txt"
    if REWRITES:
        file.write_text("\n".join(pages) + "\n", encoding="utf-8", newline="\n")
    assert pages == file.read_text(encoding="utf-8").splitlines(), name


def heads(paper: PlainPaper) -> list[str]:
    """The columns of every table of a paper."""
    return ["|".join(one.heads) for one in paper.blocks if isinstance(one, Grid)]
