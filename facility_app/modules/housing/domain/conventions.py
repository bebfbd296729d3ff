"""What a facility settles for itself: whether kinds of stay live apart, whose bed is kept while out."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.settings import Setting, SettingScope

MAY_KEEP: Final = ("hospital", "funeral", "proceedings", "in_transit", "suspended", "remand", "prison", "escaped")
"""States of presence (their codes) in which a bed can be kept or given to somebody else."""
KEPT_BY_DEFAULT: Final = "hospital funeral proceedings in_transit"
"""They are back within days, or may not leave at all; who escaped, is at home, in prison or in remand is not."""


def _is_known(kept: str) -> bool:
    return set(kept.split()) <= set(MAY_KEEP)


SEPARATES_KINDS: Final = Setting(
    "housing.separates_kinds",
    True,
    label("settings", "Xếp riêng theo diện: quản lý khi lập hồ sơ, bắt buộc, tự nguyện"),
    SettingScope.FACILITY,
)
KEEPS_BED: Final = Setting(
    "housing.keeps_bed",
    KEPT_BY_DEFAULT,
    label("settings", "Giữ giường khi người cai nghiện tạm vắng vì"),
    SettingScope.FACILITY,
    _is_known,
)
SETTINGS: Final = (SEPARATES_KINDS, KEEPS_BED)
