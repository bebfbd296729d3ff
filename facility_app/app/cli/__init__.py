"""The command line: the same services as the screens, for scripts, support and tests.

Exit codes: 0 done · 1 refused · 2 wrong usage · 3 a fault of the environment. Never a traceback, not even when
Ctrl-C comes while the program is still being read or a library is missing: this file imports nothing before
somebody can catch that.
"""

import gc
import sys

COLLECT_AFTER = 100_000
"""New objects until the collector looks."""


def main() -> None:
    """Entry point of the installed program."""
    try:
        from facility_app.app.window.asked import window_call  # noqa: PLC0415 - as everything here

        asked = window_call(sys.argv[1:])
        if asked is not None:
            from facility_app.app.window.opening import open_asked  # noqa: PLC0415 - needs Qt

            code = open_asked(asked)
        else:
            from facility_app.app.cli.call import run  # noqa: PLC0415 - half a second

            # What is imported stays, and a verb ends soon: the collector would look again and again for nothing.
            gc.freeze()
            gc.set_threshold(COLLECT_AFTER)
            code = run(sys.argv[1:])
    except KeyboardInterrupt:
        from facility_app.app.cli.first_words import stopped  # noqa: PLC0415 - as above

        code = stopped(sys.argv[1:])
    except ImportError as error:
        from facility_app.app.cli.bare import is_library, without_libraries  # noqa: PLC0415 - seldom needed

        if not is_library(error.name):
            raise
        code = without_libraries(str(error.name), sys.argv[1:])
    sys.exit(code)
