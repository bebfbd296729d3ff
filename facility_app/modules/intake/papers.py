"""The list handed back as a workbook, its faults marked and explained; to a place a person named."""

from pathlib import Path

from facility_app.modules.intake.domain.roster_fields import NUMBER_FIELDS
from facility_app.modules.intake.queries.roster import RosterPreview
from facility_app.sheets.error_book import write_marked


def write_result(path: Path, preview: RosterPreview) -> None:
    """Write the list again with what is wrong in it; put right, it can be imported as it is.

    The list is the one somebody opened on this machine a moment ago, so nothing leaves the file with it.

    Args:
        path: where to.
        preview: what was read, and what was found.

    Raises:
        UserError: ``not_a_file``.
        EnvironmentFault: ``disk_full``, ``file_not_written``.
    """
    roster = preview.roster
    columns = frozenset(column for name, column in roster.fields.items() if name in NUMBER_FIELDS)
    write_marked(
        path,
        roster.sheet,
        roster.header.first_row,
        preview.marks,
        texts=preview.texts,
        text_columns=columns,
    )
