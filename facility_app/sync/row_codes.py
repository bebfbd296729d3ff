"""Why the receiver did not take a row, or took it with a remark: stable codes of goi-v1 §3.13, for a clerk."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from facility_app.kernel.labels import Label, label


class RowCode(StrEnum):
    """``E_``: not taken, goes along again until it is. ``W_``: taken, and somebody should look."""

    SCHEMA = "E_SCHEMA"
    REFERENCE = "E_REF"
    OWNER = "E_OWNER"
    PRIVACY = "E_PRIVACY"
    RANGE = "E_RANGE"
    DUPLICATE_KEY = "E_DUP_KEY"
    FORK = "E_FORK"
    STALE = "W_STALE"
    UNKNOWN_FIELD = "W_UNKNOWN_FIELD"
    CODE = "W_CODE"
    CLOCK = "W_CLOCK"
    IDENTITY_MATCH = "W_IDENTITY_MATCH"


ROW_SENTENCES: Final[Mapping[RowCode, Label]] = MappingProxyType(
    {
        RowCode.SCHEMA: label("bundles", "Một ô không đúng kiểu hoặc không đúng quy cách."),
        RowCode.REFERENCE: label("bundles", "Dòng này thuộc về một dòng mà nơi nhận chưa có."),
        RowCode.OWNER: label("bundles", "Hồ sơ đã chuyển cho cơ sở khác; cơ sở này không còn được ghi."),
        RowCode.PRIVACY: label("bundles", "Có nội dung mà luồng gửi này không được mang."),
        RowCode.RANGE: label("bundles", "Một giá trị nằm ngoài khoảng cho phép."),
        RowCode.DUPLICATE_KEY: label("bundles", "Nơi nhận đã có dòng khác mang cùng số hiệu."),
        RowCode.FORK: label("bundles", "Nơi nhận đã có nội dung khác cho đúng lần thay đổi này."),
        RowCode.STALE: label("bundles", "Nơi nhận đã có bản mới hơn của dòng này."),
        RowCode.UNKNOWN_FIELD: label("bundles", "Có cột nơi nhận chưa biết; nội dung được giữ nguyên."),
        RowCode.CODE: label("bundles", "Có mã không nằm trong danh mục của nơi nhận."),
        RowCode.CLOCK: label("bundles", "Giờ ghi của dòng có vẻ sai."),
        RowCode.IDENTITY_MATCH: label("bundles", "Có thể trùng với một người ở cơ sở khác."),
    }
)


def sentence_of(code: str) -> Label:
    """What ``code`` means; a code of a later version is shown as it is."""
    if code in set(RowCode):
        return ROW_SENTENCES[RowCode(code)]
    return label("bundles", "Nơi nhận chưa nhận dòng này.")
