"""What of a paper lies elsewhere or is not the reader's, in a sentence, and the way there."""

from facility_app.kernel.labels import label
from facility_app.modules.correspondence.queries.paper import PaperDetail
from facility_app.modules.correspondence.ui.words import day
from facility_app.ui.i18n import tr

HIDDEN_PART = label(
    "correspondence", "Văn bản này còn phần y tế, chỉ bác sĩ, điều dưỡng trưởng và người đứng đầu đọc."
)
NOT_YOURS = label(
    "correspondence",
    "Nội dung văn bản này chép từ kế hoạch mà vai trò của bạn không được xem; ở đây chỉ có phần ghi sổ.",
)
EARLIER_PART = label(
    "correspondence", "Bản này lập không có phần y tế; phần y tế nằm ở bản số {number}, ngày {day}."
)
OPEN_EARLIER = label("verbs", "Mở bản đó")


def hidden_part(detail: PaperDetail) -> tuple[str, str]:
    """The sentence and the words of the way there; empty for nothing hidden, and for no way."""
    if detail.has_open and detail.open_file is None:
        return tr(NOT_YOURS), ""
    if detail.has_medical and detail.medical_file is None:
        return tr(HIDDEN_PART), ""
    earlier = detail.earlier_medical
    if earlier is None:
        return "", ""
    return tr(EARLIER_PART, number=earlier.number or "–", day=day(earlier.issued_on)), tr(OPEN_EARLIER)
