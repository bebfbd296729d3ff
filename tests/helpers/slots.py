"""A stand-in for the key slots that writes down what it was asked for and what was done."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

WEAK = "123"
WRONG = "không phải mật khẩu ấy"


@dataclass
class RecordedSlots:
    """A ``KeySlots``; the password ``WEAK`` is refused.

    Attributes:
        prepared: what was asked for, before any commit.
        done: steps that were run.
    """

    prepared: list[tuple[str, ...]] = field(default_factory=list)
    done: list[tuple[str, ...]] = field(default_factory=list)

    def ready(self) -> None:
        """Nothing to ask for: there is no keyring behind it."""

    def prepare(self, user_name: str, password: str, *, closing_others: bool = False) -> Callable[[], None]:
        """Write it down, or refuse the password."""
        if password == WEAK:
            raise UserError("password_weak", label("errors", "Mật khẩu quá yếu."))
        return self._step("put", user_name, password, "closing others" if closing_others else "keeping others")

    def check(self, user_name: str, password: str) -> bool:
        """Every password is right but ``WRONG``, whoever's it is."""
        return bool(user_name) and password != WRONG

    def closing(self, user_name: str) -> Callable[[], None]:
        """Write it down."""
        return self._step("close", user_name)

    def _step(self, *what: str) -> Callable[[], None]:
        self.prepared.append(what)
        return lambda: self.done.append(what)
