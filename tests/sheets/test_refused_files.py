"""A file that cannot be read is refused in plain words, with the way on; none takes the program along."""

import io
import struct
import tracemalloc
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from facility_app.kernel.errors import UserError
from facility_app.sheets.reading.grid import Limits
from facility_app.sheets.workbook import open_book, read_book
from tests.helpers.cases import each
from tests.sheets import old_excel as old
from tests.sheets.made import FILES, ods, unzipped, xlsx, xlsx_of, zipped
from tests.sheets.twisted import originals, twisted
from tests.sheets.twisted_reading import outcome

SEED = 20_261_122
ROW = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'


def refusal(content: bytes, name: str = "danh sách.xlsx", limits: Limits | None = None) -> UserError:
    with pytest.raises(UserError) as told:
        read_book(content, name, limits or Limits())
    assert "{" not in told.value.message
    return told.value


def moved(content: bytes, old_xml: bytes, new_xml: bytes) -> bytes:
    """The workbook with something else in the XML of its sheet."""
    parts = unzipped(content)
    assert old_xml in parts["xl/worksheets/sheet1.xml"]
    sheet = parts["xl/worksheets/sheet1.xml"].replace(old_xml, new_xml)
    return zipped({**parts, "xl/worksheets/sheet1.xml": sheet})


@each(
    ("content", "code", "word"),
    [
        (b"", "file_empty", "không có byte nào"),
        (b"%PDF-1.7 abc", "not_a_sheet", "tệp PDF"),
        (b"\x89PNG\r\n\x1a\n", "not_a_sheet", "hình ảnh"),
        (b"\xff\xd8\xff\xe0", "not_a_sheet", "hình ảnh"),
        (b"Rar!\x1a\x07", "not_a_sheet", "tệp nén"),
        (b"<html><table><tr><td>1</td></tr></table>", "not_a_sheet", "trang web"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?><Workbook/>", "not_a_sheet", "trang web"),
        (b"{\\rtf1 a}", "not_a_sheet", "tài liệu Word"),
        (b"MZ\x90\x00\x03", "not_a_sheet", "chương trình"),
        (b"SQLite format 3\x00", "not_a_sheet", "cơ sở dữ liệu"),
        (b"\x09\x04\x06\x00\x00\x04\x10\x00", "not_a_sheet", "Excel 4"),
        (b"\x07\x01\x02\x00" * 90, "not_a_sheet", "tệp loại khác"),
        (zipped({"word/document.xml": "<a/>"}), "not_a_sheet", "tài liệu Word"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "not_a_sheet", "bài trình chiếu"),
        (zipped({"xl/workbook.bin": b"\x83"}), "not_a_sheet", ".xlsb"),
        (zipped({"anh.png": b"\x89PNG"}), "not_a_sheet", "tệp nén"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
            "not_a_sheet",
            "Word",
        ),
        (old.contained({"WordDocument": b"a"}), "not_a_sheet", "tài liệu Word"),
        (old.contained({"EncryptedPackage": b"a"}), "file_has_password", "mật khẩu"),
        (old.workbook(old.BIFF8, b"", old.record(0x2F, b"\1\0")), "file_has_password", "mật khẩu"),
        (b" \n \n", "no_cells", "không có ô nào"),
        (xlsx(lambda *_: None), "no_cells", "không có ô nào"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600, "file_broken", "bị hỏng"),
    ],
)
def test_what_is_no_readable_sheet_is_called_what_it_is(content: bytes, code: str, word: str) -> None:
    told = refusal(content)
    assert told.code == code
    assert "danh sách.xlsx" in told.message
    assert word in told.message
    assert "Hãy" in told.message


def test_an_open_document_with_a_password_is_told_from_a_broken_one() -> None:
    parts: dict[str, str | bytes] = dict(unzipped(ods(ROW)))
    parts["META-INF/manifest.xml"] = "<manifest:encryption-data/>"
    parts["content.xml"] = b"\x8a\x11"
    assert refusal(zipped(parts)).code == "file_has_password"


@each("kept", [0.05, 0.5, 0.9])
@each("which", [0, 2, 3])
def test_a_file_cut_off_is_broken(which: int, kept: float) -> None:
    content = originals()[which]
    assert refusal(content[: int(len(content) * kept)]).code == "file_broken"


def test_a_document_that_defines_its_own_entities_is_not_opened() -> None:
    parts: dict[str, str | bytes] = dict(unzipped(ods(ROW)))
    parts["content.xml"] = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert refusal(zipped(parts)).code == "file_broken"


def test_a_value_in_the_farthest_cell_is_named_and_takes_no_memory() -> None:
    content = moved(xlsx_of([[1, 2]]), b'r="B1"', b'r="XFD1048576"')
    tracemalloc.start()
    told = refusal(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told.code == "sheet_too_big"
    assert "XFD1048576" in told.message
    assert peak < 20_000_000


def test_a_far_cell_with_a_format_alone_is_nothing() -> None:
    far = b'<c r="XFD1048576" s="1"/><c r="XFC1048576" s="1"></c></row>'
    assert read_book(moved(xlsx_of([[1]]), b"</row>", far), "a.xlsx").sheets[0].rows == ((1,),)


def test_a_cell_cannot_hide_its_place_behind_a_quoted_bracket() -> None:
    hidden = moved(xlsx_of([[1]]), b'<c r="A1">', b"<c x='>' r = 'XFD1048576'><!-- -->")
    assert refusal(hidden).code == "sheet_too_big"


def test_a_count_that_promises_billions_takes_no_memory() -> None:
    parts = unzipped(xlsx_of([["một", "hai"]]))
    strings = parts["xl/sharedStrings.xml"].replace(b'uniqueCount="2"', b'uniqueCount="4294967295"')
    styles = parts["xl/styles.xml"].replace(b'<cellXfs count="1"', b"<cellXfs count='4294967295'")
    assert strings != parts["xl/sharedStrings.xml"]
    assert styles != parts["xl/styles.xml"]
    content = zipped({**parts, "xl/sharedStrings.xml": strings, "xl/styles.xml": styles})
    assert read_book(content, "a.xlsx").sheets[0].rows == (("một", "hai"),)


def test_far_cells_of_old_and_open_files_are_named_too() -> None:
    assert "IV65536" in refusal((FILES / "far_cell.xls").read_bytes()).message
    wide = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated='
    assert refusal(ods(f'{wide}"1000" office:value-type="float" office:value="1"/></table:table-row>')).code == (
        "sheet_too_big"
    )


def test_a_small_file_that_unpacks_to_gigabytes_is_refused() -> None:
    parts: dict[str, str | bytes] = dict(unzipped(xlsx_of([["a"]])))
    parts["xl/sharedStrings.xml"] = b"<sst>" + b" " * 3_000_000
    small = Limits(unpacked_bytes=1_000_000)
    assert refusal(zipped(parts), limits=small).code == "file_too_big"


def test_a_part_that_lies_about_its_size_is_broken() -> None:
    content = bytearray(zipped({"xl/workbook.xml": b" " * 100_000, "xl/worksheets/sheet1.xml": b"<sheetData/>"}))
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"PK\x01\x02"))
    struct.pack_into("<I", content, place + 24, 10)
    assert refusal(bytes(content)).code == "file_broken"


