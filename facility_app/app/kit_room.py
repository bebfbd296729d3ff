"""The engine of the locked sheet; loaded when the first one is set."""

import os

from facility_app.app.release_room import FACES
from facility_app.documents.engine import render
from facility_app.documents.locked import PdfLock, encryption, make_lock
from facility_app.documents.payload import PlainPaper


def lock_of(word: str) -> bytes:
    """A new lock that ``word`` opens, to be kept."""
    return make_lock(word, os.urandom).to_bytes()


def sealed(paper: PlainPaper, lock: bytes) -> bytes:
    """The sheet as a PDF nobody reads without the word.

    Raises:
        EnvironmentFault: ``font_missing``.
    """
    return render(paper, FACES, encryption(PdfLock.of_bytes(lock), os.urandom))
