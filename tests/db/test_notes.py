"""Local notes: what a person had open is there again after a kill, is theirs alone, and leaves no other trace."""

from datetime import timedelta
from pathlib import Path

import pytest

from facility_app.db.notes import NoteKind, Notes
from facility_app.kernel.actor import Actor, Role
from tests.helpers.vaults import Vault, make_vault

NURSE = Actor("1" * 32, frozenset({Role.NURSE}), "may-1")
GUARD = Actor("2" * 32, frozenset({Role.GUARD}), "may-1")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return make_vault(tmp_path)


def test_the_newest_note_of_a_key_counts_and_survives_the_file_being_opened_again(vault: Vault) -> None:
    with vault.open() as database:
        database.jot(NURSE, lambda notes: notes.put(NoteKind.DRAFT, "resident:new", {"name": "Ngu"}))
        vault.clock.advance(timedelta(seconds=1))
        database.jot(NURSE, lambda notes: notes.put(NoteKind.DRAFT, "resident:new", {"name": "Nguyễn"}))
    with vault.open() as database:
        found = database.jot(NURSE, lambda notes: notes.every(NoteKind.DRAFT))
    assert [(note.key, note.body, note.noted_at) for note in found] == [
        ("resident:new", {"name": "Nguyễn"}, vault.clock.now())
    ]


def test_nobody_sees_or_drops_the_notes_of_another(vault: Vault) -> None:
    def drop(notes: Notes) -> None:
        notes.drop(NoteKind.DRAFT, "a")

    with vault.open() as database:
        database.jot(NURSE, lambda notes: notes.put(NoteKind.DRAFT, "a", {"x": 1}))
        database.jot(GUARD, drop)
        assert database.jot(GUARD, lambda notes: notes.find(NoteKind.DRAFT, "a")) is None
        kept = database.jot(NURSE, lambda notes: notes.find(NoteKind.DRAFT, "a"))
        assert kept is not None
        assert "x" not in repr(kept)
        database.jot(NURSE, drop)
        assert database.jot(NURSE, lambda notes: notes.every(NoteKind.DRAFT)) == ()


def test_a_note_reaches_neither_the_trail_nor_the_outbox(vault: Vault) -> None:
    with vault.open() as database:
        with database.connection() as connection:
            before = database.mark(connection)
        database.jot(NURSE, lambda notes: notes.put(NoteKind.PIN, "a", {}))
        with database.connection() as connection:
            assert database.mark(connection) == before
