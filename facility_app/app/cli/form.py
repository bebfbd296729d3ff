"""The verbs about official forms: which there are, and one of them about somebody as a file."""

import hashlib
from pathlib import Path

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.print_house import fonts, forms
from facility_app.app.cli.targets import require_pdf_target
from facility_app.app.cli.usage import PATH, Usage
from facility_app.app.registry import papers
from facility_app.db.durable import write_whole
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.fields import FieldSpec
from facility_app.documents.forms.printing import PrintMarks
from facility_app.documents.forms.printing import render as render_form
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.spec import PaperSpec
from facility_app.modules.correspondence.api import take_paper
from facility_app.modules.discharge.papers.packet_files import page_count
from facility_app.modules.discharge.service.drafts import TakeForm, take_form
from facility_app.modules.stays.api import find_stay

MOST_COPIES = 500


@click.group(cls=VerbFamily, help=label("cli", "Biểu mẫu"))
def form() -> None:
    """Verbs about official forms."""


@form.command("list", cls=VerbCommand, help=label("cli", "Các biểu mẫu và những mục phải có; không cần dữ liệu"))
@click.pass_obj
def list_forms(frame: Frame) -> None:
    """Every official form in its newest version."""
    found = [*forms()]
    heads = (label("cli", "Mẫu"), label("cli", "Tên"), label("cli", "Mục phải có"))
    cells = [(one.id, one.title, ", ".join(spec.label for spec in _needs(one).values())) for one in found]
    document = [{"id": one.id, "title": one.title, "needs": [*_needs(one)]} for one in found]
    frame.answer({"forms": document}, frame.table(heads, cells))


@form.command(cls=VerbCommand, help=label("cli", "Lập một biểu mẫu của một người thành tệp PDF"))
@click.argument("form_id", metavar="FORM")
@click.option("--stay", "code", cls=VerbOption, help=label("cli", "mã người hoặc mã lần cai nghiện"))
@click.option("--record", cls=VerbOption, help=label("cli", "hồ sơ khác mà biểu mẫu lập từ đó: mã hoặc tên"))
@click.option("--out", cls=VerbOption, type=PATH, required=True, help=label("cli", "tệp PDF sẽ ghi"))
@click.option(
    "--copy", cls=VerbOption, type=click.IntRange(1, MOST_COPIES), help=label("cli", "số thứ tự của bản này")
)
@click.option(
    "--part",
    cls=VerbOption,
    type=click.Choice([wall.value for wall in Wall]),
    help=label("cli", "phần chung (open) hoặc phần y tế (medical)"),
)
@click.pass_obj
def render(
    frame: Frame,
    form_id: str,
    code: str | None,
    record: str | None,
    out: Path,
    copy: int | None,
    part: str | None,
) -> None:
    """The paper as issued, or a draft from what is known; the print is counted before the file is written."""
    library = forms()
    library.get(form_id)
    require_source(form_id, code, record)
    require_pdf_target(out, frame.data)
    wall = Wall(part) if part else None
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        if record is not None:
            taken = take_paper(uow, *record_of(uow, form_id, record), library, wall)
        else:
            stay = find_stay(uow, code or "")
            taken = take_form(uow, TakeForm(stay.stay_id, form_id, wall), library)
        uow.commit()
    marks = PrintMarks(copy=copy, reprint=taken.reprint, qr=taken.qr)
    pdf = render_form(taken.form, taken.payload, fonts(), parts=taken.wall, marks=marks)
    write_whole(out, pdf)
    digest, pages = hashlib.sha256(pdf).hexdigest(), page_count(pdf)
    said = label("cli", "Đã ghi {form} ({number}), {pages} trang: {path}")
    number = taken.number or frame.words(label("cli", "chưa có số"))
    told = frame.words.fill(said, {"form": taken.form.id, "number": number, "pages": pages, "path": out})
    frame.answer(
        {
            "pages": pages,
            "document_no": taken.number or None,
            "sha256": digest,
            "is_draft": taken.paper_id is None,
        },
        told,
    )


def require_source(form_id: str, code: str | None, record: str | None) -> None:
    """Refuse a form without the one thing it is made from.

    Raises:
        Usage: neither or both are named, or the wrong one for this form.
    """
    spec = papers().get(form_id)
    is_of_record = spec is not None and spec.find is not None
    wanted, other = (record, code) if is_of_record else (code, record)
    if wanted is None or other is not None:
        option = "--record" if is_of_record else "--stay"
        raise Usage(label("cli", "Biểu mẫu {form} lập từ {option}."), form=form_id, option=option)


def record_of(uow: UnitOfWork, form_id: str, typed: str) -> tuple[PaperSpec, str]:
    """The paper and the record it is made from, by its id or its name.

    Raises:
        UserError: ``record_unknown``, ``record_unclear``.
    """
    spec = papers()[form_id]
    rows = () if spec.find is None else spec.find(uow, "")
    found = [one for one, _ in rows if one == typed] or [one for one, name in rows if fold(name) == fold(typed)]
    if not found:
        raise UserError(
            "record_unknown",
            label("errors", "Không có hồ sơ “{typed}” để lập {form}. Hãy dùng mã hoặc tên như trong danh sách."),
            typed=typed,
            form=form_id,
        )
    if len(found) > 1:
        raise UserError(
            "record_unclear",
            label("errors", "Có {count} hồ sơ tên “{typed}”. Hãy dùng mã."),
            count=len(found),
            typed=typed,
        )
    return spec, found[0]


def _needs(one: FormSpec) -> dict[str, FieldSpec]:
    return {name: spec for name, spec in one.fields.items() if spec.is_required}
