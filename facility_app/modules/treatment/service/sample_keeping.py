"""What is left of a drug test once it was read: the picture of its cassette, and the end of its sample."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.attachments import file_store, keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_DRUG_TESTS, RECORD_DRUG_RESULTS, TAKE_SAMPLES
from facility_app.modules.treatment.domain.samples import no_cassette, no_sample, require_cassette, sample_gone
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import DrugTest


@dataclass(frozen=True, slots=True)
class AttachCassette:
    """The picture of a cassette (ảnh khay thử): a JPEG or PNG of at most 20 MB."""

    test_id: str
    version: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class DisposeSample:
    """A sample is destroyed.

    Attributes:
        on: today when nothing is said.
        method: how.
    """

    test_id: str
    version: int
    method: str
    on: date | None = None


def attach_cassette(uow: UnitOfWork, command: AttachCassette) -> None:
    """Keep the picture of what was read; there is one, and it stays.

    Raises:
        UserError: ``no_sample``, ``not_read_yet``, ``photo_there``, ``not_a_picture``, ``file_too_large``,
            ``file_kind_unknown``, ``file_empty``, ``not_found``; ``chart_closed``.
        ConflictError: ``record_changed``.
        EnvironmentFault: ``no_file_store``; what the disk says.
    """
    require(uow, RECORD_DRUG_RESULTS)
    test = _read(uow, command.test_id, command.version)
    if test.photo_sha256 is not None:
        raise UserError(
            "photo_there",
            label(
                "errors",
                "Xét nghiệm này đã có ảnh khay thử, ảnh đã ghi thì giữ nguyên. Ảnh nhầm thì gạch bỏ xét nghiệm và "
                "lập lại.",
            ),
        )
    require_cassette(file_store(uow).weigh(len(command.content), command.content))
    with uow.act("treatment.attach_cassette") as act:
        act.about(test)
        test.photo_sha256 = keep_file(uow, command.content).sha256


def open_cassette(uow: UnitOfWork, test_id: str) -> bytes:
    """The picture of a cassette; the trail knows who looked.

    Raises:
        UserError: ``not_found``, ``no_cassette``.
        EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
    """
    require(uow, READ_DRUG_TESTS)
    test = uow.get(DrugTest, test_id)
    if test.photo_sha256 is None:
        raise no_cassette()
    with uow.act("treatment.open_cassette") as act:
        act.about(test)
    return file_store(uow).open(test.photo_sha256)


def dispose_sample(uow: UnitOfWork, command: DisposeSample) -> None:
    """Write down when and how a sample was destroyed; never before it was read, nor while a laboratory is asked.

    Raises:
        UserError: ``no_sample``, ``not_read_yet``, ``sample_gone``, ``laboratory_asked``, ``field_missing``,
            ``text_too_long``, ``day_out_of_range``, ``before_reading``, ``not_found``; ``chart_closed``.
        ConflictError: ``record_changed``.
    """
    require(uow, TAKE_SAMPLES)
    faults, today = Faults(), local_date(uow.now)
    method = faults.line("method", command.method, needed=label("errors", "Cần ghi mẫu đã hủy bằng cách nào."))
    on = faults.past_day("on", command.on or today, today)
    faults.refuse()
    test = _read(uow, command.test_id, command.version)
    if test.disposed_on is not None:
        raise sample_gone(test.disposed_on)
    _require_not_asked(uow, test)
    if on is not None and test.read_at is not None and on < local_date(test.read_at):
        raise UserError(
            "before_reading",
            label("errors", "Mẫu đọc ngày {day}, không hủy trước ngày đó được. Hãy xem lại ngày hủy."),
            fields={"on": label("errors", "Trước ngày đọc kết quả")},
            day=format_date(local_date(test.read_at)),
        )
    author = Chart.of(uow, test.stay_id).author
    with uow.act("treatment.dispose_sample") as act:
        act.about(test)
        test.disposed_on, test.disposal, test.disposed_name = on, method, author


def _read(uow: UnitOfWork, test_id: str, version: int) -> DrugTest:
    """A test that was read."""
    test = uow.get(DrugTest, test_id, version=version)
    if test.sample_no is None:
        raise no_sample()
    if test.read_at is None:
        raise UserError(
            "not_read_yet",
            label("errors", "Mẫu này chưa đọc kết quả. Hãy ghi kết quả trước, rồi mới đính ảnh hoặc hủy mẫu."),
        )
    Chart.of(uow, test.stay_id).require_alive()
    return test


def _require_not_asked(uow: UnitOfWork, test: DrugTest) -> None:
    """Refuse to destroy what a laboratory was asked about and did not answer."""
    t = DrugTest
    asked = sa.select(t.id).where(t.confirms_id == test.id, t.voided_at.is_(None), t.read_at.is_(None))
    if uow.session.scalars(asked.limit(1)).first() is not None:
        raise UserError(
            "laboratory_asked",
            label(
                "errors",
                "Mẫu này đang chờ kết quả khẳng định nên chưa hủy. Hãy ghi kết quả khẳng định, hoặc gạch bỏ xét "
                "nghiệm khẳng định nếu không làm nữa.",
            ),
        )
