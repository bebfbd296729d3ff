"""What a backup says of itself. It stands in clear, so it is kept poor: no counts, nothing of a person."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from facility_app.db.backup.container import MANIFEST, DamagedError, Member, Place
from facility_app.kernel.dates import parse_utc, utc_text

FORMAT: Final = 1
LARGEST_BYTES: Final = 64 * 1024 * 1024
_HASH: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)
_WORD: Final = re.compile(r"[0-9A-Za-z._+-]{1,64}", re.ASCII)
_FIELDS: Final = frozenset(
    {"format", "program", "revision", "home", "db_uuid", "epoch_id", "created_at", "digest", "members"}
)


class NewerFormatError(Exception):
    """A newer program wrote the backup."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The backup's own description; believe it only after the backup was verified.

    Attributes:
        program: version of the program that wrote it.
        revision: schema revision of the database.
        home: code of the facility.
        db_uuid: which database.
        epoch_id: which epoch of its life.
        created_at: when its snapshot was taken.
        digest: ``FileDigest.digest`` of the database; counts are part of what it covers.
        members: every other file inside, in order.
    """

    program: str
    revision: str
    home: str
    db_uuid: str
    epoch_id: str
    created_at: datetime
    digest: str
    members: tuple[Member, ...]

    def to_bytes(self) -> bytes:
        """The member's content: JSON text."""
        whole = {
            "format": FORMAT,
            "program": self.program,
            "revision": self.revision,
            "home": self.home,
            "db_uuid": self.db_uuid,
            "epoch_id": self.epoch_id,
            "created_at": utc_text(self.created_at),
            "digest": self.digest,
            "members": [[member.name, member.size, member.sha256] for member in self.members],
        }
        return json.dumps(whole, indent=1).encode() + b"\n"

    def require_lists(self, found: list[Place]) -> None:
        """Refuse unless the members it lists are those that stand in the file.

        Raises:
            DamagedError: they are not.
        """
        listed = [(member.name, member.size) for member in self.members]
        if listed != [(place.name, place.size) for place in found if place.name != MANIFEST]:
            raise DamagedError


def parse(text: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        DamagedError: it is none.
        NewerFormatError: of a format this program does not know.
    """
    try:
        whole = json.loads(text)
        if type(whole["format"]) is int and whole["format"] > FORMAT:
            raise NewerFormatError
        if whole["format"] != FORMAT or whole.keys() != _FIELDS:
            raise DamagedError
        return _manifest(whole)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedError from error


def _manifest(whole: dict[str, Any]) -> Manifest:
    return Manifest(
        program=_shaped(whole["program"], _WORD),
        revision=_shaped(whole["revision"], _WORD),
        home=_shaped(whole["home"], _WORD),
        db_uuid=_shaped(whole["db_uuid"], _ID),
        epoch_id=_shaped(whole["epoch_id"], _ID),
        created_at=parse_utc(whole["created_at"]),
        digest=_shaped(whole["digest"], _HASH),
        members=tuple(_member(*member) for member in whole["members"]),
    )


def _member(name: object, size: object, sha256: object) -> Member:
    if not isinstance(name, str) or type(size) is not int:
        message = "not a member"
        raise TypeError(message)
    return Member(name, size, _shaped(sha256, _HASH))


def _shaped(value: object, shape: re.Pattern[str]) -> str:
    if not isinstance(value, str) or shape.fullmatch(value) is None:
        message = "a text of another shape expected"
        raise ValueError(message)
    return value
