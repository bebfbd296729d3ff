"""Questions that wait without blocking: each is opened, tells its answer by signal, and closing means no."""

from facility_app.ui.dialogs.code import CodeDialog
from facility_app.ui.dialogs.countersign import CountersignDialog
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.dialogs.password_line import PasswordLine
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.dialogs.shown_once import OnceWords, ShownOnce

__all__ = [
    "Choice",
    "CodeDialog",
    "CountersignDialog",
    "DialogFrame",
    "Filing",
    "FormDialog",
    "Kept",
    "OnceWords",
    "PasswordLine",
    "Question",
    "ReasonDialog",
    "ShownOnce",
]
