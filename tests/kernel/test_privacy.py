"""Privacy, search, retention and sync marks: values that are stored and must not drift."""

import pytest

from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, SearchRole, Synced, TableSpec


def test_stored_words_do_not_drift() -> None:
    assert {one.name: one.value for one in Privacy} == {
        "PUBLIC": "public",
        "ADMIN": "admin",
        "IDENTITY": "identity",
        "CLINICAL": "clinical",
        "DRUG_TEST": "drugtest",
        "HIV": "hiv",
        "SECRET": "secret",
    }
    assert {one.value for one in SearchRole} == {"text", "suffix"}
    assert {one.value for one in Retention} == {
        "case_file",
        "medical",
        "accounting",
        "security",
        "reference",
        "transient",
    }


def test_a_table_travels_or_says_why_not() -> None:
    stay = TableSpec("stay", Synced(7, ("resident_id",)), Retention.CASE_FILE)
    audit = TableSpec("audit", LocalOnly("nhật ký của riêng máy này"), Retention.SECURITY)
    assert stay.sync == Synced(7, ("resident_id",))
    assert isinstance(audit.sync, LocalOnly)
    assert audit.sync.reason


def test_a_synced_table_says_its_path_to_the_resident_even_when_there_is_none() -> None:
    with pytest.raises(TypeError, match="resident_path"):
        Synced(1)  # type: ignore[call-arg]  # what forgetting it looks like
    assert Synced(1, ()).resident_path == ()
