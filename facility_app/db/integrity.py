"""What ``check`` looks at in the file, one small function per question; each gives findings, never an exception.

Nothing is repaired here. A finding says what, where, and how to go on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import sqlalchemy as sa

from facility_app.db import audit, capture, schema_objects
from facility_app.db.anchor import Mark
from facility_app.db.audit_verify import Verdict
from facility_app.db.driver import DatabaseError
from facility_app.db.faults import known_fault
from facility_app.db.migrate import Scripts
from facility_app.db.schema_objects import Schema
from facility_app.db.vault import revision_of
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import Label, label

MOST_LINES = 100
"""A badly damaged file has thousands of faults; the first hundred say enough."""


class Level(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing ``check`` has to say.

    Attributes:
        level: an error stops ``check`` from saying ok.
        code: stable ASCII name.
        template: the Vietnamese sentence with ``{name}`` placeholders.
        params: values of the placeholders; no personal data.
    """

    level: Level
    code: str
    template: Label
    params: dict[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.template.format(**self.params)

    def fault(self) -> EnvironmentFault:
        """The finding as a refusal."""
        made = EnvironmentFault(self.code, self.template)
        made.params.update(self.params)
        return made


def is_ok(findings: Iterable[Finding]) -> bool:
    """Whether no finding is an error."""
    return all(finding.level is not Level.ERROR for finding in findings)


def schema_revision(connection: sa.Connection, scripts: Scripts) -> list[Finding]:
    """Whether the file stands at the newest schema this program knows."""
    revision = revision_of(connection)
    if revision == scripts.head:
        return []
    if revision is not None and scripts.knows(revision):
        words = label(
            "findings",
            "Cấu trúc tệp dữ liệu là {revision}, cấu trúc mới nhất là {head}. Hãy chạy lệnh migrate.",
        )
        return [Finding(Level.ERROR, "schema_older", words, {"revision": revision, "head": scripts.head})]
    words = label(
        "findings",
        "Chương trình không biết cấu trúc {revision} của tệp dữ liệu. Hãy cài bản chương trình mới nhất.",
    )
    return [Finding(Level.ERROR, "schema_unknown", words, {"revision": revision or "–"})]


def foreign_keys(connection: sa.Connection) -> list[Finding]:
    """References to rows that are not there, counted by table."""
    broken: dict[str, int] = {}
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        broken[row[0]] = broken.get(row[0], 0) + 1
    words = label(
        "findings",
        "Bảng {table} có {count} dòng trỏ tới dòng không tồn tại. Hãy gửi kết quả này cho người hỗ trợ; đừng "
        "sửa tay.",
    )
    return [
        Finding(Level.ERROR, "broken_reference", words, {"table": table, "count": count})
        for table, count in sorted(broken.items())
    ]


def pages(connection: sa.Connection, *, full: bool) -> list[Finding]:
    """Whether the pages of the file hold together.

    Args:
        connection: in a transaction.
        full: also compare every index with its table and check the signature of every page, the unused ones too.
    """
    found: list[str] = []
    try:
        if full:
            found += connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
        check = "integrity_check" if full else "quick_check"
        found += connection.exec_driver_sql(f"PRAGMA {check}({MOST_LINES})").scalars().all()
    except sa.exc.DBAPIError as error:
        if not isinstance(error.orig, DatabaseError) or known_fault(error.orig) is None:
            raise
        found.append(error.orig.sqlite_errorname)
    ill = [line for line in found if line != "ok"]
    if not ill:
        return []
    words = label(
        "findings",
        "Tệp dữ liệu bị hỏng ở {count} chỗ. Hãy giữ nguyên tệp, đừng ghi tiếp, và khôi phục từ bản sao lưu "
        "gần nhất (lệnh restore).",
    )
    return [Finding(Level.ERROR, "file_damaged", words, {"count": len(ill)})]


def triggers(connection: sa.Connection, schema: Schema) -> list[Finding]:
    """Triggers of the program that are absent or altered."""
    missing = schema_objects.missing(connection, schema)
    if not missing:
        return []
    words = label(
        "findings",
        "Thiếu hoặc sai {count} trigger trong tệp dữ liệu, ví dụ {first}: thay đổi có thể không được ghi nhận. "
        "Hãy ngừng nhập liệu và báo người hỗ trợ.",
    )
    return [Finding(Level.ERROR, "triggers_missing", words, {"count": len(missing), "first": missing[0]})]


def capture_canary(connection: sa.Connection, schema: Schema) -> list[Finding]:
    """Whether a change of a synced table really reaches the outbox; nothing of the trial stays.

    A row that is there is saved unchanged; a table without rows has its triggers read instead.

    Args:
        connection: in a write transaction; the trial is rolled back to a savepoint.
        schema: names the synced tables.
    """
    dead: list[str] = []
    absent = set(schema_objects.missing(connection, schema))
    with connection.begin_nested() as trial:
        for spec, how in capture.synced(schema.specs):
            if not _sings(connection, spec.name, how.ordinal, absent):
                dead.append(spec.name)
        trial.rollback()
    words = label(
        "findings",
        "Thay đổi của bảng {table} không tới hàng chờ gửi, nên sẽ không lên tỉnh. Hãy ngừng nhập liệu và báo "
        "người hỗ trợ.",
    )
    return [Finding(Level.ERROR, "capture_dead", words, {"table": table}) for table in dead]


def _trigger_names(table: str) -> set[str]:
    return {f"sync_{table}_{kind}" for kind in ("ci", "cu", "cd", "pk")}


def _sings(connection: sa.Connection, table: str, ordinal: int, absent: set[str]) -> bool:
    if absent & _trigger_names(table):
        return False
    row_id = connection.exec_driver_sql(f'SELECT id FROM "{table}" LIMIT 1').scalar_one_or_none()
    if row_id is None:
        return True
    before = capture.last_change(connection)
    connection.exec_driver_sql(f'UPDATE "{table}" SET id = id WHERE id = ?', (row_id,))
    heard = connection.execute(
        sa.select(capture.sync_change.c.tbl, capture.sync_change.c.row_id, capture.sync_change.c.op).where(
            capture.sync_change.c.seq > before
        )
    ).all()
    return [tuple(row) for row in heard] == [(ordinal, row_id, "U")]


def audit_chain(verdict: Verdict) -> list[Finding]:
    """What reading the whole audit trail found."""
    found = []
    if verdict.first_bad is not None:
        words = label(
            "findings",
            "Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {entry}. Hãy giữ nguyên tệp và "
            "báo người phụ trách an toàn thông tin; người đó quyết định khôi phục từ bản sao lưu (lệnh restore) "
            "hay chấp nhận tệp này (lệnh audit accept --reason LÝ_DO).",
        )
        found.append(Finding(Level.ERROR, "audit_broken", words, {"entry": verdict.first_bad}))
    if verdict.missing_tail:
        words = label(
            "findings",
            "Nhật ký thiếu phần cuối: tệp chỉ còn {rows} dòng, ít hơn mốc đối chiếu. Có thể tệp dữ liệu đã bị "
            "thay bằng bản cũ. Hãy giữ nguyên tệp và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn "
            "dùng tệp này, quản trị viên chạy lệnh audit accept --reason LÝ_DO.",
        )
        found.append(Finding(Level.ERROR, "audit_tail_missing", words, {"rows": verdict.rows}))
    return found


def anchor(
    connection: sa.Connection, known: Mark | None, now: Mark, *, exists: bool, begun: bool = False
) -> list[Finding]:
    """Whether the mark outside the file fits it.

    Args:
        connection: in a read transaction.
        known: the mark, None when there is none to be believed.
        now: the state of the file, as ``Database.mark`` gives it in the same transaction.
        exists: whether this account has an anchor file for the database at all.
        begun: whether the trail says that it once had one.
    """
    if known is None:
        return [_no_mark(exists=exists, begun=begun)]
    fault = anchor_fault(connection, known, now)
    if fault or known.audit_count == now.audit_count:
        return fault
    words = label(
        "findings",
        "Mốc đối chiếu chậm {count} dòng so với tệp; lần lưu tới sẽ theo kịp. Sau khi mất điện thì bình thường; "
        "nếu không, hãy xem các dòng cuối của nhật ký (lệnh audit list) có đúng việc đã làm không.",
    )
    return [Finding(Level.WARNING, "anchor_behind", words, {"count": now.audit_count - known.audit_count})]


def anchor_fault(connection: sa.Connection, known: Mark, now: Mark) -> list[Finding]:
    """Why the file is not the one the mark was made of; empty when it is."""
    if known.epoch_id != now.epoch_id or known.audit_count > now.audit_count or known.last_chg > now.last_chg:
        words = label(
            "findings",
            "Tệp dữ liệu cũ hơn mốc đối chiếu trên máy này hoặc thuộc đời dữ liệu khác (mốc: {known} dòng nhật "
            "ký, tệp: {now} dòng). Có thể tệp đã bị thay bằng bản khác. Hãy ngừng gửi dữ liệu và báo người phụ "
            "trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept "
            "--reason LÝ_DO.",
        )
        params: dict[str, object] = {"known": known.audit_count, "now": now.audit_count}
        return [Finding(Level.ERROR, "anchor_ahead", words, params)]
    if audit.hash_at(connection, known.audit_count) != known.head.hash:
        words = label(
            "findings",
            "Nhật ký không khớp mốc đối chiếu ở dòng {entry}: đây không phải tệp mà máy này đã ghi. Hãy ngừng "
            "gửi dữ liệu và báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị "
            "viên chạy lệnh audit accept --reason LÝ_DO.",
        )
        return [Finding(Level.ERROR, "anchor_disagrees", words, {"entry": known.audit_count})]
    return []


def _no_mark(*, exists: bool, begun: bool) -> Finding:
    if exists:
        words = label(
            "findings",
            "Mốc đối chiếu trên máy này bị hỏng hoặc bị sửa. Hãy kiểm tra nhật ký (lệnh audit verify) và báo "
            "người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc mới bằng lệnh audit "
            "accept --reason LÝ_DO.",
        )
        return Finding(Level.ERROR, "anchor_damaged", words)
    if begun:
        words = label(
            "findings",
            "Mốc đối chiếu của tài khoản hệ điều hành này đã mất, dù nhật ký ghi là đã lập. Hãy kiểm tra nhật ký "
            "(lệnh audit verify) và báo người phụ trách an toàn thông tin; khi đã xét xong, quản trị viên lập mốc "
            "mới bằng lệnh audit accept --reason LÝ_DO.",
        )
        return Finding(Level.ERROR, "anchor_gone", words)
    words = label(
        "findings",
        "Tài khoản hệ điều hành này chưa có mốc đối chiếu cho tệp dữ liệu. Trên máy mới thì bình thường; nếu "
        "không phải máy mới, hãy báo quản trị viên.",
    )
    return Finding(Level.WARNING, "anchor_missing", words)
