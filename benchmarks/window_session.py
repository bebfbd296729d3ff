"""One person's first minute in the program, in a process of its own; what it took is one line of JSON."""

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from benchmarks.bulk import PASSWORD, USER
from benchmarks.window_frames import FRAME_MS, FrameWatch, walk
from facility_app.app.start import Password, enter
from facility_app.app.window.program import Program, dress
from facility_app.db.driver import Connection, connect
from facility_app.db.folder import DataFolder
from facility_app.db.search import match_query
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.residents.domain.card import search_text
from facility_app.modules.residents.queries.people import list_resident_ids
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ListState
from facility_app.ui.shell.spec import Route

TYPED = ("nguyen duc", "tran thi", "duc", "hoang van k", "minh an")
LIST = "residents.list"
SIZE = (1366, 768)
LIST_ROUNDS = 7
REST_MS = 200


def until(is_ready: Callable[[], bool]) -> None:
    """Let the window work until ``is_ready``; looked at every millisecond."""
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_ready() else None)
    timer.start(1)
    if not is_ready():
        loop.exec()


def taken(work: Callable[[], object]) -> float:
    """Milliseconds of ``work``."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def sign_in(program: Program) -> None:
    """From the password to the first page with what it says, painted."""
    program.login.sign_in_asked.emit(USER, PASSWORD)
    until(lambda: program.session is not None and program.session.shell is not None)
    session: Any = program.session
    until(lambda: session.shell.page is not None and not session.runner.is_busy)
    session.shell.repaint()


def show_by(page: ListPage, key: str) -> None:
    """From a click on a column's head to the first rows in that order, painted."""
    model = page.panel.model
    model.show(Look(sorts=(Sort(key),)))
    until(lambda: model.state is ListState.CONTENT and model.row_of(model.ids[0]) is not None)
    page.panel.table.viewport().repaint()


def first_pages(shell: Any) -> float:
    """Median over both orders."""
    shell.go(Route(LIST))
    until(lambda: not shell.navigator.is_on_the_way)
    page = shell.page
    if not isinstance(page, ListPage):
        raise TypeError(LIST)
    until(lambda: page.panel.model.state is ListState.CONTENT)
    keys = ("code", "name")
    return statistics.median(taken(partial(show_by, page, keys[n % 2])) for n in range(LIST_ROUNDS))


def keystrokes(shell: Any, runner: Any) -> Iterator[tuple[str, float, float]]:
    """What stands in the search box; from its last key to its hits, painted; and how much of it was waited."""
    palette = shell.palette_box
    for typed in TYPED:
        shell.open_palette()
        for place, letter in enumerate(typed, 1):
            asked: list[float] = []
            note = partial(_note, asked)
            palette.search.searched.connect(note)
            before = time.perf_counter()
            QTest.keyClicks(palette.search, letter)
            if letter != " ":
                until(partial(_is_answered, runner, asked))
                palette.view.viewport().repaint()
                yield typed[:place], (time.perf_counter() - before) * 1000, (asked[0] - before) * 1000
            palette.search.searched.disconnect(note)
        palette.dismiss()


def _is_answered(runner: Any, asked: list[float]) -> bool:
    return bool(asked) and not runner.is_busy


def _note(asked: list[float], _text: str) -> None:
    asked.append(time.perf_counter())


def raw_search(raw: Connection, typed: str) -> float:
    """The full-text query alone, on the raw driver, all its ids fetched."""
    statement = "SELECT row_id FROM resident_card_fts WHERE resident_card_fts MATCH ?"
    return taken(lambda: raw.execute(statement, (match_query(search_text(typed)),)).fetchall())


def raw_ids(raw: Connection) -> float:
    """Every id in the order of names, on the raw driver."""
    return taken(lambda: raw.execute("SELECT id FROM resident_card ORDER BY name_sort, id").fetchall())


def settle(shell: Any, runner: Any) -> None:
    """Let the window work until it rests."""
    rest = QTimer()
    rest.setSingleShot(True)
    rest.start(REST_MS)
    until(lambda: not (rest.isActive() or runner.is_busy or shell.navigator.is_on_the_way))


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def resident_mb() -> float:
    """Memory of this process now; 0 where the system does not tell it this way."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def measure(root: Path) -> dict[str, float]:
    """Everything, in milliseconds and megabytes."""
    gc.disable()  # as the program does: the runner collects
    app = FrameWatch()
    folder, state = DataFolder(root / "data"), root / "state"
    program = Program(app, dress(app), folder, state)
    program.front.resize(*SIZE)
    program.begin()
    # The program is read while the password is typed.
    until(lambda: program.is_inside_read)
    found = {"sign_in": taken(partial(sign_in, program))}
    session: Any = program.session
    found["first_page"] = first_pages(session.shell)
    hits = [*keystrokes(session.shell, session.runner)]
    found |= {"hits": p95([all_of_it for _, all_of_it, _ in hits]), "pause": p95([wait for *_, wait in hits])}
    with session.runner.workplace.read() as uow:
        person = list_resident_ids(uow, Look())[0]
    pieces = walk(app, session.shell, person, partial(settle, session.shell, session.runner))
    found |= {
        "frame": pieces[0][0],
        "pieces": len(pieces),
        "long_pieces": sum(took > FRAME_MS for took, _ in pieces),
    }
    found["memory"] = resident_mb()
    program.close()
    key = enter(folder, Password(USER, PASSWORD), state).data_key
    with closing(connect(folder.database, key, query_only=True)) as raw:
        found["raw_search"] = p95([raw_search(raw, typed) for typed, *_ in hits])
        found["raw_ids"] = statistics.median(raw_ids(raw) for _ in range(LIST_ROUNDS))
    found["raw_enter"] = taken(lambda: enter(folder, Password(USER, PASSWORD), state))
    return found


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
