"""One run of the window program, from the first letter painted to the last write."""

import gc
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facility_app.app.window.dress import dress_in_haste, put_on_the_rest
from facility_app.app.window.look import KeptLook
from facility_app.app.window.program import Program, read_inside
from facility_app.db.folder import DataFolder


def open_window(folder: DataFolder, state_dir: Path, lang: str = "vi") -> int:
    """Run the window until it is closed; the exit code."""
    # A collection on another thread would destroy widgets there; the runner collects on this one.
    gc.disable()
    app = QApplication([])
    app.setApplicationName("facility_app")
    app.setQuitOnLastWindowClosed(False)
    theme = dress_in_haste(app)
    KeptLook(theme, state_dir)
    theme.apply(app)
    program = Program(app, theme, folder, state_dir, lang=lang)
    app.lastWindowClosed.connect(app.quit)
    with ExitStack() as kept:

        def on_inside_read() -> None:
            kept.enter_context(read_inside().log_kept(folder.logs))
            put_on_the_rest(app, theme)

        program.inside_read.connect(on_inside_read)
        program.net.spread()
        program.begin()
        code = app.exec()
        program.close()
        program.net.take_away()
    return code
