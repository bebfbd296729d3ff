"""Words that must arrive: written and flushed, or said not to have been."""

import contextlib
import errno
import os
import sys
from typing import TextIO

import click


def deliver(text: str, *, aside: bool = False) -> None:
    """Write and flush; a stream that failed once takes nothing more, or Python would complain again when it ends.

    Raises:
        OSError, ValueError: it did not arrive.
    """
    stream = sys.stderr if aside else sys.stdout
    if stream is None:
        raise OSError(errno.EBADF, "closed")
    try:
        click.echo(text, file=stream)
    except (OSError, ValueError):
        silence(stream)
        raise


def silence(stream: TextIO) -> None:
    """Let what is still in the stream's buffer go nowhere."""
    with contextlib.suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)


def reason_of(error: OSError | ValueError) -> str:
    """A short name of what the system said; the words of a library may hold paths and names."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0, "EBADF")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody sits before it; a stream that was closed outside is None."""
    return stream is not None and stream.isatty()
