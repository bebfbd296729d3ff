"""What is wrong with the fields of a form about a person, and how long its texts may be."""

from facility_app.kernel.faults import CODE_LIMIT, EARLIEST, LINE_LIMIT, NOTE_LIMIT, Faults

__all__ = ["CODE_LIMIT", "EARLIEST", "LINE_LIMIT", "NOTE_LIMIT", "Faults"]
