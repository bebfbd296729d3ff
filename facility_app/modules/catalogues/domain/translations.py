"""English of the words in shipped lists, for the translator: each list carries its own."""

from facility_app.kernel.ports import Shelf
from facility_app.kernel.shipped import from_shelf
from facility_app.modules.catalogues.domain.codes import read_code_book
from facility_app.modules.catalogues.domain.parameters import read_parameter_book
from facility_app.modules.catalogues.domain.shipped import CONTEXT
from facility_app.modules.catalogues.domain.workdays import read_special_days


def english_of_lists(shelf: Shelf) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of every shipped list; names of places are the same in both."""
    codes = from_shelf(shelf, "code_lists", read_code_book)
    pairs = [(one.text, one.english) for entries in codes.lists.values() for one in entries.values()]
    book = from_shelf(shelf, "legal_parameters", read_parameter_book)
    pairs += [(one.text, one.english) for one in book.parameters.values()]
    pairs += [(one.name, one.english) for one in from_shelf(shelf, "working_days", read_special_days)]
    return {(CONTEXT, str(text)): english for text, english in pairs}
