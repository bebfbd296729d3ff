"""``python -m facility_app``: the same as ``main.py``."""

from facility_app.app.cli import main

if __name__ == "__main__":
    main()
