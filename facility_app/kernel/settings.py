"""Settings are declared once, typed, with a default and a place where they hold."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from facility_app.kernel.labels import Label

T = TypeVar("T", str, int, bool)


class SettingScope(StrEnum):
    """Where a setting holds."""

    FACILITY = "facility"
    USER = "user"
    DEVICE = "device"


def any_value(_value: object) -> bool:
    """Accept every value of the setting's type."""
    return True


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting.

    Attributes:
        key: ``<slice>.<name>``, stable.
        default: the value when nothing is stored; its type is the setting's type.
        text: what the user reads.
        scope: facility, user or device.
        accepts: whether a value is allowed.
    """

    key: str
    default: T
    text: Label
    scope: SettingScope
    accepts: Callable[[T], bool] = any_value
