"""Việc phải làm: what must be done by when, raised by the other slices; ``Hôm nay`` is one indexed query over it.

Rests on the deadlines of law.md §15: a task is due, then done, or acknowledged with a reason, and reported upward
the longer it waits. Owns ``task``. Any slice above may raise and settle tasks, and answer ``HomeFigures`` for the
strip of numbers on the home page.
"""
