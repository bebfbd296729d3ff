"""No sentence of the window sends anybody to the command line, in Vietnamese or in English."""

import re
from string import Formatter

import pytest
from PySide6.QtWidgets import QApplication

from facility_app.app.cli.verbs import VERBS
from facility_app.app.paths import program_folder, resources_folder
from facility_app.app.window.words_of_window import WAYS, WindowWords, in_window, in_window_words
from facility_app.app.words import read_catalogue
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.i18n import refusal
from installer.words import labels_in

VERBS_OF_CALL = "|".join(VERBS)
COMMAND = re.compile(rf"lệnh (?:{VERBS_OF_CALL})\b|--[a-z]+|main\.py|\buser (?:reset|add|password)\b")
IN_ENGLISH = re.compile(rf"\b(?:command|run|runs) (?:{VERBS_OF_CALL})\b|--[a-z]+|main\.py|\buser reset\b")
# Read by the command line alone: findings of ``check``, restore, rekey and bundles have no screen yet.
ELSEWHERE = (
    *("app/cli/", "app/backup_door.py", "app/window/opening.py", "db/rekey.py"),
    *("app/post_room.py", "modules/exchange/", "sync/export.py"),
    *("receiver/", "app/receiving.py", "db/bulk.py"),
)
SOURCES = program_folder() / "facility_app"


def shared() -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → file, of everything a window may say."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(SOURCES).as_posix()
        if not name.startswith(ELSEWHERE):
            found |= {key: name for key in labels_in(path) if key[0] != "findings"}
    return found


def test_no_label_of_the_window_names_a_verb_of_the_command_line() -> None:
    said = shared()
    assert len(said) > 1000
    assert {text: name for (_, text), name in said.items() if COMMAND.search(in_window(text))} == {}


def test_no_english_of_the_window_names_one_either() -> None:
    catalogue = read_catalogue(resources_folder() / "i18n" / "facility_en.ts")
    window = in_window_words(catalogue)
    said = shared()
    assert {text: window[key] for key in said if (text := key[1]) and IN_ENGLISH.search(window.get(key, ""))} == {}


def test_every_way_on_still_stands_in_some_sentence_of_both_languages() -> None:
    texts = [text for _, text in shared()]
    english = read_catalogue(resources_folder() / "i18n" / "facility_en.ts").values()
    unused = [way.command for way in WAYS if not any(way.command in text for text in texts)]
    unsaid = [way.in_english for way in WAYS if not any(way.in_english in text for text in english)]
    assert (unused, unsaid) == ([], [])


def test_a_way_on_asks_for_nothing_the_sentence_does_not_tell() -> None:
    def asked(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    assert [text for _, text in shared() if not asked(in_window(text)) <= asked(text)] == []


@pytest.fixture
def speaking(qapp: QApplication) -> WindowWords:
    return WindowWords(qapp)


def test_a_refusal_is_said_in_the_words_of_the_window(qapp: QApplication, speaking: WindowWords) -> None:
    template = label("errors", "Không có tài khoản “{name}”. Xem danh sách bằng lệnh user list.")
    error = UserError("no_such_user", template, name="hoa")
    qapp.installTranslator(speaking)
    try:
        assert refusal(error) == "Không có tài khoản “hoa”. Xem danh sách ở trang Tài khoản."
    finally:
        qapp.removeTranslator(speaking)
    assert "lệnh user list" in refusal(error)
