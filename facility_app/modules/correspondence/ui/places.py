"""Pages of this slice by id, so that each knows the way to the others."""

from typing import Final

ISSUED, PAPER, ISSUE = "correspondence.issued", "correspondence.paper", "correspondence.issue"
RECEIVED, LETTER, REGISTER = "correspondence.received", "correspondence.letter", "correspondence.register"
CHECK: Final = "correspondence.check"
RESIDENT_ARG: Final = "resident"
"""Argument of a route: whom the paper to be written is about."""
FORM_ARG: Final = "form"
"""Argument of a route: which form."""
RECORD_ARG: Final = "source"
"""Argument of a route: the record the paper is made from, where that is no person."""
REPLACES_ARG: Final = "replaces"
"""Argument of a route: the void paper the new one stands for."""
