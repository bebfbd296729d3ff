"""Which stick a folder lies on: the serial of its volume, as the paper that goes along names it (goi-v1 §3.14)."""

import ctypes
import sys
from pathlib import Path
from typing import Any, Final

NAMES: Final = Path("/dev/disk/by-uuid")
"""Where Linux lists volumes by the serial of their file system."""


def volume_serial(folder: Path) -> str:
    """The serial, ``1A2B-3C4D`` for FAT; empty where the system does not tell it."""
    try:
        return _on_windows(folder) if sys.platform == "win32" else _of_device(folder.stat().st_dev)
    except OSError:
        return ""


def _of_device(device: int) -> str:
    for name in sorted(NAMES.iterdir()):
        if name.stat().st_rdev == device:
            return name.name
    return ""


def _on_windows(folder: Path) -> str:
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    serial = ctypes.c_uint32(0)
    root = f"{folder.resolve().anchor}"
    if not kernel.GetVolumeInformationW(root, None, 0, ctypes.byref(serial), None, None, None, 0):
        return ""
    return f"{serial.value >> 16:04X}-{serial.value & 0xFFFF:04X}"
