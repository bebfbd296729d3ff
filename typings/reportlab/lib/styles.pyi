from typing import Any

class ParagraphStyle:
    name: str
    fontName: str
    fontSize: float
    leading: float
    def __init__(self, name: str, parent: ParagraphStyle | None = None, **options: Any) -> None: ...
