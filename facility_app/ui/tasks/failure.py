"""What went wrong with something a screen asked for, in words, for whoever shows it."""

import traceback
from dataclasses import dataclass, field

from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.ui.i18n import refusal, tr

UNEXPECTED = label(
    "errors",
    "Chương trình gặp lỗi ngoài dự kiến ({kind}); việc này chưa được lưu. Hãy chép chi tiết gửi người phụ trách "
    "rồi làm lại.",
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A refusal, a fault of the machine, or a fault of the program.

    Attributes:
        error: what was raised.
        words: the sentence for the user, in the language of the screens.
        trace: where it was raised, for "copy details"; empty for a refusal.
    """

    error: BaseException
    words: str
    trace: str = field(default="", repr=False)

    @property
    def is_fault(self) -> bool:
        """Whether the program itself is at fault: nobody wrote words for it."""
        return not isinstance(self.error, FacilityError)

    @property
    def code(self) -> str:
        """Stable name for support: the refusal's code, or the kind of the fault."""
        return self.error.code if isinstance(self.error, FacilityError) else type(self.error).__name__

    @property
    def fields(self) -> dict[str, str]:
        """Field name → its own message, for forms."""
        if not isinstance(self.error, FacilityError):
            return {}
        error = self.error
        return {name: tr(text, **error.params) for name, text in error.fields.items()}

    @property
    def is_retryable(self) -> bool:
        """Whether asking again may help without changing what is asked."""
        return not isinstance(self.error, UserError)

    @property
    def details(self) -> str:
        """What "copy details" copies."""
        return "\n".join(part for part in (self.code, self.words, self.trace) if part)


def failure_of(error: BaseException) -> Failure:
    """The failure a screen is told of when ``error`` was raised."""
    if isinstance(error, FacilityError):
        return Failure(error, refusal(error))
    trace = "".join(traceback.format_tb(error.__traceback__))
    return Failure(error, tr(UNEXPECTED, kind=type(error).__name__), trace)
