"""Whom a paper is about, as the register names them."""

from dataclasses import dataclass

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import list_resident_rows


@dataclass(frozen=True, slots=True)
class People:
    """Residents within one unit of work."""

    uow: UnitOfWork

    def named(self, resident_id: str | None, typed: str | None) -> str | None:
        """What the register says: as typed, else the resident's name and code.

        Raises:
            UserError: ``resident_not_found``.
        """
        if resident_id is None:
            return typed or None
        found = list_resident_rows(self.uow, [resident_id])
        if not found:
            raise UserError(
                "resident_not_found",
                label("errors", "Không tìm thấy người mà văn bản nói về. Hãy mở lại hồ sơ rồi làm lại."),
            )
        return typed or f"{found[0].name} ({found[0].code})"
