"""What a committed unit of work changed, so that open screens know whether to look again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Tables and records one commit touched.

    Attributes:
        records: (table, record id) pairs, new, changed or voided.
        initiator: whoever asked for the work; a screen may ignore its own changes.
    """

    records: frozenset[tuple[str, str]]
    initiator: str = ""

    @property
    def tables(self) -> frozenset[str]:
        """The tables touched."""
        return frozenset(table for table, _ in self.records)
