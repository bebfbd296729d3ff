"""A locked paper: opened by another reader with its word alone; nothing of it stands in the file in clear."""

import os
import re
import zlib
from datetime import UTC, datetime
from itertools import count

import pypdfium2
import pytest

from facility_app.documents.engine import render
from facility_app.documents.locked import PdfLock, encryption, make_lock
from facility_app.documents.payload import Footer, PlainPaper, Text
from tests.documents.reading import FONTS

MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
WORD = "7K2M-Q9TX-0VBN-4HJR-W8ZC"
PAPER = PlainPaper("Phiếu (24 giờ)", (Text("Nguyễn Văn Đức \\ ( 0,15 mg"),), Footer("Vân", MORNING), "Cơ sở")


def sealed(lock: PdfLock) -> bytes:
    return render(PAPER, FONTS, encryption(lock, os.urandom))


def test_a_reader_that_is_not_ours_opens_it_with_the_word_and_with_nothing_else() -> None:
    file = sealed(PdfLock.of_bytes(make_lock(WORD, os.urandom).to_bytes()))
    opened = pypdfium2.PdfDocument(file, password=WORD)
    assert "Nguyễn Văn Đức \\ ( 0,15 mg" in opened[0].get_textpage().get_text_range()
    for word in (None, "", WORD.lower(), WORD[:-1], "7K2M-Q9TX-0VBN-4HJR-W8ZD"):
        with pytest.raises(pypdfium2.PdfiumError, match="password"):
            pypdfium2.PdfDocument(file, password=word)


def test_neither_text_nor_title_nor_word_nor_key_stands_in_it() -> None:
    lock = make_lock(WORD, os.urandom)
    file = sealed(lock)
    streams = re.findall(rb"stream\r?\n(.*?)endstream", file, re.DOTALL)
    assert len(streams) > 1
    for stream in streams:
        with pytest.raises(zlib.error):
            zlib.decompress(stream)
    for secret in (WORD.encode(), lock.key, lock.key.hex().encode(), lock.key.hex().upper().encode(), b"(Phi"):
        assert secret not in file
    assert b"/R 6" in file
    assert b"/AESV3" in file


def test_two_files_of_one_lock_have_nothing_in_common_and_two_locks_of_one_word_neither() -> None:
    lock = make_lock(WORD, os.urandom)
    first, second = sealed(lock), sealed(lock)
    assert first != second
    other = make_lock(WORD, os.urandom)
    assert {lock.key, lock.user, lock.user_key} & {other.key, other.user, other.user_key} == set()


def test_every_byte_of_chance_is_asked_for_and_a_lock_cut_short_is_none() -> None:
    asked = count()

    def chance(number: int) -> bytes:
        return bytes([next(asked) % 256]) * number

    lock = make_lock(WORD, chance)
    assert next(asked) == 6
    with pytest.raises(ValueError, match="208"):
        PdfLock.of_bytes(lock.to_bytes()[:-1])
