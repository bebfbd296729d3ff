"""What is known of one thing, as two columns on paper: a head and what is said of it."""

from collections.abc import Iterable

from facility_app.documents.payload import Grid
from facility_app.kernel.labels import label


def facts_grid(facts: Iterable[tuple[str, str]]) -> Grid:
    """Heads and what is said of each; what is not known is left out."""
    rows = tuple((str(head), said) for head, said in facts if said)
    return Grid((label("papers", "Nội dung"), label("papers", "Ghi")), rows, widths=(30, 70))