def test_an_encrypted_part_needs_the_password() -> None:
    content = bytearray(xlsx_of([["a"]]))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    assert refusal(bytes(content)).code == "file_has_password"


def test_too_many_sheets_cells_columns_and_bytes_are_refused_with_the_limit(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, [1, 2, 3])
        book.add_worksheet("2").write_row(0, 0, [1, 2, 3])

    content = xlsx(fill)
    assert refusal(content, limits=Limits(sheets=1)).code == "too_many_sheets"
    assert refusal(content, limits=Limits(cells=5)).code == "too_many_cells"
    assert refusal(content, limits=Limits(columns=2)).code == "sheet_too_big"
    assert "cột B" in refusal(b"1,2,3\n", limits=Limits(columns=2)).message
    path = tmp_path / "to.csv"
    path.write_bytes(b"1,2\n" * 10)
    with pytest.raises(UserError) as told:
        open_book(path, Limits(file_bytes=20))
    assert told.value.code == "file_too_big"


def test_a_million_columns_in_a_text_file_are_refused() -> None:
    assert refusal(b"a," * 1_000_000).code == "sheet_too_big"


def test_no_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "mất.xlsx", tmp_path):
        with pytest.raises(UserError) as told:
            open_book(path)
        assert told.value.code == "file_missing"


def test_one_cell_is_a_sheet() -> None:
    assert read_book(xlsx_of([["a"]]), "a.xlsx").sheets[0].rows == (("a",),)
    assert read_book(b"a", "a.csv").sheets[0].rows == (("a",),)


def test_a_zip_with_the_same_part_twice_is_read_as_what_was_measured() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in unzipped(xlsx_of([["một"]])).items():
            packed.writestr(name, content)
    assert read_book(made.getvalue(), "a.xlsx").sheets[0].at(0, 0) == "một"


def test_twisted_files_are_read_or_refused_in_words() -> None:
    chance, files = Random(SEED), originals()
    outcomes = Counter(outcome(*twisted(files, chance)) for _ in range(150))
    assert outcomes["read"] > 30
    assert outcomes["file_broken"] > 30
