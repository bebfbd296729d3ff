"""The second person at the command line: a name, a password in a file, and an agreement to one verb."""

from pathlib import Path

from facility_app.app.bootstrap import OpenFacility
from facility_app.app.cli.frame import first_line
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.service import AskCountersign, countersign

OPTION = "--second-password-file"


def agreed(
    opened: OpenFacility, verb: str, roles: frozenset[Role], name: str | None, file: Path | None
) -> Countersign | None:
    """The second person's agreement, asked for before anything is written.

    Args:
        opened: the facility.
        verb: what is agreed to.
        roles: who may agree.
        name: the second person's account; None where nobody agrees.
        file: a file with their password in its first line.

    Raises:
        UserError: ``countersign_missing``, ``countersign_refused``.
        Usage: the file cannot be read or is empty.
    """
    if name is None:
        return None
    if file is None:
        raise UserError(
            "countersign_missing",
            label("errors", "Thiếu {option}: mật khẩu của người thứ hai nằm ở dòng đầu một tệp."),
            option=OPTION,
        )
    with opened.database.read(opened.actor) as uow:
        return countersign(uow, AskCountersign(verb, roles, name, first_line(file, OPTION)))
