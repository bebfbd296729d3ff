from collections.abc import MutableMapping
from typing import Any

FF_NONSYMBOLIC: int
FF_SYMBOLIC: int

class TTFontFace:
    charToGlyph: dict[int, int]
    filename: str
    ascent: float
    capHeight: float
    descent: float
    flags: int
    bbox: list[float]
    italicAngle: float
    stemV: float
    defaultWidth: float
    def __init__(self, filename: str) -> None: ...
    def getCharWidth(self, code: int) -> float: ...
    def makeSubset(self, subset: list[int]) -> bytes: ...
    def addSubsetObjects(self, doc: Any, fontname: str, subset: list[int]) -> Any: ...

class State:
    internalName: str
    subsets: list[list[int]]

class TTFont:
    face: TTFontFace
    state: MutableMapping[Any, State]
    def __init__(self, name: str, filename: str) -> None: ...
    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]: ...
    def addObjects(self, doc: Any) -> None: ...
