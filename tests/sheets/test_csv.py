"""A text file says neither its letters nor what parts its cells: both are guessed, and the guess is said."""

import codecs
import unicodedata

import pytest

from facility_app.kernel.errors import UserError
from facility_app.sheets.reading.csv_text import Encoding, decode
from facility_app.sheets.reading.grid import CellValue
from facility_app.sheets.workbook import read_book
from tests.helpers.cases import each

NAMES = "STT;Họ và tên;Nơi ở\n1;Nguyễn Văn Đức;Thị trấn Mỹ Lộc\n2;Trần Thị Hường;Quận Gò Vấp\n"
VNI = "1;Nguyeãn Vaên Ñöùc;Thò traán Myõ Loäc\n2;Traàn Thò Höôøng;Quaän Goø Vaáp\n"
TCVN3 = "1;NguyÔn V¨n §øc;ThÞ trÊn Mü Léc\n2;TrÇn ThÞ H­êng;QuËn Gß VÊp\n"


def rows_of(content: bytes) -> list[list[CellValue]]:
    return [list(row) for row in read_book(content, "a.csv").sheets[0].rows]


def cp1258(text: str) -> bytes:
    """As Windows writes it: letters whole where the code page has them, else with a loose tone behind."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            apart = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", apart.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


@each(
    ("content", "encoding", "is_guess"),
    [
        (NAMES.encode(), Encoding.UTF8, False),
        (codecs.BOM_UTF8 + NAMES.encode(), Encoding.UTF8, False),
        (NAMES.encode("utf-16"), Encoding.UTF16, False),
        (codecs.BOM_UTF16_BE + NAMES.encode("utf-16-be"), Encoding.UTF16, False),
        (NAMES.encode("utf-16-le"), Encoding.UTF16, True),
        (cp1258(NAMES), Encoding.CP1258, True),
    ],
)
def test_letters_are_read_whatever_they_were_written_in(
    content: bytes, encoding: Encoding, is_guess: bool
) -> None:
    found = decode(content)
    assert (found.text, found.encoding, found.is_guess) == (NAMES, encoding, is_guess)


@each(("old", "encoding"), [(VNI, Encoding.VNI), (TCVN3, Encoding.TCVN3)])
def test_old_code_pages_come_out_as_letters_of_today(old: str, encoding: Encoding) -> None:
    found = decode(old.encode("latin-1"))
    assert (found.text, found.encoding) == (NAMES.partition("\n")[2], encoding)
    remarks = read_book(old.encode("latin-1"), "a.csv").remarks
    assert remarks[0].text.startswith("Tệp không nói chữ được ghi theo bảng mã nào; đã đoán là ")


def test_letters_nobody_knows_are_said_to_be_unknown() -> None:
    remarks = read_book("Müller;Ærø;Þór;Üçß\n".encode("cp1252"), "a.csv").remarks
    assert remarks[0].text.startswith("Không nhận ra bảng mã")


@each("sign", [";", ",", "\t", "|"])
def test_what_parts_the_cells_is_found_and_said(sign: str) -> None:
    content = f'Họ tên{sign}"Nơi ở"\nLê Ơn{sign}"số 1{sign} ngõ ""2"""\n'.encode()
    assert rows_of(content) == [["Họ tên", "Nơi ở"], ["Lê Ơn", f'số 1{sign} ngõ "2"']]
    assert "Các cột được tách theo dấu" in read_book(content, "a.csv").remarks[-1].text


def test_commas_inside_names_of_places_do_not_part_a_list_parted_by_semicolons() -> None:
    assert len(rows_of(b"1;a, b, c\n2;d, e, f\n3;g, h\n")[0]) == 2


def test_what_excel_says_of_the_separator_is_believed() -> None:
    assert rows_of(b"sep=|\r\na;b|c;d\r\n") == [["a;b", "c;d"]]


def test_cells_of_a_text_file_are_texts_and_numbers_keep_their_zeros() -> None:
    assert rows_of(b'079190001234,="012"\n ,x\n') == [["079190001234", "012"], [None, "x"]]


def test_a_quote_that_never_closes_swallows_no_rows() -> None:
    content = "".join(['a;"b\n', *(f"{n};x\n" for n in range(100))]).encode()
    assert len(rows_of(content)) == 101
    assert any("nháy kép" in remark.text for remark in read_book(content, "a.csv").remarks)


@each("content", [b"\x00\x01\x02\x03" * 50, b"a\x00b" * 20, b"\xff\xfe\x00\xd8\x41\x00"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(UserError) as told:
        read_book(content, "a.csv")
    assert told.value.code == "not_a_sheet"
