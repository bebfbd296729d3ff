"""One paper of a kind counts at a time."""

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label


def require_none(paper_id: str | None, code: str) -> None:
    """Refuse a second paper while the first one counts.

    Raises:
        UserError: ``code``.
    """
    if paper_id is not None:
        raise UserError(
            code,
            label(
                "errors",
                "Giấy này đã lập và còn giá trị. Muốn lập lại, hãy hủy giấy cũ trong sổ văn bản đi, có lý do.",
            ),
        )
