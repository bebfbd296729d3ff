"""From a call to a window, or to one plain sentence why there can be none."""

import importlib
import sys
from pathlib import Path
from typing import Any

from facility_app.app.cli.first_words import speak_utf8
from facility_app.app.cli.places import require_place
from facility_app.app.paths import default_data_folder, resources_folder, state_folder
from facility_app.app.window.asked import WindowCall, has_screen
from facility_app.db.folder import DataFolder
from facility_app.kernel.errors import EnvironmentFault, FacilityError
from facility_app.kernel.labels import label

FAULT = 3


def open_asked(asked: WindowCall) -> int:
    """Show the window until it is closed; the exit code."""
    speak_utf8()
    try:
        folder = Path(asked.data) if asked.data else default_data_folder()
        require_place(folder)
        if not has_screen():
            raise _no_screen()
        return _open(DataFolder(folder), asked.lang)
    except FacilityError as refusal:
        # By name: only a refusal needs the catalogue, and the login is painted sooner without its reader.
        words: Any = importlib.import_module("facility_app.app.words")
        said = words.read_words(asked.lang, resources_folder()).fill(refusal.template, refusal.params)
        sys.stderr.write(f"{said}\n")
        return FAULT


def _open(folder: DataFolder, lang: str) -> int:
    # Qt, only where there is a screen.
    run: Any = importlib.import_module("facility_app.app.window.run")
    code: int = run.open_window(folder, state_folder(), lang)
    return code


def _no_screen() -> EnvironmentFault:
    return EnvironmentFault(
        "no_screen",
        label(
            "errors",
            "Máy này không có màn hình đồ họa nên không mở được cửa sổ. Hãy dùng các lệnh (thêm --help để xem), "
            "hoặc chạy trên máy có màn hình.",
        ),
    )
