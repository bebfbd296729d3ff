"""The few pictures a style sheet must name by file (ticks, arrows), shipped once per colour they are drawn in."""

from pathlib import Path

from facility_app.ui.theme.tokens import DARK, LIGHT, Tokens

# (picture, token it is drawn in)
MARKS = (
    ("check", "on_accent"),
    ("minus", "on_accent"),
    ("point-filled", "on_accent"),
    ("check", "accent"),
    ("point-filled", "accent"),
    ("check", "edge"),
    ("point-filled", "edge"),
    ("chevron-down", "quiet"),
    ("chevron-up", "quiet"),
    ("chevron-left", "quiet"),
    ("chevron-right", "quiet"),
    ("chevron-down", "edge"),
    ("chevron-up", "edge"),
    ("x", "quiet"),
)


def mark_file(name: str, color: str) -> str:
    """File name of the picture ``name`` in ``color`` (``#RRGGBB``)."""
    return f"{name}-{color.removeprefix('#').lower()}.svg"


def draw_marks(outline: Path, themes: tuple[Tokens, ...] = (LIGHT, DARK)) -> dict[str, bytes]:
    """File name → content of every mark of every theme, drawn from the pictures in ``outline``."""
    drawn = {}
    for tokens in themes:
        for name, token in MARKS:
            color: str = getattr(tokens, token)
            source = (outline / f"{name}.svg").read_bytes()
            drawn[mark_file(name, color)] = source.replace(b"currentColor", color.encode())
    return drawn
