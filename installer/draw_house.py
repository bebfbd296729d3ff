"""Draws who imports whom into ``docs/architecture.md``, read from the source so that the picture is true."""

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PACKAGE = "facility_app"
BEGIN, END = "<!-- drawn by installer/draw_house.py -->", "<!-- end of drawing -->"
# From the roof down; a ring with nothing in it yet is drawn all the same.
RINGS = ("app", "modules", "receiver", "ui", "documents", "sheets", "sync", "db", "kernel")


def nodes_of(file: Path) -> Iterable[ast.AST]:
    """Every node of a file."""
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Dotted names of our own modules that imports among the nodes name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.startswith(f"{PACKAGE}.") and ring_of(name) in RINGS)


def ring_of(name: str) -> str:
    """The ring of a dotted name of ours."""
    return name.split(".")[1]


def slice_of(name: str) -> str:
    """The slice of a dotted name, or nothing when it names none."""
    parts = name.split(".")
    return parts[2] if parts[1] == "modules" and len(parts) > 2 else ""  # noqa: PLR2004 - package, ring, slice


def edges(
    root: Path, read: Callable[[Path], Iterable[ast.AST]]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Who imports whom: between rings, and between slices."""
    rings: set[tuple[str, str]] = set()
    slices: set[tuple[str, str]] = set()
    for file in sorted((root / PACKAGE).rglob("*.py")):
        importer = ".".join(file.relative_to(root).with_suffix("").parts)
        if importer.split(".")[1] in {"__init__", "__main__"}:
            continue  # the name plate and the front door, no rings
        for name in imported(read(file)):
            rings.add((ring_of(importer), ring_of(name)))
            slices.add((slice_of(importer), slice_of(name)))
    return {(a, b) for a, b in rings if a != b}, {(a, b) for a, b in slices if a and b and a != b}


def draw(root: Path, read: Callable[[Path], Iterable[ast.AST]] = nodes_of) -> str:
    """The picture as a mermaid block: rings from the roof down, slices inside theirs.

    Args:
        root: the project's folder.
        read: the imports of a file, among other nodes or not; whoever has read the files already knows them.
    """
    between_rings, between_slices = edges(root, read)
    slices = sorted(path.parent.name for path in (root / PACKAGE / "modules").glob("*/__init__.py"))
    lines = ["graph TD", "  subgraph modules", *(f"    {name}" for name in slices), "  end"]
    lines += [f"  {ring}" for ring in RINGS if ring != "modules"]
    order = {ring: place for place, ring in enumerate(RINGS)}
    ordered = sorted(between_rings, key=lambda edge: [order.get(name, len(order)) for name in edge])
    lines += [f"  {a} --> {b}" for a, b in [*ordered, *sorted(between_slices)]]
    return "\n".join(["```mermaid", *lines, "```"])


def drawn_in(page: str) -> str:
    """The drawing a page holds."""
    return page.partition(BEGIN)[2].partition(END)[0].strip()


def main() -> None:
    """Put the drawing into the page."""
    root = Path(__file__).resolve().parent.parent
    target = root / "docs" / "architecture.md"
    page = target.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    target.write_text(f"{before}{BEGIN}\n{draw(root)}\n{END}{after}", encoding="utf-8", newline="\n")
    print(f"drawn: {target.relative_to(root)}")


if __name__ == "__main__":
    main()
