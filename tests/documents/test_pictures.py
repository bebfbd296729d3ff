"""Photos on a paper: shown where they can be read, an empty frame where not; several files become one."""

import base64

from facility_app.documents.engine import render
from facility_app.documents.payload import Photos, PlainPaper
from facility_app.ui.printing.pdf import joined
from tests.documents.reading import FONTS, FOOTER, page_sizes, pages_text

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_a_photo_stands_in_its_frame_and_one_that_cannot_be_read_leaves_it_empty() -> None:
    row = Photos(((DOT, "03/08/2026"), (b"no picture", "04/08/2026"), (b"", "chưa có")), 40)
    made = render(PlainPaper("ẢNH", (row,), FOOTER), FONTS)
    assert b"/Subtype /Image" in made
    (told,) = pages_text(made)
    assert all(caption in told for _, caption in row.pictures)
    assert made == render(PlainPaper("ẢNH", (row,), FOOTER), FONTS)


def test_files_are_joined_in_their_order() -> None:
    one, two = (render(PlainPaper(title, (), FOOTER), FONTS) for title in ("MỘT", "HAI"))
    whole = joined((one, two, one))
    assert len(page_sizes(whole)) == 3
    assert ["MỘT" in text for text in pages_text(whole)] == [True, False, True]
    assert joined((one,)) == one
