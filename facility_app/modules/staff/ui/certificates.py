"""Certificates: those of one person, and everybody's in the order they run out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.staff.domain import CERTIFICATE_STATE_LABELS, EDIT_STAFF
from facility_app.modules.staff.queries import (
    CertificateRow,
    get_staff_file,
    list_certificate_ids,
    list_certificate_rows,
)
from facility_app.modules.staff.service import (
    AddCertificate,
    VoidCertificate,
    add_certificate,
    void_certificate,
)
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.fields import CERTIFICATES, code_field, day_field, line_field
from facility_app.modules.staff.ui.people import CERTIFICATES_PAGE, NAME, PERSON_PAGE
from facility_app.modules.staff.ui.shelves import CHOOSE_ONE, ListPane
from facility_app.ui.dialogs import Filing, ReasonDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("staff", "Chứng chỉ")
ADD, RENEW, VOID = (
    label("verbs", "Thêm chứng chỉ"),
    label("verbs", "Ghi bản gia hạn"),
    label("verbs", "Gạch bỏ…"),
)
KIND = label("staff", "Loại chứng chỉ")
NUMBER = label("staff", "Số")
ISSUER = label("staff", "Nơi cấp")
ISSUED = label("staff", "Ngày cấp")
EXPIRES = label("staff", "Hết hạn")
EXPIRES_HINT = label("staff", "Ngày cuối còn hiệu lực; để trống nếu không thời hạn.")
STATE = label("staff", "Tình trạng")
ADDED = label("staff", "Đã ghi chứng chỉ; việc gia hạn tự hiện trước ngày hết hạn.")
VOID_TITLE = label("staff", "Gạch bỏ chứng chỉ nhập nhầm")
VOID_TEXT = label("staff", "{kind}, số {number}. Việc nhắc gia hạn của nó cũng mất.")
VOID_VERB = label("verbs", "Gạch bỏ chứng chỉ")
VOIDED = label("staff", "Đã gạch bỏ chứng chỉ.")
NONE = label("staff", "Chưa ghi chứng chỉ nào.")
NONE_LIKE = label("staff", "Không có chứng chỉ nào ở tình trạng này.")


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate seen from a day."""

    certificate: CertificateRow
    today: date


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """What the form shows."""

    kind: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    number: str | None = None
    issuer: str | None = None


def _row_id(line: CertificateLine) -> str:
    return line.certificate.certificate_id


def _name(line: CertificateLine) -> str:
    return line.certificate.full_name


def _kind(line: CertificateLine) -> str:
    return tr(line.certificate.kind_text)


def _number(line: CertificateLine) -> str:
    return line.certificate.number or ""


def _issuer(line: CertificateLine) -> str:
    return line.certificate.issuer or ""


def _issued(line: CertificateLine) -> str:
    return words.day(line.certificate.issued_on)


def _issued_value(line: CertificateLine) -> date:
    return line.certificate.issued_on


def _expires(line: CertificateLine) -> str:
    return words.day(line.certificate.expires_on)


def _expires_value(line: CertificateLine) -> date | None:
    return line.certificate.expires_on


def _state(line: CertificateLine) -> str:
    found = line.certificate
    return words.certificate_text(found.state, found.expires_on, line.today)


def _tone(line: CertificateLine) -> Tone | None:
    return words.CERTIFICATE_TONES[line.certificate.state]


OWN_COLUMNS = (
    ColumnSpec("kind", KIND, _kind, width=300, is_strong=True),
    ColumnSpec("state", STATE, _state, width=168, tone=_tone),
    ColumnSpec("expires", EXPIRES, _expires, _expires_value, width=110),
    ColumnSpec("issued", ISSUED, _issued, _issued_value, width=110),
    ColumnSpec("number", NUMBER, _number, width=150, is_paper_number=True),
    ColumnSpec("issuer", ISSUER, _issuer, width=200),
)


@dataclass(frozen=True, slots=True)
class CertificateReads:
    """The certificates of one person."""

    member_id: str

    def spec(self) -> ListSpec[CertificateLine]:
        """The list as data."""
        return ListSpec(
            id="staff.own_certificates",
            title=TITLE,
            columns=OWN_COLUMNS,
            ids=self._ids,
            rows=self._rows,
            row_id=_row_id,
            search=None,
            empty=NONE,
            tables=frozenset({"staff_certificate"}),
        )

    def _certificates(self, uow: Any) -> tuple[CertificateRow, ...]:
        return get_staff_file(uow, self.member_id).certificates

    def _ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(one.certificate_id for one in self._certificates(uow))

    def _rows(self, uow: Any, wanted: Sequence[str]) -> tuple[CertificateLine, ...]:
        found = {one.certificate_id: one for one in self._certificates(uow)}
        return tuple(CertificateLine(found[one], local_date(uow.now)) for one in wanted if one in found)


