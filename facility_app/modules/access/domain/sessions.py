"""Sitting down at the screen and leaving it, and how long an empty chair stays signed in."""

from enum import StrEnum

from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope

LONGEST_LOCK_MINUTES = 60
LONGEST_GLASS_MINUTES = 60
LONGEST_GRANT_DAYS = 366


class SessionStep(StrEnum):
    """What a person did with their session; the value is the verb the trail keeps."""

    SIGN_IN = "access.sign_in"
    LOCK = "access.lock"
    UNLOCK = "access.unlock"
    SIGN_OUT = "access.sign_out"


FAILED_TRIES = "access.failed_tries"
"""The verb by which the program counts failed tries."""

LOCK_MINUTES = Setting(
    "access.lock_minutes",
    10,
    label("settings", "Tự khóa màn hình sau (phút không dùng)"),
    SettingScope.FACILITY,
    lambda minutes: 1 <= minutes <= LONGEST_LOCK_MINUTES,
)
BREAK_GLASS_MINUTES = Setting(
    "access.break_glass_minutes",
    60,
    label("settings", "Mở khẩn cấp kéo dài (phút)"),
    SettingScope.FACILITY,
    lambda minutes: 1 <= minutes <= LONGEST_GLASS_MINUTES,
)
GRANT_DAYS = Setting(
    "access.grant_days",
    180,
    label("settings", "Quyền xem có thời hạn dài nhất (ngày)"),
    SettingScope.FACILITY,
    lambda days: 1 <= days <= LONGEST_GRANT_DAYS,
)
SETTINGS = (LOCK_MINUTES, BREAK_GLASS_MINUTES, GRANT_DAYS)
