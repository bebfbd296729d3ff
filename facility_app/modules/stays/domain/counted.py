"""With which structure of the file everybody's term was last counted as a whole."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope

COUNTED_WITH: Final = Setting(
    "stays.counted_with",
    "",
    label("settings", "Thời hạn của mọi người được tính lại theo cấu trúc dữ liệu số"),
    SettingScope.FACILITY,
)
SETTINGS: Final = (COUNTED_WITH,)