def _every_rows(uow: Any, wanted: Sequence[str]) -> tuple[CertificateLine, ...]:
    return tuple(CertificateLine(row, local_date(uow.now)) for row in list_certificate_rows(uow, wanted))


EVERY: ListSpec[CertificateLine] = ListSpec(
    id=CERTIFICATES_PAGE,
    title=label("staff", "Chứng chỉ của cán bộ"),
    columns=(
        ColumnSpec("name", NAME, _name, sort="name", width=190, is_strong=True),
        ColumnSpec("state", STATE, _state, width=168, tone=_tone),
        ColumnSpec("expires", EXPIRES, _expires, _expires_value, "expiry", 120),
        ColumnSpec("kind", KIND, _kind, width=310),
        ColumnSpec("number", NUMBER, _number, width=140, is_paper_number=True),
        ColumnSpec("issuer", ISSUER, _issuer, width=180),
    ),
    ids=list_certificate_ids,
    rows=_every_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state", STATE, tuple(FilterOption(state, text) for state, text in CERTIFICATE_STATE_LABELS.items())
        ),
    ),
    search=None,
    empty=NONE,
    none_found=NONE_LIKE,
    default_sort=(Sort("expiry"),),
    tables=frozenset({"staff_certificate", "staff_member"}),
)


class CertificatesPage(ListPage):
    """Everybody's; Enter opens whose it is."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, EVERY)
        self.panel.row_activated.connect(self._on_opened)

    def _on_opened(self, certificate_id: str) -> None:
        line = self.panel.model.row_of(certificate_id)
        if isinstance(line, CertificateLine):
            self.context.go(Route(PERSON_PAGE, line.certificate.member_id, {"tab": "staff.own_certificates"}))


class CertificatesPane(ListPane):
    """The tab of one person's."""

    def __init__(self, context: PageContext, member_id: str) -> None:
        """Show the certificates of one person."""
        offered = ADD if context.may(EDIT_STAFF) else None
        super().__init__(context, member_id, CertificateReads(member_id).spec(), offered)
        self.card.set_actions(
            (
                ActionSpec("staff.add_certificate", ADD, self.add, "plus", "Ctrl+N", EDIT_STAFF),
                ActionSpec("staff.renew_certificate", RENEW, self.renew, "refresh", "", EDIT_STAFF, self._why_not),
                ActionSpec(
                    "staff.void_certificate", VOID, self.void, "x", "", EDIT_STAFF, self._why_not,
                    is_dangerous=True,
                ),
            )
        )  # fmt: skip

    def add(self) -> None:
        """Ask for a certificate."""
        self._ask_new(NewCertificate(), "")

    def renew(self) -> None:
        """Ask for the certificate that takes the place of the one selected; its reminder is done."""
        line = self._line()
        if line is not None:
            found = line.certificate
            self._ask_new(NewCertificate(kind=found.kind, issuer=found.issuer), found.certificate_id)

    def void(self) -> None:
        """Ask why the one selected is struck out."""
        line = self._line()
        if line is None:
            return
        text = tr(VOID_TEXT, kind=_kind(line), number=_number(line) or "–")
        theme = self.context.theme
        dialog = ReasonDialog(theme, tr(VOID_TITLE), text, verb=VOID_VERB, is_dangerous=True, parent=self)
        dialog.given.connect(partial(self._on_void_reason, line.certificate))
        dialog.open()

    def _ask_new(self, value: NewCertificate, renews_id: str) -> None:
        context = self.context
        form: Form[NewCertificate] = Form(NewCertificate, with_bar=False)
        form.add(code_field(context, "kind", KIND, CERTIFICATES, is_required=True))
        form.add(
            day_field(context, "issued_on", ISSUED, is_required=True),
            day_field(context, "expires_on", EXPIRES, hint=EXPIRES_HINT),
        )
        form.add(line_field("number", NUMBER), line_field("issuer", ISSUER))
        filing: Filing[NewCertificate] = Filing(
            key=f"staff.add_certificate {self.member_id} {renews_id}",
            save=partial(_add, self.member_id, renews_id),
        )
        self.ask(form, filing, value, title=RENEW if renews_id else ADD, told=ADDED)

    def _line(self) -> CertificateLine | None:
        found = self.card.row()
        return found if isinstance(found, CertificateLine) else None

    def _why_not(self) -> str | None:
        return tr(CHOOSE_ONE) if self._line() is None else None

    def _on_void_reason(self, row: CertificateRow, reason: str) -> None:
        command = VoidCertificate(row.certificate_id, row.version, reason)
        op = self.context.runner.command(self, partial(_void, command))
        op.success(partial(self.on_saved, VOIDED)).failure(self.on_failed).run()


def _add(member_id: str, renews_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return add_certificate(
        uow,
        AddCertificate(
            member_id,
            values["kind"],
            values["issued_on"],
            values["expires_on"],
            values["number"],
            values["issuer"],
            renews_id,
        ),
    )


def _void(command: VoidCertificate, uow: Any) -> None:
    void_certificate(uow, command)
