"""Who stands at the door. Nothing heavy is imported here: the login is painted with it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Password:
    """Someone who says their name and password."""

    user_name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """Someone who holds the printed recovery key."""

    text: str = field(repr=False)
