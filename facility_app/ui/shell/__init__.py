"""The window around every page: rail, top bar, palette, status line, lock; it knows pages only as data."""
