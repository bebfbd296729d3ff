"""Bản quét: what was scanned of a paper."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label


class ScanKind(StrEnum):
    """Loại bản quét."""

    SIGNED = "signed"
    RECEIPT = "receipt"
    INCOMING = "incoming"
    ANNEX = "annex"


SCAN_KIND_LABELS: dict[ScanKind, Label] = {
    ScanKind.SIGNED: label("terms", "Bản đã ký, đóng dấu"),
    ScanKind.RECEIPT: label("terms", "Giấy báo nhận, biên nhận"),
    ScanKind.INCOMING: label("terms", "Văn bản đến"),
    ScanKind.ANNEX: label("terms", "Tài liệu kèm theo"),
}


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What a scan shows.

    Attributes:
        page_count: sheets, where somebody counted them.
        is_medical: whether it shows what stands behind the wall of health.
    """

    kind: ScanKind
    title: str | None = field(default=None, repr=False)
    page_count: int | None = None
    is_medical: bool = False


def checked_scan(typed: ScanFacts) -> ScanFacts:
    """The facts as kept.

    Raises:
        UserError: ``text_too_long``, ``number_out_of_range``, ``bad_fields``, ``broken_text``.
    """
    faults = Faults()
    kept = replace(
        typed,
        title=faults.line("title", typed.title),
        page_count=faults.amount("page_count", typed.page_count, 1, 10_000),
    )
    faults.refuse()
    return kept
