"""Starts the program from a checkout; everything else lives in ``facility_app``."""

from facility_app.app.cli import main

if __name__ == "__main__":
    main()
