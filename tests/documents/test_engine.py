"""A paper is set the same way every time, with its own faces, and loses nothing."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from facility_app.documents.engine import render
from facility_app.documents.list_print import ListPrint, list_paper
from facility_app.documents.payload import (
    Block,
    Footer,
    Grid,
    Heading,
    KeyGroups,
    PlainPaper,
    Points,
    Qr,
    Signatures,
    Text,
)
from facility_app.documents.shapes import QUIET_ZONE, qr_modules
from facility_app.documents.typeface import Fonts
from facility_app.kernel.errors import EnvironmentFault
from tests.documents.reading import (
    FONTS,
    FOOTER,
    NAMES,
    assert_on_paper,
    embedded_count,
    faces,
    is_dark,
    page_sizes,
    pages_text,
)
from tests.helpers.cases import each

EVERY_BLOCK = PlainPaper(
    "GIẤY THỬ",
    (
        Heading("Đầu mục"),
        Text("Người cai nghiện Nguyễn Thị Ánh Nguyệt, sinh ngày 01/02/1990."),
        Text("Chữ đậm", is_strong=True),
        Points(("điểm một", "điểm hai")),
        KeyGroups(("000G", "40R4", "0M30")),
        Qr("https://x.vn/?n=Nguyễn Văn Đức", "Quét để kiểm tra"),
        Grid(("Tên", "Số"), (("Đỗ Quốc Toản", "1.234"),), right=frozenset({1})),
        Signatures(("Người lập", "Trưởng cơ sở")),
    ),
    FOOTER,
    above="Cơ sở cai nghiện ma túy số 1",
    below="Mật",
)
LONG = "Được bác sĩ khám, kê đơn và theo dõi; gia đình hỏi thăm qua điện thoại. "


def plain(*blocks: Block, landscape: bool = False) -> PlainPaper:
    return replace(EVERY_BLOCK, blocks=blocks, is_landscape=landscape)


def test_a_paper_says_what_it_was_given() -> None:
    (text,) = pages_text(render(EVERY_BLOCK, FONTS))
    for words in (
        "Cơ sở cai nghiện ma túy số 1",
        "GIẤY THỬ",
        "Nguyễn Thị Ánh Nguyệt, sinh ngày 01/02/1990.",
        "– điểm hai",
        "nhóm 3",
        "Quét để kiểm tra",
        "Đỗ Quốc Toản",
        "1.234",
        "Người lập",
        "(Ký, ghi rõ họ tên)",
        "In bởi Đặng Thị Hoa lúc 22/11/2026 07:30",
        "Trang 1/1",
    ):
        assert words in text, words
    bare = text.replace(" ", "")
    assert bare.index("000Gnhóm1") < bare.index("40R4nhóm2") < bare.index("0M30nhóm3")


def test_every_face_is_one_of_ours_and_embedded() -> None:
    pdf = render(EVERY_BLOCK, FONTS)
    assert faces(pdf) <= set(NAMES)
    named, embedded = embedded_count(pdf)
    assert named == embedded == 3
    assert b"Helvetica" not in pdf
    assert b"Times" not in pdf


def test_one_payload_gives_one_file() -> None:
    first, again = render(EVERY_BLOCK, FONTS), render(EVERY_BLOCK, FONTS)
    assert first == again
    assert render(replace(EVERY_BLOCK, title="GIẤY KHÁC"), FONTS) != first


def test_another_start_of_the_program_gives_the_same_file(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from facility_app.documents.engine import render\n"
        "from tests.documents.test_engine import EVERY_BLOCK, FONTS\n"
        "Path(sys.argv[1]).write_bytes(render(EVERY_BLOCK, FONTS))"
    )
    out = tmp_path / "other.pdf"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(out)], check=True, cwd=root)
    assert out.read_bytes() == render(EVERY_BLOCK, FONTS)


@each("landscape", [False, True])
def test_nothing_is_clipped(landscape: bool) -> None:
    one_word = "x" * 400
    paper = plain(
        Text(LONG * 8),
        Text(one_word),
        Points((LONG, one_word)),
        Grid(("Rất nhiều chữ ở đầu cột", "B"), ((LONG, one_word), (one_word, LONG))),
        Signatures((LONG, "Trưởng cơ sở", "Ba")),
        landscape=landscape,
    )
    pdf = render(replace(paper, title=LONG, above=LONG, below=LONG), FONTS)
    assert_on_paper(pdf)
    assert "".join(pages_text(pdf)).replace(" ", "").count("x" * 20) >= 4 * 400 // 100


def test_a_long_foot_pushes_the_page_up_and_not_off() -> None:
    footer = Footer("Nguyễn " * 40, FOOTER.printed_at, "Đầu chuỗi nhật ký: " + "a1b2c3d4" * 8)
    pdf = render(replace(plain(Text(LONG * 200)), footer=footer), FONTS)
    assert_on_paper(pdf)
    pages = pages_text(pdf)
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert f"Trang {number}/{len(pages)}" in text
        assert "a1b2c3d4a1b2c3d4" in text


def test_markup_and_line_breaks_in_words_are_words() -> None:
    (text,) = pages_text(render(plain(Text('<b>đậm</b> & "ngoặc" <x\ndòng hai')), FONTS))
    assert '<b>đậm</b> & "ngoặc" <x dòng hai' in text


def test_a_letter_the_face_lacks_is_told_by_its_number() -> None:
    (text,) = pages_text(
        render(plain(Text("ô ☐, mặt 😀, chữ 漢, ẩn\u200b\u00ad hết"), Grid(("☑",), (("☐",),))), FONTS)
    )
    assert "ô [U+2610], mặt [U+1F600], chữ [U+6F22], ẩn hết" in text
    assert "[U+2611]" in text


def test_decomposed_words_are_composed() -> None:
    (text,) = pages_text(render(plain(Text("Nguye\u0302\u0303n")), FONTS))
    assert "Nguyễn" in text


def test_every_vietnamese_letter_is_there() -> None:
    base = "aăâeêioôơuưy"
    marks = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    lower = "đ₫" + "".join(letter + mark for letter in base for mark in marks)
    (text,) = pages_text(render(plain(Text(f"{lower} {lower.upper()}")), FONTS))
    assert "[U+" not in text


def test_a_qr_code_is_drawn_as_it_was_made() -> None:
    content = "https://x.vn/?n=Nguyễn Văn Đức"
    pdf = render(plain(Qr(content, size_mm=60)), FONTS)
    modules = qr_modules(content)
    dots_a_point = 2
    dark = is_dark(pdf, dots_a_point)
    # The code is the only thing on the paper with runs of dark that wide: its finder begins at its upper left.
    side = 60 / 25.4 * 72 * dots_a_point / (len(modules) + 2 * QUIET_ZONE)
    top = next(
        row
        for row, line in enumerate(dark)
        if any(all(line[x : x + int(6 * side)]) for x in range(len(line) - int(6 * side)))
    )
    left = next(x for x in range(len(dark[top])) if all(dark[top + 2][x : x + int(6 * side)]))
    read = tuple(
        tuple(
            dark[int(top + (row + 0.5) * side)][int(left + (column + 0.5) * side)]
            for column in range(len(modules))
        )
        for row in range(len(modules))
    )
    assert read == modules


@each(
    ("blocks", "last"),
    [
        # However many points stand before the code: it and the last of them go overleaf with the signatures.
        ((*(Points((f"điểm {place}",)) for place in range(24)), Qr("x" * 60, "Quét")), "điểm 23"),
        ((Heading("Đầu"), Grid(("Tên", "Số"), tuple((f"Người {place}", "1") for place in range(35)))), "Người 34"),
        ((*(Text(f"câu {place}") for place in range(30)),), "câu 29"),
    ],
)
def test_places_to_sign_never_stand_alone_overleaf(blocks: tuple[Block, ...], last: str) -> None:
    filling = [Text("dòng") for _ in range(12)]
    overleaf = []
    for count in range(len(filling)):
        paper = plain(*filling[:count], *blocks, Signatures(("Bên nhận", "Bên giao")))
        pages = pages_text(render(paper, FONTS))
        signed = next(page for page in pages if "Bên giao" in page)
        assert last in signed
        overleaf.append(len(pages))
    assert max(overleaf) > 1


def test_a_short_table_is_never_parted_nor_from_its_heading() -> None:
    facts = Grid(("Nội dung", "Ghi"), tuple((f"mục {place}", "ghi") for place in range(6)), widths=(30, 70))
    moved = set()
    for count in range(20, 45):
        filling = [Text("dòng") for _ in range(count)]
        pages = pages_text(render(plain(*filling, Heading("Chuyển viện"), facts, Text("hết")), FONTS))
        (whole,) = [page for page in pages if "mục 0" in page]
        assert all(f"mục {place}" in whole for place in range(6)), count
        assert "Chuyển viện" in whole, count
        moved.add(pages.index(whole))
    assert moved == {0, 1}


def test_a_list_numbers_its_rows_and_repeats_its_head() -> None:
    rows = tuple((f"Nguyễn Văn {n}", "Đồng Nai") for n in range(120))
    pdf = render(list_paper(ListPrint("DANH SÁCH", ("Họ tên", "Tỉnh"), rows, FOOTER, "Cơ sở", "tháng 11")), FONTS)
    pages = pages_text(pdf)
    assert len(pages) > 2
    assert all(text.count("Họ tên") == 1 for text in pages)
    assert "Tổng số: 120 dòng." in pages[-1]
    assert "tháng 11" in pages[0]
    assert all(width > height for width, height in page_sizes(pdf))
    together = " ".join(pages)
    assert all(f"{n + 1} Nguyễn Văn {n} " in together for n in range(120))
    assert_on_paper(pdf)


def test_an_empty_list_is_a_list() -> None:
    (text,) = pages_text(render(list_paper(ListPrint("DANH SÁCH", ("A",), (), FOOTER)), FONTS))
    assert "Tổng số: 0 dòng." in text


def test_a_cell_longer_than_pages_goes_on_overleaf_under_the_head() -> None:
    words = " ".join(f"từ{n}" for n in range(6000))
    pdf = render(
        plain(Text("trước"), Grid(("Mục", "Nội dung"), (("a", "b"), ("đầu", words), ("sau", "hết")))), FONTS
    )
    pages = pages_text(pdf)
    assert len(pages) > 4
    assert all("Nội dung" in text for text in pages)
    together = " ".join(pages)
    assert all(f"từ{n} " in together for n in range(6000))
    assert together.index("sau hết") > together.index("từ5999")
    assert_on_paper(pdf)


def test_many_columns_get_small_letters_and_stay_whole() -> None:
    heads = tuple(f"Cột thứ {n}" for n in range(16))
    rows = tuple(tuple(f"{n * m * 1000}" for n in range(16)) for m in range(40))
    pdf = render(list_paper(ListPrint("RỘNG", heads, rows, FOOTER, right=frozenset(range(16)))), FONTS)
    assert_on_paper(pdf)
    together = " ".join(pages_text(pdf))
    assert "585000" in together


def test_a_table_that_is_none_is_refused() -> None:
    for heads, rows, widths in (((), (), ()), (("A",), (("a", "b"),), ()), (("A", "B"), (), (1.0,))):
        with pytest.raises(ValueError, match="columns"):
            Grid(heads, rows, widths=widths)


@pytest.mark.parametrize("content", [None, b"no font"])
def test_without_its_faces_nothing_is_printed(tmp_path: Path, content: bytes | None) -> None:
    family = f"Missing{content is None}"
    if content is not None:
        (tmp_path / f"{family}-Regular.ttf").write_bytes(content)
    with pytest.raises(EnvironmentFault) as told:
        render(EVERY_BLOCK, Fonts.in_folder(tmp_path, family))
    assert told.value.code == "font_missing"


def test_what_a_paper_says_stays_out_of_its_repr() -> None:
    told = repr(EVERY_BLOCK)
    assert not [words for words in ("Nguyệt", "000G", "Toản", "Hoa", "x.vn") if words in told]
