"""Commands that take the global options before and after the verb and speak the language of the call."""

from typing import Any

import click
from typing_extensions import override

from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_place
from facility_app.app.cli.usage import PATH, Usage, argument_name, is_text
from facility_app.app.crash import log_kept
from facility_app.kernel.labels import Label, label

HELP_HEADS = {
    "Usage": label("cli", "Cách dùng"),
    "Options": label("cli", "Tùy chọn"),
    "Commands": label("cli", "Các lệnh"),
}
LANGUAGES = ("vi", "en")


METAVARS = {
    "path": label("cli", "ĐƯỜNG_DẪN"),
    "text": label("cli", "CHỮ"),
    "integer range": label("cli", "SỐ"),
}


class VerbOption(click.Option):
    """An option whose help is a label."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Keep the help a label: click tidies it into a plain text, which no catalogue knows."""
        super().__init__(*args, **options)
        self.help = options.get("help")

    @override
    def make_metavar(self, ctx: click.Context) -> str:
        own = METAVARS.get(self.type.name)
        return super().make_metavar(ctx) if own is None or self.is_flag else _words(ctx, own)

    @override
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        return record[0], _words(ctx, self.help)


class VerbCommand(click.Command):
    """One verb."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Add the global options to the verb's own."""
        super().__init__(*args, **options)
        self.params += global_options()

    @override
    def invoke(self, ctx: click.Context) -> Any:
        frame = ctx.find_object(Frame)
        if frame is not None and not isinstance(self, click.Group):
            self._require_text(ctx)
            # Not before: until the verb's own options are read, the data folder may still be another.
            require_place(frame.data)
            ctx.with_resource(log_kept(frame.folder.logs))
        return super().invoke(ctx)

    def _require_text(self, ctx: click.Context) -> None:
        """Bytes that are no UTF-8 arrive as half characters, which no file and no answer can hold."""
        for param in self.params:
            if not is_text(ctx.params.get(param.name or "")):
                raise click.BadParameter("", ctx, param)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_our_words(super().get_help_option(ctx))

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        arguments = [param for param in self.params if isinstance(param, click.Argument)]
        named = [_words(ctx, argument_name(str(param.name))) for param in arguments]
        verb = [_words(ctx, label("cli", "LỆNH"))] if isinstance(self, click.Group) else []
        return [_words(ctx, label("cli", "[TÙY_CHỌN]")), *verb, *named]

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _head(ctx, "Usage"))

    @override
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_words(ctx, self.help or ""))

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for param in options if (record := param.get_help_record(ctx)) is not None]
        with formatter.section(_head(ctx, "Options").removesuffix(": ")):
            formatter.write_dl(records)


class VerbFamily(VerbCommand, click.Group):
    """A noun with several verbs, or the program itself."""

    command_class = VerbCommand
    group_class = type

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        VerbCommand.format_options(self, ctx, formatter)
        records = [(name, _words(ctx, self.help_of(ctx, name))) for name in self.list_commands(ctx)]
        with formatter.section(_head(ctx, "Commands").removesuffix(": ")):
            formatter.write_dl(records)

    def help_of(self, ctx: click.Context, name: str) -> str:
        """One line on a verb."""
        command = self.get_command(ctx, name)
        return "" if command is None else command.help or ""


def global_options() -> list[click.Parameter]:
    """The options every verb takes; each call makes its own, for click keeps them by command."""
    return [
        _global(
            ["--data"],
            "data",
            PATH,
            label(
                "cli",
                "thư mục dữ liệu (hoặc đặt biến môi trường FACILITY_APP_DATA)",
            ),
        ),
        _global(["--user"], "user", click.STRING, label("cli", "tên tài khoản")),
        _global(["--password-file"], "password_file", PATH, label("cli", "tệp có mật khẩu ở dòng đầu")),
        _global(
            ["--recovery-key-file"],
            "recovery_key_file",
            PATH,
            label("cli", "tệp có khóa khôi phục ở dòng đầu, thay cho tên tài khoản và mật khẩu"),
        ),
        VerbOption(
            ["--json"],
            is_flag=True,
            default=None,
            expose_value=False,
            callback=_keep("as_json"),
            help=label("cli", "trả lời bằng một tài liệu JSON"),
        ),
        _global(["--lang"], None, click.Choice(LANGUAGES), label("cli", "ngôn ngữ: vi hoặc en")),
    ]


def language_of(arguments: list[str]) -> str:
    """The language asked for, read before anything is parsed because the parser's own refusals need it.

    Raises:
        Usage: a language the program does not speak.
    """
    for place, word in enumerate(arguments):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang":
            value = arguments[place + 1] if place + 1 < len(arguments) else ""
        if value is not None:
            if value not in LANGUAGES:
                raise Usage(label("cli", "Tùy chọn --lang nhận vi hoặc en."))
            return value
    return LANGUAGES[0]


def _global(names: list[str], field: str | None, kind: click.ParamType[Any], words: Label) -> VerbOption:
    callback = None if field is None else _keep(field)
    return VerbOption(names, type=kind, default=None, expose_value=False, callback=callback, help=words)


def _keep(field: str) -> Any:
    def keep(ctx: click.Context, param: click.Parameter, value: object) -> object:
        if not is_text(value):
            raise click.BadParameter("", ctx, param)
        if value is not None:
            setattr(ctx.find_object(Frame), field, value)
        return value

    return keep


def _in_our_words(option: click.Option | None) -> click.Option | None:
    if option is None:
        return None
    return VerbOption(
        option.opts,
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=option.callback,
        help=label("cli", "xem hướng dẫn này"),
    )


def _words(ctx: click.Context, text: str) -> str:
    frame = ctx.find_object(Frame)
    return text if frame is None else frame.words(text)


def _head(ctx: click.Context, name: str) -> str:
    return _words(ctx, HELP_HEADS[name]) + ": "
