"""What a certificate says; ``diploma_page`` sets it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Diploma:
    """What a certificate says.

    Attributes:
        title: what it is, in capitals; also the file's title.
        issuer: who gives it, in capitals; ``parent`` above it, may be empty.
        given_to: the words before the name.
        lines: what is said below the name: a quiet word and what counts, in their order.
        place_date: above the place to sign.
        signer_title: above the name of who signs.
        numbers: at the lower left: words and number.
        reprint: said small where it was printed before; empty for the first print.
    """

    title: str
    issuer: str
    given_to: str
    name: str = field(repr=False)
    below_name: str = field(repr=False)
    lines: tuple[tuple[str, str], ...] = field(repr=False)
    place_date: str
    signer_title: str
    signer: str = field(repr=False)
    numbers: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    reprint: str = ""
