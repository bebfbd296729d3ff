"""The stay, and the decisions it rests on."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.decisions import DecisionKind, StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType

LINE_LIMIT = 200
NUMBER_LIMIT = 60


class Stay(SyncedRecord, Base):
    """Lần cai nghiện: one coming of one person, from the gate in to the gate out.

    Attributes:
        code: the resident's code, a full stop and which coming it is, as people say it.
        coming_no: 1 for the first coming to this facility.
        regime_reason: why the legal regime was set by hand; None while it follows the decision's date.
        admitted_on: ngày tiếp nhận.
        term_start_on: ngày bắt đầu chấp hành; for temporary management the day of decision V-32.
        start_basis: on which paper that day rests.
        informed_on: when the head informed somebody already inside of the court's decision (Đ107.1).
        rehab_count: lần cai nghiện thứ, as the decision says it.
        custody_until: the limit V-32 prints; None when it prints none.
        contract_end_on: of a private facility's contract V-29.
        decision_police: commune police that decided or made the file.
        seat_police: commune police of the facility's seat.
        residence_police: commune police of the place of residence.
        decided_by_court: the court's name as the decision prints it.
        presence: where the person is now; ``presence_on`` since when.
        expected_end_on: as computed last; None while it cannot be known.
        leave_by: the day by which the person is out, liberty first; None while nobody can say.
        exit_code: how it ended; with ``exited_on``.
        earlier_stay_id: the stay this one goes on from.
    """

    __tablename__ = "stay"
    __table_args__ = (
        sa.UniqueConstraint("home", "resident_id", "coming_no"),
        # Two open stays of one person never stand, whatever the program believes.
        sa.Index(
            "ux_stay_open",
            "resident_id",
            unique=True,
            sqlite_where=sa.text("exited_on IS NULL AND voided_at IS NULL"),
        ),
        sa.Index("ix_stay_leave_by", "leave_by", sqlite_where=sa.text("exited_on IS NULL AND voided_at IS NULL")),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    coming_no: Mapped[int] = kept(Privacy.ADMIN)
    # It begins with the resident's code, so it leaves with the name or not at all.
    code: Mapped[str] = kept(Privacy.IDENTITY, sa.String(24), index=True)
    stay_type: Mapped[StayType] = kept(Privacy.ADMIN)
    legal_regime: Mapped[LegalRegime] = kept(Privacy.ADMIN)
    regime_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    admission_reason: Mapped[AdmissionReason] = kept(Privacy.ADMIN)
    admitted_on: Mapped[date] = kept(Privacy.ADMIN, index=True)
    term_start_on: Mapped[date] = kept(Privacy.ADMIN)
    start_basis: Mapped[StartBasis] = kept(Privacy.ADMIN)
    informed_on: Mapped[date | None] = kept(Privacy.ADMIN)
    rehab_count: Mapped[int | None] = kept(Privacy.ADMIN)
    custody_until: Mapped[date | None] = kept(Privacy.ADMIN)
    contract_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    contract_end_on: Mapped[date | None] = kept(Privacy.ADMIN)
    decision_police: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    seat_police: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    residence_police: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    presence: Mapped[PresenceState] = kept(Privacy.ADMIN)
    presence_on: Mapped[date] = kept(Privacy.ADMIN)
    expected_end_on: Mapped[date | None] = kept(Privacy.ADMIN)
    leave_by: Mapped[date | None] = kept(Privacy.ADMIN)
    # Two of its codes say that somebody is gravely ill or with child; whoever reads the trail may not know that.
    exit_code: Mapped[ExitCode | None] = kept(Privacy.CLINICAL)
    exited_on: Mapped[date | None] = kept(Privacy.ADMIN, index=True)
    exit_note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    earlier_stay_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class OfStay(SyncedRecord, Base):
    """Columns of every record that says something about one stay."""

    __abstract__ = True

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    stay_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"), index=True, sort_order=-7
    )


class StayDecision(OfStay):
    """Quyết định: one version as it lies on paper; a change is a new version, never a new text of the old one.

    Attributes:
        kind: what it decides.
        version_no: 1 for the first of its kind in this stay.
        number: số; ``symbol`` the ký hiệu behind it, as printed.
        holds_from: since when this version counts; the day of issue of the first.
        authority: who decided, by its name of that day.
        decided_months: as printed; None where it prints none.
        decided_from: printed beginning; ``decided_to`` the printed end.
        attachment_id: its scan.
    """

    __tablename__ = "stay_decision"
    __table_args__ = (
        sa.UniqueConstraint("stay_id", "kind", "version_no"),
        frozen(
            "home",
            "resident_id",
            "stay_id",
            "kind",
            "version_no",
            "number",
            "symbol",
            "issued_on",
            "effective_on",
            "holds_from",
            "authority",
            "signatory",
            "decided_months",
            "decided_from",
            "decided_to",
            "subject",
            once=("attachment_id", "received_on"),
            keys=(("stay_id", "kind", "version_no"),),
        ),
    )

    kind: Mapped[DecisionKind] = kept(Privacy.ADMIN)
    version_no: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[str] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    symbol: Mapped[str] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    effective_on: Mapped[date | None] = kept(Privacy.ADMIN)
    holds_from: Mapped[date] = kept(Privacy.ADMIN)
    authority: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    signatory: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    decided_months: Mapped[int | None] = kept(Privacy.ADMIN)
    decided_from: Mapped[date | None] = kept(Privacy.ADMIN)
    decided_to: Mapped[date | None] = kept(Privacy.ADMIN)
    subject: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    received_on: Mapped[date | None] = kept(Privacy.ADMIN)
    attachment_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("attachment.id"))
