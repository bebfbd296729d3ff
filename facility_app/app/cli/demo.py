"""The verb that makes a fictional facility."""

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_place
from facility_app.app.demo.fiction import DemoMade, make_demo
from facility_app.app.demo.sizes import Size
from facility_app.app.paths import state_folder
from facility_app.db.folder import DataFolder
from facility_app.kernel.labels import label

LARGEST_SEED = 2**31 - 1


@click.command(cls=VerbCommand, help=label("cli", "Lập một cơ sở giả định để dùng thử"))
@click.option(
    "--out",
    cls=VerbOption,
    type=click.Path(path_type=Path),
    required=True,
    help=label("cli", "thư mục mới hoặc trống; thành thư mục dữ liệu"),
)
@click.option(
    "--size",
    cls=VerbOption,
    type=click.Choice([size.name for size in Size]),
    default=Size.S.name,
    help=label("cli", "S: 2.000 người, M: 10.000, L: 25.000"),
)
@click.option(
    "--seed",
    cls=VerbOption,
    type=click.IntRange(0, LARGEST_SEED),
    default=1,
    help=label("cli", "số gốc; cùng số và cỡ thì cùng dữ liệu"),
)
@click.option(
    "--tour",
    cls=VerbOption,
    is_flag=True,
    help=label("cli", "chụp mọi trang thành ảnh PNG, in các biểu mẫu thành PDF"),
)
@click.pass_obj
def demo(frame: Frame, out: Path, size: str, seed: int, tour: bool) -> None:
    """Make a fictional facility: the same size and seed give the same content digest."""
    require_place(out)
    with frame.waiting(label("cli", "Đang lập cơ sở giả định…")):
        made = make_demo(DataFolder(out), Size[size], seed, state_folder(), frame.kdf)
    looked = _looked(frame, out) if tour else Looked()
    frame.answer(_document(made, looked), *_lines(frame, made, out, looked))


@dataclass(frozen=True, slots=True)
class Looked:
    """What a tour brought home.

    Attributes:
        pictures: in the order taken.
        papers: of one person, as PDF.
        faults: words that did not fit, and labels without English.
    """

    pictures: tuple[Path, ...] = ()
    papers: tuple[Path, ...] = ()
    faults: tuple[str, ...] = ()


def _looked(frame: Frame, out: Path) -> Looked:
    """Every page as pictures, in a folder beside the data."""
    # Qt and the print house, only where pictures were asked for.
    from facility_app.app.demo.prints import print_papers  # noqa: PLC0415 - as above
    from facility_app.app.window.tour import take_tour  # noqa: PLC0415 - as above

    folder = out.with_name(f"{out.name}-tour")
    shutil.rmtree(folder, ignore_errors=True)
    seen = take_tour(DataFolder(out), state_folder(), folder, frame.kdf)
    papers = print_papers(DataFolder(out), state_folder(), out.with_name(f"{out.name}-papers"), frame.kdf)
    unsaid = (f"{context}: {text}" for context, text in sorted(seen.untranslated))
    return Looked(tuple(seen.pictures), tuple(papers), (*seen.clipped, *unsaid))


def _document(made: DemoMade, looked: Looked) -> dict[str, object]:
    return {
        "residents": made.residents,
        "stays_active": made.stays_active,
        "rows": made.rows,
        "digest": made.digest,
        "seconds": round(made.seconds, 1),
        "users": [asdict(user) for user in made.users],
        "tour": [str(path) for path in (*looked.pictures, *looked.papers)],
        "tour_faults": list(looked.faults),
    }


def _lines(frame: Frame, made: DemoMade, out: Path, looked: Looked) -> list[str]:
    words = frame.words
    sentence = label("cli", "Đã lập cơ sở giả định trong {out}: {people} người, {rows} dòng, {seconds} giây.")
    params: dict[str, object] = {
        "out": out,
        "people": made.residents,
        "rows": made.rows,
        "seconds": round(made.seconds, 1),
    }
    heads = (label("cli", "Tài khoản"), label("cli", "Mật khẩu"), label("cli", "Vai trò"))
    lines = [
        words.fill(sentence, params),
        words.fill(label("cli", "Mã nội dung: {digest}"), {"digest": made.digest}),
        "",
        frame.table(heads, [(user.user, user.password, user.role) for user in made.users]),
    ]
    if looked.pictures:
        said = label("cli", "{count} ảnh nằm trong {folder}")
        lines += ["", words.fill(said, {"count": len(looked.pictures), "folder": looked.pictures[0].parent})]
    if looked.papers:
        said = label("cli", "{count} văn bản PDF nằm trong {folder}")
        lines += [words.fill(said, {"count": len(looked.papers), "folder": looked.papers[0].parent})]
    if looked.faults:
        lines += ["", frame.table((label("cli", "Chữ bị cắt hoặc chưa dịch"),), [(one,) for one in looked.faults])]
    return lines
