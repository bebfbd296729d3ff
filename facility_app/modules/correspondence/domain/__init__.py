"""Rules about papers that would be true on paper too, on plain values; here the rights of the whole slice."""

from facility_app.modules.correspondence.domain.rights import (
    ATTACH_SCANS,
    EXPORT_REGISTERS,
    HANDLE_PAPERS,
    ISSUE_PAPERS,
    KEEP_KEYS,
    KEEP_NUMBERS,
    PRINT_PAPERS,
    READ_HEALTH_PAPERS,
    READ_PAPERS,
    RECORD_DELIVERIES,
    REGISTER_RECEIVED,
    VERIFY_PAPERS,
    VOID_PAPERS,
)

__all__ = [
    "ATTACH_SCANS",
    "EXPORT_REGISTERS",
    "HANDLE_PAPERS",
    "ISSUE_PAPERS",
    "KEEP_KEYS",
    "KEEP_NUMBERS",
    "PRINT_PAPERS",
    "READ_HEALTH_PAPERS",
    "READ_PAPERS",
    "RECORD_DELIVERIES",
    "REGISTER_RECEIVED",
    "VERIFY_PAPERS",
    "VOID_PAPERS",
]
