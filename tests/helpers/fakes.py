"""Stand-ins for the ports: a clock that stands, ids that count, a secret store in memory."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ids import uuid7
from facility_app.kernel.ports import SecretMode


@dataclass
class FixedClock:
    """A ``Clock`` that moves only when told to."""

    at: datetime = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.at

    def advance(self, by: timedelta) -> None:
        """Move on, or back."""
        self.at += by


@dataclass
class CountingIds:
    """``Ids`` that come one after the other and are the same in every run."""

    made: int = 0

    def new(self) -> str:
        """The next id."""
        self.made += 1
        return uuid7(self.made, bytes(10))


@dataclass
class MemorySecretStore:
    """A ``SecretStore`` that forgets at the end of the test; set ``fault`` to make it fail."""

    mode: SecretMode = SecretMode.KEYRING
    held: dict[str, bytes] = field(default_factory=dict)
    fault: EnvironmentFault | None = None

    def get(self, name: str) -> bytes | None:
        """The secret, None, or the fault."""
        if self.fault is not None:
            raise self.fault
        return self.held.get(name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep it, or raise the fault."""
        if self.fault is not None:
            raise self.fault
        self.held[name] = secret
