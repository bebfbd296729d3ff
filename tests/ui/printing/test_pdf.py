"""Pages of a PDF as pictures, page ranges as people write them, files that are whole or not there."""

import errno
import os
import threading
from pathlib import Path

import pytest

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.ui.printing.pdf import PageSize, page_image, page_sizes
from facility_app.ui.printing.port import pages_of
from facility_app.ui.printing.saving import plain_name, write_pdf
from tests.helpers.cases import each
from tests.ui.printing.papers import A4_WIDE, pdf


def test_every_page_is_measured() -> None:
    assert page_sizes(pdf(3)) == (PageSize(595, 842),) * 3
    assert page_sizes(pdf(1, A4_WIDE)) == (PageSize(842, 595),)


def test_page_is_drawn_in_its_own_size_black_on_white() -> None:
    picture = page_image(pdf(2), 1, 72)
    assert (picture.width(), picture.height()) == (595, 842)
    assert picture.pixelColor(190, 842 - 190).name() == "#000000"
    assert picture.pixelColor(210, 842 - 210).name() == "#ffffff"
    assert page_image(pdf(2), 1, 144).width() == 1190


def test_picture_outlives_the_document() -> None:
    pictures = [page_image(pdf(1), 0, 36) for _ in range(20)]
    assert {picture.pixelColor(20, picture.height() - 20).name() for picture in pictures} == {"#000000"}


@each("content", [b"", b"no pdf", pdf(1)[:200]])
def test_damaged_document_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UserError, match="pdf_unreadable"):
        page_sizes(content)


def test_many_threads_draw_at_once_and_all_get_their_page() -> None:
    document = pdf(4)
    widths: list[int] = []

    def draw(number: int) -> None:
        picture = page_image(document, number, 72)
        edge = (number + 1) * 100
        is_right = (
            picture.pixelColor(edge - 5, 840).value() == 0 and picture.pixelColor(edge + 5, 840).value() == 255
        )
        widths.append(number if is_right else -1)

    threads = [threading.Thread(target=draw, args=(n % 4,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(widths) == sorted(n % 4 for n in range(16))


@each(
    ("text", "pages"),
    [
        ("", (0, 1, 2, 3, 4)),
        ("2", (1,)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("1–2;4", (0, 1, 3)),
        (" 3 - 3 , 3", (2,)),
        ("5,1", (4, 0)),
    ],
)
def test_pages_are_understood(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 5) == pages


@each("text", ["0", "6", "3-2", "1-9", "a", "1-", "-2", "1.5", "²"])
def test_pages_not_understood_are_asked_for_again(text: str) -> None:
    with pytest.raises(UserError, match="page_range"):
        pages_of(text, 5)


@each(
    ("name", "file"),
    [
        ("V-31", "V-31.pdf"),
        ("V-31.pdf", "V-31.pdf"),
        ("Biên bản: 12/QĐ", "Biên bản 12 QĐ.pdf"),
        ('a\\b*c?"<>|', "a b c.pdf"),
        ("...", "in.pdf"),
        ("x" * 300, "x" * 100 + ".pdf"),
    ],
)
def test_file_name_is_one_every_system_allows(name: str, file: str) -> None:
    assert plain_name(name) == file


def test_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "V-31.pdf"
    path.write_bytes(b"before")
    assert write_pdf(b"%PDF now", path) == path
    assert path.read_bytes() == b"%PDF now"
    assert [one.name for one in tmp_path.iterdir()] == ["V-31.pdf"]


def test_full_disk_leaves_the_paper_saved_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "V-31.pdf"
    path.write_bytes(b"before")

    def full(_made: Path, _pdf: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(EnvironmentFault, match="disk_full"):
            write_pdf(b"%PDF now", path)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["V-31.pdf"]


def test_paper_takes_the_place_of_no_folder(tmp_path: Path) -> None:
    (tmp_path / "V-31.pdf").mkdir()
    with pytest.raises(UserError, match="not_a_file"):
        write_pdf(b"%PDF", tmp_path / "V-31.pdf")
    assert (tmp_path / "V-31.pdf").is_dir()


def test_file_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="file_not_written"):
        write_pdf(b"%PDF", tmp_path / "missing" / "V-31.pdf")
    assert list(tmp_path.iterdir()) == []
