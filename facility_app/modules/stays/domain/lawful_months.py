"""Months no decision about a type may print: told when it is written down, and beside every count of the term."""

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.parameters import LawfulMonths
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, StayType


def unlawful_months(
    code: str, stay_type: StayType, months: int, lawful: LawfulMonths, event_no: int = 0
) -> Finding:
    """What is wrong with the months of a decision; the term is counted by them all the same.

    Args:
        code: the finding's name.
        stay_type: whom the decision is about.
        months: as printed.
        lawful: what the stay's law knows.
        event_no: number of the changed decision; 0 for the first.
    """
    either = label(
        "warnings",
        "Quyết định ghi {months} tháng, trong khi thời hạn của diện “{type}” là {least} hoặc {most} tháng. Chương "
        "trình tính theo quyết định; hãy đối chiếu lại bản quyết định và chế độ luật.",
    )
    between = label(
        "warnings",
        "Quyết định ghi {months} tháng, trong khi thời hạn của diện “{type}” từ {least} đến {most} tháng. Chương "
        "trình tính theo quyết định; hãy đối chiếu lại bản quyết định và chế độ luật.",
    )
    params: dict[str, object] = {
        "months": months,
        "type": STAY_TYPE_LABELS[stay_type],
        "least": lawful.least,
        "most": lawful.most,
    }
    return Finding(code, between if lawful.is_range else either, params, lawful.article, event_no)
