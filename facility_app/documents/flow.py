"""Puts pieces on pages, one below the other, and the pages into a file: the same pieces give the same bytes."""

import io
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from facility_app.documents.typeface import Typeface

# The library writes pages as text of five letters for four bytes, in slow code, for mail of the nineties.
rl_config.useA85 = 0


class Piece:
    """Something that stands on a page.

    Attributes:
        before: least room above it, in points; of two pieces' rooms the wider one counts.
        after: least room below it.
        keeps_next: whether what follows begins on the same page.
        opens_page: whether it begins a page of its own.
    """

    before = 0.0
    after = 0.0
    keeps_next = False
    opens_page = False

    @abstractmethod
    def height(self, width: float) -> float:
        """How high it is when set ``width`` wide."""

    def least(self, width: float) -> float:
        """How high the smallest beginning of it is that may stand alone."""
        return self.height(width)

    def split(self, width: float, room: float, page: float) -> "tuple[Piece, Piece] | None":
        """What fits into ``room`` and what goes on overleaf; nothing when it had better begin there.

        Args:
            width: it is set so wide.
            room: what is left of this page.
            page: height of an empty page.
        """
        del width, room, page
        return None

    def end_apart(self) -> "tuple[Piece, Piece] | None":
        """Its greater part, and its end that goes with what must stay beside it; nothing when it has none."""
        return None

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Put it on the page, its upper left corner at ``x`` and ``top``."""


class Gap(Piece):
    """Free room."""

    def __init__(self, height: float) -> None:
        """Leave ``height`` points free."""
        self._height = height

    @override
    def height(self, width: float) -> float:
        return self._height

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        return


class Stack(Piece):
    """Pieces kept together below each other, as long as a page holds them."""

    def __init__(self, pieces: Sequence[Piece], before: float = 0.0) -> None:
        """Keep ``pieces`` together."""
        self.pieces = tuple(pieces)
        self.before = before

    @override
    def height(self, width: float) -> float:
        return sum(gap + piece.height(width) for gap, piece in self._spaced())

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Piece, Piece] | None:
        """Taken apart only when no page holds it whole."""
        if self.height(width) <= page or len(self.pieces) < 2:  # noqa: PLR2004 - one piece has no parts
            return self.pieces[0].split(width, room, page) if len(self.pieces) == 1 else None
        taken = 1
        while taken < len(self.pieces) and Stack(self.pieces[: taken + 1]).height(width) <= room:
            taken += 1
        if self.pieces[0].height(width) > room:
            return None
        rest = self.pieces[taken:]
        return (Stack(self.pieces[:taken]), Stack(rest)) if rest else None

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for gap, piece in self._spaced():
            top -= gap
            piece.draw(canvas, x, top, width)
            top -= piece.height(width)

    def _spaced(self) -> Iterable[tuple[float, Piece]]:
        after: float | None = None
        for piece in self.pieces:
            yield (0.0 if after is None else max(after, piece.before)), piece
            after = piece.after


class Columns(Piece):
    """Stacks side by side; ``shares`` are their parts of the width."""

    def __init__(self, stacks: Sequence[Piece], shares: Sequence[float], *, before: float = 0.0) -> None:
        """Set ``stacks`` side by side."""
        whole = sum(shares)
        self._columns = tuple(zip(stacks, (share / whole for share in shares), strict=True))
        self.before = before

    @override
    def height(self, width: float) -> float:
        return max(stack.height(width * share) for stack, share in self._columns)

    @override
    def split(self, width: float, room: float, page: float) -> tuple[Piece, Piece] | None:
        """Taken apart only when no page holds it: what fits of each column, and what does not."""
        if self.height(width) <= page:
            return None
        upper, lower = [], []
        for stack, share in self._columns:
            high = stack.height(width * share)
            parts = (stack, Gap(0)) if high <= room else stack.split(width * share, room, page)
            if parts is None:
                return None
            upper.append(parts[0])
            lower.append(parts[1])
        shares = [share for _, share in self._columns]
        return Columns(upper, shares), Columns(lower, shares)

    @override
    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for stack, share in self._columns:
            stack.draw(canvas, x, top, width * share)
            x += width * share


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its margins, in points.

    Attributes:
        size: width and height.
        top: margin above.
        right: margin on the right.
        bottom: margin below.
        left: margin on the left.
        kept: room above the lower margin of the first page for what stands there.
    """

    size: tuple[float, float]
    top: float
    right: float
    bottom: float
    left: float
    kept: float = 0.0

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size[0] - self.left - self.right

    def height(self, number: int) -> float:
        """Room on a page, the first being 0."""
        return self.size[1] - self.top - self.bottom - (self.kept if number == 0 else 0.0)


Placed: TypeAlias = tuple[Piece, float]
"""A piece and how far below the upper margin it begins."""
PageMark: TypeAlias = Callable[[Canvas, int, int], None]
"""Draws what every page has: on this canvas, page so much, of so many."""


def paginate(pieces: Iterable[Piece], sheet: Sheet) -> list[list[Placed]]:
    """Pieces on pages, in order, none left out."""
    queue = deque(pieces)
    pages: list[list[Placed]] = [[]]
    used = after = 0.0
    width, whole = sheet.width, sheet.height(1)
    while queue:
        piece = queue.popleft()
        if piece.opens_page and pages[-1]:
            pages.append([])
            used = after = 0.0
        page, room = pages[-1], sheet.height(len(pages) - 1)
        gap = max(after, piece.before) if page else 0.0
        tall = piece.height(width)
        if used + gap + tall + _companions(piece, queue, width) <= room or (not page and tall <= room):
            page.append((piece, used + gap))
            used, after = used + gap + tall, piece.after
            continue
        is_over = used + gap + tall > room
        parts = piece.split(width, room - used - gap, whole) if is_over else piece.end_apart()
        if parts is not None:
            page.append((parts[0], used + gap))
            queue.appendleft(parts[1])
        elif page:
            queue.appendleft(piece)
        else:
            page.append((piece, 0.0))  # higher than any page: nothing better can be done
        if queue:
            pages.append([])
            used = after = 0.0
    return pages


def _companions(piece: Piece, queue: deque[Piece], width: float) -> float:
    """Room needed below ``piece`` on its page for what it must not be parted from."""
    needed, place = 0.0, 0
    while piece.keeps_next and place < len(queue):
        following = queue[place]
        is_whole = following.keeps_next and following.end_apart() is None
        high = following.height(width) if is_whole else following.least(width)
        needed += max(piece.after, following.before) + high
        if not is_whole:
            break
        piece, place = following, place + 1
    return needed


def press(
    pages: Sequence[Sequence[Placed]],
    sheet: Sheet,
    typeface: Typeface,
    title: str,
    mark: PageMark,
    encrypt: StandardEncryption | None = None,
) -> bytes:
    """The pages as a file; ``mark`` is drawn first on each, ``encrypt`` locks it."""
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=sheet.size,
        invariant=1,
        pageCompression=1,
        initialFontName=typeface.regular,
        lang="vi-VN",
        encrypt=encrypt,
    )
    canvas.setTitle(title)
    for number, page in enumerate(pages, 1):
        mark(canvas, number, len(pages))
        for piece, down in page:
            piece.draw(canvas, sheet.left, sheet.size[1] - sheet.top - down, sheet.width)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
