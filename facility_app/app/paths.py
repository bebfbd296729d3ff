"""Where the files of the program and of its user lie; nobody else computes a path of the program."""

import os
import sys
from pathlib import Path

import platformdirs

NAME = "facility_app"
DATA_VARIABLE = "FACILITY_APP_DATA"
STATE_VARIABLE = "FACILITY_APP_STATE"


def program_folder() -> Path:
    """Folder that holds ``migrations`` and ``resources``: the checkout, or the frozen program's own."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen is not None else Path(__file__).resolve().parents[2]


def migrations_folder() -> Path:
    """The migration steps."""
    return program_folder() / "migrations"


def resources_folder() -> Path:
    """Fonts, icons, translations, catalogues, forms."""
    return program_folder() / "resources"


def default_data_folder() -> Path:
    """The data folder when nobody names one."""
    chosen = os.environ.get(DATA_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(NAME, appauthor=False))


def state_folder() -> Path:
    """The user's state folder: anchors and, without a keyring, the device secret; never part of a backup."""
    chosen = os.environ.get(STATE_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_state_dir(NAME, appauthor=False))
