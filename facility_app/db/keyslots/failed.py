"""Tries that failed before anyone could be let in; the audit trail hears of them at the next opening."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from facility_app.db.keyslots.document import KeyDocument, SlotKind
from facility_app.db.keyslots.kdf import owner_id

RECOVERY: Final = SlotKind.RECOVERY.value
UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class FailedTries:
    """What the key file counted since it was last cleared.

    Attributes:
        by_user: user name, as given to ``failed_tries`` → count; names without any are left out.
        unknown: tries with names that are no account.
        recovery: tries with a recovery key.
        seen: the counts as they stand in the file, for ``clear_failed``.
    """

    by_user: Mapping[str, int] = field(repr=False)
    unknown: int
    recovery: int
    seen: Mapping[str, int] = field(repr=False)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.seen.values())


def counted(document: KeyDocument, who: str) -> KeyDocument:
    """``document`` with one more failed try of ``who``."""
    return replace(document, failed={**document.failed, who: document.failed.get(who, 0) + 1})


def cleared(document: KeyDocument, seen: Mapping[str, int]) -> KeyDocument:
    """``document`` without the tries already ``seen``; those made meanwhile stay."""
    rest = {who: count - seen.get(who, 0) for who, count in document.failed.items()}
    return replace(document, failed={who: count for who, count in rest.items() if count > 0})


def failed_tries(document: KeyDocument, user_names: Iterable[str]) -> FailedTries:
    """The counts of ``document``, told by name where one of ``user_names`` fits."""
    by_owner = {owner_id(document.file_salt, name): name for name in user_names}
    by_user = {by_owner[owner]: count for owner, count in document.failed.items() if owner in by_owner}
    recovery = document.failed.get(RECOVERY, 0)
    unknown = sum(document.failed.values()) - sum(by_user.values()) - recovery
    return FailedTries(by_user, unknown, recovery, dict(document.failed))
