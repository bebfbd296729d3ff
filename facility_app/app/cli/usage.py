"""Wrong usage, told in Vietnamese or English: the parser's own sentences are English and are not shown."""

from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from facility_app.kernel.labels import Label, label

ARGUMENTS = {
    "name": label("cli", "TÊN"),
    "file": label("cli", "TỆP"),
    "seq": label("cli", "SỐ_DÒNG"),
    "place": label("cli", "SỐ_GIÁ_TRỊ"),
    "code": label("cli", "MÃ"),
    "bed": label("cli", "GIƯỜNG"),
    "undo_id": label("cli", "MÃ_LẦN_NHẬP"),
    "text": label("cli", "CHỮ_CẦN_TÌM"),
    "form_id": label("cli", "MẪU"),
    "files": label("cli", "TỆP"),
    "sha256": label("cli", "MÃ_GÓI"),
    "number": label("cli", "SỐ_PHIẾU"),
}
"""What people call the values that stand without an option before them; every argument of a verb is here."""


def argument_name(name: str) -> Label:
    """The word for an argument, in help and in refusals alike."""
    return ARGUMENTS[name]


def is_text(value: object) -> bool:
    """Whether a value typed can stand in a file and in an answer: no half characters, no NUL.

    Paths are not asked: some disks have names in an older encoding.
    """
    if isinstance(value, tuple):
        return all(map(is_text, value))
    return not isinstance(value, str) or ("\0" not in value and value.encode(errors="ignore").decode() == value)


class TypedPath(click.Path):
    """A path somebody named; nothing at all would silently mean the folder one happens to stand in."""

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value) or "\0" in str(value):
            self.fail("", param, ctx)
        return super().convert(value, param, ctx)


PATH = TypedPath(path_type=Path)


class Usage(click.UsageError):
    """A call that cannot be understood; exit 2.

    Attributes:
        template: the Vietnamese sentence.
        params: its placeholders.
    """

    def __init__(self, template: Label, **params: object) -> None:
        """Keep the parts apart so that the sentence can be translated."""
        super().__init__(str(template))
        self.template = template
        self.params = params


def told(error: click.ClickException) -> tuple[Label, dict[str, object]]:
    """The sentence for any fault the parser found."""
    match error:
        case Usage():
            return error.template, error.params
        case click.exceptions.NoSuchCommand():
            return label("cli", "Không có lệnh {verb}. Xem các lệnh: --help."), {"verb": error.command_name}
        case click.NoSuchOption():
            return label(
                "cli",
                "Không có tùy chọn {option}. Xem các tùy chọn: --help.",
            ), {"option": error.option_name}
        case click.BadParameter():
            return _bad_value(error)
        case click.BadOptionUsage():
            return label("cli", "Tùy chọn {option} cần một giá trị."), {"option": error.option_name}
        case _:
            return label("cli", "Thiếu lệnh, hoặc thừa giá trị. Xem các lệnh: --help."), {}


def _bad_value(error: click.BadParameter) -> tuple[Label, dict[str, object]]:
    option = _param(error)
    if isinstance(error, click.MissingParameter):
        return label("cli", "Thiếu {option}. Xem cách dùng: --help."), {"option": option}
    if error.param is not None and isinstance(error.param.type, click.Choice):
        known = ", ".join(map(str, error.param.type.choices))
        return label("cli", "Tùy chọn {option} nhận: {known}."), {"option": option, "known": known}
    return label("cli", "Giá trị của {option} không hợp lệ. Xem cách dùng: --help."), {"option": option}


def _param(error: click.BadParameter) -> str:
    """What is wrong, as the help calls it; a label is translated with the sentence it stands in."""
    if error.param is None:
        return str(error.param_hint or "?")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return argument_name(str(error.param.name))
