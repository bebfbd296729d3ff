"""Whether a call without a verb asks for the window; read before anything heavy, so that the login comes soon."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

KNOWN = ("--data", "--lang")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@dataclass(frozen=True, slots=True)
class WindowCall:
    """A call for the window.

    Attributes:
        data: the data folder named; empty for the usual one.
        lang: ``vi`` or ``en``.
    """

    data: str = ""
    lang: str = "vi"


def window_call(arguments: Sequence[str]) -> WindowCall | None:
    """The call when ``arguments`` hold nothing but the options a window knows, else None."""
    found: dict[str, str] = {}
    rest = [*arguments]
    while rest:
        name, is_joined, value = rest.pop(0).partition("=")
        if name not in KNOWN or (not is_joined and not rest):
            return None
        found[name.removeprefix("--")] = value if is_joined else rest.pop(0)
    if found.get("lang", "vi") not in {"vi", "en"} or found.get("data") == "":
        return None
    return WindowCall(**found)


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown here; without a screen Qt would end the program with a word of its own."""
    return sys.platform != "linux" or any(environment.get(name) for name in SCREENS)
