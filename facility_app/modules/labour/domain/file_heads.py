"""What the columns of a file are called that the days of a team come in."""

from collections.abc import Mapping
from typing import Final

from facility_app.kernel.labels import label

ORDINAL_HEAD, CODE_HEAD, NAME_HEAD = label("papers", "TT"), label("papers", "Mã"), label("papers", "Họ và tên")
MONTH_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "ordinal": (ORDINAL_HEAD, "STT", "Số TT"),
    "code": (CODE_HEAD, "Mã số", "Mã người cai nghiện", "Mã học viên"),
    "name": (NAME_HEAD, "Họ tên"),
}
"""Column → what it may be called in a file of somebody else's; every other column is a day."""
OF_TEAM: Final = label("papers", "Mã tổ: {code}")
"""The line of such a file that says whose it is."""
