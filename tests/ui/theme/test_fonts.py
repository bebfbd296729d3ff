"""Shipped letters cover Vietnamese, carry their licences and are the ones the screen uses."""

import unicodedata
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QRawFont

from facility_app.ui.theme import FAMILY, PAPER_FAMILY, Theme
from facility_app.ui.theme.fonts import load_screen_fonts
from tests.ui.conftest import RESOURCES

FONTS = sorted((RESOURCES / "fonts").rglob("*.ttf"))
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
# Six tones on each of the vowels, and đ: all that plain Latin does not have.
LETTERS = {unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)} | set("đĐ")
VIETNAMESE = {letter for letter in LETTERS if not letter.isascii()}


def test_there_are_134_vietnamese_letters_beyond_ascii() -> None:
    assert len(VIETNAMESE) == 134


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_shipped_face_has_every_vietnamese_letter_and_the_signs_we_write(path: Path) -> None:
    face = QRawFont(str(path), 16)
    wanted = sorted(VIETNAMESE | set("₫•…–−≤“”·"))
    assert face.isValid()
    assert [letter for letter in wanted if not face.supportsCharacter(ord(letter))] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "path", sorted((RESOURCES / "fonts").glob("liberation-*/*.ttf")), ids=lambda path: path.stem
)
def test_paper_letters_are_the_release_that_has_all_vietnamese(path: Path) -> None:
    face = QRawFont(str(path), 16)
    assert face.familyName() == PAPER_FAMILY
    assert "Version 2.1.5".encode("utf-16-be") in face.fontTable("name").data()


def test_every_family_carries_its_licence() -> None:
    folders = {path.parent for path in FONTS}
    assert {folder.name for folder in folders} == {"be-vietnam-pro", "liberation-serif"}
    assert all("SIL" in (folder / "OFL.txt").read_text(encoding="utf-8") for folder in folders)


def test_the_screen_really_uses_the_shipped_letters(theme: Theme) -> None:
    assert theme.unread_fonts == ()
    assert QFontInfo(theme.font()).family() == FAMILY
    assert QFontInfo(theme.font()).exactMatch()


@pytest.mark.usefixtures("qapp")
def test_a_spoilt_font_file_is_named_instead_of_hidden(tmp_path: Path) -> None:
    folder = tmp_path / "be-vietnam-pro"
    folder.mkdir()
    (folder / "Broken.ttf").write_bytes(b"not a font")
    assert load_screen_fonts(tmp_path) == ("Broken.ttf",)
