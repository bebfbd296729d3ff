"""One call of the command line, from the words typed to the exit code; whatever goes wrong is told in words."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from facility_app.app.cli.command import language_of
from facility_app.app.cli.first_words import REFUSED, STOPPED, speak_utf8
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.usage import told
from facility_app.app.cli.verbs import Program
from facility_app.app.crash import is_folder, write_report
from facility_app.app.outside import SystemClock
from facility_app.app.paths import default_data_folder, resources_folder, state_folder
from facility_app.app.words import Words, read_words
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.kernel.errors import EnvironmentFault, FacilityError
from facility_app.kernel.labels import Label, label

WRONG_USAGE = 2
FAULT = 3
UNFINISHED = "saved_but_unfinished"
HELP = label("cli", "Quản lý cơ sở cai nghiện ma túy, không cần mạng. Không có lệnh nào: mở cửa sổ.")


def run(arguments: Sequence[str], kdf: KdfParams = DEFAULT_KDF) -> int:
    """Do what the arguments say and return the exit code.

    Args:
        arguments: the words after the program's name.
        kdf: work of a key slot; less than usual only where a test makes many.
    """
    asked = [*arguments]
    speak_utf8()
    frame = Frame(default_data_folder(), None, None, None, as_json="--json" in asked, words=Words(), kdf=kdf)
    try:
        frame.words = read_words(language_of(asked), resources_folder())
        with Program(name="facility-app", help=HELP).make_context("facility-app", asked, obj=frame) as context:
            context.command.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except BrokenPipeError:
        return _unheard()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last net: never a traceback
        return _refuse(frame, error)
    return 0


def _refuse(frame: Frame, error: BaseException) -> int:
    """Say why nothing came of it."""
    if isinstance(error, click.Abort | KeyboardInterrupt | EOFError):
        return _fail(frame, "stopped", STOPPED, {}, {}, REFUSED)
    if isinstance(error, click.ClickException):
        template, params = told(error)
        return _fail(frame, "wrong_usage", template, params, {}, WRONG_USAGE)
    if isinstance(error, FacilityError):
        if error.code == UNFINISHED:
            write_report(error, _report_folder(frame), SystemClock().now())
        code = FAULT if isinstance(error, EnvironmentFault) else REFUSED
        return _fail(frame, error.code, error.template, error.params, error.fields, code)
    report = write_report(error, _report_folder(frame), SystemClock().now())
    words = label(
        "cli",
        "Chương trình gặp lỗi của chính nó; dữ liệu đã lưu vẫn an toàn. Hãy làm lại; nếu vẫn lỗi, hãy gửi báo "
        "cáo cho người hỗ trợ: {report}",
    )
    return _fail(frame, "program_fault", words, {"report": report or "-"}, {}, FAULT)


def _unheard() -> int:
    """Whoever read our answer has gone (``| head``); without this Python complains again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return REFUSED


def _report_folder(frame: Frame) -> Path:
    """The data folder's ``logs``; a mistyped data folder is not made for it."""
    return frame.folder.logs if is_folder(frame.folder.logs) else state_folder() / "logs"


def _fail(
    frame: Frame,
    code: str,
    template: Label,
    params: dict[str, object],
    fields: Mapping[str, Label],
    exit_code: int,
) -> int:
    message = frame.words.fill(template, params)
    told_fields = {name: frame.words.fill(text, params) for name, text in fields.items()}
    lines = [message]
    if len(told_fields) > 1:
        # One fault is its own sentence; of several it only counts them, and a terminal has no fields to look at.
        lines += [f"  {name}: {text}" for name, text in told_fields.items()]
    frame.refuse({"error": {"code": code, "message": message, "fields": told_fields}}, "\n".join(lines))
    return exit_code
