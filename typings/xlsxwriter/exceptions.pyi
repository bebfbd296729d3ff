class FileCreateError(Exception):
    args: tuple[OSError]

class OverlappingRange(Exception): ...
